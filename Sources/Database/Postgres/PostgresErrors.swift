#if PostgreSQL
    import CLibPQ

    /// SQLSTATE codes in the words of both engines (PostgreSQL manual, appendix A).
    extension DatabaseError {
        /// The state that our append-only triggers raise.
        private static let appendOnlyState = "GK001"

        /// The error of a result; `statement` is the text without values, for the developer.
        init(_ result: PostgresResult, statement: String) {
            let state = result.field(PostgresField.state) ?? ""
            switch state {
            case "23505", "23P01":
                self = .uniqueViolation(DatabaseError.uniqueKey(of: result))
            case "23503", "23001":
                self = .foreignKeyViolation(result.field(PostgresField.constraint) ?? "")
            case "23514":
                self = .checkViolation(result.field(PostgresField.constraint) ?? "")
            case "23502":
                let table = result.field(PostgresField.table) ?? ""
                self = .checkViolation("\(table).\(result.field(PostgresField.column) ?? "")")
            case "40001", "40P01":
                self = .serialization
            case DatabaseError.appendOnlyState:
                self = .refused(result.field(PostgresField.message) ?? "append-only")
            case "55P03":
                self = .unavailable("locked by another writer for too long")
            case "57014":
                self = .unavailable("a statement took too long or was cancelled")
            case "53100":
                self = .full("PostgreSQL has no space on its disk")
            case "25006":
                self = .readOnly("PostgreSQL takes no changes here")
            case "25P03":
                self = .unavailable("a transaction was idle for too long")
            default:
                self = DatabaseError.other(state: state, result: result, statement: statement)
            }
        }

        private static func other(state: String, result: PostgresResult, statement: String) -> DatabaseError {
            switch state.prefix(2) {
            case "08", "53", "57", "58":
                return .unavailable("PostgreSQL answered \(state)")
            case "42", "25", "0A", "3D", "3F", "2B":
                // These messages name tables, columns and syntax, never values.
                return .other(located("\(result.field(PostgresField.message) ?? "") [\(state)]", statement))
            default:
                return .other(located("PostgreSQL answered \(state)", statement))
            }
        }

        /// `table.column, table.column` as SQLite says it; the name of the constraint for an index over expressions.
        ///
        /// The detail reads `Key (a, b)=(values) already exists.` in every language of the server; the values are dropped.
        private static func uniqueKey(of result: PostgresResult) -> String {
            let constraint = result.field(PostgresField.constraint) ?? ""
            guard let table = result.field(PostgresField.table), let detail = result.field(PostgresField.detail),
                let open = detail.firstIndex(of: "(")
            else { return constraint }
            let rest = detail[detail.index(after: open)...]
            guard let close = rest.firstIndex(of: ")") else { return constraint }
            let columns = rest[..<close]
            guard rest[close...].hasPrefix(")=("), !columns.contains("(") else { return constraint }
            return columns.split(separator: ",").map { column in
                "\(table).\(column.filter { $0 != " " && $0 != "\"" })"
            }.joined(separator: ", ")
        }
    }
#endif
