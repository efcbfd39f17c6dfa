/// One step of the count, in words, as clerk and applicant read it alike.
package struct ExplanationLine: Sendable, Hashable {
    /// Which step it is.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The limit and where it is written.
        case rule
        /// The event, day 0.
        case start
        /// The time began anew.
        case restart
        /// A pause before the restart that no longer matters.
        case droppedPause
        /// Days of a named holiday, skipped.
        case holiday
        /// A weekend day that is worked, counted.
        case makeUp
        /// Plain weekend days, skipped.
        case weekends
        /// Days left out while the clock stood still.
        case pause
        /// A pause that began too late to matter.
        case latePause
        /// More time.
        case extended
        /// An extension that was granted too late to matter.
        case lateExtension
        /// The last day as counted.
        case end
        /// The last day moved on over days off.
        case roll
    }

    package let kind: Kind
    /// The days the line is about, if any.
    package let days: ClosedRange<CivilDate>?
    package let words: Words

    /// The line in Chinese, or in English.
    package func text(chinese: Bool) -> String { words.text(chinese: chinese) }

    init(_ kind: Kind, _ days: ClosedRange<CivilDate>? = nil, zh: String, en: String) {
        self.kind = kind
        self.days = days
        words = Words(zh: zh, en: en)
    }
}

extension Deadline {
    /// How the deadline was counted, step by step, in the order of the count.
    package var lines: [ExplanationLine] {
        let skipped = isInWorkingDays ? skippedLines : []
        let moving = (skipped + pauseLines).sorted { left, right in
            guard let first = left.days?.lowerBound, let second = right.days?.lowerBound else { return false }
            return first < second
        }
        return [ruleLine, startLine] + restartLines + moving + weekendLines + latePauseLines + extensionLines + endLines
    }

    /// The lines as texts, Chinese or English.
    package func explanation(chinese: Bool) -> [String] { lines.map { $0.text(chinese: chinese) } }

    var isInWorkingDays: Bool {
        if case .workingDays = limit.length { true } else { false }
    }

    /// The days that are counted or skipped, after day 0 up to and including the due day.
    var countedRange: ClosedRange<CivilDate>? {
        due > start ? start.adding(days: 1)...due : nil
    }
}
