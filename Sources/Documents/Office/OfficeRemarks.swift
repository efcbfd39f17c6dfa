/// Looks through the parts of an Office file for what its author may have forgotten in it.
struct OfficeRemarks {
    private let archive: ZipDirectory
    private let kind: DocumentKind

    init(_ archive: ZipDirectory, kind: DocumentKind) {
        self.archive = archive
        self.kind = kind
    }

    func found() throws(DocumentProblem) -> Set<DocumentRemark> {
        var remarks: Set<DocumentRemark> = []
        for entry in archive.entries where OfficeText.isRead(entry, in: kind) {
            var reader = try ZipEntryReader(entry, in: archive)
            var scanner = XmlScanner { () throws(DocumentProblem) -> [UInt8]? in try reader.next() }
            while let event = try scanner.next() {
                guard case .start(let tag) = event, let remark = Self.remark(tag, in: kind) else { continue }
                remarks.insert(remark)
            }
        }
        return remarks
    }

    private static func remark(_ tag: XmlTag, in kind: DocumentKind) -> DocumentRemark? {
        switch (kind, tag.local) {
        case (.docx, "ins"), (.docx, "del"), (.docx, "moveFrom"), (.docx, "moveTo"): .trackedChanges
        case (.docx, "vanish"): tag["val"].map { ["0", "false", "off"].contains($0) } == true ? nil : .hiddenContent
        case (.docx, "comment"), (.xlsx, "comment"), (.xlsx, "threadedComment"): .comments
        case (.xlsx, "sheet"): tag["state"]?.lowercased().hasSuffix("hidden") == true ? .hiddenContent : nil
        case (.xlsx, "row"), (.xlsx, "col"): ["1", "true"].contains(tag["hidden"] ?? "") ? .hiddenContent : nil
        default: nil
        }
    }
}
