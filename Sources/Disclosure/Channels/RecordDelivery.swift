package import Civil
package import Database
import Text

/// A clerk's record that a published item went out on a channel: reading point, board, magazine, bus screens, group chat,
/// or as a contribution to another organ's site.
package struct RecordDelivery: UseCase {
    package var item: ID<Item>
    package var channel: ID<Channel>?
    package var stage: Delivery.Stage
    /// As typed; a day not after today and not before the item was published.
    package var deliveredOn: CivilDate?
    package var receipt: String
    package var actor: Actor

    package init(
        item: ID<Item>,
        channel: ID<Channel>?,
        stage: Delivery.Stage = .delivered,
        deliveredOn: CivilDate?,
        receipt: String,
        actor: Actor
    ) {
        self.item = item
        self.channel = channel
        self.stage = stage
        self.deliveredOn = deliveredOn
        self.receipt = receipt
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Delivery {
        try actor.require(.recordDelivery)
        let item = try tx.items.own(item, of: actor)
        guard item.state == .published, let publishedAt = item.publishedAt else {
            throw Refusal.wrongState(
                Phrase(zh: "信息公开后才能登记发布记录", en: "A delivery can be recorded once the item is published")
            )
        }
        var problems: [FieldProblem] = []
        let channels = try tx.channels.all(of: actor.agency)
        let channel = channels.first { $0.id == self.channel }
        if channel == nil {
            problems.append(FieldProblem("channel", zh: "请选择渠道", en: "Choose a channel"))
        }
        if let channel, stage != .delivered, channel.kind != .otherSite {
            problems.append(
                FieldProblem(
                    "stage",
                    zh: "只有向其他机关网站投稿才分“已报送”和“已采用”",
                    en: "Only a contribution to another organ's site is submitted or accepted"
                )
            )
        }
        let today = app.now().date
        if let day = deliveredOn {
            if day > today {
                problems.append(FieldProblem("delivered-on", zh: "发布日期不能晚于今天", en: "The day cannot be after today"))
            }
            if day < publishedAt.date {
                problems.append(
                    FieldProblem(
                        "delivered-on",
                        zh: "发布日期不能早于公开日期 \(publishedAt.date.iso)",
                        en: "The day cannot be before the item was published, \(publishedAt.date.iso)"
                    )
                )
            }
        } else {
            problems.append(
                FieldProblem("delivered-on", zh: "请填写发布日期，例如 2024-03-08", en: "Enter the day, such as 2024-03-08")
            )
        }
        if receipt.isEmpty || receipt.count > 500 {
            problems.append(
                FieldProblem(
                    "receipt",
                    zh: "请写明凭证（网址、期号、照片编号等），不超过 500 字",
                    en: "Say what proves it (address, issue, photograph), in at most 500 characters"
                )
            )
        }
        guard let channel, let deliveredOn, problems.isEmpty else { throw Refusal.invalid(problems) }
        let delivery = Delivery(
            id: app.newID(),
            item: item.id,
            channel: channel.id,
            stage: stage,
            deliveredOn: deliveredOn,
            receipt: receipt,
            recordedBy: actor.person,
            recordedAt: app.now()
        )
        try tx.channels.insert(delivery, idempotencyKey: delivery.id.text)
        try tx.audit.record(
            "delivery.record",
            of: "item",
            item.id.text,
            detail: "\(channel.code) \(stage.rawValue)",
            by: actor,
            in: app
        )
        return delivery
    }
}
