package import Disclosure

/// Where the pages of figures are: of the portal below the agency, of the office below `/office`.
package struct FigureAddresses: Sendable {
    /// Such as `/nanhai/figures`.
    package var base: String

    package init(_ base: String) { self.base = base }

    package func list(_ time: FigureTime) -> String { base + time.query }

    package func list(as format: FigureFormat, _ time: FigureTime) -> String {
        "\(base).\(format.rawValue)\(time.query)"
    }

    package func sheet(_ asked: FigureAsked, _ query: String) -> String { "\(base)/\(name(asked))\(query)" }

    package func sheet(_ asked: FigureAsked, as format: FigureFormat, _ time: FigureTime) -> String {
        "\(base)/\(name(asked)).\(format.rawValue)\(time.query)"
    }

    package func records(_ asked: FigureAsked, _ query: String) -> String { "\(base)/\(name(asked))/records\(query)" }

    package func records(_ asked: FigureAsked, as format: FigureFormat, _ time: FigureTime) -> String {
        "\(base)/\(name(asked))/records.\(format.rawValue)\(time.query)"
    }

    private func name(_ asked: FigureAsked) -> String { queryEncoded(asked.description).replacing("%3A", with: ":") }
}

/// What a page of figures can be taken as.
package enum FigureFormat: String, Sendable, CaseIterable {
    case csv, json

    package var mediaType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8; header=present"
        case .json: "application/json"
        }
    }

    /// The format of a name such as `items.csv`, and the name without it.
    package static func split(_ name: String) -> (name: String, format: FigureFormat?) {
        for format in allCases where name.hasSuffix(".\(format.rawValue)") {
            return (String(name.dropLast(format.rawValue.count + 1)), format)
        }
        return (name, nil)
    }
}
