import Crypto

/// One step of the schema, forward only: once released it never changes, a mistake is mended by the next step.
///
/// On clusters a release expands (adds) or contracts (removes), never both, so that old and new programs can run side
/// by side for a while.
package struct Migration: Sendable {
    /// Position in the order, from 1; numbers may have gaps but never repeat.
    package let number: Int
    /// What it is for, for people.
    package let name: String
    /// The statements for an engine, in order; equal input, equal output: no clock, no randomness.
    package let statements: @Sendable (Dialect) -> [SQL]

    /// A step of the schema.
    package init(number: Int, name: String, statements: @escaping @Sendable (Dialect) -> [SQL]) {
        self.number = number
        self.name = name
        self.statements = statements
    }

    /// SHA-256 in hexadecimal over the rendered statements and bound values for an engine: what must not change.
    package func checksum(for dialect: Dialect) throws -> String {
        var hash = SHA256()
        func add(_ text: String) {
            hash.update(data: Array("\(text.utf8.count):".utf8))
            hash.update(data: Array(text.utf8))
        }
        for statement in statements(dialect) {
            let rendered = try statement.rendered(for: dialect)
            add(rendered.text)
            for value in rendered.values { add("\(value)") }
        }
        return hash.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

/// Why a database and a program do not fit together.
package enum MigrationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The program's list of migrations is not in rising order at this number.
    case disorder(number: Int)
    /// A migration that the database has was changed afterwards.
    case changed(number: Int, name: String)
    /// The database has a migration that this program does not know: it was written by a newer one.
    case unknown(number: Int, name: String)
    /// A migration is missing below one that the database has already.
    case skipped(number: Int, name: String)

    package var description: String {
        switch self {
        case .disorder(let number):
            "migration \(number) is out of order in this program"
        case .changed(let number, let name):
            "migration \(number) (\(name)) was changed after this database had run it"
        case .unknown(let number, let name):
            "the database has migration \(number) (\(name)), which this program does not know: use a newer program"
        case .skipped(let number, let name):
            "migration \(number) (\(name)) comes before one that the database has already"
        }
    }
}
