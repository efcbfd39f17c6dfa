import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// One letter as it went out, to be read and printed; that it was opened is written down.
enum LetterPage {
    static func show(_ visit: Visit) async throws -> Response {
        let id = ID<CaseFile>(try visit.parameter("id"))
        guard let place = Int(try visit.parameter("place")) else { throw Refusal.notFound }
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
            does: .leads(to: visit.links.office("/cases/\(id)"))
        )
        return OfficePage(frame, .cases, title: name[language], crumb: opened.letter.number).response(
            to: visit,
            "\(text(opened, name, frame, file).html(in: language))\(proof(opened, language))\(back.html(in: language))"
        )
    }

    private static func text(
        _ opened: ReadLetter.Opened,
        _ name: Phrase,
        _ frame: OfficeFrame,
        _ file: CaseFile
    ) -> Prose {
        guard let body = opened.body else {
            return Prose(title: .none, blocks: [.note("文书内容已按保存期限删除。")])
        }
        let paragraphs = body.text.split(separator: "\n").map { Prose.Block.paragraph(String($0)) }
        return Prose(
            title: .redRule("\(frame.agency.name.zh)\(name.zh)", number: opened.letter.number),
            blocks: paragraphs + [.signature([frame.agency.name.zh, opened.letter.at.date.chinese])]
        )
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
