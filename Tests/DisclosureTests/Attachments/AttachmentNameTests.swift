import Documents
import Testing

@testable import Disclosure

/// A file has a name of one line without folders, and the ending of what it is.
@Suite struct AttachmentNameTests {
    struct Row: Sendable {
        var typed: String
        var kind: DocumentKind
        var name: String?

        init(_ typed: String, _ kind: DocumentKind, _ name: String?) {
            self.typed = typed
            self.kind = kind
            self.name = name
        }
    }

    @Test(arguments: [
        Row("名单.xlsx", .xlsx, "名单.xlsx"), Row("名单", .xlsx, "名单.xlsx"), Row("名单.PDF", .docx, "名单.docx"),
        Row("照片.jpeg", .jpeg, "照片.jpg"), Row("v1.2", .pdf, "v1.2.pdf"), Row("  a\n b.pdf ", .pdf, "a  b.pdf"),
        Row("../../etc/passwd", .pdf, ".._.._etc_passwd.pdf"), Row("a\u{202E}fdp.exe", .pdf, "a fdp.exe.pdf"),
        Row("", .pdf, nil), Row(" .pdf", .pdf, nil), Row("\u{3000}", .png, nil),
        Row(String(repeating: "a", count: 121), .pdf, nil), Row(String(repeating: "名", count: 100), .pdf, nil),
    ])
    func theNameThatIsTyped(row: Row) {
        #expect(AttachmentName.read(row.typed, kind: row.kind) == row.name)
    }

    @Test(arguments: ["", ".pdf", String(repeating: "名", count: 500), String(repeating: "👩‍🚒", count: 90), "a/b\\c"])
    func anyNameThatIsSentBecomesOneThatCanBeUsed(sent: String) {
        let name = AttachmentName.fitted(sent, kind: .pdf)
        #expect(AttachmentName.read(name, kind: .pdf) == name)
        #expect(DocumentKind(fileName: name) == .pdf)
    }

    /// Whatever a name holds, the canonical bytes of a version say it back.
    @Test func namesSurviveTheCanonicalBytes() throws {
        let hash = String(repeating: "0", count: 64)
        let files = ["a b.pdf", "  两 边.pdf", "100%+1.png", "甲_乙.docx"].map {
            Attachment(sha256: hash, size: 7, name: $0)
        }
        let bytes = CanonicalBytes.encode(ItemContent(), attachments: files)
        #expect(try CanonicalBytes.decode(bytes).attachments == files)
        #expect(AttachmentLines.files(AttachmentLines.text(files)) == files)
    }
}
