package import Disclosure
import HTTPTypes
package import Hummingbird
import Text

/// The outermost step of every request: takes the language off the path, names the request, sets the security headers,
/// and turns whatever went wrong into a page that says so.
package struct SiteResponder: HTTPResponder {
    package typealias Context = SiteContext

    let app: App
    let routes: RouterResponder<SiteContext>

    package init(app: App, routes: [Route]) {
        self.app = app
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        for route in routes {
            let door = RouteDoor(app: app, route: route)
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await door.answer(request, context)
            }
        }
        self.routes = router.buildResponder()
    }

    package func respond(to request: Request, context: SiteContext) async throws -> Response {
        var context = context
        context.requestID = app.newID(Request.self).text
        let (language, path) = Self.language(of: request.head.path ?? "/")
        context.language = language
        var head = request.head
        head.path = path
        let inner = Request(head: head, body: request.body)
        var response: Response
        do {
            response = try await routes.respond(to: inner, context: context)
            // The router answers a path that it does not know itself, without a word, and leaves this mark.
            if context.endpointPath == nil || context.endpointPath == "NotFound" {
                response = ErrorPages.page(for: Refusal.notFound, visit: bareVisit(inner, context))
            }
        } catch {
            response = ErrorPages.page(for: error, visit: bareVisit(inner, context))
        }
        secure(&response, isOffice: inner.uri.path.hasPrefix("/office"))
        return response
    }

    private func bareVisit(_ request: Request, _ context: SiteContext) -> Visit {
        Visit(
            app: app,
            language: context.language,
            path: request.uri.path,
            query: FormFields(query: request.uri.query),
            form: FormFields(),
            parameters: [:],
            remainder: "",
            session: nil,
            requestID: context.requestID,
            isElder: false,
            address: nil
        )
    }

    /// `/en` and everything below it is English; the rest of the path is the same in both languages.
    static func language(of path: String) -> (Language, String) {
        if path == "/en" || path.hasPrefix("/en?") { return (.en, "/" + path.dropFirst(3)) }
        if path.hasPrefix("/en/") { return (.en, String(path.dropFirst(3))) }
        return (.zh, path)
    }

    private func secure(_ response: inout Response, isOffice: Bool) {
        // A file that somebody uploaded brings a stricter one.
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] =
                "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; "
                + "base-uri 'none'; frame-ancestors 'none'"
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        if let name = HTTPField.Name("X-Frame-Options") { response.headers[name] = "DENY" }
        if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "same-origin" }
        if let name = HTTPField.Name("Permissions-Policy") {
            response.headers[name] = "camera=(), geolocation=(), microphone=()"
        }
        if let name = HTTPField.Name("Cross-Origin-Opener-Policy") { response.headers[name] = "same-origin" }
        if let name = HTTPField.Name("Cross-Origin-Resource-Policy") { response.headers[name] = "same-origin" }
        if app.settings.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        if response.headers[.cacheControl] == nil {
            response.headers[.cacheControl] = isOffice ? "no-store" : "no-cache"
        }
    }
}
