/// Writes a PDF of one page: a picture, and over it the words outside of the boxes, which can be selected but not seen.
struct PicturePageWriter {
    private let page: PageLayout
    private let words: [PlacedWord]
    private let picture: PagePicture
    private let boxes: [PageBox]

    init(_ page: PageLayout, words: [PlacedWord], picture: PagePicture, boxes: [PageBox]) {
        self.page = page
        self.words = words
        self.picture = picture
        self.boxes = boxes
    }

    /// Writes the file, row by row.
    func write(to path: String) throws(DocumentProblem) {
        var file = PDFObjectWriter(sink: try FileSink(path))
        try file.begin()
        try file.object("<< /Type /Catalog /Pages 2 0 R >>")
        try file.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        try file.object(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(Self.points(page.width)) \(Self.points(page.height))] "
                + "/Contents 4 0 R /Resources << /XObject << /P 5 0 R >> /Font << /F 7 0 R >> >> >>"
        )
        try file.stream("", contents)
        let colours = picture.depth == 3 ? "/DeviceRGB" : "/DeviceGray"
        try file.streamOfUnknownLength(
            "/Type /XObject /Subtype /Image /Width \(picture.width) /Height \(picture.height) "
                + "/ColorSpace \(colours) /BitsPerComponent 8 /Filter /FlateDecode"
        ) { (sink: inout FileSink) throws(DocumentProblem) in try writePixels(&sink) }
        try file.object(
            "<< /Type /Font /Subtype /Type0 /BaseFont /Unseen /Encoding /Identity-H /DescendantFonts [8 0 R] /ToUnicode 10 0 R >>"
        )
        try file.object(
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Unseen /CIDToGIDMap /Identity /DW 1000 "
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 9 0 R >>"
        )
        try file.object(
            "<< /Type /FontDescriptor /FontName /Unseen /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 "
                + "/Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 >>"
        )
        try file.stream("", Array(Self.codes.utf8))
        try file.finish()
    }

    private func writePixels(_ sink: inout FileSink) throws(DocumentProblem) {
        let deflater = try Deflater()
        let painted = boxes.map { picture.pixels(of: $0, on: page) }
        for number in 0..<picture.height {
            let row = try picture.row(number, painting: painted)
            try sink.write(deflater.pack(row, isLast: number == picture.height - 1))
        }
    }

    /// The picture over the whole page, then the words in text mode 3: neither filled nor stroked.
    private var contents: [UInt8] {
        var text = "q \(Self.points(page.width)) 0 0 \(Self.points(page.height)) 0 0 cm /P Do Q\n"
        for word in words {
            let letters = word.text.unicodeScalars.filter { $0.value <= 0xFFFF }
            let isUpright = word.box.height > word.box.width * 1.5 && letters.count > 1
            guard !letters.isEmpty, !isUpright, word.box.height > 0, word.box.width > 0 else { continue }
            let size = word.box.height
            let stretch = word.box.width / (size * Double(letters.count)) * 100
            let codes = letters.map { Self.hex($0.value) }.joined()
            let place = "\(Self.points(word.box.x)) \(Self.points(page.height - word.box.y - size * 0.8))"
            text += "BT 3 Tr /F \(Self.points(size)) Tf \(Self.points(stretch)) Tz \(place) Td <\(codes)> Tj ET\n"
        }
        return Array(text.utf8)
    }

    /// Two places after the point are finer than any printer.
    private static func points(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let part = abs(hundredths % 100)
        return "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(part < 10 ? "0" : "")\(part)"
    }

    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// Each code is the letter that it means.
    private static let codes = """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange
        1 beginbfrange
        <0000> <FFFF> <0000>
        endbfrange
        endcmap
        CMapName currentdict /CMap defineresource pop
        end
        end
        """
}

/// Writes the objects of a PDF one after the other and the table of their places at the end.
struct PDFObjectWriter: ~Copyable {
    private var sink: FileSink
    private var places: [Int] = []

    init(sink: consuming FileSink) { self.sink = sink }

    mutating func begin() throws(DocumentProblem) {
        try sink.write(Array("%PDF-1.5\n".utf8) + [0x25, 0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
    }

    /// The next object.
    mutating func object(_ text: String) throws(DocumentProblem) {
        places.append(sink.written)
        try sink.write(Array("\(places.count) 0 obj\n\(text)\nendobj\n".utf8))
    }

    /// The next object, a stream of these bytes.
    mutating func stream(_ entries: String, _ bytes: [UInt8]) throws(DocumentProblem) {
        places.append(sink.written)
        try sink.write(Array("\(places.count) 0 obj\n<< /Length \(bytes.count) \(entries) >>\nstream\n".utf8))
        try sink.write(bytes)
        try sink.write(Array("\nendstream\nendobj\n".utf8))
    }

    /// The next two objects: a stream, and its length, which is known only at its end.
    mutating func streamOfUnknownLength(
        _ entries: String,
        _ body: (inout FileSink) throws(DocumentProblem) -> Void
    ) throws(DocumentProblem) {
        places.append(sink.written)
        let number = places.count
        try sink.write(Array("\(number) 0 obj\n<< /Length \(number + 1) 0 R \(entries) >>\nstream\n".utf8))
        let start = sink.written
        try body(&sink)
        let length = sink.written - start
        try sink.write(Array("\nendstream\nendobj\n".utf8))
        try object("\(length)")
    }

    /// The table of places, and the end.
    consuming func finish() throws(DocumentProblem) {
        let start = sink.written
        var text = "xref\n0 \(places.count + 1)\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        text += "trailer\n<< /Size \(places.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        try sink.write(Array(text.utf8))
        try sink.finish()
    }
}
