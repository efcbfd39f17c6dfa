/// A PDF written by hand: objects, a table of their places, a trailer.
struct TestPDF {
    /// The dictionary and perhaps stream of the objects from 1 on.
    var objects: [[UInt8]] = []
    var trailer = ""

    /// A document of pages with one line of text each, in Helvetica 24 at (72, 700).
    init(pages: [String], catalog: String = "") {
        let kids = pages.indices.map { "\(4 + $0 * 2) 0 R" }.joined(separator: " ")
        add("<< /Type /Catalog /Pages 2 0 R \(catalog) >>")
        add("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) /MediaBox [0 0 595 842] >>")
        add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        for (index, text) in pages.enumerated() {
            let contents = "/Contents \(5 + index * 2) 0 R"
            add("<< /Type /Page /Parent 2 0 R \(contents) /Resources << /Font << /F1 3 0 R >> >> >>")
            let drawing = text.split(separator: "\n").enumerated().map { line, words in
                "BT /F1 24 Tf 72 \(700 - line * 40) Td (\(words)) Tj ET"
            }
            add(stream: Array(drawing.joined(separator: "\n").utf8))
        }
    }

    mutating func add(_ object: String) { objects.append(Array(object.utf8)) }

    mutating func add(stream: [UInt8], _ entries: String = "") {
        objects.append([] + "<< /Length \(stream.count) \(entries) >>\nstream\n" + stream + "\nendstream")
    }

    /// A stream that zlib packed.
    mutating func add(packed: [UInt8], _ entries: String = "") {
        add(stream: packed, "/Filter /FlateDecode \(entries)")
    }

    /// Objects packed together, as in PDF 1.5; their numbers start behind all others.
    mutating func add(packedObjects: [String]) {
        let first = objects.count + 2
        var offset = 0
        var numbers: [String] = []
        for (index, object) in packedObjects.enumerated() {
            numbers.append("\(first + index) \(offset)")
            offset += object.utf8.count + 1
        }
        let head = numbers.joined(separator: " ") + " "
        let body = packedObjects.joined(separator: "\n")
        let entries = "/Type /ObjStm /N \(packedObjects.count) /First \(head.utf8.count)"
        add(packed: Packing.zlib(Array((head + body).utf8)), entries)
    }

    var bytes: [UInt8] {
        var file: [UInt8] = [] + "%PDF-1.5\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.count)
            file += Array("\(index + 1) 0 obj\n".utf8) + object + "\nendobj\n"
        }
        let table = file.count
        file = file + "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            file = file + String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        return file
            + "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(table)\n%%EOF\n"
    }
}
