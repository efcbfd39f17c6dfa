package import Text

/// What is no reason against a file, but a reader could see in it what its author forgot.

/// Something that a clerk should know of before the file is published.
package enum DocumentRemark: String, CaseIterable, Sendable, Hashable {
    /// Comments in the margin.
    case comments
    /// Insertions and deletions that nobody accepted: the deleted text is still in the file.
    case trackedChanges
    /// Hidden text, rows, columns or sheets.
    case hiddenContent
    /// An electronic signature in a PDF: the copy without metadata no longer bears it out.
    case signature

    /// What is the case, and what to do.
    package var phrase: Phrase {
        switch self {
        case .comments:
            Phrase(
                zh: "文件里有批注，公众能看到。不需要的请先删除。",
                en: "The file has comments, which the public can read. Delete those that are not meant for it."
            )
        case .trackedChanges:
            Phrase(
                zh: "文件里有未接受的修订，删掉的文字公众仍能看到。请先接受或拒绝全部修订。",
                en:
                    "The file has tracked changes: the public can read what was deleted. Accept or reject all of them first."
            )
        case .signature:
            Phrase(
                zh: "PDF 带有电子签名。公开的是清除了作者信息的副本，印章图样保留，但签名不能再用来验证；请另行保管原件。",
                en:
                    "The PDF bears an electronic signature. The copy that is published has no metadata: the seal stays to be seen, "
                    + "but the signature no longer verifies. Keep the original."
            )
        case .hiddenContent:
            Phrase(
                zh: "文件里有隐藏的文字、行列或工作表，公众可以取消隐藏。请先删除。",
                en: "The file has hidden text, rows, columns or sheets, which anybody can unhide. Delete them first."
            )
        }
    }
}
