/// Word and Excel files: which kind it is stands in the part [Content_Types].xml, not in the name.

/// An Office file whose parts have been looked at.
struct OfficePackage: Sendable {
    let kind: DocumentKind
    let archive: ZipDirectory
    /// What a clerk should know of before it is published.
    var remarks: Set<DocumentRemark> = []

    static let contentTypes = "[Content_Types].xml"
    static let mainTypes: [String: DocumentKind] = [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": .docx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": .xlsx,
    ]

    /// Tells the kind and refuses everything else that is a ZIP archive.
    init(_ source: any ByteSource, limits: DocumentLimits) throws(DocumentProblem) {
        archive = try ZipDirectory(source, limits: limits)
        guard let types = archive[Self.contentTypes] else { throw .forbidden(.archive) }
        kind = try Self.kind(try archive.contents(of: types, atMost: 1 << 20))
    }

    private static func kind(_ bytes: [UInt8]) throws(DocumentProblem) -> DocumentKind {
        var scanner = XmlScanner(bytes)
        var kinds: Set<DocumentKind> = []
        var isOther = false
        while let event = try scanner.next() {
            guard case .start(let tag) = event, let type = tag["ContentType"]?.lowercased() else { continue }
            if type.contains("macroenabled") || type.contains("vbaproject") { throw .forbidden(.macros) }
            if type.contains("activex") || type.contains("oleobject") { throw .active(.embeddedFile) }
            if let kind = mainTypes[type] { kinds.insert(kind) }
            if type.hasSuffix(".main+xml"), mainTypes[type] == nil { isOther = true }
        }
        guard kinds.count <= 1 else { throw .hiddenContent }
        guard let kind = kinds.first, !isOther else { throw .forbidden(isOther ? .otherOffice : .archive) }
        return kind
    }

    /// Unpacks everything once, keeping nothing: sizes and check sums are true, nothing is embedded, pictures are sound.
    mutating func examine(limits: DocumentLimits) throws(DocumentProblem) {
        for entry in archive.entries {
            var reader = try ZipEntryReader(entry, in: archive)
            let head = try reader.next() ?? []
            try Self.requireNoFile(head)
            let isRelations = entry.key.hasSuffix(".rels")
            let picture = Recognition.picture(head)
            while try reader.next() != nil {}
            if isRelations { try requireNothingOutside(entry) }
            if picture != nil { try examinePicture(entry, limits: limits) }
        }
        remarks.formUnion(try OfficeRemarks(archive, kind: kind).found())
    }

    /// No archive, program or document may stand inside: nobody would look into it.
    private static func requireNoFile(_ head: [UInt8]) throws(DocumentProblem) {
        switch Recognition.family(head) {
        case .zip, .archive: throw .bomb(.nested)
        case .pdf, .oldOffice: throw .active(.embeddedFile)
        case .program: throw .active(.macros)
        case .svg, .webPage, .picture, .other: return
        }
    }

    private func examinePicture(_ entry: ZipEntry, limits: DocumentLimits) throws(DocumentProblem) {
        let bytes = try archive.contents(of: entry, atMost: 64 << 20)
        _ = try PictureAnatomy(MemorySource(bytes), limits: limits)
    }

    /// Links for a reader to follow may lead outside; nothing may be fetched by itself.
    private func requireNothingOutside(_ entry: ZipEntry) throws(DocumentProblem) {
        var scanner = XmlScanner(try archive.contents(of: entry, atMost: 4 << 20))
        while let event = try scanner.next() {
            guard case .start(let tag) = event, tag["TargetMode"]?.lowercased() == "external" else { continue }
            let type = tag["Type"]?.split(separator: "/").last.map(String.init) ?? ""
            guard type == "hyperlink" || type == "attachedTemplate" else { throw .active(.outsideContent) }
        }
    }
}
