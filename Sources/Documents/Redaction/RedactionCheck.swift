import Foundation

/// Nobody is asked to believe that something was removed: the result is read again in every way in which it could show.

/// What was looked at after a redaction, and found to be gone.
package struct RedactionProof: Sendable, Hashable {
    /// The pages that were redacted, in order.
    package let pages: [Int]
    /// Boxes whose place was read again and gave no text.
    package let boxes: Int
    /// Words of the original under the boxes.
    package let wordsBefore: Int
    /// Bytes of the result.
    package let bytes: Int
}

/// Looks for what should be gone.
struct RedactionCheck {
    let before: PDFLayout
    let boxes: [PageBox]
    let box: Toolbox

    /// Looks at the result as text, as pixels, and as unpacked bytes; throws when anything is left.
    func check(_ path: String, in folder: borrowing PrivateFolder) throws -> RedactionProof {
        // Every page of the original that was replaced is really gone: no object of the type Page too many.
        let examination = try DocumentExamination.examine(path, limits: box.limits)
        guard examination.pages == before.pages.count else { throw RedactionProblem.notProven(page: boxes[0].page) }
        let after = try PDFLayout.read(path, in: folder, with: box)
        for (index, box) in boxes.enumerated() {
            let isCovered = after.pages[box.page - 1].words.contains { box.covers($0) }
            guard !isCovered, try isSilent(path, box, in: folder) else {
                throw RedactionProblem.notProven(page: box.page)
            }
            try requireBlack(path, box, number: index, after, in: folder)
        }
        let words = hidden()
        try requireAbsent(words, from: path, after, in: folder)
        return RedactionProof(
            pages: Set(boxes.map(\.page)).sorted(),
            boxes: boxes.count,
            wordsBefore: words.count,
            bytes: examination.bytes
        )
    }

    private func hidden() -> [PlacedWord] {
        before.pages.flatMap { page in
            page.words.filter { word in boxes.contains { $0.page == page.page && $0.covers(word) } }
        }
    }

    /// Reads the text of the place alone.
    private func isSilent(_ path: String, _ place: PageBox, in folder: borrowing PrivateFolder) throws -> Bool {
        let inner = place.expanded(x: -min(1, place.width / 4), y: -min(1, place.height / 10))
        return PlaceReading.squeezed(try PlaceReading.text(path, inner, in: folder, with: box)).isEmpty
    }

    private func requireBlack(
        _ path: String,
        _ place: PageBox,
        number: Int,
        _ after: PDFLayout,
        in folder: borrowing PrivateFolder
    ) throws {
        let name = "after-\(number)"
        try PDFPageDrawing.draw(path, place.page, to: name, dots: 72, form: ["-gray"], in: folder, with: box)
        let picture = try PagePicture(FileSource(folder.file("\(name).pgm")))
        let isBlack = try picture.isBlack(under: place, on: after.pages[place.page - 1])
        try FileManager.default.removeItem(atPath: folder.file("\(name).pgm"))
        guard isBlack else { throw RedactionProblem.notProven(page: place.page) }
    }

    /// What stood only under boxes may stand nowhere in the unpacked file, in whatever spelling of PDF.
    private func requireAbsent(
        _ words: [PlacedWord],
        from path: String,
        _ after: PDFLayout,
        in folder: borrowing PrivateFolder
    ) throws {
        let shown = Set(after.pages.flatMap(\.words).map(\.text))
        let gone = Set(words.map(\.text)).subtracting(shown).filter { $0.utf8.count >= 6 }
        guard !gone.isEmpty else { return }
        let raw = folder.file("raw.pdf")
        let call = ToolCall(
            tool: .qpdf,
            arguments: ["--warning-exit-0", "--qdf", "--object-streams=disable", path, raw]
        )
        try call.run(in: folder, with: box)
        let source = try FileSource(raw)
        for word in words where gone.contains(word.text) {
            guard try !ByteSearch.finds(Self.spellings(word.text), in: source) else {
                throw RedactionProblem.notProven(page: word.box.page)
            }
        }
        try FileManager.default.removeItem(atPath: raw)
    }

    /// A text as UTF-8, as UTF-16, and as hexadecimal of UTF-16; small letters, for the search knows no case.
    private static func spellings(_ text: String) -> [[UInt8]] {
        let wide = text.lowercased().utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let hex = text.utf16.map { unit in
            let digits = String(unit, radix: 16)
            return String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
        return [Array(text.lowercased().utf8), wide, Array(hex.utf8)]
    }
}
