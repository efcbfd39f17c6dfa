package import Disclosure
import Foundation
import HTTPTypes
import Hummingbird
import Text

/// The door of one route: who comes, may they, is the form theirs; then the page, and its refusals in words.
struct RouteDoor: Sendable {
    let app: App
    let route: Route

    /// Larger forms than any page of ours sends are refused unread.
    static let formLimit = 6 * 1024 * 1024

    func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
        var visit = Visit(
            app: app,
            language: context.language,
            path: request.uri.path,
            query: FormFields(query: request.uri.query),
            form: FormFields(),
            parameters: Dictionary(
                context.parameters.map { (String($0.key), percentDecoded($0.value.utf8, plusIsBlank: false)) },
                uniquingKeysWith: { first, _ in first }
            ),
            remainder: percentDecoded(context.parameters.getCatchAll().joined(separator: "/").utf8, plusIsBlank: false),
            session: nil,
            requestID: context.requestID,
            isElder: Cookies.value("elder", in: request.headers) == "1",
            headers: request.headers
        )
        do {
            try await signIn(&visit, request)
            if case .staff(let act) = route.access {
                guard let session = visit.session else { return askToSignIn(request, visit) }
                try session.actor.require(act)
            }
            if request.method == .post {
                visit.form = try await checkedForm(request, visit)
            }
            // What the page has not put into the store goes again.
            defer { app.blobs.discard(visit.form.files) }
            return try await route.answer(visit)
        } catch {
            return ErrorPages.page(for: error, visit: visit)
        }
    }

    private func signIn(_ visit: inout Visit, _ request: Request) async throws {
        guard request.uri.path.hasPrefix("/office") else { return }
        guard let token = Cookies.session(in: request.headers, settings: app.settings) else { return }
        visit.session = try await app.session(token)
    }

    private func askToSignIn(_ request: Request, _ visit: Visit) -> Response {
        let back = request.method == .get ? "?next=\(queryEncoded(request.head.path ?? "/office"))" : ""
        return .seeOther(visit.links.office("/sign-in") + back)
    }

    /// Reads a form that came from a page of this site: same origin, and the token of this session with it.
    private func checkedForm(_ request: Request, _ visit: Visit) async throws -> FormFields {
        guard Origin.isOwn(request, settings: app.settings) else { throw FormRefused.foreign }
        if route.takesFiles, let boundary = try MultipartBoundary(contentType: request.headers[.contentType] ?? "") {
            return try await MultipartForm(boundary: boundary, app: app, session: visit.session).read(request)
        }
        guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else {
            throw FormRefused.unreadable
        }
        var body: [UInt8] = []
        for try await part in request.body {
            body += part.readableBytesView
            if body.count > Self.formLimit { throw FormRefused.tooLarge }
        }
        let form = FormFields(urlEncoded: body)
        if let session = visit.session, form["csrf"] != session.token.formToken { throw FormRefused.foreign }
        return form
    }
}

/// A form that is not taken, whatever it says.
enum FormRefused: Error {
    /// From another site, or from before this session began.
    case foreign
    case unreadable
    case tooLarge
}

/// Whether a request came from a page of this site: browsers say so in `Sec-Fetch-Site` or `Origin`, and another site
/// can make them say neither wrongly.
enum Origin {
    static func isOwn(_ request: Request, settings: Settings) -> Bool {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
            return site == "same-origin"
        }
        guard let origin = request.headers[.origin] else { return true }
        if origin == settings.publicURL { return true }
        guard let host = request.head.authority else { return false }
        return origin == "http://\(host)" || origin == "https://\(host)"
    }
}

/// Cookies that this site sets: the session, and the elder mode.
package enum Cookies {
    static func name(_ settings: Settings) -> String { settings.isSecure ? "__Host-gongkai" : "gongkai" }

    static func session(in headers: HTTPFields, settings: Settings) -> SecretToken? {
        value(name(settings), in: headers).map { SecretToken($0) }
    }

    static func value(_ name: String, in headers: HTTPFields) -> String? {
        for cookie in (headers[.cookie] ?? "").split(separator: ";") {
            let parts = cookie.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
            if parts.count == 2, parts[0] == name { return String(parts[1]) }
        }
        return nil
    }

    /// The header value that signs a browser in; ends with the browser.
    package static func setting(_ token: SecretToken, _ settings: Settings) -> String {
        "\(name(settings))=\(token.text); Path=/; HttpOnly; SameSite=Lax\(settings.isSecure ? "; Secure" : "")"
    }

    package static func ending(_ settings: Settings) -> String {
        "\(name(settings))=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0\(settings.isSecure ? "; Secure" : "")"
    }

    package static func elder(_ isOn: Bool) -> String {
        "elder=\(isOn ? "1" : ""); Path=/; SameSite=Lax; Max-Age=\(isOn ? 31_536_000 : 0)"
    }
}
