import ArgumentParser
import Disclosure
import Hummingbird
import Logging
import Site
import Text

/// Serves the site: portal, office, feeds, and the jobs that wait behind them.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: Phrase(zh: "运行网站，直到收到 SIGTERM", en: "Serve the site until SIGTERM").inTerminal
    )

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let program = try await Program.open(options, as: .main)
        try await program.serve()
    }
}

extension Program {
    /// Serves until a signal ends it; requests and jobs that run are finished.
    func serve() async throws {
        logStart("Serving")
        warnOfPlainConnections()
        warnOfUnknownClients()
        try await FollowCatalogue().run(in: app)
        do {
            try await run([
                (name: "worker", service: Worker(app)),
                (name: "http", service: OnEventLoops(base: Site.application(app))),
            ])
        } catch let error where "\(error)".hasPrefix("bind(") {
            // The system's own error, of a type that the server does not show: `bind(…): reason) (errno: 98)`.
            let place = "\(settings.host):\(settings.port)"
            throw CommandFailure(
                zh: "无法监听 \(place)，可能已被其他程序占用，或这不是本机地址（\(error)）",
                en:
                    "cannot listen on \(place): another program may do so, or it is no address of this machine (\(error))"
            )
        }
    }

    private func warnOfPlainConnections() {
        let isLocal = ["127.0.0.1", "::1", "localhost"].contains(settings.host)
        guard !settings.isSecure, !isLocal else { return }
        app.logger.warning(
            "Sessions and passwords travel unencrypted: set public-url to https:// and put a proxy with TLS before it",
            metadata: ["public-url": "\(settings.publicURL)"]
        )
    }

    private func warnOfUnknownClients() {
        guard settings.isSecure, settings.clientAddressHeader == nil else { return }
        app.logger.warning(
            "Tries cannot be counted by address behind the proxy: set client-address-header to the header that it writes",
            metadata: ["public-url": "\(settings.publicURL)"]
        )
    }
}
