import Disclosure
import HTTPTypes
import Hummingbird

/// A form that comes after its session has ended: it is kept for the person from whose page it came.
///
/// Only a page of that session could know its form token, so nobody can leave something for somebody else to send.
package struct EndedForm: Sendable {
    /// The name under which the page of what was kept sends its id along.
    package static let field = "kept-form"

    let route: Route
    let app: App

    /// What was kept: where it is shown, and whose it is.
    struct Kept {
        var path: String
        var person: ID<Person>
    }

    /// Reads and keeps the form of a request that nobody is signed in for; nil when there is nothing of anybody's.
    func keep(_ request: Request, _ visit: Visit) async throws -> Kept? {
        guard request.method == .post, route.keepsForms, Origin.isOwn(request, settings: app.settings) else {
            return nil
        }
        // Whoever has no session must not make this machine read without end.
        try visit.take(.keep)
        guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else { return nil }
        let body = try await RouteDoor.body(of: request)
        return try await keep(body, FormFields(urlEncoded: body), request, visit)
    }

    /// Keeps a form that was read already.
    func keep(_ body: [UInt8], _ form: FormFields, _ request: Request, _ visit: Visit) async throws -> Kept? {
        guard route.keepsForms, let formToken = form["csrf"], let path = request.head.path else { return nil }
        let keep = KeepForm(path: path, language: visit.language, body: body, formToken: formToken)
        guard let (id, person) = try await keep.run(in: app) else { return nil }
        return Kept(path: "/office/kept/\(id)", person: person)
    }
}
