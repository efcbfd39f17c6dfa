package import Disclosure

/// Duties of an invented matter for the life of items: they come down by themselves and must be out on the same day.
package enum HarbourDuty {
    /// Needs a legal opinion, and two approvals to go.
    package static let code = "HARBOUR"
    package static let file = catalogue(code, "opinions: [legal]", "withdrawal-approvals: 2")

    /// Needs neither.
    package static let plainCode = "BERTH"
    package static let plainFile = catalogue(plainCode)

    /// A decision under one of them, field by field.
    package static let order: [(String, String)] = [
        ("title", "关于虚构码头甲的处置决定"), ("formed-on", "2024-03-04"), ("origin", "own"), ("document-number", "石应急〔2024〕7号"),
        ("disclosure", "proactive"), ("text", "责令虚构码头甲停止作业。"), ("party", "虚构码头甲有限公司"),
    ]

    private static func catalogue(_ code: String, _ demands: String...) -> CatalogueFile {
        let key = code.lowercased()
        return CatalogueFile(
            name: "\(key).yaml",
            text: """
                matter: { code: \(code)S, zh: 港口安全\(key), en: Harbours \(key) }
                laws:
                  \(key)2023: { zh: 某省港口安全条例（\(key)）, en: Provincial Regulations on Harbours (\(key)) }
                columns:
                  - { slug: \(key)/orders, zh: 港口处置, en: Harbour orders }
                duties:
                  - code: \(code)
                    zh: 港口安全处置
                    en: Harbour orders
                    basis:
                      - { law: \(key)2023, article: "3" }
                    limits:
                      - { same-day: true, from: formed-on, law: \(key)2023, article: "4" }
                    section: { zh: 港口科, en: Harbour section }
                    channels: [portal, notice-board]
                    stage: result
                    display: { months: 3, from: formed-on, end: take-down }
                    column: \(key)/orders
                \(demands.map { "    \($0)\n" }.joined())\
                    fields:
                      - { key: party, zh: 行政相对人名称, en: Party, type: text, required: true }
                """
        )
    }
}
