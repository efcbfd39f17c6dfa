import Html
import Testing
import Text
import Web

private let attack = "\"><script>alert('x')</script>&amp;"
private let escaped = "&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;"

private func field(_ control: FieldControl, isRequired: Bool = false) -> FormField {
    FormField(
        key: "k",
        label: Phrase(zh: "标签", en: "Label"),
        hint: Phrase(zh: "提示", en: "Hint"),
        isRequired: isRequired,
        control: control
    )
}

private let choices = [
    FieldChoice(value: "a", label: Phrase(zh: "甲", en: "A")),
    FieldChoice(value: "b", label: Phrase(zh: "乙", en: "B"), hint: Phrase(zh: "注", en: "Note")),
]

private let columns = [
    FieldTable.Column(key: "name", label: Phrase(zh: "名称", en: "Name")),
    FieldTable.Column(key: "count", label: Phrase(zh: "数量", en: "Count"), isNumber: true),
]

@Suite struct FormFieldTests {
    struct Case: Sendable {
        var name: String
        var control: FieldControl
    }

    static let typed = [
        Case(name: "text", control: .text(TextEntry())),
        Case(name: "long text", control: .longText(lines: 3, longest: 10)),
        Case(name: "date", control: .date),
        Case(name: "money", control: .money(.tenThousandYuan)),
        Case(name: "credit code", control: .creditCode),
        Case(name: "read-only", control: .readOnly),
    ]

    static let all =
        typed + [
            Case(name: "select", control: .select(choices)),
            Case(name: "radios", control: .radios(choices)),
            Case(name: "checkboxes", control: .checkboxes(choices)),
            Case(name: "table", control: .table(FieldTable(columns: columns))),
            Case(name: "file", control: .file(types: ".pdf")),
        ]

    @Test(arguments: typed)
    func whatWasTypedIsKeptAndEscaped(one: Case) {
        let text = field(one.control).html(in: .zh, value: .text(attack)).text
        #expect(text.contains(escaped))
        #expect(!text.contains("<script"))
    }

    @Test(arguments: all)
    func hintAndErrorAreTiedToTheControl(one: Case) throws {
        let error = Phrase(zh: "请改成 <数字>", en: "Make it a <number>")
        let text = field(one.control).html(in: .en, error: error).text
        let markup = Markup(text)
        #expect(markup.mistakes == [])
        let described = try #require(markup.values(of: "aria-describedby").first)
        #expect(described == "field-k-hint field-k-error")
        #expect(markup.values(of: "id").contains("field-k-hint"))
        #expect(markup.values(of: "id").contains("field-k-error"))
        #expect(markup.values(of: "id").filter { $0 == "field-k" }.count == 1)
        #expect(markup.elements.first?.classes == ["field", "wrong"])
        #expect(text.contains("Error: "))
        #expect(text.contains("Make it a &lt;number&gt;"))
    }

    @Test(arguments: all)
    func withoutAnErrorNothingLooksWrong(one: Case) {
        let text = field(one.control).html(in: .zh).text
        #expect(!text.contains("wrong"))
        #expect(!text.contains("aria-invalid"))
        #expect(!text.contains("错误"))
    }

    @Test(arguments: all)
    func theLabelComesBeforeHintAndControl(one: Case) throws {
        let text = field(one.control).html(in: .zh).text
        let label = try #require(text.firstRange(of: "标签"))
        let hint = try #require(text.firstRange(of: "id=\"field-k-hint\""))
        #expect(label.lowerBound < hint.lowerBound)
        let control = try #require(text.firstRange(of: "id=\"field-k\""))
        #expect(hint.lowerBound < control.lowerBound)
    }

    @Test func aRequiredFieldSaysSoInWords() {
        let text = field(.text(TextEntry()), isRequired: true).html(in: .zh).text
        #expect(text.contains("必填"))
        #expect(Markup(text).all("input").first?.attributes["required"] == "")
        #expect(!field(.text(TextEntry())).html(in: .zh).text.contains("必填"))
    }

    @Test func theChosenOnesAreChosen() {
        let radios = Markup(field(.radios(choices)).html(in: .zh, value: .text("b")).text).all("input")
        #expect(radios.map { $0.attributes["checked"] != nil } == [false, true])
        let boxes = Markup(field(.checkboxes(choices)).html(in: .zh, value: .choices(["a", "b"])).text).all("input")
        #expect(boxes.map { $0.attributes["checked"] != nil } == [true, true])
        let options = Markup(field(.select(choices)).html(in: .zh, value: .text("a")).text).all("option")
        #expect(options.map { $0.attributes["selected"] != nil } == [false, true, false])
    }

    @Test func theFirstLineBreakOfALongTextSurvives() {
        let text = field(.longText(lines: 3, longest: nil)).html(in: .zh, value: .text("\n第二行")).text
        #expect(text.contains(">\n\n第二行</textarea>"))
    }

    @Test func tableCellsAreNamedByKeyRowAndColumn() {
        let value = FieldValue.rows([["甲", "1"], [attack]])
        let text = field(.table(FieldTable(columns: columns))).html(in: .zh, value: value).text
        let inputs = Markup(text).all("input")
        #expect(inputs.map { $0.attributes["name"] ?? "" } == ["k.0.name", "k.0.count", "k.1.name", "k.1.count"])
        #expect(inputs.map { $0.attributes["value"] ?? "" } == ["甲", "1", escaped, ""])
        #expect(text.contains("name=\"add-row\" value=\"k\" formnovalidate"))
    }

    @Test func aTableWithFixedRowsCannotGrow() {
        let rows = [Phrase(zh: "一季度", en: "First quarter"), Phrase(zh: "二季度", en: "Second quarter")]
        let table = FieldTable(columns: columns, rows: rows)
        let text = field(.table(table)).html(in: .en, value: .rows([["1", "2"], ["3", "4"], ["5", "6"]])).text
        #expect(Markup(text).all("input").count == 4)
        #expect(text.contains("First quarter"))
        #expect(!text.contains("add-row"))
    }

    @Test func phonesGetTheRightKeyboard() {
        func input(_ kind: TextEntry.Kind) -> [String: String] {
            Markup(field(.text(TextEntry(kind: kind, autocomplete: "tel"))).html(in: .zh).text).all("input").first?
                .attributes
                ?? [:]
        }
        #expect(input(.telephone)["type"] == "tel")
        #expect(input(.email)["type"] == "email")
        #expect(input(.digits)["inputmode"] == "numeric")
        #expect(input(.decimal)["inputmode"] == "decimal")
        #expect(input(.plain)["autocomplete"] == "tel")
    }

    @Test func anErrorLinksToItsFieldAndTakesTheFocus() {
        let message = Phrase(zh: "请填写", en: "Fill this in")
        let summary = ErrorSummary(mistakes: [.init(key: "k", message: message), .init(key: nil, message: message)])
        let markup = Markup(summary.html(in: .zh).text)
        #expect(markup.values(of: "href") == ["#field-k"])
        #expect(markup.elements.first?.attributes["autofocus"] == "")
        #expect(markup.elements.first?.attributes["tabindex"] == "-1")
        #expect(summary.html(in: .zh).text.contains("有 2 处需要改"))
        #expect(ErrorSummary(mistakes: []).html(in: .zh).isEmpty)
    }

    @Test func aGraveActAsksForItsReason() {
        let form = ReasonForm(
            act: Phrase(zh: "撤下", en: "Withdraw"),
            consequence: Phrase(zh: "后果", en: "What happens"),
            action: "/w",
            hidden: [HiddenField(name: "token", value: attack)],
            reason: "旧理由",
            error: Phrase(zh: "请写明理由", en: "Give the reason")
        )
        let text = form.html(in: .zh).text
        #expect(text.contains("旧理由</textarea>"))
        #expect(text.contains("button-grave"))
        #expect(text.contains("value=\"\(escaped)\""))
        #expect(Markup(text).all("form").first?.attributes["method"] == "post")
    }
}
