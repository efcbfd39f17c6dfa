/// Identity numbers, bank cards and mobile numbers are recognised by their own check rules, whole or in groups, never
/// inside longer numbers.

/// Finds the personal numbers of a text.
struct PersonalNumbers {
    private let text: ScannedText
    /// Runs of ASCII letters and digits that hold a digit.
    private let runs: [Range<Int>]
    private var findings: [SensitiveFinding] = []

    static func find(in text: ScannedText) -> [SensitiveFinding] {
        var search = PersonalNumbers(text)
        var index = 0
        while index < search.runs.count {
            index += search.findSingle(index) ? 1 : max(1, search.findGrouped(index))
        }
        return search.findings
    }

    private init(_ text: ScannedText) {
        self.text = text
        var runs: [Range<Int>] = []
        var at = 0
        while at < text.values.count {
            guard Self.isLetterOrDigit(text[at]) else {
                at += 1
                continue
            }
            let start = at
            var hasDigit = false
            while Self.isLetterOrDigit(text[at]) {
                hasDigit = hasDigit || Self.isDigit(text[at])
                at += 1
            }
            if hasDigit { runs.append(start..<at) }
        }
        self.runs = runs
    }

    /// Tries a run by itself; letters before an identity number (special operation certificates: T and the number) count not.
    private mutating func findSingle(_ index: Int) -> Bool {
        let run = runs[index]
        var start = run.lowerBound
        while start < run.upperBound && !Self.isDigit(text[start]) && start - run.lowerBound < 8 { start += 1 }
        let number = start..<run.upperBound
        if number.count == 18, add(number, as: .identityNumber, IdentityNumber.init, \.masked) { return true }
        guard !isQuantity(number), isAllDigits(number) else { return false }
        if start == run.lowerBound {
            if (16...19).contains(number.count) && CreditCode.problem(in: text.text(of: number)) != nil
                && add(number, as: .bankCard, BankCard.init, \.masked)
            {
                return true
            }
            return addMobile(number)
        }
        return Self.telephoneWords.contains(text.text(of: run.lowerBound..<start).lowercased()) && addMobile(number)
    }

    private static let telephoneWords: Set<String> = ["tel", "phone", "mobile", "mob"]

    private mutating func addMobile(_ number: Range<Int>) -> Bool {
        let hasCountryCode = number.count == 13 && text[number.lowerBound - 1] == 0x2B
        let hasLongCountryCode = number.count == 15 && text.text(of: number).hasPrefix("0086")
        guard number.count == 11 || hasCountryCode || hasLongCountryCode else { return false }
        return add(number, as: .mobileNumber, MobileNumber.init, \.masked)
    }

    /// Tries runs that are parted by single spaces or hyphens; tells how many runs were used.
    private mutating func findGrouped(_ index: Int) -> Int {
        let chain = chain(from: index)
        if chain.count < 2 { return 0 }
        let lengths = chain.map(\.count)
        let isSpaced = text[chain[0].upperBound] == 0x20
        for count in stride(from: chain.count, through: 2, by: -1) {
            let range = chain[0].lowerBound..<chain[count - 1].upperBound
            let used = Array(lengths.prefix(count))
            let total = used.reduce(0, +)
            if isSpaced && total == 18 && count <= 5 && used.allSatisfy({ $0 >= 2 }),
                add(range, as: .identityNumber, IdentityNumber.init, \.masked)
            {
                return count
            }
            if Self.isCardGrouping(used), add(range, as: .bankCard, BankCard.init, \.masked) { return count }
            if used == [3, 4, 4], isSpaced || !isLinked(index, through: index + count - 1),
                add(range, as: .mobileNumber, MobileNumber.init, \.masked)
            {
                return count
            }
        }
        return 0
    }

    /// Up to five runs from here on that are parted by the same single space or hyphen.
    private func chain(from index: Int) -> [Range<Int>] {
        var chain = [runs[index]]
        let separator = text[runs[index].upperBound]
        guard separator == 0x20 || separator == 0x2D else { return chain }
        var next = index + 1
        while next < runs.count, chain.count < 5, isJoined(next - 1, next, by: separator) {
            chain.append(runs[next])
            next += 1
        }
        return chain
    }

    private func isJoined(_ left: Int, _ right: Int, by separator: UInt32) -> Bool {
        let end = runs[left].upperBound
        return runs[right].lowerBound == end + 1 && text[end] == separator && runs[right].count <= 13
    }

    /// Whether a hyphen joins the runs to another number before (except the country code 86) or behind.
    private func isLinked(_ first: Int, through last: Int) -> Bool {
        let isAfter = first > 0 && isJoined(first - 1, first, by: 0x2D)
        let isCountryCode = isAfter && ["86", "0086"].contains(text.text(of: runs[first - 1]))
        return (isAfter && !isCountryCode) || (last + 1 < runs.count && isJoined(last, last + 1, by: 0x2D))
    }

    private static func isCardGrouping(_ lengths: [Int]) -> Bool {
        if lengths.count == 2 { return lengths[0] == 6 && (10...13).contains(lengths[1]) }
        guard lengths.count == 4 || lengths.count == 5, lengths.prefix(4).allSatisfy({ $0 == 4 }) else { return false }
        return lengths.count == 4 || lengths[4] <= 3
    }

    private mutating func add<Number: Code>(
        _ range: Range<Int>,
        as kind: SensitiveFinding.Kind,
        _ read: (String) throws(CodeProblem) -> Number,
        _ masked: KeyPath<Number, String>
    ) -> Bool {
        guard let number = try? read(text.text(of: range)) else { return false }
        findings.append(
            SensitiveFinding(kind: kind, utf8Range: text.source(of: range), excerpt: number[keyPath: masked])
        )
        return true
    }

    /// Whether the digits belong to a decimal or to an amount: 13912345678.50, 15012345678元.
    private func isQuantity(_ number: Range<Int>) -> Bool {
        let (before, after) = (text[number.lowerBound - 1], text[number.upperBound])
        if before == 0x2E && Self.isDigit(text[number.lowerBound - 2]) { return true }
        if after == 0x2E && Self.isDigit(text[number.upperBound + 1]) { return true }
        return Self.units.contains(after)
    }

    private static let units: Set<UInt32> = Set("元万亿吨".unicodeScalars.map(\.value))

    private func isAllDigits(_ range: Range<Int>) -> Bool {
        range.allSatisfy { Self.isDigit(text[$0]) }
    }

    @inline(__always)
    private static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

    @inline(__always)
    private static func isLetterOrDigit(_ value: UInt32) -> Bool {
        isDigit(value) || (value >= 0x41 && value <= 0x5A) || (value >= 0x61 && value <= 0x7A)
    }
}
