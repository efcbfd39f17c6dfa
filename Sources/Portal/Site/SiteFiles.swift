import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Web

/// The small files of a site: stylesheet, icon, and what robots may read.
enum SiteFiles {
    /// The name changes with the content, so that browsers may keep it for ever.
    static func stylesheet(_ visit: Visit) async throws -> Response {
        var answer = Response.bytes(Stylesheet.bytes, type: "text/css; charset=utf-8")
        answer.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return answer
    }

    /// A page with a red rule above its lines, as a 红头 document has.
    static func icon(_ visit: Visit) async throws -> Response {
        let drawing: HTML = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#fff" stroke="#0a5ea8" d="M2.500.500h11v15h-11z"/>\
            <path fill="#b3261e" d="M4 3h8v2H4z"/><path fill="#0a5ea8" d="M4 7h8v1H4zM4 9h8v1H4zM4 11h5v1H4z"/></svg>
            """
        var answer = Response.bytes(drawing.bytes, type: "image/svg+xml")
        answer.headers[.cacheControl] = "public, max-age=86400"
        return answer
    }

    /// Robots stay out of the office, of search results and of demonstrations.
    static func robots(_ visit: Visit) async throws -> Response {
        let agencies = try await visit.app.database.read { try $0.agencies.all() }
        var lines = ["User-agent: *"]
        for path in ["/office", "/search", "/elder"] + agencies.map({ "/\($0.code)/search" }) {
            lines += ["Disallow: \(path)", "Disallow: /en\(path)"]
        }
        for agency in agencies where agency.isDemonstration {
            for path in ["/\(agency.code)$", "/\(agency.code)/"] {
                lines += ["Disallow: \(path)", "Disallow: /en\(path)"]
            }
        }
        if agencies.areDemonstrations { lines.append("Disallow: /") }
        return .text(lines.joined(separator: "\n") + "\n")
    }
}
