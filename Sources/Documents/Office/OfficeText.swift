/// The text of Word and Excel files, with what is deleted, hidden or commented: whoever opens the file can read that too.

/// Collects text up to a limit.
struct TextCollector {
    private(set) var bytes: [UInt8] = []
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Whether there was more than the limit allows.
    private(set) var isFull = false

    mutating func add(_ more: [UInt8]) {
        guard !isFull else { return }
        if bytes.count + more.count > limit { isFull = true } else { bytes += more }
    }

    mutating func add(_ byte: UInt8) { add([byte]) }

    /// The text without the white space at its ends.
    var text: String { XmlText.string(bytes).trimmingSpaces }
}

/// Reads the text of an Office file part by part.
struct OfficeText {
    private let archive: ZipDirectory
    private let kind: DocumentKind

    init(_ package: OfficePackage) {
        archive = package.archive
        kind = package.kind
    }

    /// Whether the words of a part can be seen by a reader.
    static func isRead(_ entry: ZipEntry, in kind: DocumentKind) -> Bool {
        guard entry.key.hasSuffix(".xml"), entry.name != OfficePackage.contentTypes else { return false }
        let unread = ["styles", "settings", "theme", "fonttable", "websettings", "numbering", "calcchain"]
        let file = entry.key.split(separator: "/").last.map(String.init) ?? ""
        if entry.key.hasPrefix("docprops/") || entry.key.contains("/theme/") { return false }
        return !unread.contains { file.hasPrefix($0) }
    }

    /// The whole text, up to the limit.
    func read(limit: Int) throws(DocumentProblem) -> TextCollector {
        var collector = TextCollector(limit: limit)
        let parts = archive.entries.filter { Self.isRead($0, in: kind) }
        switch kind {
        case .xlsx:
            var shared = try SharedStrings(archive, limit: limit)
            for part in sheets(among: parts) { try sheet(part, &shared, into: &collector) }
            for part in parts where !Self.isSheet(part) && !Self.isSharedStrings(part) {
                try words(part, into: &collector)
            }
            // What no cell shows any more is still in the file.
            for text in shared.unused { collector.add(text + [0x0A]) }
            if shared.isFull { collector.add(Array(repeating: 0x20, count: limit + 1)) }
        default:
            for part in parts.filter(Self.isMain) + parts.filter({ !Self.isMain($0) }) {
                try words(part, into: &collector)
            }
        }
        return collector
    }

    private static func isMain(_ entry: ZipEntry) -> Bool { entry.key == "word/document.xml" }
    private static func isSheet(_ entry: ZipEntry) -> Bool { entry.key.contains("sheets/") }
    static func isSharedStrings(_ entry: ZipEntry) -> Bool { entry.key.hasSuffix("sharedstrings.xml") }

    private func sheets(among parts: [ZipEntry]) -> [ZipEntry] {
        parts.filter(Self.isSheet).sorted { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }
    }

    private func scanner(_ part: ZipEntry) throws(DocumentProblem) -> XmlScanner {
        var reader = try ZipEntryReader(part, in: archive)
        return XmlScanner { () throws(DocumentProblem) -> [UInt8]? in try reader.next() }
    }

    /// Words in the order of the part, a line for each paragraph.
    private func words(_ part: ZipEntry, into collector: inout TextCollector) throws(DocumentProblem) {
        var scanner = try scanner(part)
        var isText = false
        while let event = try scanner.next() {
            switch event {
            case .start(let tag):
                isText = ["t", "delText", "v", "author", "text"].contains(tag.local)
                switch tag.local {
                case "tab": collector.add(0x09)
                case "br", "cr", "sheet": collector.add(0x0A)
                default: break
                }
                if tag.local == "sheet", let name = tag["name"] { collector.add(Array(name.utf8)) }
            case .text(let bytes):
                if isText { collector.add(bytes) }
            case .end(let name):
                isText = false
                switch XmlTag.local(name) {
                case "p", "comment", "threadedComment", "si", "author", "v": collector.add(0x0A)
                case "tc": collector.add(0x09)
                default: break
                }
            }
            if collector.isFull { return }
        }
    }

    /// Cells of a row apart by tabs, a line for each row.
    private func sheet(
        _ part: ZipEntry,
        _ shared: inout SharedStrings,
        into collector: inout TextCollector
    ) throws(DocumentProblem) {
        var scanner = try scanner(part)
        var cell = SheetCell()
        while let event = try scanner.next() {
            switch event {
            case .start(let tag):
                if tag.local == "c" { cell = SheetCell(type: tag["t"]) }
                cell.element = tag.local
            case .text(let bytes): cell.add(bytes)
            case .end(let name):
                cell.element = ""
                switch XmlTag.local(name) {
                case "c":
                    collector.add(cell.isShared ? shared.use(cell.value) : cell.shown)
                    collector.add(0x09)
                case "row": collector.add(0x0A)
                default: break
                }
            }
            if collector.isFull { return }
        }
        collector.add(0x0A)
    }
}

/// A cell while it is read.
private struct SheetCell {
    var type: String?
    var element = ""
    private(set) var value: [UInt8] = []

    init(type: String? = nil) { self.type = type }

    var isShared: Bool { type == "s" }

    mutating func add(_ bytes: [UInt8]) {
        if element == "v" || element == "t" { value += bytes }
    }

    /// The value as a reader sees it: 1.3800138E10 is 13800138000.
    var shown: [UInt8] {
        guard type == nil || type == "n" else { return value }
        let text = XmlText.string(value)
        guard text.contains("E") || text.contains("e") else { return value }
        guard let number = Double(text), number == number.rounded(), abs(number) < 9e15 else { return value }
        return Array(String(Int(number)).utf8)
    }
}

/// The texts that the cells of a workbook refer to by number.
private struct SharedStrings {
    private var texts: [[UInt8]] = []
    private var isUsed: [Bool] = []
    private(set) var isFull = false

    init(_ archive: ZipDirectory, limit: Int) throws(DocumentProblem) {
        guard let part = archive.entries.first(where: OfficeText.isSharedStrings) else { return }
        var reader = try ZipEntryReader(part, in: archive)
        var scanner = XmlScanner { () throws(DocumentProblem) -> [UInt8]? in try reader.next() }
        var text: [UInt8] = []
        var isText = false
        var total = 0
        while let event = try scanner.next() {
            switch event {
            case .start(let tag): isText = tag.local == "t"
            case .text(let bytes): if isText { text += bytes }
            case .end(let name):
                isText = false
                guard XmlTag.local(name) == "si" else { continue }
                texts.append(text)
                total += text.count + 16
                text = []
                if total > limit {
                    isFull = true
                    break
                }
            }
            if isFull { break }
        }
        isUsed = Array(repeating: false, count: texts.count)
    }

    mutating func use(_ number: [UInt8]) -> [UInt8] {
        guard let index = Int(XmlText.string(number)), texts.indices.contains(index) else { return [] }
        isUsed[index] = true
        return texts[index]
    }

    var unused: [[UInt8]] { zip(texts, isUsed).filter { !$0.1 }.map(\.0) }
}
