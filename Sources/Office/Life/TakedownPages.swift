import Civil
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Taking what came down off the channels outside as well (终止公示 is synchronous on all of them): what is still to do,
/// and the proof of what was done.
enum TakedownPages {
    static func record(_ visit: Visit) async throws -> Response {
        let id = try visit.parameter("id")
        let form = visit.form
        let act = RecordTakedown(
            item: ID(id),
            channel: ID(form.text("channel")),
            doneOn: CivilDate.read(form.text("done-on")),
            evidence: form.text("evidence"),
            actor: try visit.actor()
        )
        do {
            _ = try await act.run(in: visit.app)
        } catch let refusal as Refusal {
            return try await ItemPage.page(visit, ID(id), refused: try Refused(refusal), takedown: form)
        }
        return .seeOther(visit.links.office("/items/\(id)", did: .changed) + "#takedowns")
    }
}

/// The channels outside from which an item has to be taken.
struct TakedownsView: Component {
    var reading: ItemReading
    var visit: Visit
    var filled: FilledForm

    func html(in language: Language) -> HTML {
        let takedowns = reading.life.takedowns
        guard !takedowns.isEmpty, reading.item.state != .published else { return .empty }
        let table = DataTable(
            caption: Phrase(zh: "共 \(takedowns.count) 个渠道", en: "\(takedowns.count) channels"),
            columns: [
                .init(label: Phrase(zh: "渠道", en: "Channel")), .init(label: Phrase(zh: "下线日期", en: "Taken down")),
                .init(label: Phrase(zh: "凭证", en: "Proof")), .init(label: Phrase(zh: "登记人", en: "Recorded by")),
            ],
            rows: takedowns.map { takedown in
                [
                    .text(name(takedown.channel)[language]),
                    takedown.doneOn.map { .markup($0.element(in: language)) }
                        ?? .markup(Tag(kind: .late, word: Phrase(zh: "尚未下线", en: "Still up")).html(in: language)),
                    .text(takedown.evidence ?? ""), .text(reading.name(of: takedown.recordedBy)),
                ]
            },
            id: "takedown-table"
        ).html(in: language)
        return PagePart(
            Phrase(zh: "其他渠道同步下线", en: "Taken off other channels"),
            id: "takedowns",
            table + form(takedowns.filter { $0.doneOn == nil }, language)
        ).html(in: language)
    }

    private func form(_ open: [Takedown], _ language: Language) -> HTML {
        guard !open.isEmpty, reading.actor.may(.recordDelivery) else { return .empty }
        let fields =
            filled.field(
                FormField(
                    key: "channel",
                    label: Phrase(zh: "渠道", en: "Channel"),
                    isRequired: true,
                    control: .select(open.map { FieldChoice(value: $0.channel.text, label: name($0.channel)) })
                )
            )
            + filled.field(
                FormField(key: "done-on", label: Phrase(zh: "下线日期", en: "Day"), isRequired: true, control: .date),
                otherwise: visit.app.now().date.iso
            )
            + filled.field(
                FormField(
                    key: "evidence",
                    label: Phrase(zh: "凭证", en: "Proof"),
                    hint: Phrase(zh: "网址、截图编号、经办人等。", en: "An address, the number of a picture, who did it."),
                    isRequired: true,
                    control: .text(TextEntry())
                )
            )
        return Form(
            action: visit.links.office("/items/\(reading.item.id)/takedowns"),
            hidden: [visit.formToken],
            fields: fields,
            buttons: [Button(act: Phrase(zh: "登记下线", en: "Record it"), weight: .second)]
        ).html(in: language)
    }

    private func name(_ channel: ID<Channel>) -> Phrase {
        reading.channels.first { $0.id == channel }?.name ?? Phrase(zh: "—", en: "—")
    }
}
