/// Which number of a figure is meant: of the period or over all years, of all applicants or of one class.
///
/// Written `requests`, `items:total`, `requests.new:natural`, as in templates of reports and in addresses of pages.
package struct FigureAsked: Sendable, Hashable, CustomStringConvertible {
    package enum Scope: String, Sendable, CaseIterable {
        case period
        /// 历年累计: the opening balance and everything since.
        case total
    }

    package var key: String
    package var scope: Scope
    /// Cases of this class of applicants alone.
    package var applicant: Applicant.Class?

    package init(_ key: String, _ scope: Scope = .period, applicant: Applicant.Class? = nil) {
        self.key = key
        self.scope = scope
        self.applicant = applicant
    }

    /// Nil for what is not written like one.
    package init?(text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard let key = parts.first, !key.isEmpty, parts.count <= 3 else { return nil }
        self.init(key)
        for part in parts.dropFirst() {
            if part == Scope.total.rawValue, scope == .period {
                scope = .total
            } else if let kind = Applicant.Class(rawValue: part), applicant == nil {
                applicant = kind
            } else {
                return nil
            }
        }
    }

    package var description: String {
        key + (scope == .total ? ":total" : "") + (applicant.map { ":\($0.rawValue)" } ?? "")
    }
}
