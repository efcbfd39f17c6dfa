import Civil
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
        let heading = Phrase(zh: "在哪些渠道发布", en: "Where it was published")
        return """
            <section class="block" id="deliveries"><h2>\(heading[language])</h2>\
            <ul class="rows ruled">\(reading.deliveries.map { row($0, language) })</ul></section>
            """
    }

    private func row(_ delivery: Delivery, _ language: Language) -> HTML {
        let channel = reading.channels.first { $0.id == delivery.channel }
        return """
            <li>\(delivery.deliveredOn.element(in: language))<div>\(HTML.record(channel?.name[language] ?? "", in: language))\
            <div class="meta"><span>\(delivery.stage.name[language])</span>\
            <span>\(receipt(delivery, isOwn: channel?.isAutomatic ?? false, language))</span></div></div></li>
            """
    }

    private func receipt(_ delivery: Delivery, isOwn: Bool, _ language: Language) -> HTML {
        if isOwn { return HTML(text: Phrase(zh: "本页", en: "This page")[language]) }
        let isAddress = delivery.receipt.hasPrefix("https://") || delivery.receipt.hasPrefix("http://")
        return isAddress
            ? "<a href=\"\(url: delivery.receipt)\" rel=\"external\">\(delivery.receipt)</a>"
            : HTML.record(delivery.receipt, in: language)
    }
}
