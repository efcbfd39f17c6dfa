import Civil
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
    /// What printed tables call it besides, in Chinese.
    package var otherNames: [String] = []

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
        /// Some figures without others: it may come to less than nothing.
        case difference([String], less: [String])
        /// 不涉及: neither zero nor a gap, with the reason in ``Figure/how``.
        case notApplicable
    }
}

extension Figure {
    /// A value of this figure as it is printed, money in its unit.
    package func text(of value: FigureValue, in language: Language) -> String { value.text(in: language, unit: unit) }

    /// The figures that a sum or a share is made of.
    package var parts: [String] {
        switch counting {
        case .sum(let parts): parts
        case .difference(let more, let less): more + less
        case .share(let of, let among): of + among
        case .records, .notApplicable: []
        }
    }
}
