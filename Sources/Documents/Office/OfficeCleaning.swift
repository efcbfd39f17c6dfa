/// Word and Excel files without the names of those who wrote, changed or commented, and without where pictures were taken.

/// Writes a copy of an Office file without metadata.
struct OfficeCleaning {
    private let package: OfficePackage
    private let limits: DocumentLimits

    init(_ package: OfficePackage, limits: DocumentLimits) {
        self.package = package
        self.limits = limits
    }

    private enum Plan {
        case keep
        case replace([UInt8])
        case drop
    }

    /// Writes the clean copy.
    func write(to path: String) throws(DocumentProblem) {
        var writer = try ZipWriter(path)
        for entry in package.archive.entries {
            switch try plan(for: entry) {
            case .keep: try writer.copy(entry, from: package.archive.source)
            case .replace(let bytes): try writer.store(bytes, as: entry.name)
            case .drop: continue
            }
        }
        try writer.finish()
    }

    /// Whether there is nothing that a cleaning would take out: the proof after one.
    func isClean() throws(DocumentProblem) -> Bool {
        for entry in package.archive.entries {
            if case .keep = try plan(for: entry) { continue }
            return false
        }
        return true
    }

    private func plan(for entry: ZipEntry) throws(DocumentProblem) -> Plan {
        if let blank = Self.blankParts[entry.key] {
            let bytes = Array((Self.head + blank).utf8)
            return try package.archive.contents(of: entry, atMost: 16 << 20) == bytes ? .keep : .replace(bytes)
        }
        if Self.isThumbnail(entry) { return .drop }
        var reader = try ZipEntryReader(entry, in: package.archive)
        if Recognition.picture(try reader.next() ?? []) != nil { return try picturePlan(entry) }
        guard Self.isRewritten(entry, in: package.kind) else { return .keep }
        let bytes = try package.archive.contents(of: entry, atMost: 64 << 20)
        return try XmlRewriting.rewrite(bytes, Self.judge).map { .replace($0) } ?? .keep
    }

    private func picturePlan(_ entry: ZipEntry) throws(DocumentProblem) -> Plan {
        let source = MemorySource(try package.archive.contents(of: entry, atMost: 64 << 20))
        let anatomy = try PictureAnatomy(source, limits: limits)
        let clean = try anatomy.clean(source)
        return clean == source.contents ? .keep : .replace(clean)
    }

    // MARK: - parts

    private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"

    /// The parts that are there only to tell of the author, as they are when they tell nothing.
    private static let blankParts = [
        "docprops/core.xml":
            #"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>"#,
        "docprops/app.xml":
            #"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>"#,
        "docprops/custom.xml":
            #"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>"#,
    ]

    private static func isThumbnail(_ entry: ZipEntry) -> Bool { entry.key.hasPrefix("docprops/thumbnail") }

    /// Sheets hold no names, and may be very large: they are copied as they are.
    private static func isRewritten(_ entry: ZipEntry, in kind: DocumentKind) -> Bool {
        if entry.key.hasSuffix(".rels") { return true }
        guard entry.key.hasSuffix(".xml") else { return false }
        switch kind {
        case .docx: return entry.key.hasPrefix("word/")
        default:
            let file = entry.key.split(separator: "/").last.map(String.init) ?? ""
            return entry.key.contains("persons/") || file.contains("comment") || file.hasPrefix("workbook")
        }
    }

    private static let names: Set<String> = [
        "w:author", "w:initials", "w15:author", "w15:userId", "w15:providerId", "displayName", "userId", "providerId",
        "userName",
    ]

    private static func judge(_ tag: XmlTag) -> XmlRewriting.Verdict {
        switch tag.local {
        case "Relationship":
            let type = tag["Type"]?.split(separator: "/").last.map(String.init) ?? ""
            return type == "thumbnail" || type == "attachedTemplate" ? .remove : .keep
        case "attachedTemplate": return .remove
        case "author": return .empty
        case "absPath": return .change(tag.emptying(["url"]))
        default:
            return tag.attributes.contains { names.contains($0.name) } ? .change(tag.emptying(names)) : .keep
        }
    }
}
