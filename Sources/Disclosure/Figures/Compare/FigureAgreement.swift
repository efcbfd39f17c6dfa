import Civil

/// Whether what is counted agrees with what was printed.
enum FigureAgreement {
    /// - Parameter text: the value as the figure prints it, for days and months.
    static func holds(_ value: FigureValue, _ text: String, _ printed: PrintedRow) -> Bool {
        switch value {
        case .number(let number):
            guard let value = scaled(printed.value, 0) else { return false }
            return holds(number, printed.relation, value)
        case .bound(let number, let relation):
            // A reading that is not exact has to say the same.
            return relation == printed.relation && scaled(printed.value, 0) == number
        case .money(let fen):
            guard let value = scaled(printed.value, printed.unit == "万元" ? 6 : 2) else { return false }
            return holds(fen, printed.relation, value)
        case .share:
            guard let tenths = value.tenthsOfPercent, let value = scaled(printed.value, 1) else { return false }
            return printed.unit == "%" && holds(tenths, printed.relation, value)
        case .day(let day):
            let isMonth = printed.value.utf8.count == 7
            return printed.relation == .equal && printed.value == (isMonth ? String(day.iso.prefix(7)) : text)
        case .notApplicable: return ["not applicable", "不涉及"].contains(printed.value)
        case .missing: return false
        }
    }

    private static func holds(_ counted: Int, _ relation: FigureRelation, _ printed: Int) -> Bool {
        switch relation {
        case .equal: counted == printed
        case .above: counted > printed
        case .atMost: counted <= printed
        // Rounded: within a twentieth.
        case .about: abs(counted - printed) * 20 <= printed
        }
    }

    /// `5.1` with one place as 51; nil for no number, or one with more places.
    static func scaled(_ text: String, _ places: Int) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, !whole.isEmpty, parts.count == 1 || !parts[1].isEmpty else {
            return nil
        }
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        guard decimals.utf8.count <= places, (whole + decimals).utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(whole + decimals + String(repeating: "0", count: places - decimals.utf8.count))
    }
}
