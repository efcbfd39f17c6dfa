import Disclosure
import Logging
import ServiceLifecycle
import UnixSignals

extension Program {
    /// How long running requests and jobs may take to end; below the patience of systemd and of container platforms.
    private static let farewell = Duration.seconds(25)
    private static let lastPatience = Duration.seconds(5)

    /// Runs until SIGTERM or SIGINT: the database first and last, the others in between, in order.
    ///
    /// - Throws: the error of a service that failed; nothing after a graceful shutdown.
    func run(_ services: [(name: String, service: any Service)]) async throws {
        let database = (name: "database", service: DatabaseService(program: self) as any Service)
        var configuration = ServiceGroupConfiguration(
            services: ([database] + services).map {
                ServiceGroupConfiguration.ServiceConfiguration(service: $0.service, serviceName: $0.name)
            },
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: quiet(app.logger)
        )
        configuration.maximumGracefulShutdownDuration = Self.farewell
        configuration.maximumCancellationDuration = Self.lastPatience
        try await ServiceGroup(configuration: configuration).run()
        app.logger.info("Stopped")
    }

    /// The service group tells every step of every service at debug level; its warnings are enough.
    private func quiet(_ logger: Logger) -> Logger {
        var logger = logger
        if logger.logLevel > .debug { logger.logLevel = max(logger.logLevel, .notice) }
        return logger
    }

    /// What this process is, once at its start.
    func logStart(_ what: Logger.Message) {
        let engine =
            switch settings.database {
            case .sqlite: "sqlite"
            case .postgres: "postgresql"
            }
        app.logger.info(
            what,
            metadata: [
                "version": "\(Version.text)",
                "database": "\(engine)",
                "duties": "\(app.catalogue.duties.count)",
                "settings": "\(loaded.file ?? "-")",
            ]
        )
    }
}
