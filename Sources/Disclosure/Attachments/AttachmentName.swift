package import Documents

/// The name under which a file stands beside an item: one line, no folder, and the ending of what the file is.
enum AttachmentName {
    /// Without the ending, in characters.
    static let limit = 120
    /// With the ending, in bytes of UTF-8: what every file system takes.
    static let byteLimit = 200

    /// What a clerk typed as a name or a browser sent as one; nil when nothing readable is left, or too much.
    static func read(_ typed: String, kind: DocumentKind) -> String? {
        let stem = stem(of: typed)
        guard !stem.isEmpty, stem.count <= limit else { return nil }
        let name = "\(stem).\(kind.fileExtension)"
        return name.utf8.count <= byteLimit ? name : nil
    }

    /// A name that can be used, made of what the computer of the clerk called the file.
    static func fitted(_ sent: String, kind: DocumentKind) -> String {
        var stem = stem(of: sent)
        if stem.isEmpty { stem = "附件" }
        stem = String(stem.prefix(limit))
        while stem.utf8.count + kind.fileExtension.utf8.count + 1 > byteLimit { stem.removeLast() }
        return "\(stem).\(kind.fileExtension)"
    }

    /// Whether two names would be taken for one.
    static func isSame(_ one: String, _ other: String) -> Bool { one.lowercased() == other.lowercased() }

    private static func stem(of name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: text.append(" ")
            case 0x2F, 0x5C: text.append("_")
            default: text.unicodeScalars.append(scalar)
            }
        }
        text = FieldText.trimmed(text)
        let endings = DocumentKind.allCases.map(\.fileExtension) + ["jpeg"]
        if let dot = text.lastIndex(of: "."), endings.contains(text[text.index(after: dot)...].lowercased()) {
            text = FieldText.trimmed(String(text[..<dot]))
        }
        return text
    }
}

extension DocumentKind {
    /// What a stored file is by its name, whose ending was given to it by its content.
    package init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: ".") else { return nil }
        let ending = fileName[fileName.index(after: dot)...]
        guard let kind = Self.allCases.first(where: { $0.fileExtension == ending }) else { return nil }
        self = kind
    }
}
