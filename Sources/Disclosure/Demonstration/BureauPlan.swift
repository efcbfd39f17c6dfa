import Civil
package import Text

/// What a demonstration bureau is and what it publishes in its year, as data: every line is records to be made, and the
/// figures of the bureau's printed report come out of counting them.
package struct BureauPlan: Sendable {
    /// The agency's code in the deployment.
    package var code: String
    /// The year of the report; all published records lie in it.
    package var year: Int
    package var level: Duty.Level
    package var name: Phrase
    /// How the bureau calls itself in a sentence.
    package var shortName: String
    /// 机关代字 with a mark that no real document number has.
    package var documentWord: String
    package var regionCode: String
    package var indexTemplate: String
    package var formerNames: [FormerName] = []
    package var sections: [SectionPlan] = SectionPlan.usual
    package var classes: [ClassPlan]
    /// Nil for the columns of the duty catalogue.
    package var columns: [ColumnPlan]? = nil
    /// The site that the program itself delivers to, then the channels on which a clerk records deliveries.
    package var portalName: Phrase
    package var channels: [ChannelPlan]
    package var lines: [PlanLine]
    /// What the public asked in the year.
    package var cases: [CaseLine] = []
}

/// An office of a bureau.
package struct SectionPlan: Sendable, Hashable {
    package var code: String
    package var name: Phrase

    package init(_ code: String, zh: String, en: String) {
        self.code = code
        name = Phrase(zh: zh, en: en)
    }

    /// The offices that a work-safety bureau of a county has.
    package static let usual = [
        SectionPlan("01", zh: "办公室", en: "General office"),
        SectionPlan("02", zh: "政策法规科", en: "Policy and law section"),
        SectionPlan("03", zh: "安全生产基础科", en: "Basic safety section"),
        SectionPlan("04", zh: "危险化学品监管科", en: "Hazardous chemicals section"),
        SectionPlan("05", zh: "执法监察大队", en: "Enforcement team"),
        SectionPlan("06", zh: "行政审批科", en: "Licensing section"),
        SectionPlan("07", zh: "宣传教育科", en: "Publicity section"),
        SectionPlan("08", zh: "应急指挥中心", en: "Emergency command centre"),
    ]
}

/// A class by which a bureau counts its items, with the duties whose items usually fall into it.
package struct ClassPlan: Sendable, Hashable {
    package var code: String
    package var name: Phrase
    package var duties: Set<String>

    package init(_ code: String, zh: String, en: String, duties: Set<String> = []) {
        self.code = code
        name = Phrase(zh: zh, en: en)
        self.duties = duties
    }
}

/// A column with the catalogue's column whose items come to it, and the columns below.
package struct ColumnPlan: Sendable, Hashable {
    package var slug: String
    package var name: Phrase
    package var takes: String?
    package var below: [ColumnPlan]

    package init(_ slug: String, zh: String, en: String, takes: String? = nil, _ below: [ColumnPlan] = []) {
        self.slug = slug
        name = Phrase(zh: zh, en: en)
        self.takes = takes
        self.below = below
    }
}

/// A channel besides the portal.
package struct ChannelPlan: Sendable, Hashable {
    package var code: String
    package var kind: ChannelKind
    package var name: Phrase
    /// How many issues (期) came out in the year, where posts go out several at a time.
    package var issues: Int?
    /// Another organ's site that is offered articles (submitted) and takes them (accepted).
    package var takesContributions: Bool

    package init(
        _ code: String,
        _ kind: ChannelKind,
        zh: String,
        en: String,
        issues: Int? = nil,
        takesContributions: Bool = false
    ) {
        self.code = code
        self.kind = kind
        name = Phrase(zh: zh, en: en)
        self.issues = issues
        self.takesContributions = takesContributions
    }
}

/// So many items under a duty on the same channels.
package struct PlanLine: Sendable {
    /// When in the year they come out.
    package enum Spread: Sendable, Hashable {
        /// Evenly over the working days.
        case year
        /// Evenly over the working days of these months.
        case months(ClosedRange<Int>)
        case day(month: Int, day: Int)
        /// Some in each issue of that channel.
        case issues(of: String)
    }

    package var duty: String
    package var count: Int
    /// Codes of the channels that every one of them goes to; `portal` is the bureau's site.
    package var channels: [String]
    /// So many of them, evenly chosen, go to these channels as well.
    package var also: [String: Int]
    /// The class where it is not the usual one of the duty.
    package var itemClass: String?
    /// Field values that are not left to chance, by key; `{n}` is the number within the line.
    package var fixed: [String: String]
    package var spread: Spread
    /// Delivered once to each of so many places of that channel: buses, lifts.
    package var places: [String: Int]
    /// A title of its own; otherwise one is made from the words of the duty.
    package var title: String?

    package static func items(
        _ duty: String,
        _ count: Int,
        on channels: [String],
        also: [String: Int] = [:],
        class itemClass: String? = nil,
        spread: Spread = .year,
        places: [String: Int] = [:],
        title: String? = nil,
        fixed: [String: String] = [:]
    ) -> PlanLine {
        PlanLine(
            duty: duty,
            count: count,
            channels: channels,
            also: also,
            itemClass: itemClass,
            fixed: fixed,
            spread: spread,
            places: places,
            title: title
        )
    }
}

extension BureauPlan {
    /// The code of the channel that the program serves.
    static let portal = "portal"

    /// All five bureaus in the order of their codes.
    package static let all: [BureauPlan] = [.dongguan, .jinjiang, .nanhai, .shaxian, .tongxiang]

    /// The class of a line's items, if the bureau has classes.
    func classCode(of line: PlanLine) -> String? {
        line.itemClass ?? classes.first { $0.duties.contains(line.duty) }?.code ?? classes.last?.code
    }

    func channel(_ code: String) -> ChannelPlan? { channels.first { $0.code == code } }
}
