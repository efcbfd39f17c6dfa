import Text

/// One line of the doctor's report.
struct Finding: Sendable, Hashable {
    enum Mark: Sendable, Hashable, CaseIterable {
        case fine
        /// Optional and not there.
        case absent
        /// Works, but somebody should do something.
        case warning
        /// Does not work.
        case wrong

        var word: Phrase {
            switch self {
            case .fine: Phrase(zh: "正常", en: "ok")
            case .absent: Phrase(zh: "未装", en: "absent")
            case .warning: Phrase(zh: "注意", en: "warning")
            case .wrong: Phrase(zh: "错误", en: "WRONG")
            }
        }
    }

    var mark: Mark
    var subject: Phrase
    var detail: Phrase
}

/// A part of the report under its heading.
struct FindingGroup: Sendable, Hashable {
    var name: Phrase
    var findings: [Finding]
    /// A sentence below the lines, such as the command that mends them.
    var advice: Phrase?

    func text(in language: Language) -> String {
        var table = TextTable()
        for finding in findings {
            table.add(["  " + finding.mark.word[language], finding.subject[language], finding.detail[language]])
        }
        let lines = [name[language], table.text] + (advice.map { ["  " + $0[language]] } ?? [])
        return lines.joined(separator: "\n")
    }
}
