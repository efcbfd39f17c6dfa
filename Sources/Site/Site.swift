package import Disclosure
package import Hummingbird
import Office
import Portal
package import Web

/// The whole site: every route of portal and office behind one responder.
///
/// The program and the tests build it alike.
package enum Site {
    package static let routes: [Route] = PortalRoutes.all + OfficeRoutes.all

    package static func responder(_ app: App) -> SiteResponder { SiteResponder(app: app, routes: routes) }

    /// The HTTP application, to be run as a service.
    package static func application(_ app: App) -> Application<SiteResponder> {
        Application(
            responder: responder(app),
            configuration: ApplicationConfiguration(
                address: .hostname(app.settings.host, port: app.settings.port),
                serverName: nil
            ),
            logger: app.logger
        )
    }
}
