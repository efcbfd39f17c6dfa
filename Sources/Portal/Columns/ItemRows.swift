import Civil
import Database
import Disclosure
import Text
import Web

/// Published items with what a list says of them, read in two statements however many there are.
struct ItemRows: Sendable {
    var items: [Item]
    /// 发文字号 by item.
    var numbers: [ID<Item>: String]

    init(_ items: [Item], _ tx: any SQLConnection) throws {
        self.items = items
        numbers = try tx.items.documentNumbers(of: items)
    }

    /// The rows of a list in the reader's language.
    func list(of agency: Agency, _ visit: Visit) -> ItemList {
        ItemList(
            rows: items.compactMap { item in
                guard let leafID = item.leafID, let published = item.publishedAt else { return nil }
                return ListRow(
                    date: published.date,
                    title: item.title,
                    url: visit.links.item(agency.code, leafID),
                    number: numbers[item.id],
                    duty: visit.app.catalogue.dutyName(item.duty, visit.language)
                )
            }
        )
    }
}

extension Catalogue {
    /// What a duty is called; its code where the catalogue no longer has it.
    func dutyName(_ code: String, _ language: Language) -> String { duty(code)?.name[language] ?? code }
}
