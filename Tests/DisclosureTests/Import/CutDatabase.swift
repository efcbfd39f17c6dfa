import Database

/// A database that is cut off after so many writes, as by a power failure.
final class CutDatabase: SQLDatabase {
    private let inner: any SQLDatabase
    private let left: Countdown

    init(_ inner: any SQLDatabase, writes: Int) {
        self.inner = inner
        left = Countdown(writes)
    }

    var dialect: Dialect { inner.dialect }

    func read<Result: Sendable>(
        from place: Place,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await inner.read(from: place, body)
    }

    func write<Result: Sendable>(
        from place: Place,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        guard left.next() else { throw DatabaseError.unavailable("cut off") }
        return try await inner.write(from: place, body)
    }

    func writeUnordered<Result: Sendable>(
        from place: Place,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await inner.writeUnordered(from: place, body)
    }

    func writeWithoutLimits<Result: Sendable>(
        from place: Place,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await inner.writeWithoutLimits(from: place, body)
    }

    func close() async {}
}
