import Civil
import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// The holidays that working days are counted by: which years are known, and a new one, previewed before it is taken.
enum HolidayPages {
    static let path = "/settings/holidays"
    static let name = Phrase(zh: "节假日", en: "Holidays")

    static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language), plan: nil)
    }

    /// Shows what the import would move; with the seal of a preview it is done.
    static func take(_ visit: Visit) async throws -> Response {
        let wanted = ImportHolidays(
            form: HolidayForm(
                year: visit.form.text("year"),
                notice: visit.form.text("notice"),
                text: visit.form.text("days")
            ),
            seal: visit.form["seal"],
            actor: try visit.actor()
        )
        var filled = FilledForm(typed: visit.form, language: visit.language)
        do {
            if wanted.seal != nil {
                _ = try await wanted.run(in: visit.app)
                try await visit.app.database.read { try visit.app.holidayBook.look($0) }
                return .seeOther(visit.links.office(path, did: .holidays))
            }
        } catch let refusal as Refusal {
            filled.refused = try Refused(refusal)
        }
        do {
            let plan = try await visit.app.database.read { try wanted.plan($0, in: visit.app) }
            return try await page(visit, filled, plan: plan)
        } catch let refusal as Refusal {
            filled.refused = try Refused(refusal)
            return try await page(visit, filled, plan: nil)
        }
    }

    private static func page(_ visit: Visit, _ filled: FilledForm, plan: HolidayPlan?) async throws -> Response {
        let (frame, known) = try await visit.app.database.read { tx in
            try visit.app.holidayBook.look(tx)
            return (try OfficeFrame(visit, tx), try KnownYears(visit.app.holidays, tx.holidayYears.all()))
        }
        let language = visit.language
        let content =
            plan.map {
                HolidayPreview(plan: $0, agency: frame.agency.id, filled: filled, visit: visit).html(in: language)
            }
            ?? .empty
        let form = Form(
            action: visit.links.office(path),
            hidden: [visit.formToken],
            fields: fields(filled),
            buttons: [Button(act: Phrase(zh: "预览影响", en: "Preview what moves"))]
        )
        let add = Phrase(zh: "导入一年的放假安排", en: "Import the arrangement of a year")
        return SettingsPart.response(
            visit,
            frame,
            filled,
            content + PagePart(add, form.html(in: language)).html(in: language) + known.html(in: language),
            at: path
        )
    }

    private static func fields(_ filled: FilledForm) -> HTML {
        let year = FormField(
            key: "year",
            label: Phrase(zh: "年份", en: "Year"),
            isRequired: true,
            control: .text(TextEntry(isShort: true))
        )
        let notice = FormField(
            key: "notice",
            label: Phrase(zh: "通知文号", en: "Number of the notice"),
            hint: Phrase(
                zh: "国务院办公厅关于部分节假日安排的通知，例如 国办发明电〔2025〕7号。",
                en: "Of the notice of the State Council's General Office, such as 国办发明电〔2025〕7号."
            ),
            isRequired: true,
            control: .text(TextEntry())
        )
        let days = FormField(
            key: "days",
            label: Phrase(zh: "放假和调休日期", en: "Days off and make-up working days"),
            hint: Phrase(
                zh: "每行一天或一段：2027-10-01..2027-10-07 放假 国庆节；也可粘贴代码表的行（日期,1或0,名称,年份）。",
                en:
                    "A day or a span in each line: 2027-10-01..2027-10-07 off 国庆节; or lines of the table of codes (date, 1 or 0, name, year)."
            ),
            isRequired: true,
            control: .longText(lines: 12, longest: 40_000)
        )
        return filled.field(year) + filled.field(notice) + filled.field(days)
    }
}

/// The years that are known, newest first, each with its notice.
private struct KnownYears: Component {
    private var rows: [(year: Int, notice: String, imported: ImportedYear?)]

    init(_ table: HolidayTable, _ imports: [ImportedYear]) {
        let latest = Dictionary(imports.map { ($0.year, $0) }) { $0.number > $1.number ? $0 : $1 }
        rows = table.arrangements.sorted { $0.year > $1.year }.map { ($0.year, $0.notice, latest[$0.year]) }
    }

    func html(in language: Language) -> HTML {
        let builtIn = Phrase(zh: "程序内置", en: "built in")
        let table = DataTable(
            caption: Phrase(
                zh: "已知的放假安排，对本系统的所有机关有效",
                en: "Arrangements that are known; they hold for every agency of this installation"
            ),
            columns: [
                .init(label: Phrase(zh: "年份", en: "Year")), .init(label: Phrase(zh: "通知", en: "Notice")),
                .init(label: Phrase(zh: "来源", en: "Source")),
            ],
            rows: rows.map { row in
                let source = row.imported.map { imported in
                    Phrase(zh: "导入于\(imported.at.date.chinese)", en: "imported on \(imported.at.date.english)")
                }
                return [.text("\(row.year)"), .text(row.notice), .text((source ?? builtIn)[language])]
            },
            id: "years"
        )
        return table.html(in: language)
    }
}

/// What an import would change: the days, the open clocks of this agency one by one, the others as a number.
private struct HolidayPreview: Component {
    var plan: HolidayPlan
    var agency: ID<Agency>
    var filled: FilledForm
    var visit: Visit

    func html(in language: Language) -> HTML {
        let moves = plan.moves
        let own = moves.filter { $0.clock.agency == agency }
        let title = Phrase(
            zh: "预览：\(plan.arrangement.year)年，\(moves.count) 个未办结时限的到期日会变化（共重新计算 \(plan.examined) 个）",
            en:
                "Preview of \(plan.arrangement.year): \(moves.count) open deadlines move (\(plan.examined) counted again)"
        )
        let others = moves.count - own.count
        let rest: HTML =
            others == 0
            ? .empty
            : "<p>\(Phrase(zh: "其中其他机关 \(others) 个。", en: "\(others) of them belong to other agencies.")[language])</p>"
        let confirm = Form(
            action: visit.links.office(HolidayPages.path),
            hidden: [
                visit.formToken, HiddenField(name: "seal", value: plan.seal),
                HiddenField(name: "year", value: filled.typed.text("year")),
                HiddenField(name: "notice", value: filled.typed.text("notice")),
                HiddenField(name: "days", value: filled.typed.text("days")),
            ],
            fields: .empty,
            buttons: [Button(act: Phrase(zh: "确认导入并调整时限", en: "Import and move the deadlines"))]
        )
        let table = own.isEmpty ? HTML.empty : list(own).html(in: language)
        return PagePart(
            title,
            "<p>\(days[language])</p>\(table)\(rest)\(confirm.html(in: language))"
        ).html(in: language)
    }

    private var days: Phrase {
        let off = plan.changedDays.filter(\.isOff).map(\.date)
        let worked = plan.changedDays.filter { !$0.isOff }.map(\.date)
        return Phrase(
            zh: "与现在相比：\(off.count) 个工作日改为休息，\(worked.count) 个休息日改为上班。",
            en:
                "Against the present table, \(off.count) working days become days off, and \(worked.count) days off become working days."
        )
    }

    private func list(_ moves: [HolidayPlan.Move]) -> DataTable {
        DataTable(
            caption: Phrase(zh: "到期日会变化的", en: "Deadlines that move"),
            columns: [
                .init(label: Phrase(zh: "名称", en: "What")), .init(label: Phrase(zh: "种类", en: "Kind")),
                .init(label: Phrase(zh: "现在", en: "Now")), .init(label: Phrase(zh: "之后", en: "Afterwards")),
                .init(label: Phrase(zh: "相差天数", en: "Days later"), isNumber: true),
            ],
            rows: moves.map { move in
                [
                    .link(move.clock.title, url: visit.links.office(move.clock.path)),
                    .text(move.kind[visit.language]), day(move.clock.due), day(move.due),
                    move.days.map { .number($0) } ?? .blank,
                ]
            },
            id: "moves"
        )
    }

    private func day(_ due: Instant?) -> DataTable.Cell {
        due.map { .markup($0.date.element(in: visit.language)) } ?? .blank
    }
}
