import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// «一并签发»: a policy document and its interpretations in full on one page, and one signature on all of them.
enum PairPage {
    static func form(_ visit: Visit) async throws -> Response { try await page(visit) }

    static func sign(_ visit: Visit) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let sign = SignTogether(
            item: id,
            versions: Set(visit.form.all("version").map { ID($0) }),
            actor: try visit.actor()
        )
        do {
            _ = try await sign.run(in: visit.app)
            return .seeOther(visit.links.office("/items/\(id)", did: .published))
        } catch let refusal as Refusal {
            return try await page(visit, try Refused(refusal))
        }
    }

    private static func page(_ visit: Visit, _ refused: Refused? = nil) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let actor = try visit.actor()
        let readings = try await visit.app.database.read { tx in
            try tx.pair(around: id, of: actor).map { try ItemReading(visit, $0.id, tx) }
        }
        guard let first = readings.first else { throw Refusal.notFound }
        for reading in readings { try await visit.writeDownReading(of: reading.version, under: reading.duty) }
        let language = visit.language
        let title = Phrase(zh: "一并签发", en: "Sign together")
        let parts = readings.map { reading in
            PagePart(
                Phrase(zh: reading.item.title, en: reading.item.title),
                """
                \(FindingsView(
                    findings: reading.findings,
                    duty: reading.duty,
                    standing: reading.findingsStanding
                ).html(in: language))\
                \(ContentView(content: reading.version.content, duty: reading.duty).html(in: language))\
                \(OpinionsView(reading: reading).html(in: language))\
                \(DeadlinesView(reading: reading, app: visit.app).html(in: language))
                """
            ).html(in: language)
        }
        return OfficePage(
            first.frame,
            .items,
            title: title[language],
            steps: [.init(label: first.item.title, url: visit.links.officeItem(first.item.id.text))],
            hasErrors: refused != nil
        ).response(
            to: visit,
            """
            \(refused?.summary(in: language) ?? .empty)\(parts.joined())\(end(readings, visit, hasErrors: refused != nil))
            """,
            status: refused?.status ?? .ok
        )
    }

    private static func end(_ readings: [ItemReading], _ visit: Visit, hasErrors: Bool) -> HTML {
        let language = visit.language
        if let why = standing(readings) {
            // A refusal of the same kind already stands at the top.
            return hasErrors ? .empty : Notice(title: why).html(in: language)
        }
        return Form(
            action: visit.links.office("/items/\(readings[0].item.id)/pair"),
            hidden: [visit.formToken] + readings.map { HiddenField(name: "version", value: $0.version.id.text) },
            fields: .empty,
            buttons: [
                Button(
                    act: Phrase(
                        zh: "签发这 \(readings.count) 份并一起公开",
                        en: "Sign all \(readings.count) and publish them together"
                    )
                )
            ]
        ).html(in: language)
    }

    /// Why the pair cannot be signed now, if so.
    private static func standing(_ readings: [ItemReading]) -> Phrase? {
        guard readings.count > 1 else {
            return Phrase(zh: "这条信息没有一起办理的文件或解读。", en: "Nothing is in work together with this item.")
        }
        for reading in readings {
            let standing = reading.standing(of: .signOff)
            guard standing != .open else { continue }
            let why = standing.words(for: .signOff) ?? Phrase(zh: "还不能签发。", en: "It cannot be signed yet.")
            return Phrase(zh: "《\(reading.item.title)》：\(why.zh)", en: "«\(reading.item.title)»: \(why.en)")
        }
        return nil
    }
}
