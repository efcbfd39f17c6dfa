import Synchronization

/// The census of statements: what ran on each engine, so that a test run can prove that every statement ran on both.
///
/// It is off until `start` and then process-wide. Texts carry no values; islands are marked with both their sides.
package enum StatementCensus {
    private static let isCounting = Atomic<Bool>(false)
    private static let seen = Mutex<[Dialect: Set<String>]>([:])

    /// Begins to record.
    package static func start() {
        isCounting.store(true, ordering: .releasing)
    }

    /// Stops recording and forgets everything.
    package static func stop() {
        isCounting.store(false, ordering: .releasing)
        seen.withLock { $0 = [:] }
    }

    /// The statements that ran on an engine.
    package static func statements(on dialect: Dialect) -> Set<String> {
        seen.withLock { $0[dialect] ?? [] }
    }

    /// The statements that ran on this engine and on no other; those written with `SQL.only` are not counted.
    package static func statements(onlyOn dialect: Dialect) -> Set<String> {
        seen.withLock { seen in
            seen.reduce(into: seen[dialect] ?? []) { rest, entry in
                if entry.key != dialect { rest.subtract(entry.value) }
            }
        }
    }

    static func note(_ sql: SQL, on dialect: Dialect) {
        guard isCounting.load(ordering: .acquiring), !sql.isForOneEngine else { return }
        let text = sql.description
        seen.withLock { _ = $0[dialect, default: []].insert(text) }
    }
}
