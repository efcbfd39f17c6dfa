#if PostgreSQL
    import CLibPQ

    /// The fields of an error report, by the letters of the protocol.
    enum PostgresField {
        static let state = Int32(UInt8(ascii: "C"))
        static let message = Int32(UInt8(ascii: "M"))
        static let detail = Int32(UInt8(ascii: "D"))
        static let table = Int32(UInt8(ascii: "t"))
        static let column = Int32(UInt8(ascii: "c"))
        static let constraint = Int32(UInt8(ascii: "n"))
    }

    /// One result of libpq, freed with the object.
    final class PostgresResult {
        private let handle: OpaquePointer?

        init(_ handle: OpaquePointer?) {
            self.handle = handle
        }

        deinit {
            PQclear(handle)
        }

        var isSuccess: Bool {
            let status = PQresultStatus(handle)
            return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK
        }

        /// The command tag: `COMMIT`, `INSERT 0 1`, `SELECT 3`.
        var tag: String {
            PQcmdStatus(handle).map { String(cString: $0) } ?? ""
        }

        /// How many rows were inserted, updated or deleted; 0 for everything else.
        var changes: Int {
            let words = tag.split(separator: " ")
            guard let verb = words.first, let count = words.last.flatMap({ Int($0) }) else { return 0 }
            return verb == "INSERT" || verb == "UPDATE" || verb == "DELETE" || verb == "MERGE" ? count : 0
        }

        var rowCount: Int { Int(PQntuples(handle)) }

        /// A field of the error report.
        func field(_ code: Int32) -> String? {
            PQresultErrorField(handle, code).map { String(cString: $0) }
        }

        /// All rows, decoded by the types that the server declares for the columns.
        func rows() throws -> [SQLRow] {
            let width = PQnfields(handle)
            let layout = SQLRow.Layout(names: (0..<width).map { PQfname(handle, $0).map { String(cString: $0) } ?? "" })
            let decoders = (0..<width).map { PostgresDecoder(type: PQftype(handle, $0)) }
            var rows: [SQLRow] = []
            rows.reserveCapacity(rowCount)
            for row in 0..<PQntuples(handle) {
                var values: [SQLValue] = []
                values.reserveCapacity(Int(width))
                for column in 0..<width {
                    values.append(try value(row, column, decoders[Int(column)], layout))
                }
                rows.append(SQLRow(layout: layout, values: values))
            }
            return rows
        }

        private func value(
            _ row: Int32,
            _ column: Int32,
            _ decoder: PostgresDecoder,
            _ layout: SQLRow.Layout
        ) throws -> SQLValue {
            guard PQgetisnull(handle, row, column) == 0, let start = PQgetvalue(handle, row, column) else {
                return .null
            }
            let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(handle, row, column)))
            guard let value = decoder.decode(bytes) else {
                throw DatabaseError.decoding(column: layout.names[Int(column)], type: "\(decoder)")
            }
            return value
        }
    }
#endif
