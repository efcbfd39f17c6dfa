package import Database
import Text

/// Files are reviewed like the text beside which they stand (保密法实施条例 art 42: item by item, before publication).
extension SQLConnection {
    /// What the scanner finds in everything that a version says and in the text of its files.
    package func findings(in version: Version, under duty: Duty) throws -> [SensitivePassage] {
        version.findings(under: duty) + (try files.all(of: version)).findings
    }
}

extension [AttachedFile] {
    /// What was found in their text; the name of the file stands where a field's key would.
    package var findings: [SensitivePassage] {
        flatMap { file in file.file.findings.map { SensitivePassage(field: file.attachment.name, finding: $0) } }
    }

    /// Files of which a person has to read what the program cannot.
    package var unread: [AttachedFile] { filter(\.file.needsEyes) }

    /// Files whose text is about to be read.
    package var waiting: [AttachedFile] { filter { $0.file.reading == .waiting } }

    /// The secrecy reviewer passes a version only when the text of every file has been read, by the program or by a person.
    ///
    /// - Parameter confirmed: whether the reviewer has said to have read those that the program could not.
    func requireRead(confirmed: Bool) throws(Refusal) {
        if !waiting.isEmpty {
            throw .wrongState(
                Phrase(
                    zh: "附件的文字还在读取，一般不超过一分钟。请稍候刷新页面，再出具保密审查意见",
                    en:
                        "The text of the files is still being read, which takes a minute at most. Reload the page, then give your opinion"
                )
            )
        }
        if !unread.isEmpty, !confirmed {
            throw .invalid([
                FieldProblem(
                    "unread",
                    zh: "有附件的文字无法自动读取，请打开逐个核对，并勾选确认",
                    en:
                        "The text of some files could not be read by the program: open and check each of them, then confirm it here"
                )
            ])
        }
    }
}

extension Duty {
    /// Required file fields that no file fills; asked at submission, for a draft must be saved before it can have files.
    func missingFiles(in content: ItemContent) -> [FieldProblem] {
        fileFields.filter { content[$0.key] == nil && $0.required.holds(for: content) }.map { field in
            FieldProblem(
                field.key,
                zh: "请先上传「\(field.name.zh)」，再提交审查",
                en: "Upload «\(field.name.en)» before you send it to review"
            )
        }
    }
}
