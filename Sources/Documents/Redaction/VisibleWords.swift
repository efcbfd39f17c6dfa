/// The words that a reader still sees on a page with boxes, for the unseen layer of text over its picture.
struct VisibleWords {
    /// Calls of pdftotext for one page; what is left after them loses the whole line from its layer of text.
    private static let mostReadings = 100

    let path: String
    let boxes: [PageBox]
    let box: Toolbox

    /// The words that no box touches, and of those that one does, the parts that stand clear of all boxes.
    func words(of page: PageLayout, in folder: borrowing PrivateFolder) throws(ToolFailure) -> [PlacedWord] {
        var words: [PlacedWord] = []
        var readings = 0
        for word in page.words {
            let touching = boxes.filter { $0.page == page.page && $0.covers(word) }
            guard !touching.isEmpty else {
                words.append(word)
                continue
            }
            for gap in gaps(in: word, between: touching) {
                readings += 1
                guard readings <= Self.mostReadings else { break }
                let found = try PlaceReading.text(path, gap, in: folder, with: box)
                guard let text = String(validating: PlaceReading.squeezed(found), as: UTF8.self) else { continue }
                if !text.isEmpty, word.text.contains(text) { words.append(PlacedWord(text: text, box: gap)) }
            }
        }
        return words
    }

    /// What lies between the boxes, a letter's width away from each: a letter that reaches into it stands clear of them.
    private func gaps(in word: PlacedWord, between boxes: [PageBox]) -> [PageBox] {
        let letter = word.box.height
        guard word.box.width > letter else { return [] }
        var gaps: [PageBox] = []
        var start = word.box.x
        for box in boxes.sorted(by: { $0.x < $1.x }) {
            gaps.append(gap(word.box, start, box.x - letter))
            start = max(start, box.right + letter)
        }
        gaps.append(gap(word.box, start, word.box.right))
        return gaps.filter { $0.width > letter / 2 }
    }

    /// The lower half of the line, where letters stand on their ground line: by that pdftotext tells which are in a place.
    private func gap(_ word: PageBox, _ start: Double, _ end: Double) -> PageBox {
        PageBox(page: word.page, x: start, y: word.y + word.height / 2, width: end - start, height: word.height * 0.45)
    }
}
