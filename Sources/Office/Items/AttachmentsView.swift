import Disclosure
import Documents
import Html
import Text
import Web

/// The files of a version: what each is, how far its text was read, and what a reviewer should know of it.
struct AttachmentsView: Component {
    var files: [AttachedFile]
    var duty: Duty
    var content: ItemContent
    var item: ID<Item>
    var links: Links
    var title = Phrase(zh: "附件", en: "Files")
    /// Forms or buttons under the list.
    var more: HTML = .empty

    /// The files of the current version.
    init(_ reading: ItemReading, _ links: Links) {
        self.init(reading.files, of: reading.version, under: reading.duty, links)
    }

    init(_ files: [AttachedFile], of version: Version, under duty: Duty, _ links: Links) {
        self.files = files
        self.duty = duty
        self.links = links
        content = version.content
        item = version.item
    }

    func html(in language: Language) -> HTML {
        let list = files.isEmpty ? HTML.empty : table(language)
        return PagePart(title, id: "attachments", list + more).html(in: language)
    }

    private func table(_ language: Language) -> HTML {
        DataTable(
            caption: Phrase(
                zh: "\(files.count) 个附件，按公开的顺序",
                en: files.count == 1 ? "One file" : "\(files.count) files in the order of publication"
            ),
            columns: [
                .init(label: Phrase(zh: "文件", en: "File")),
                .init(label: Phrase(zh: "文字、扫描结果和元数据", en: "Text, what the scan found, and metadata")),
            ],
            rows: files.map { row($0, language) },
            id: "attachments-table"
        ).html(in: language)
    }

    private func row(_ file: AttachedFile, _ language: Language) -> [DataTable.Cell] {
        let facts = [
            owner(file)?[language], file.file.kind.name[language], file.attachment.size.fileSize,
            "SHA-256 \(file.attachment.sha256.prefix(12))…",
        ].compactMap { $0 }.joined(separator: " · ")
        return [
            .markup(
                """
                <a href="\(url: links.office("/items/\(item)/files/\(file.attachment.sha256)"))">\
                \(HTML.record(file.attachment.name, in: language))</a><br><span class="small quiet">\(facts)</span>
                """
            ),
            .markup(text(file.file, language)),
        ]
    }

    /// The field that the file fills.
    private func owner(_ file: AttachedFile) -> Phrase? {
        duty.fileFields.first { field in
            AttachmentLines.files(content[field.key]).contains { $0.sha256 == file.attachment.sha256 }
        }?.name
    }

    private func text(_ file: StoredFile, _ language: Language) -> HTML {
        var tags: [Tag] = []
        var words: [Phrase] = []
        if !file.findings.isEmpty { tags.append(Self.found(file)) }
        switch file.reading {
        case .waiting:
            tags.append(Tag(kind: .plain, word: Phrase(zh: "正在读取", en: "Being read")))
            words.append(Phrase(zh: "请稍候刷新页面。", en: "Reload the page in a moment."))
        case .done(let state, let pages):
            if file.needsEyes { tags.append(Tag(kind: .soon, word: Phrase(zh: "须人工核对", en: "To be checked by hand"))) }
            if !state.isComplete { words.append(state.phrase) }
            if state.isComplete, !pages.isEmpty { words.append(Self.empty(pages)) }
            if tags.isEmpty { tags.append(Tag(kind: .onTime, word: Phrase(zh: "没有发现", en: "Nothing found"))) }
        }
        words += file.remarks.map(\.phrase).sorted { $0.zh < $1.zh }
        words.append(file.metadata.phrase)
        let lines = words.map { words -> HTML in "<br><span class=\"small\">\(words[language])</span>" }
        return "\(tags.html(in: language))\(lines)"
    }

    private static func empty(_ pages: [Int]) -> Phrase {
        let list = pages.prefix(10).map(String.init)
        return Phrase(
            zh: "第 \(list.joined(separator: "、")) 页\(pages.count > 10 ? "等" : "")没有文字，可能是扫描页，请人工检查。",
            en:
                "No text on page \(list.joined(separator: ", "))\(pages.count > 10 ? " and others" : ""), which may be a scan: check by eye."
        )
    }

    private static func found(_ file: StoredFile) -> Tag {
        let count = file.findings.count
        return Tag(
            kind: .late,
            word: Phrase(zh: "发现 \(count) 处", en: count == 1 ? "One passage" : "\(count) passages")
        )
    }
}

/// The form that uploads files to an item.
struct UploadForm: Component {
    var reading: ItemReading
    var filled: FilledForm
    var visit: Visit

    /// The name of the field that brings the files.
    static let file = "file"
    /// The field of the duty that they fill.
    static let owner = "fills"

    func html(in language: Language) -> HTML {
        let settings = visit.app.settings
        let file = FormField(
            key: Self.file,
            label: Phrase(zh: "上传附件", en: "Upload files"),
            hint: Phrase(
                zh: """
                    PDF、Word（.docx）、Excel（.xlsx）或 PNG、JPEG、GIF、WebP 图片；每个不超过 \(settings.attachmentMegabytes) MB，\
                    一条信息最多 \(settings.attachmentsPerItem) 个。作者、位置等元数据在保存时清除。
                    """,
                en: """
                    PDF, Word (.docx), Excel (.xlsx) or PNG, JPEG, GIF, WebP pictures of at most \(settings.attachmentMegabytes) \
                    MB each, \(settings.attachmentsPerItem) to an item. Metadata such as author and place are removed.
                    """
            ),
            control: .file(types: Self.types, takesSeveral: true)
        )
        return Form(
            action: visit.links.office("/items/\(reading.item.id)/attachments"),
            hidden: [visit.formToken, HiddenField(name: TypedItem.Key.base, value: reading.version.id.text)],
            hasFiles: true,
            fields: filled.field(file) + owner(language),
            buttons: [Button(act: Phrase(zh: "上传", en: "Upload"), weight: .second)]
        ).html(in: language)
    }

    private func owner(_ language: Language) -> HTML {
        let fields = reading.duty.fileFields
        guard !fields.isEmpty else { return .empty }
        let field = FormField(
            key: Self.owner,
            label: Phrase(zh: "作为", en: "As"),
            hint: Phrase(zh: "不选则是一般附件", en: "Left empty they are files beside the text"),
            control: .select(fields.map { FieldChoice(value: $0.key, label: $0.name) })
        )
        return filled.field(field, otherwise: fields.count == 1 ? fields[0].key : "")
    }

    private static let types = (DocumentKind.allCases.map(\.fileExtension) + ["jpeg"]).map { ".\($0)" }
        .joined(separator: ",")
}
