/// The two SQL engines that one program text must serve equally.
package enum Dialect: String, Sendable, Hashable, CaseIterable {
    /// SQLite 3.37 or newer, inside the program; one file, one machine.
    case sqlite
    /// PostgreSQL 15 or newer, for several machines that serve one site.
    case postgres
}
