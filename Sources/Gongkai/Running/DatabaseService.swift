import ServiceLifecycle

/// Keeps the database open as long as anything runs, and closes it last.
struct DatabaseService: Service {
    let program: Program

    func run() async throws {
        try? await gracefulShutdown()
        await program.close()
    }
}
