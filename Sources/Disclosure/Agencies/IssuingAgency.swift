import Civil
import Database

/// What a publication needs to know of its agency; a batch reads it once.
struct IssuingAgency: Sendable {
    let agency: Agency
    private let sections: [ID<Section>: Section]
    private let classes: [ID<ItemClass>: ItemClass]
    private let paths: [ID<Column>: String]
    /// The channels that the program itself serves.
    let automaticChannels: [Channel]

    init(_ agency: Agency, _ tx: any SQLConnection) throws {
        self.agency = agency
        sections = Self.byID(try tx.agencies.sections(of: agency.id), \.id)
        classes = Self.byID(try tx.agencies.classes(of: agency.id), \.id)
        paths = Self.byID(try tx.agencies.columns(of: agency.id), \.id).mapValues(\.path)
        automaticChannels = try tx.channels.all(of: agency.id).filter(\.isAutomatic)
    }

    private static func byID<Part, Key>(_ parts: [Part], _ id: KeyPath<Part, Key>) -> [Key: Part] {
        Dictionary(parts.map { ($0[keyPath: id], $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The paths of the item's column and of those above it.
    func columnPaths(of item: Item) -> [String] {
        guard let path = item.column.flatMap({ paths[$0] }) else { return [] }
        let steps = path.split(separator: "/")
        return steps.indices.map { steps[...$0].joined(separator: "/") }
    }

    /// The next index number (索引号) for an item; taken, until a rollback gives it back.
    func takeIndexNumber(for item: Item, under duty: Duty, _ tx: any SQLConnection) throws -> String {
        let values = agency.indexValues(
            duty: duty,
            section: item.section.flatMap { sections[$0] },
            itemClass: item.itemClass.flatMap { classes[$0] },
            formedOn: item.formedOn
        )
        let template = agency.indexTemplate
        let serial = try tx.agencies.nextSerial(of: agency.id, scope: template.scope(values))
        return template.number(values, serial: serial)
    }

    /// Writes a receipt for every channel that the program itself serves; once, however often it is called.
    func deliver(_ item: Item, _ tx: any SQLConnection, in app: App) throws {
        guard let leafID = item.leafID, let publishedAt = item.publishedAt else { return }
        for channel in automaticChannels {
            let delivery = Delivery(
                id: app.newID(),
                item: item.id,
                channel: channel.id,
                stage: .delivered,
                deliveredOn: publishedAt.date,
                receipt: "/\(agency.code)/items/\(leafID)",
                recordedBy: nil,
                recordedAt: app.now()
            )
            try tx.channels.insert(delivery, idempotencyKey: "\(item.id)/\(channel.id)")
        }
    }
}
