import Civil
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Revising what is public (修订): a ground and a reason first, then the usual form; or giving it up.
enum RevisionPages {
    private static let page = LifeForm(
        act: Phrase(zh: "发起修订", en: "Start a revision"),
        consequence: Phrase(
            zh: "正在公开的版本保持不变，直到修订稿审查、签发后代替它；公开日志会记一条“修订”。",
            en:
                "The public version stays as it is until the revision has been reviewed and signed; the public log then gets an entry “revise”."
        ),
        path: "revision",
        fields: { filled, reading in
            filled.field(
                FormField(
                    key: "ground",
                    label: Phrase(zh: "修订理由类别", en: "Ground"),
                    isRequired: true,
                    control: .radios(
                        RevisionGround.choices(for: reading.duty).map {
                            FieldChoice(value: $0.rawValue, label: $0.name, hint: $0.basis.words)
                        }
                    )
                )
            ) + eventDay(filled, reading) + filled.reason()
        },
        closed: { reading in
            reading.item.state == .published && reading.item.revision == nil && reading.life.withdrawal == nil
                ? nil
                : Phrase(
                    zh: "这条信息现在不能发起修订：它没有在公开，或者已在修订、撤回中。",
                    en: "No revision can be started: the item is not public, or already being revised or withdrawn."
                )
        }
    )

    /// Asked for only where a penalty may be named changed.
    private static func eventDay(_ filled: FilledForm, _ reading: ItemReading) -> HTML {
        RevisionGround.choices(for: reading.duty).contains(.penaltyChanged)
            ? filled.eventDay(RevisionGround.penaltyChanged.name) : .empty
    }

    static func form(_ visit: Visit) async throws -> Response { try await page.page(visit) }

    static func start(_ visit: Visit) async throws -> Response {
        let act = ReviseItem(
            id: ID(try visit.parameter("id")),
            ground: RevisionGround(rawValue: visit.form.text("ground")),
            reason: visit.form.text("reason"),
            eventOn: CivilDate.read(visit.form.text("event-on")),
            actor: try visit.actor()
        )
        do {
            let item = try await act.run(in: visit.app)
            return .seeOther(visit.links.office("/items/\(item.id)/edit"))
        } catch let refusal as Refusal {
            return try await page.page(visit, try Refused(refusal))
        }
    }

    static func drop(_ visit: Visit) async throws -> Response {
        let id = try visit.parameter("id")
        return try await visit.answer(DropRevision(id: ID(id), actor: try visit.actor()), on: id, did: .changed)
    }

    static func reopen(_ visit: Visit) async throws -> Response {
        let id = try visit.parameter("id")
        return try await visit.answer(ReopenItem(id: ID(id), actor: try visit.actor()), on: id, did: .reopened)
    }
}
