/// Documents with a secrecy mark, a copy number or a note against publication are not published (保密法实施条例2024
/// art 42; layout of the marks: GB/T 9704-2012).

/// Finds the secrecy marks of a text.
///
/// 秘密 in a sentence (商业秘密, 国家秘密) is no mark: it counts with ★, after 密级：, or alone on one of the first lines.
struct SecrecyMarks {
    private let text: ScannedText
    private var findings: [SensitiveFinding] = []

    /// A mark alone on a line counts on so many lines from the top, empty ones left out.
    private static let topLines = 10

    static func find(in text: ScannedText) -> [SensitiveFinding] {
        var search = SecrecyMarks(text: text)
        search.run()
        return search.findings
    }

    private init(text: ScannedText) {
        self.text = text
    }

    private mutating func run() {
        var line = 0
        var isLineStart = true
        var at = 0
        while at < text.values.count {
            let value = text[at]
            if value == 0x0A {
                if !isLineStart { line += 1 }
                isLineStart = true
                at += 1
                continue
            }
            if value == 0x20 {
                at += 1
                continue
            }
            let top = isLineStart && line < Self.topLines ? line : nil
            isLineStart = false
            at = markEnd(at, topLine: top) ?? at + 1
        }
    }

    /// Records the mark that begins here and tells where it ends.
    private mutating func markEnd(_ place: Int, topLine: Int?) -> Int? {
        if topLine == 0, let end = soleCopyNumber(place) { return add(.copyNumber, place..<end) }
        guard Self.beginnings.contains(text[place]) else { return nil }
        if let end = secrecyEnd(place, topLine: topLine) { return add(.secrecyMark, place..<end) }
        if let end = copyNumberEnd(place, isAlone: topLine != nil) { return add(.copyNumber, place..<end) }
        for phrase in Self.phrases {
            guard let end = text.end(of: phrase.letters, at: place) else { continue }
            // 内部资料性出版物 is a licensed kind of print, no mark.
            if text[end] != Self.alike { return add(phrase.kind, place..<end) }
        }
        return nil
    }

    private mutating func add(_ kind: SensitiveFinding.Kind, _ range: Range<Int>) -> Int {
        findings.append(
            SensitiveFinding(kind: kind, utf8Range: text.source(of: range), excerpt: text.text(of: range))
        )
        return range.upperBound
    }

    /// 秘密★1年, 密级：机密, or 绝密 alone on a line, urgency beside it allowed.
    private func secrecyEnd(_ place: Int, topLine: Int?) -> Int? {
        if let label = text.end(of: Self.levelLabel, at: place) {
            var at = text.skippingSpaces(from: label)
            guard text[at] == 0x3A else { return nil }
            at = text.skippingSpaces(from: at + 1)
            return levelEnd(at).map { termEnd($0) ?? $0 }
        }
        guard let level = levelEnd(place) else { return nil }
        if let end = termEnd(level) { return end }
        return topLine != nil && isAlone(until: level) ? level : nil
    }

    private func levelEnd(_ place: Int) -> Int? {
        for level in Self.levels {
            if let end = text.end(of: level, at: place) { return end }
        }
        return nil
    }

    /// The end of ★ and the term of secrecy behind it; nil without ★.
    private func termEnd(_ place: Int) -> Int? {
        let star = text.skippingSpaces(from: place)
        guard text[star] == 0x2605 else { return nil }
        let term = text.skippingSpaces(from: star + 1)
        if let end = text.end(of: Self.forLong, at: term) { return end }
        var at = term
        while at - term < 4 && text[at] >= 0x30 && text[at] <= 0x39 { at += 1 }
        if at == term { return star + 1 }
        let unit = text.skippingSpaces(from: at)
        for word in Self.termUnits {
            if let end = text.end(of: word, at: unit) { return end }
        }
        return at
    }

    /// Whether nothing but a degree of urgency stands between the place and the end of the line.
    private func isAlone(until place: Int) -> Bool {
        var at = text.skippingSpaces(from: place, atMost: 60)
        for word in Self.urgency {
            if let end = text.end(of: word, at: at) {
                at = text.skippingSpaces(from: end, atMost: 60)
                break
            }
        }
        return at >= text.values.count || text[at] == 0x0A
    }

    /// 份号 with its digits, or alone on a line.
    private func copyNumberEnd(_ place: Int, isAlone: Bool) -> Int? {
        guard let label = text.end(of: Self.copyLabel, at: place) else { return nil }
        var at = text.skippingSpaces(from: label)
        if text[at] == 0x3A { at = text.skippingSpaces(from: at + 1) }
        let digits = at
        while at - digits < 10 && text[at] >= 0x30 && text[at] <= 0x39 { at += 1 }
        if at > digits { return at }
        return isAlone && self.isAlone(until: label) ? label : nil
    }

    /// Six digits from 000001 on, alone on the first line: the copy number in its usual place.
    private func soleCopyNumber(_ place: Int) -> Int? {
        guard text[place] == 0x30 else { return nil }
        let end = place + 6
        guard (place..<end).allSatisfy({ text[$0] >= 0x30 && text[$0] <= 0x39 }), isAlone(until: end) else {
            return nil
        }
        return end
    }

    private static func letters(_ word: String) -> [UInt32] { word.unicodeScalars.map(\.value) }

    private static let levels = ["绝密", "机密", "秘密"].map(letters)
    private static let levelLabel = letters("密级")
    private static let copyLabel = letters("份号")
    private static let forLong = letters("长期")
    private static let termUnits = ["年", "个月", "月", "天", "日"].map(letters)
    private static let urgency = ["特急", "加急", "特提", "平急", "急件"].map(letters)
    private static let phrases: [(kind: SensitiveFinding.Kind, letters: [UInt32])] = [
        (.workSecret, letters("工作秘密")),
        (.internalMatter, letters("内部资料")),
        (.internalMatter, letters("内部事项")),
        (.notForPublication, letters("不得公开")),
        (.notForPublication, letters("此件不公开")),
        (.notForPublication, letters("此件不予公开")),
        (.notForPublication, letters("此件依申请公开")),
    ]
    private static let alike: UInt32 = 0x6027
    private static let beginnings: Set<UInt32> = Set(letters("绝机秘密份工内不此"))
}
