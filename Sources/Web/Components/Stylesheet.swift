/// The one stylesheet of both sides: small files, one idea each, put together in this order.

import Crypto
import Disclosure

/// The CSS that ships inside the program.
package enum Stylesheet {
    /// The files by name, in the order of the cascade: tokens first, print last.
    package static let parts: [(name: String, css: [UInt8])] = [
        ("tokens", PackageResources.tokens_css),
        ("base", PackageResources.base_css),
        ("masthead", PackageResources.masthead_css),
        ("footer", PackageResources.footer_css),
        ("nav", PackageResources.nav_css),
        ("document", PackageResources.document_css),
        ("proof", PackageResources.proof_css),
        ("rows", PackageResources.rows_css),
        ("facets", PackageResources.facets_css),
        ("form", PackageResources.form_css),
        ("tag", PackageResources.tag_css),
        ("clock", PackageResources.clock_css),
        ("trail", PackageResources.trail_css),
        ("desk", PackageResources.desk_css),
        ("table", PackageResources.table_css),
        ("notice", PackageResources.notice_css),
        ("guide", PackageResources.guide_css),
        ("portal", PackageResources.portal_css),
        ("print", PackageResources.print_css),
    ]

    /// The whole stylesheet in UTF-8 without its comments and indents, to be served as `/assets/gongkai.<hash8>.css`.
    package static let bytes: [UInt8] = parts.flatMap { compact($0.css) }

    /// Comments and indents are for those who write the file; no string or address of ours holds their marks.
    private static func compact(_ css: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(css.count)
        var place = 0
        while place < css.count {
            if css[place...].starts(with: "/*".utf8) {
                place += 2
                while place < css.count, !css[place...].starts(with: "*/".utf8) { place += 1 }
                place += 2
                while place < css.count, css[place] == UInt8(ascii: "\n") { place += 1 }
            } else {
                kept.append(css[place])
                place += 1
                guard kept.last == UInt8(ascii: "\n") else { continue }
                while place < css.count, css[place] == UInt8(ascii: " ") { place += 1 }
            }
        }
        return kept
    }

    /// Where it is served: the name changes with the content, so that browsers may keep it for ever.
    package static let url = "/assets/gongkai.\(Hex.text(SHA256.hash(data: bytes).prefix(4))).css"
}
