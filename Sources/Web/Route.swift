package import Disclosure
package import HTTPTypes
package import Hummingbird

/// One address of the site, who may come to it, and what it answers.
///
/// The lists of routes are the whole of the access rules of the web: nothing is reachable that does not stand in one.
package struct Route: Sendable {
    package enum Access: Sendable, Hashable {
        case everyone
        /// Staff in any stage of signing in: the password was right, and the second factor may still be to come.
        case arriving
        case staff(Act)
    }

    package var method: HTTPRequest.Method
    /// Steps in braces are parameters; `**` at the end takes the rest.
    package var path: String
    package var access: Access
    /// Whether a form that comes when the session has ended is kept for its person; not where it holds a secret.
    package var keepsForms = true
    /// Whether its form may bring files; other forms with files are refused unread.
    package var takesFiles = false
    package var answer: @Sendable (Visit) async throws -> Response

    package static func get(
        _ path: String,
        _ access: Access,
        _ answer: @escaping @Sendable (Visit) async throws -> Response
    ) -> Route {
        Route(method: .get, path: path, access: access, answer: answer)
    }

    package static func post(
        _ path: String,
        _ access: Access,
        _ answer: @escaping @Sendable (Visit) async throws -> Response
    ) -> Route {
        Route(method: .post, path: path, access: access, answer: answer)
    }

    /// The same route, but what is typed here is never written down: passwords and codes.
    package var forSecrets: Route {
        var route = self
        route.keepsForms = false
        return route
    }

    /// A form that brings files.
    package static func upload(
        _ path: String,
        _ access: Access,
        _ answer: @escaping @Sendable (Visit) async throws -> Response
    ) -> Route {
        Route(method: .post, path: path, access: access, takesFiles: true, answer: answer)
    }
}
