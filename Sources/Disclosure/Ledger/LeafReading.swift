import Civil

extension Leaf {
    package enum ReadingFailure: Error, Sendable { case notALeaf }

    /// Reads the bytes of a leaf back.
    /// - Throws: `ReadingFailure` for anything that `bytes` would not have written.
    package init(bytes: [UInt8]) throws {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard lines.count == 9, lines[0] == "disclosure-entry/v1", lines[8].isEmpty else {
            throw ReadingFailure.notALeaf
        }
        func value(_ line: Int, _ name: String) throws -> String {
            guard lines[line].utf8.starts(with: "\(name) ".utf8) else { throw ReadingFailure.notALeaf }
            return String(decoding: lines[line].utf8.dropFirst(name.utf8.count + 1), as: UTF8.self)
        }
        func optional(_ line: Int, _ name: String) throws -> String? {
            let text = try value(line, name)
            return text == "-" ? nil : text
        }
        guard let event = Event(rawValue: try value(2, "event")), let date = CivilDate(try value(7, "date")) else {
            throw ReadingFailure.notALeaf
        }
        let body = try optional(4, "body")
        guard body?.hasPrefix("sha256:") != false else { throw ReadingFailure.notALeaf }
        self.init(
            id: try value(1, "id"),
            event: event,
            kind: try value(3, "kind"),
            body: body.map { String($0.dropFirst("sha256:".count)) },
            previous: try optional(5, "prev"),
            basis: try optional(6, "basis"),
            date: date
        )
        let hashes = [self.body, previous].compactMap { $0 }
        guard hashes.allSatisfy(Self.isHash), !id.isEmpty, !kind.isEmpty, self.bytes == bytes else {
            throw ReadingFailure.notALeaf
        }
    }

    private static func isHash(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
