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
            address: ClientAddress.of(request.headers, peer: context.remoteAddress, settings: app.settings),
            headers: request.headers
        )
        do {
            // A page that cannot do without the database says itself that it is out.
            try? await app.holidayBook.follow(app.database, at: app.now())
            let session = try await session(of: request)
            switch route.access {
            case .everyone:
                visit.session = session?.stage == .whole ? session : nil
            case .arriving:
                guard session != nil else { return askToSignIn(request, visit) }
                visit.session = session
            case .staff(let act):
                guard let session, session.stage == .whole else { return try await turnAside(request, visit, session) }
                visit.session = session
                try session.actor.require(act)
            }
            guard request.method == .post else { return try await route.answer(visit) }
            switch try await received(request, visit) {
            case .form(let form): visit.form = form
            case .kept(let location): return .seeOther(location)
            }
            // What the page has not put into the store goes again.
            defer { app.blobs.discard(visit.form.files) }
            return try await answerOnce(visit)
        } catch {
            return ErrorPages.page(for: error, visit: visit)
        }
    }

    private func session(of request: Request) async throws -> Session? {
        guard request.uri.path.hasPrefix("/office") else { return nil }
        guard let token = Cookies.session(in: request.headers, settings: app.settings) else { return nil }
        return try await app.session(token)
    }

    /// For those who are not all the way in: to the next step, with what they were about to send kept for them.
    private func turnAside(_ request: Request, _ visit: Visit, _ session: Session?) async throws -> Response {
        guard let session else {
            let kept = try await EndedForm(route: route, app: app).keep(request, visit)
            guard let kept else { return askToSignIn(request, visit) }
            return .seeOther(visit.links.office("/sign-in") + "?next=\(queryEncoded(kept.path))&did=kept")
        }
        let step = session.stage == .code ? "/sign-in/code" : "/account/second-factor"
        let kept = try await EndedForm(route: route, app: app).keep(request, visit)?.path
        let next = kept ?? (request.method == .get ? request.head.path ?? "/office" : "/office")
        return .seeOther(visit.links.office(step) + "?next=\(queryEncoded(next))")
    }

    private func askToSignIn(_ request: Request, _ visit: Visit) -> Response {
        let back = request.method == .get ? "?next=\(queryEncoded(request.head.path ?? "/office"))" : ""
        return .seeOther(visit.links.office("/sign-in") + back)
    }

    private enum Received {
        case form(FormFields)
        /// The form came from an earlier session of the same person; it is shown there before it is sent.
        case kept(at: String)
    }

    /// Reads a form that came from a page of this site: same origin, and the token of this session with it.
    private func received(_ request: Request, _ visit: Visit) async throws -> Received {
        guard Origin.isOwn(request, settings: app.settings) else { throw FormRefused.foreign }
        if route.takesFiles, let boundary = try MultipartBoundary(contentType: request.headers[.contentType] ?? "") {
            return .form(try await MultipartForm(boundary: boundary, app: app, session: visit.session).read(request))
        }
        let body = try await Self.body(of: request)
        let form = FormFields(urlEncoded: body)
        guard let session = visit.session, form["csrf"] != session.token.formToken else { return .form(form) }
        let kept = try await EndedForm(route: route, app: app).keep(body, form, request, visit)
        guard let kept, kept.person == session.person.id else { throw FormRefused.foreign }
        return .kept(at: visit.links.to(kept.path))
    }

    /// The whole body of a form.
    static func body(of request: Request) async throws -> [UInt8] {
        guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else {
            throw FormRefused.unreadable
        }
        var body: [UInt8] = []
        for try await part in request.body {
            body += part.readableBytesView
            if body.count > formLimit { throw FormRefused.tooLarge }
        }
        return body
    }

    /// A form that had been kept is taken out first, so that it is sent once; it is given back if it was not taken.
    private func answerOnce(_ visit: Visit) async throws -> Response {
        guard let kept = visit.form[EndedForm.field], visit.session != nil else { return try await route.answer(visit) }
        let (id, actor) = (ID<KeptForm>(kept), try visit.actor())
        var visit = visit
        visit.form = visit.form.without(EndedForm.field)
        try await ClaimKeptForm(id: id, actor: actor).run(in: app)
        do {
            let response = try await route.answer(visit)
            try await SettleKeptForm(id: id, wasTaken: response.status.code < 500, actor: actor).run(in: app)
            return response
        } catch {
            try await SettleKeptForm(id: id, wasTaken: false, actor: actor).run(in: app)
            throw error
        }
    }
}

/// A form that is not taken, whatever it says.
enum FormRefused: Error {
    /// From another site, or from before this session began.
    case foreign
    case unreadable
    case tooLarge
    /// Files for a case that was opened too long ago.
    case ended
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

    package static func elder(_ isOn: Bool, _ settings: Settings) -> String {
        let secure = settings.isSecure ? "; Secure" : ""
        return "elder=\(isOn ? "1" : ""); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(isOn ? 31_536_000 : 0)\(secure)"
    }
}
