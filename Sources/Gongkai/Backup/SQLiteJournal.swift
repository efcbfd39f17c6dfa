import Database
import Foundation

/// The `-wal` file beside an SQLite database, which holds the newest commits until they are folded into the file.
enum SQLiteJournal {
    /// Folds what is left of the journal into the file, when nobody else has it open.
    ///
    /// SQLite does so when the last connection closes, but not when that one was a reader, and a pool closes its
    /// readers last. A connection that only ever was the writer folds it at once.
    static func fold(into path: String) async throws {
        guard size(beside: path) > 0 else { return }
        try await SQLiteDatabase.open(path: path, readers: 1).close()
    }

    /// Bytes of the journal; 0 when there is none.
    static func size(beside path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
}
