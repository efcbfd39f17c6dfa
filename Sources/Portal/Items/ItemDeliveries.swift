import Disclosure
import Html
import Text
import Web

/// «在哪些渠道发布»: every channel that the item went out on, with the day and what proves it.
struct ItemDeliveries: Sendable {
    var reading: ItemReading

    init(_ reading: ItemReading) { self.reading = reading }

    func html(_ visit: Visit) -> HTML {
        guard !reading.deliveries.isEmpty else { return .empty }
        let language = visit.language
        return DataTable(
            caption: Phrase(zh: "在哪些渠道发布", en: "Where it was published"),
            columns: [
                .init(label: Phrase(zh: "渠道", en: "Channel")), .init(label: Phrase(zh: "日期", en: "Date")),
                .init(label: Phrase(zh: "情况", en: "Stage")), .init(label: Phrase(zh: "凭证", en: "Evidence")),
            ],
            rows: reading.deliveries.map { delivery in
                let channel = reading.channels.first { $0.id == delivery.channel }
                return [
                    .text(channel?.name[language] ?? ""),
                    .markup(delivery.deliveredOn.element(in: language)),
                    .text(delivery.stage.name[language]),
                    receipt(delivery, isOwn: channel?.isAutomatic ?? false, language),
                ]
            },
            id: "deliveries"
        ).html(in: language)
    }

    private func receipt(_ delivery: Delivery, isOwn: Bool, _ language: Language) -> DataTable.Cell {
        if isOwn { return .text(Phrase(zh: "本页", en: "This page")[language]) }
        let isAddress = delivery.receipt.hasPrefix("https://") || delivery.receipt.hasPrefix("http://")
        return isAddress ? .link(delivery.receipt, url: delivery.receipt) : .text(delivery.receipt)
    }
}
