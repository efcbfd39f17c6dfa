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
        let isOffice = inner.uri.path.hasPrefix("/office")
        var response: Response
        do {
            response = try await answer(inner, context, aside: isOffice)
            // The router answers a path that it does not know itself, without a word, and leaves this mark.
            if context.endpointPath == nil || context.endpointPath == "NotFound" {
                response = ErrorPages.page(for: Refusal.notFound, visit: bareVisit(inner, context))
            }
        } catch {
            response = ErrorPages.page(for: error, visit: bareVisit(inner, context))
        }
        secure(&response, isOffice: isOffice)
        return response
    }

    /// - Parameter aside: away from the event loops, for what may compute for long, such as the examination of files.
    private func answer(_ request: Request, _ context: SiteContext, aside: Bool) async throws -> Response {
        guard aside else { return try await routes.respond(to: request, context: context) }
        return try await withTaskExecutorPreference(globalConcurrentExecutor) {
            try await routes.respond(to: request, context: context)
        }
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

    /// The security headers that every answer has.
    private static let fixed: [HTTPField] = [
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ].compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } }

    private func secure(_ response: inout Response, isOffice: Bool) {
        // A file that somebody uploaded brings a stricter one.
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] =
                "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; "
                + "base-uri 'none'; frame-ancestors 'none'"
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        // A picture that other sites may show says so itself.
        for field in Self.fixed where response.headers[field.name] == nil { response.headers.append(field) }
        if app.settings.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        if response.headers[.cacheControl] == nil {
            response.headers[.cacheControl] = isOffice ? "no-store" : "no-cache"
        }
    }
}
