package import Text

/// A named definition of something that is counted (统计指标): the same words and the same records wherever it is shown.
///
/// Figures are YAML files beside the duties; an agency's own file adds some or takes the place of those of the same key.
package struct Figure: Sendable, Hashable {
    /// Unique for an agency, such as `items.portal`.
    package var key: String
    package var name: Phrase
    /// Unit of measure, such as 条 and items.
    package var unit: Phrase
    package var group: Group
    package var counting: Counting
    /// How this is counted, printed beside the number.
    package var how: Phrase

    /// Under which heading it stands.
    package enum Group: String, Sendable, CaseIterable {
        case proactive, channels, classes, interpretation, participation, supervision, services
        case requests, petitions, remedies, organisation, site
    }

    /// What is counted, or what is made of other figures.
    package enum Counting: Sendable, Hashable {
        case records(RecordFilter)
        /// Whole per cent with one decimal of the sums of other figures; nothing where the base is zero.
        case share(of: [String], among: [String])
        case sum([String])
        /// Kept in the ledger of readings, because no record can give it.
        case readings
        /// 不涉及: neither zero nor a gap, with the reason in ``Figure/how``.
        case notApplicable
    }
}

/// Which records of an agency a figure counts.
package struct RecordFilter: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Published items, each once wherever it went (不同渠道公开相同信息计1条).
        case items
        /// Deliveries to channels: an item that went to two counts twice (按渠道分别计).
        case deliveries
        /// Different receipts of deliveries: issues of an account, screens of a fleet.
        case receipts
        /// Cases by the day of receipt.
        case received
        /// Cases by the day on which they were closed.
        case closed
        /// Open cases past their last day at the end of the period.
        case overdue
        /// Columns of the portal as they are now.
        case columns
    }

    package var kind: Kind
    /// Duties of items; empty for all.
    package var duties: [String] = []
    package var withoutDuties: [String] = []
    /// Codes of channels on which items were delivered in the period, or of the deliveries themselves; empty for any.
    package var channels: [String] = []
    package var stage: Delivery.Stage = .delivered
    /// Code of the item class.
    package var itemClass: String?
    /// Facets that an item has, each with one of these values.
    package var facets: [String: [String]] = [:]
    /// Kinds of cases; empty for all.
    package var kinds: [String] = []
    /// How cases came; empty for all.
    package var intake: [IntakeChannel] = []
    /// Cells of the annual report that the outcomes of cases count in; `3.3` stands for all below it.
    package var cells: [String] = []
    /// Only cases that were closed in time.
    package var isOnTime: Bool = false
    /// Level of columns.
    package var level: Int?
}
