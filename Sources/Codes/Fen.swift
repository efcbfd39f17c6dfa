/// Money is a whole number of fen 分, so that every sum is exact; it is typed and shown in yuan 元 or ten thousand yuan 万元.

/// An amount of money in fen (1/100 yuan).
package struct Fen: Sendable, Hashable, Comparable {
    /// The amount in fen; negative for refunds and corrections.
    package let amount: Int64

    /// An amount that is already counted in fen.
    package init(_ amount: Int64) {
        self.amount = amount
    }

    /// Reads an amount in yuan with at most two decimals, for example 1,234.5 or ￥2000元.
    ///
    /// Commas may stand between groups of three digits only. Refuses more decimals than there are fen, the wrong
    /// unit, and amounts beyond `Int64`.
    package init(yuan typed: String) throws(CodeProblem) {
        amount = try FenText(typed, unit: .yuan).amount
    }

    /// Reads an amount in ten thousand yuan 万元 with at most six decimals, as credit platforms exchange it (0.2 = 2000元).
    package init(tenThousandYuan typed: String) throws(CodeProblem) {
        amount = try FenText(typed, unit: .tenThousandYuan).amount
    }

    /// The amount in yuan: 2000, or with both decimals 2000.50.
    package var yuanText: String {
        let fen = amount.magnitude % 100
        return sign + String(amount.magnitude / 100) + (fen == 0 ? "" : "." + Self.padded(fen, to: 2))
    }

    /// The amount in ten thousand yuan without trailing zeros: 0.2, 12, 0.000001.
    package var tenThousandText: String {
        let rest = amount.magnitude % 1_000_000
        var decimals = rest == 0 ? "" : "." + Self.padded(rest, to: 6)
        while decimals.hasSuffix("0") { decimals.removeLast() }
        return sign + String(amount.magnitude / 1_000_000) + decimals
    }

    /// The sum, or nil beyond `Int64`.
    package func adding(_ other: Fen) -> Fen? {
        let (sum, overflow) = amount.addingReportingOverflow(other.amount)
        return overflow ? nil : Fen(sum)
    }

    package static func < (left: Fen, right: Fen) -> Bool { left.amount < right.amount }

    private var sign: String { amount < 0 ? "-" : "" }

    private static func padded(_ number: UInt64, to length: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: length - digits.count) + digits
    }
}

/// An amount as typed.
private struct FenText {
    enum Unit {
        case yuan
        case tenThousandYuan

        /// Decimal places down to one fen.
        var decimals: Int { self == .yuan ? 2 : 6 }
        var zh: String { self == .yuan ? "元" : "万元" }
        var en: String { self == .yuan ? "yuan" : "ten thousand yuan (万元)" }
    }

    let amount: Int64

    init(_ typed: String, unit: Unit) throws(CodeProblem) {
        var characters = TypedCode.characters(of: typed)[...]
        let isNegative = ["-", "−"].contains(characters.first)
        if isNegative { characters.removeFirst() }
        if ["¥", "￥"].contains(characters.first) { characters.removeFirst() }
        if let typedUnit = Self.removeUnit(&characters), typedUnit != unit {
            let proposal = try? FenText(String(characters), unit: typedUnit)
            throw CodeProblem(
                zh: "此栏单位为\(unit.zh)，请换算后填写数字。",
                en: "This field is in \(unit.en). Convert the amount and enter the number.",
                proposal: proposal.map { found in
                    let fen = Fen(isNegative ? -found.amount : found.amount)
                    return unit == .yuan ? fen.yuanText : fen.tenThousandText
                }
            )
        }
        guard !characters.isEmpty else {
            throw CodeProblem(zh: "请填写金额（\(unit.zh)）。", en: "Enter the amount in \(unit.en).")
        }
        let parts = characters.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? Array(parts[1]) : []
        guard let whole = Self.wholeDigits(parts[0]), parts.count == 1 || !decimals.isEmpty,
            decimals.allSatisfy({ TypedCode.digit($0) != nil })
        else {
            throw CodeProblem(
                zh: "“\(typed)”不是金额，请只填阿拉伯数字和小数点，例如1234.50。",
                en: "“\(typed)” is no amount. Enter digits and a decimal point only, for example 1234.50."
            )
        }
        guard decimals.dropFirst(unit.decimals).allSatisfy({ $0 == "0" }) else {
            throw CodeProblem(
                zh: "金额精确到分，以\(unit.zh)为单位时最多\(unit.decimals)位小数，请改正。",
                en: "Amounts are exact to the fen: in \(unit.en) at most \(unit.decimals) decimals. Correct the number."
            )
        }
        let padding = max(0, unit.decimals - decimals.count)
        let digits = whole + decimals.prefix(unit.decimals) + [Character](repeating: "0", count: padding)
        guard let amount = Int64((isNegative ? "-" : "") + String(digits)) else {
            throw CodeProblem(zh: "金额过大，请核对单位和位数。", en: "The amount is too large. Check the unit and the digits.")
        }
        self.amount = amount
    }

    private static func removeUnit(_ characters: inout ArraySlice<Character>) -> Unit? {
        guard characters.last == "元" || characters.last == "万" else { return nil }
        if characters.last == "元" { characters.removeLast() }
        guard characters.last == "万" else { return .yuan }
        characters.removeLast()
        return .tenThousandYuan
    }

    /// The digits before the decimal point, or nil where something else or a misplaced comma stands.
    private static func wholeDigits(_ typed: ArraySlice<Character>) -> [Character]? {
        let groups = typed.split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first, !first.isEmpty,
            groups.count == 1 || (first.count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
        else { return nil }
        let digits = groups.flatMap { $0 }
        return digits.allSatisfy { TypedCode.digit($0) != nil } ? digits : nil
    }
}
