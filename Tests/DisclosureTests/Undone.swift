import Database

/// Carries a result out of a transaction that is taken back.
private struct Undo<Result: Sendable>: Error { var result: Result }

extension SQLDatabase {
    /// Does something in a transaction and takes it back.
    func undone<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        do {
            try await write { tx in throw Undo(result: try body(tx)) }
        } catch let undo as Undo<Result> {
            return undo.result
        }
        throw DatabaseError.other("nothing was undone")
    }
}
