import Database
import ServiceLifecycle

/// Keeps the database open as long as anything runs, and closes it last.
struct DatabaseService: Service {
    let database: any SQLDatabase

    func run() async throws {
        try? await gracefulShutdown()
        await database.close()
    }
}
