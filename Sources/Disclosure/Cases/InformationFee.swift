package import Codes

/// The information-processing fee (信息处理费, 国办函〔2020〕109号): one scheme for a request, never both, each step above the
/// one before at its own price (超额累进).
package enum InformationFee {
    /// Items of one applicant in one calendar month: ten free, then 100 元 each to the thirtieth, and 100 元 more for each
    /// further ten.
    ///
    /// - Parameter count: the items of the month, those answered before included.
    package static func byItem(_ count: Int) -> Fen {
        let yuan = (0..<max(0, count)).reduce(0) { sum, place in sum + itemPrice(at: place + 1) }
        return Fen(Int64(yuan) * 100)
    }

    /// What items added to those of the same month cost.
    package static func byItem(adding count: Int, to earlier: Int) -> Fen {
        Fen(byItem(earlier + count).amount - byItem(earlier).amount)
    }

    /// Pages (A4 or smaller, one side) of one request: thirty free, to 100 at 10 元, to 200 at 20 元, then 40 元.
    package static func byPage(_ count: Int) -> Fen {
        let steps = [(through: 30, price: 0), (through: 100, price: 10), (through: 200, price: 20)]
        var yuan = 0
        var from = 0
        for step in steps {
            yuan += max(0, min(count, step.through) - from) * step.price
            from = step.through
        }
        return Fen(Int64(yuan + max(0, count - from) * 40) * 100)
    }

    private static func itemPrice(at place: Int) -> Int {
        switch place {
        case ...10: 0
        case ...30: 100
        default: 200 + (place - 31) / 10 * 100
        }
    }
}
