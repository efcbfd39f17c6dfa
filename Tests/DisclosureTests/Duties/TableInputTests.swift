import Civil
import Testing
import Text

@testable import Disclosure

/// A table field is typed as inputs named `key.row.column` and checked row by row.
struct TableInputTests {
    static let columns: [FieldType.Column] = [
        .init(
            key: "name",
            name: Phrase(zh: "姓名", en: "Name"),
            type: .personName,
            isRequired: true,
            showing: .masked(.surname)
        ),
        .init(key: "count", name: Phrase(zh: "数量", en: "Count"), type: .integer, isRequired: false),
        .init(key: "note", name: Phrase(zh: "备注", en: "Note"), type: .text, isRequired: false, showing: .never),
    ]
    static let field = Field(
        key: "rows",
        name: Phrase(zh: "表", en: "Table"),
        hint: nil,
        type: .table(columns),
        required: .always,
        showing: .shown,
        isFacet: false,
        limit: nil,
        code: nil
    )

    private func context() throws -> FieldContext {
        FieldContext(today: try #require(CivilDate(year: 2024, month: 3, day: 9)))
    }

    @Test func inputsBecomeRowsAndBack() throws {
        let input = TableInput(key: "rows", columns: Self.columns)
        let typed = [
            "rows.3.name": " 张某 ", "rows.3.count": "2", "rows.0.name": "王\t某", "rows.1.name": "", "rows.1.count": " ",
            "rows.x.name": "?", "rows.5.wrong": "?", "rows.-1.name": "?", "row.2.name": "?", "rows.0.note": "a\nb",
        ]
        let canonical = input.assemble(typed)
        #expect(canonical == "王 某\t\ta b\n张某\t2\t")
        #expect(
            input.disassemble(canonical) == [
                "rows.0.name": "王 某", "rows.0.count": "", "rows.0.note": "a b", "rows.1.name": "张某",
                "rows.1.count": "2", "rows.1.note": "",
            ]
        )
        #expect(input.assemble(input.disassemble(canonical)) == canonical)
        #expect(input.assemble([:]).isEmpty)
    }

    @Test func aCellIsReadByItsType() throws {
        let read = Self.field.read("王某\t１２\t\n李某", in: try context())
        #expect(read.problem == nil)
        #expect(read.canonical == "王某\t12\t\n李某\t\t")
        #expect(Self.field.read("王某|3|x", in: try context()).canonical == "王某\t3\tx")
    }

    @Test func aProblemNamesRowAndColumn() throws {
        let wrong = try #require(Self.field.read("王某\t1\n李某\t二", in: try context()).problem)
        #expect(wrong.key == "rows")
        #expect(wrong.input == "rows.1.count")
        #expect(wrong.message.zh.hasPrefix("第2行「数量」："))
        let missing = try #require(Self.field.read("\t1", in: try context()).problem)
        #expect(missing.input == "rows.0.name")
        #expect(missing.message.en == "Row 1, «Name»: fill it in")
        #expect(Self.field.read("a\tb\tc\td", in: try context()).problem != nil)
        let many = Array(repeating: "王某", count: TableInput.maximumRows + 1).joined(separator: "\n")
        #expect(Self.field.read(many, in: try context()).problem != nil)
    }

    @Test func theEmptyFirstCellKeepsItsPlace() throws {
        var columns = Self.columns
        columns[0].isRequired = false
        var field = Self.field
        field.type = .table(columns)
        #expect(field.read("\t1\tx", in: try context()).canonical == "\t1\tx")
    }

    @Test func columnsAreMaskedOneByOne() {
        #expect(Self.field.publicText(of: "王小明\t2\t内部\n欧阳修\t\t") == "王某某\t2\t\n欧阳某\t\t")
        #expect(Self.field.displayText(of: "王某\t2\t", language: .zh) == "王某，2")
    }
}
