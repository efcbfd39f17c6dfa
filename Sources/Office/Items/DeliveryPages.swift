import Civil
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Deliveries (发布记录): one item on one channel, with its day and what proves it; a clerk can record one by hand.
enum DeliveryPages {
    static func record(_ visit: Visit) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let form = visit.form
        let delivery = RecordDelivery(
            item: id,
            channel: form.text("channel").isEmpty ? nil : ID(form.text("channel")),
            stage: Delivery.Stage(rawValue: form.text("stage")) ?? .delivered,
            deliveredOn: CivilDate.read(form.text("delivered-on")),
            receipt: form.text("receipt"),
            actor: try visit.actor()
        )
        do {
            _ = try await delivery.run(in: visit.app)
        } catch let refusal as Refusal {
            return try await ItemPage.page(visit, id, refused: try Refused(refusal), delivery: form)
        }
        return .seeOther(visit.links.office("/items/\(id)", did: .delivered) + "#deliveries")
    }
}

/// What went out where, and on which evidence.
struct DeliveriesView: Component {
    var reading: ItemReading

    func html(in language: Language) -> HTML {
        guard reading.item.state == .published else { return .empty }
        return PagePart(Phrase(zh: "发布记录", en: "Deliveries"), id: "deliveries", table(language)).html(in: language)
    }

    private func table(_ language: Language) -> HTML {
        guard !reading.deliveries.isEmpty else {
            return EmptyState(
                whatWouldBeHere: Phrase(zh: "还没有发布记录", en: "No deliveries yet"),
                howItGetsHere: Phrase(
                    zh: "网站的记录由系统自动写入，其他渠道由经办人登记。",
                    en: "The site's own is written by the program, those of other channels by a clerk."
                )
            ).html(in: language)
        }
        return DataTable(
            caption: Phrase(zh: "共 \(reading.deliveries.count) 条", en: "\(reading.deliveries.count) in all"),
            columns: [
                .init(label: Phrase(zh: "日期", en: "Day")), .init(label: Phrase(zh: "渠道", en: "Channel")),
                .init(label: Phrase(zh: "进度", en: "Stage")), .init(label: Phrase(zh: "凭证", en: "Proof")),
                .init(label: Phrase(zh: "登记人", en: "Recorded by")),
            ],
            rows: reading.deliveries.map { delivery in
                let channel = reading.channels.first { $0.id == delivery.channel }?.name[language] ?? "—"
                return [
                    .markup(delivery.deliveredOn.element(in: language)),
                    .text(channel),
                    .text(delivery.stage.name[language]),
                    receipt(delivery.receipt),
                    .text(
                        delivery.recordedBy.map { reading.name(of: $0) }
                            ?? Phrase(zh: "系统", en: "the program")[language]
                    ),
                ]
            },
            id: "delivery-table"
        ).html(in: language)
    }

    private func receipt(_ receipt: String) -> DataTable.Cell {
        let isAddress = ["/", "http://", "https://"].contains { receipt.hasPrefix($0) }
        return isAddress ? .link(receipt, url: receipt) : .text(receipt)
    }
}

/// The form with which a clerk records a delivery; only on a published item.
struct DeliveryForm: Sendable {
    var reading: ItemReading
    var filled: FilledForm
    var today: CivilDate

    func html(_ visit: Visit) -> HTML {
        guard reading.item.state == .published, reading.actor.may(.recordDelivery) else { return .empty }
        let language = visit.language
        let form = Form(
            action: visit.links.office("/items/\(reading.item.id)/deliveries"),
            hidden: [visit.formToken],
            fields: fields,
            buttons: [Button(act: Phrase(zh: "登记发布记录", en: "Record the delivery"), weight: .second)]
        ).html(in: language)
        let summary = Phrase(zh: "登记一条发布记录", en: "Record a delivery")
        return """
            <details\(flag: "open", if: filled.hasErrors)><summary>\(summary[language])</summary>\(form)</details>
            """
    }

    private var fields: HTML {
        let channel = FormField(
            key: "channel",
            label: Phrase(zh: "渠道", en: "Channel"),
            isRequired: true,
            control: .select(reading.channels.map { FieldChoice(value: $0.id.text, label: $0.name) })
        )
        let stage = FormField(
            key: "stage",
            label: Phrase(zh: "进度", en: "Stage"),
            hint: Phrase(
                zh: "只有向其他机关网站投稿才分“已报送”和“已采用”。",
                en: "Only a contribution to another organ's site is first submitted, then accepted."
            ),
            control: .radios(
                [Delivery.Stage.delivered, .submitted, .accepted].map {
                    FieldChoice(value: $0.rawValue, label: $0.name)
                }
            )
        )
        let day = FormField(
            key: "delivered-on",
            label: Phrase(zh: "发布日期", en: "Day"),
            isRequired: true,
            control: .date
        )
        let receipt = FormField(
            key: "receipt",
            label: Phrase(zh: "凭证", en: "Proof"),
            hint: Phrase(zh: "网址、期号、份数、照片编号等。", en: "An address, an issue, a number of copies, a photograph."),
            isRequired: true,
            control: .text(TextEntry())
        )
        let hasOtherSite = reading.channels.contains { $0.kind == .otherSite }
        return filled.field(channel)
            + (hasOtherSite ? filled.field(stage, otherwise: Delivery.Stage.delivered.rawValue) : .empty)
            + filled.field(day, otherwise: today.iso) + filled.field(receipt)
    }
}
