/// Which records of an agency a figure counts.
package struct RecordFilter: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Published items, each once wherever it went (不同渠道公开相同信息计1条).
        case items
        /// Items by the day on which they were formed (制发), public or not.
        case formed
        /// Items by the day on which they ceased to hold (废止、失效).
        case ceased
        /// Items that hold at the end of the period (现行有效).
        case inForce = "in-force"
        /// Items that are public at the end of the period (对外公开总数量).
        case standing
        /// What published items say in a field: a sum, or how many different values.
        case values
        /// Classes that have published items.
        case classes
        /// The first day on which a published item became public.
        case day
        /// Deliveries to channels: an item that went to two counts twice (按渠道分别计).
        case deliveries
        /// Different receipts of deliveries: issues of an account, screens of a fleet.
        case receipts
        /// Lines of the audit trail about leaves of the public log: published, revised, withdrawn.
        case leaves
        /// Cases by the day of receipt.
        case received
        /// Cases by the day on which they were closed.
        case closed
        /// Cases that are open when the period begins or ends (上年结转、结转下年度).
        case open
        /// Open cases past their last day at the end of the period.
        case overdue
        /// Fees of cases that were paid or waived, in fen.
        case fees
        /// Columns of the portal as they are now.
        case columns
        /// What somebody wrote down, for no record can give it.
        case readings
        /// Reviews, lawsuits and complaints about disclosure.
        case remedies
    }

    /// How several values become one.
    package enum Taking: String, Sendable, CaseIterable {
        case sum, distinct, last, most
    }

    package enum Moment: String, Sendable, CaseIterable { case start, end }

    package var kind: Kind
    /// Duties of items; empty for all.
    package var duties: [String] = []
    package var withoutDuties: [String] = []
    /// Codes of channels on which items were delivered in the period, or of the deliveries themselves; empty for any.
    package var channels: [String] = []
    package var withoutChannels: [String] = []
    package var stage: Delivery.Stage = .delivered
    /// Code of the item class.
    package var itemClass: String?
    /// Choices that an item made, or facets that every item has, each with one of these values.
    package var facets: [String: [String]] = [:]
    /// Fields that an item has filled.
    package var filled: [String] = []
    /// The field of which values are taken.
    package var field: String?
    package var takes: Taking = .sum
    /// Kinds of cases or remedies; empty for all.
    package var kinds: [String] = []
    /// How cases came; empty for all.
    package var intake: [IntakeChannel] = []
    /// Cells of the annual report that the outcomes of cases count in; `3.3` stands for all below it.
    package var cells: [String] = []
    /// Outcomes of cases or results of remedies, by their keys; empty for all.
    package var outcomes: [String] = []
    /// Events of which a case had one, or of leaves and fees; empty for any.
    package var events: [String] = []
    package var withoutEvents: [String] = []
    /// Only cases that were closed in time.
    package var isOnTime: Bool = false
    /// When open cases are counted; of remedies `end` counts those that are not decided then.
    package var moment: Moment?
    /// Level of columns.
    package var level: Int?
    /// Under which key readings are written down.
    package var reading: String = ""
    /// Somebody is reminded of a reading that nobody wrote down.
    package var isReminded: Bool = true
    /// Values are fen.
    package var isMoney: Bool = false
    /// Days are printed as months.
    package var isMonth: Bool = false

    package init(kind: Kind) {
        self.kind = kind
    }

    /// Keys of fields that must be kept in an indexed form for this figure.
    package var fields: Set<String> {
        Set(filled).union(facets.keys).union(field.map { [$0] } ?? []).subtracting(FacetStore.Common.all)
    }
}

extension RecordFilter.Kind {
    /// It says how things stand at a moment, so that over all years it is the same as at the end of the period.
    var isStanding: Bool {
        switch self {
        case .inForce, .standing, .columns, .open, .overdue, .day: true
        default: false
        }
    }

    /// Readings follow one another, values add up.
    var usualTaking: RecordFilter.Taking { self == .readings ? .last : .sum }

    var record: FigureRecords.Kind {
        switch self {
        case .items, .formed, .ceased, .inForce, .standing, .values, .classes, .day: .item
        case .deliveries, .receipts: .delivery
        case .leaves: .leaf
        case .received, .closed, .open, .overdue, .fees: .caseFile
        case .columns: .column
        case .readings: .reading
        case .remedies: .remedy
        }
    }
}
