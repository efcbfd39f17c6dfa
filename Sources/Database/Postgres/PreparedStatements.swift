#if PostgreSQL
    import CLibPQ

    /// The statements that a session keeps prepared, by text and parameter types, at most 200: the least used one goes.
    struct PreparedStatements {
        static let limit = 200

        private struct Key: Hashable {
            let text: String
            let signature: String
        }

        private struct Entry {
            let name: String
            var lastUse: Int
        }

        private var entries: [Key: Entry] = [:]
        private var uses = 0
        private var names = 0

        /// The name under which a statement is prepared, or nil when it is not.
        mutating func name(of text: String, _ signature: String) -> String? {
            let key = Key(text: text, signature: signature)
            guard entries[key] != nil else { return nil }
            uses += 1
            entries[key]?.lastUse = uses
            return entries[key]?.name
        }

        /// A name for a new statement.
        mutating func newName() -> String {
            names += 1
            return "s\(names)"
        }

        /// Remembers a statement; returns the name of the one to deallocate for it.
        mutating func keep(_ name: String, for text: String, _ signature: String) -> String? {
            var evicted: String?
            if entries.count >= PreparedStatements.limit,
                let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
            {
                entries[oldest.key] = nil
                evicted = oldest.value.name
            }
            uses += 1
            entries[Key(text: text, signature: signature)] = Entry(name: name, lastUse: uses)
            return evicted
        }

        mutating func forgetAll() {
            entries = [:]
        }
    }
#endif
