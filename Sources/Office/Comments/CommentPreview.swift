import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// What a treatment would do to each chosen comment, before it is done.
struct CommentPreview: Sendable {
    var treat: TreatComments
    var chosen: [PublicComment]

    func page(_ visit: Visit) async throws -> Response {
        let reading = try await visit.app.database.read { try DraftReading(visit, treat.item, $0) }
        let language = visit.language
        let again = chosen.count { $0.treatment != nil }
        let warning =
            again == 0
            ? HTML.empty
            : Notice(
                kind: .care,
                title: Phrase(
                    zh: "其中 \(again) 条已经处理过，原来的处理会被替换",
                    en: "\(again) of them are treated already; that is replaced"
                )
            ).html(in: language)
        return reading.page(Phrase(zh: "预览：处理 \(chosen.count) 条意见", en: "Preview: \(chosen.count) comments"), visit)
            .response(
                to: visit,
                """
                \(warning)\(SummaryList(rows: rows(language)).html(in: language))\
                \(try CommentTable(item: treat.item, chosen: nil, visit: visit).html(chosen))\(form(visit))
                """
            )
    }

    private func rows(_ language: Language) -> [SummaryList.Row] {
        let facts = [
            (Phrase(zh: "处理为", en: "Treated as"), treat.treatment?.name[language] ?? ""),
            (Phrase(zh: "意见概括", en: "Gist"), treat.gist), (Phrase(zh: "理由", en: "Reason"), treat.reason),
        ]
        return facts.filter { !$0.1.isEmpty }.map { label, value in
            SummaryList.Row(label: label, value: HTML.record(value, in: language))
        }
    }

    private func form(_ visit: Visit) -> HTML {
        let kept = [
            HiddenField(name: "confirmed", value: "yes"),
            HiddenField(name: "treatment", value: treat.treatment?.rawValue ?? ""),
            HiddenField(name: "gist", value: treat.gist), HiddenField(name: "reason", value: treat.reason),
        ]
        return Form(
            action: visit.links.office("/items/\(treat.item)/comments"),
            hidden: [visit.formToken] + kept + chosen.map { HiddenField(name: "comment", value: $0.id.text) },
            fields: .empty,
            buttons: [
                Button(act: Phrase(zh: "这样处理 \(chosen.count) 条意见", en: "Treat \(chosen.count) comments this way")),
                Button(
                    act: Phrase(zh: "返回", en: "Back"),
                    weight: .second,
                    does: .leads(to: visit.links.office("/items/\(treat.item)/comments"))
                ),
            ]
        ).html(in: visit.language)
    }
}
