package import Civil
package import Database
package import Text

/// A channel (渠道) of an agency, such as the portal, WeChat, an LED board or a reading point.
package struct Channel: Sendable, Hashable {
    package var id: ID<Channel>
    package var agency: ID<Agency>
    package var code: String
    package var kind: ChannelKind
    package var name: Phrase
    /// The program itself delivers; otherwise a clerk records what was done.
    package var isAutomatic: Bool
    package var place: Int
}

/// One item on one channel (发布记录), with its date and its receipt or evidence.
package struct Delivery: Sendable, Hashable {
    /// A contribution to another organ's site is submitted, then perhaps accepted; everything else is delivered.
    package enum Stage: String, Sendable, CaseIterable { case submitted, accepted, delivered }

    package var id: ID<Delivery>
    package var item: ID<Item>
    package var channel: ID<Channel>
    package var stage: Stage
    package var deliveredOn: CivilDate
    /// Address, issue number, count, photograph number: whatever proves it.
    package var receipt: String
    package var recordedBy: ID<Person>?
    package var recordedAt: Instant
}

/// Channels and deliveries in the database.
package struct ChannelStore {
    let tx: any SQLConnection

    package func all(of agency: ID<Agency>) throws -> [Channel] {
        try tx.rows("SELECT * FROM channel WHERE agency = \(agency) ORDER BY place, code").map(Channel.init)
    }

    package func insert(_ channel: Channel) throws {
        try tx.execute(
            """
            INSERT INTO channel (id, agency, code, kind, name_zh, name_en, is_automatic, place)
            VALUES (\(channel.id), \(channel.agency), \(channel.code), \(channel.kind.rawValue), \(channel.name.zh),
                \(channel.name.en), \(channel.isAutomatic), \(channel.place))
            """
        )
    }

    package func deliveries(of item: ID<Item>) throws -> [Delivery] {
        try tx.rows("SELECT * FROM delivery WHERE item = \(item) ORDER BY recorded_at, id").map(Delivery.init)
    }

    /// Writes a delivery; one with the same key is written once.
    package func insert(_ delivery: Delivery, idempotencyKey: String) throws {
        try tx.send(
            """
            INSERT INTO delivery (id, item, channel, stage, delivered_on, receipt, recorded_by, recorded_at,
                idempotency_key)
            VALUES (\(delivery.id), \(delivery.item), \(delivery.channel), \(delivery.stage.rawValue),
                \(delivery.deliveredOn), \(delivery.receipt), \(delivery.recordedBy), \(delivery.recordedAt),
                \(idempotencyKey))
            ON CONFLICT (idempotency_key) DO NOTHING
            """
        )
    }

    /// Distinct items delivered on a channel in a span of days, both ends included.
    package func itemCount(on channel: ID<Channel>, from: CivilDate, to: CivilDate) throws -> Int {
        Int(
            try tx.integer(
                """
                SELECT count(DISTINCT item) FROM delivery
                WHERE channel = \(channel) AND delivered_on BETWEEN \(from) AND \(to)
                """
            )
        )
    }
}

extension SQLConnection {
    package var channels: ChannelStore { ChannelStore(tx: self) }
}

extension Channel {
    init(_ row: SQLRow) throws {
        self.init(
            id: try row.id("id"),
            agency: try row.id("agency"),
            code: try row.text("code"),
            kind: try row.choice("kind"),
            name: try row.phrase("name"),
            isAutomatic: try row.bool("is_automatic"),
            place: try row.number("place")
        )
    }
}

extension Delivery {
    init(_ row: SQLRow) throws {
        self.init(
            id: try row.id("id"),
            item: try row.id("item"),
            channel: try row.id("channel"),
            stage: try row.choice("stage"),
            deliveredOn: try row.date("delivered_on"),
            receipt: try row.text("receipt"),
            recordedBy: try row.optionalID("recorded_by"),
            recordedAt: try row.instant("recorded_at")
        )
    }
}
