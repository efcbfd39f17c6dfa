package import Civil
package import Documents
import Text

/// A letter as it stands on paper: what the office, the applicant and the files show alike.
package struct LetterSheet: Sendable {
    /// Whose letter it is.
    package var agency: String
    package var kind: String
    package var number: String
    package var text: String
    package var day: CivilDate

    package init(_ letter: Letter, _ body: LetterBody, of agency: Agency) {
        self.agency = agency.name.zh
        kind = LetterKind.named(letter.kind)?.name.zh ?? "文书"
        number = letter.number
        text = body.text
        day = letter.at.date
    }

    package var title: String { agency + kind }
    package var paragraphs: [String] { text.split(separator: "\n").map(String.init) }
    package var signature: [String] { [agency, day.chinese] }

    /// To be set on paper; who is addressed stands without an indent.
    package var document: TypesetDocument {
        let blocks = paragraphs.enumerated().map { index, text -> TypesetDocument.Block in
            index == 0 && text.hasSuffix("：") ? .addressee(text) : .paragraph(text)
        }
        return TypesetDocument(title: title, number: number, blocks: blocks + [.signature(signature)])
    }
}
