import Civil
import Database
import Disclosure
import Documents
import Html
import Hummingbird
import Text
import Web

/// One letter as it went out, to be read, printed and taken along as a file; that it was opened is written down.
enum LetterPage {
    static func show(_ visit: Visit) async throws -> Response {
        let (id, place) = try address(visit)
        let opened = try await ReadLetter(of: id, place: place, actor: try visit.actor()).run(in: visit.app)
        let (frame, file) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            return (frame, try tx.cases.require(id, of: frame.agency.id))
        }
        let language = visit.language
        let name = LetterKind.named(opened.letter.kind)?.name ?? Phrase(zh: "文书", en: "Letter")
        let back = Button(
            act: Phrase(zh: "返回办件", en: "Back to the case"),
            weight: .second,
            does: .leads(to: visit.links.office("/cases/\(file.id)"))
        )
        return OfficePage(frame, .cases, title: name[language], crumb: opened.letter.number).response(
            to: visit,
            """
            \(text(opened, frame.agency).html(in: language))\(files(opened, id, visit))\(proof(opened, language))\
            \(back.html(in: language))
            """
        )
    }

    /// Answers `/office/cases/{id}/letters/{place}/{format}`; whoever takes the file reads the letter.
    static func file(_ visit: Visit) async throws -> Response {
        let (id, place) = try address(visit)
        guard let format = TypesetFormat(rawValue: try visit.parameter("format")) else { throw Refusal.notFound }
        guard format.isAvailable(with: visit.app.tools) else { throw TypesettingProblem.missing }
        let actor = try visit.actor()
        let opened = try await ReadLetter(of: id, place: place, actor: actor).run(in: visit.app)
        guard let body = opened.body else { throw Refusal.wrongState(erased) }
        let agency = try await visit.app.database.read { try $0.agencies.find(actor.agency) }
        guard let agency else { throw Refusal.notFound }
        return try await .letter(LetterSheet(opened.letter, body, of: agency), as: format, in: visit.app)
    }

    private static func address(_ visit: Visit) throws -> (ID<CaseFile>, Int) {
        guard let place = Int(try visit.parameter("place")) else { throw Refusal.notFound }
        return (ID(try visit.parameter("id")), place)
    }

    private static let erased = Phrase(
        zh: "文书内容已按保存期限删除。",
        en: "The text of the letter was erased when its time was over."
    )

    private static func text(_ opened: ReadLetter.Opened, _ agency: Agency) -> Prose {
        guard let body = opened.body else { return Prose(title: .none, blocks: [.note(erased.zh)]) }
        let sheet = LetterSheet(opened.letter, body, of: agency)
        return Prose(
            title: .redRule(sheet.title, number: sheet.number),
            blocks: sheet.paragraphs.map { .paragraph($0) } + [.signature(sheet.signature)]
        )
    }

    private static func files(_ opened: ReadLetter.Opened, _ id: ID<CaseFile>, _ visit: Visit) -> HTML {
        guard opened.body != nil else { return .empty }
        let path = visit.links.office("/cases/\(id)/letters/\(opened.letter.place)")
        let token = visit.formToken
        return LetterFiles(tools: visit.app.tools, action: { "\(path)/\($0.rawValue)" }, hidden: { _ in [token] })
            .html(in: visit.language)
    }

    /// With text and salt anybody can compute what the leaf covers.
    private static func proof(_ opened: ReadLetter.Opened, _ language: Language) -> HTML {
        var rows = [
            SummaryList.Row(label: Phrase(zh: "公开日志编号", en: "In the public log"), value: code(opened.letter.leafID))
        ]
        if let body = opened.body {
            rows.append(.init(label: Phrase(zh: "盐值", en: "Salt"), value: code(body.salt)))
            rows.append(
                .init(
                    label: Phrase(zh: "SHA-256（盐值、换行、全文）", en: "SHA-256 of salt, line end, text"),
                    value: code(body.hash)
                )
            )
        }
        return PagePart(Phrase(zh: "凭证", en: "Proof"), SummaryList(rows: rows).html(in: language)).html(in: language)
    }

    private static func code(_ text: String) -> HTML { "<code>\(text)</code>" }
}
