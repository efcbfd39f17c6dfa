import Database
import Documents
import Text

/// Takes passages out of a PDF beside an item: the redacted file takes the place of the old one in a new version.
///
/// The old file stays with the versions that had it, which only the staff sees. The redaction is proven before anything
/// is written: the place is read again as text and as picture, and the whole file is searched for what stood there.
package struct RedactAttachment: Sendable {
    /// What is to be covered.
    package struct Marks: Sendable, Hashable {
        /// Suggestions that were ticked, by their ids, with their ground.
        package var suggestions: [String: RedactionGround]
        /// Words that are covered wherever they stand.
        package var words: [String]
        /// The ground of the words.
        package var wordsGround: RedactionGround?
        /// Places in millimetres from the top left corner, as typed: page, left, top, width, height.
        package var places: [String]
        /// The ground of the places.
        package var placesGround: RedactionGround?

        package init(
            suggestions: [String: RedactionGround] = [:],
            words: [String] = [],
            wordsGround: RedactionGround? = nil,
            places: [String] = [],
            placesGround: RedactionGround? = nil
        ) {
            self.suggestions = suggestions
            self.words = words
            self.wordsGround = wordsGround
            self.places = places
            self.placesGround = placesGround
        }
    }

    package var item: ID<Item>
    /// The version that the page showed.
    package var base: ID<Version>
    package var sha256: String
    package var marks: Marks
    package var actor: Actor

    package init(item: ID<Item>, base: ID<Version>, sha256: String, marks: Marks, actor: Actor) {
        self.item = item
        self.base = base
        self.sha256 = sha256
        self.marks = marks
        self.actor = actor
    }

    /// - Throws: `Refusal` in words; then the file and the item are as they were.
    @discardableResult
    package func run(in app: App) async throws -> Item {
        try actor.require(.draftItem)
        let next = NextFiles(item: item, base: base, actor: actor)
        // What cannot succeed is refused before anything is read.
        let name = try await app.database.read { tx in try Self.attachment(sha256, in: next.start(tx, app), tx).name }
        let (file, redactions) = try await redacted(app)
        return try await RecordRedaction(
            old: sha256,
            new: NewFile(file: file, name: name, uploadedAs: sha256),
            redactions: redactions,
            next: next
        ).run(in: app)
    }

    /// The file of the version, which must be a PDF.
    static func attachment(_ sha256: String, in draft: FilesDraft, _ tx: any SQLConnection) throws -> Attachment {
        guard let attachment = draft.attachments.first(where: { $0.sha256 == sha256 }),
            let file = try tx.files.find(sha256)
        else { throw Refusal.notFound }
        guard file.kind == .pdf else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "只有 PDF 可以在这里遮盖。请在原软件中删去不公开的内容，另存后重新上传",
                    en:
                        "Only a PDF can be redacted here. Delete the passages in its own program, save it, and upload it again"
                )
            )
        }
        return attachment
    }

    private func redacted(_ app: App) async throws -> (StoredFile, [Redaction]) {
        guard let path = app.blobs.path(of: sha256) else { throw Refusal.notFound }
        let (tools, marks, copy) = (app.tools, marks, app.blobs.incomingPath(in: app))
        let (redactions, examined, digest) = try await app.blobs.blocking {
            try BlobStore.makeFolder(app.blobs.incomingFolder)
            return try Refusal.ofRedaction {
                let redactions = try marks.redactions(in: path, tools)
                _ = try PDFRedaction(path, boxes: redactions.map(\.box), with: tools).write(to: copy)
                return (redactions, try DocumentExamination.examine(copy), try BlobStore.digest(of: copy))
            }
        }
        try await app.blobs.keep(copy, as: digest.sha256)
        let file = StoredFile(
            sha256: digest.sha256,
            size: digest.size,
            kind: .pdf,
            metadata: .removed,
            remarks: examined.remarks,
            reading: .waiting,
            findings: [],
            storedAt: app.now()
        )
        return (file, redactions)
    }
}

extension RedactAttachment.Marks {
    /// All places with their grounds; every mistake is said beside its field.
    func redactions(in path: String, _ tools: Toolbox) throws -> [Redaction] {
        let reading = try RedactionReading.read(path, tools)
        var problems: [FieldProblem] = []
        var redactions = reading.suggestions.flatMap { suggestion in
            suggestions[suggestion.id].map { ground in
                suggestion.boxes.map { Redaction(box: $0, ground: ground) }
            } ?? []
        }
        for text in words {
            let boxes = try reading.places(of: text, in: path, tools)
            if boxes.isEmpty { problems.append(Self.notFound(text)) }
            if let wordsGround { redactions += boxes.map { Redaction(box: $0, ground: wordsGround) } }
        }
        for line in places {
            guard let box = Self.box(line) else {
                problems.append(Self.unreadable(line))
                continue
            }
            if let placesGround { redactions.append(Redaction(box: box, ground: placesGround)) }
        }
        if !words.isEmpty, wordsGround == nil { problems.append(Self.noGround("words-ground")) }
        if !places.isEmpty, placesGround == nil { problems.append(Self.noGround("places-ground")) }
        if problems.isEmpty, redactions.isEmpty {
            throw Refusal.invalid([FieldProblem("words", RedactionProblem.noBox.phrase)])
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        return redactions
    }

    /// A line such as `2 30 45 80 10`, with whatever stands between the numbers.
    static func box(_ line: String) -> PageBox? {
        let narrow = line.unicodeScalars.map { scalar in
            0xFF01...0xFF5E ~= scalar.value
                ? Character(Unicode.Scalar(scalar.value - 0xFEE0) ?? " ") : Character(scalar)
        }
        let numbers = narrow.split { !($0.isASCII && $0.isNumber) && $0 != "." }.map { Double(String($0)) }
        guard numbers.count == 5, !numbers.contains(nil), let page = numbers[0].flatMap({ Int(exactly: $0) }) else {
            return nil
        }
        let points = numbers.dropFirst().compactMap { $0 }.map { $0 * 72 / 25.4 }
        guard page > 0, points.allSatisfy({ $0 < 100_000 }), points[2] >= 1, points[3] >= 1 else { return nil }
        return PageBox(page: page, x: points[0], y: points[1], width: points[2], height: points[3])
    }

    private static func notFound(_ text: String) -> FieldProblem {
        FieldProblem(
            "words",
            zh: "文件里找不到「\(text)」，请按文件中的写法填写",
            en: "“\(text)” does not stand in the file; write it as it stands there"
        )
    }

    private static func unreadable(_ line: String) -> FieldProblem {
        FieldProblem(
            "places",
            zh: "「\(line)」不是五个数：页码、左、上、宽、高（毫米），例如 2 30 45 80 10",
            en: "“\(line)” is not five numbers: page, left, top, width, height (mm), such as 2 30 45 80 10"
        )
    }

    private static func noGround(_ key: String) -> FieldProblem {
        FieldProblem(key, zh: "请选择不公开的理由", en: "Choose the ground")
    }
}

/// The step of `RedactAttachment` that is a transaction.
struct RecordRedaction: UseCase {
    var old: String
    var new: NewFile
    var redactions: [Redaction]
    var next: NextFiles

    func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        var draft = try next.start(tx, app)
        _ = try RedactAttachment.attachment(old, in: draft, tx)
        guard app.blobs.holds(new.file.sha256, size: new.file.size) else {
            throw Refusal.conflict(
                Phrase(zh: "遮盖后的文件没有保存成功，请再办理一次", en: "The redacted file was not stored; try once more")
            )
        }
        if try tx.files.insert(new.file) { try tx.jobs.enqueue(.readFile(new.file.sha256), at: app.now(), in: app) }
        try tx.redactions.insert(redactions, in: new.file.sha256, from: old, by: next.actor, in: app)
        draft.replace(old, with: Attachment(sha256: new.file.sha256, size: new.file.size, name: new.name))
        let item = try next.finish(draft, tx, app)
        try tx.audit.record(
            "item.redact-file",
            of: "item",
            item.id.text,
            detail: "\(new.file.sha256) from \(old) boxes \(redactions.count)",
            by: next.actor,
            in: app
        )
        return item
    }
}
