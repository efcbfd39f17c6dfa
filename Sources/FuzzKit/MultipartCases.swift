import Web

let multipartCases: [FuzzCase] = [
    FuzzCase("multipart: what is written is read, in any pieces", share: half) { chance in
        let boundary = try someBoundary(&chance)
        let parts = (0..<chance.number(below: 5)).map { _ in somePart(&chance, between: boundary) }
        let body = written(parts, boundary, &chance)
        let read = reading(body.pieces(&chance), boundary, roomy)
        try promise(
            read.failure == nil,
            "a sound form is refused (\(read.failure.map { "\($0)" } ?? "")): \(body.text)"
        )
        try promise(read.parts == parts, "it is read as another form: \(body.text)")
        try promise(read.isInOrder, "beginnings and ends do not fit")
    },
    FuzzCase("multipart: anything is read or refused, in any pieces, within the limits", share: half) { chance in
        let boundary = chance.number(below: 4) == 0 ? try someBoundary(&chance) : usual
        let body = mutation.input(&chance)
        let limits = someLimits(&chance)
        let whole = reading([body], boundary, limits)
        let pieces = reading(body.pieces(&chance), boundary, limits)
        try promise(whole.failure == pieces.failure, "\(String(describing: whole.failure)) only in one piece")
        if whole.failure == nil { try promise(whole.parts == pieces.parts, "it is read differently in pieces") }
        // What had come before a failure keeps to the limits as well: it is in memory or on the disk by then.
        for read in [whole, pieces] {
            try promise(read.isInOrder, "beginnings and ends do not fit")
            try promise(read.parts.count <= limits.parts, "\(read.parts.count) parts")
            let fields = read.parts.filter { $0.head.fileName == nil }
            try promise(fields.allSatisfy { $0.content.count <= limits.fieldSize }, "a field beyond the limit")
            try promise(fields.reduce(0) { $0 + $1.content.count } <= limits.fieldsSize, "fields beyond the limit")
            let files = read.parts.filter { $0.head.fileName != nil }
            try promise(files.allSatisfy { $0.content.count <= limits.fileSize }, "a file beyond the limit")
            try promise(read.parts.allSatisfy { isHarmless($0.head) }, "a name that leads into a folder")
        }
    },
]

/// One part put together again.
private struct Part: Equatable {
    var head: MultipartPart
    var content: [UInt8]

    /// Byte for byte: names that only look alike differ.
    static func == (one: Part, other: Part) -> Bool {
        one.content == other.content && one.head.mediaType == other.head.mediaType
            && one.head.name.utf8.elementsEqual(other.head.name.utf8)
            && one.head.fileName.map { Array($0.utf8) } == other.head.fileName.map { Array($0.utf8) }
    }
}

/// What a parser makes of a form.
private struct Reading {
    var parts: [Part] = []
    var failure: MultipartFailure?
    /// Every part begins once, has its bytes, none of them empty, and ends once.
    var isInOrder = true
}

private func reading(_ pieces: [[UInt8]], _ boundary: MultipartBoundary, _ limits: MultipartLimits) -> Reading {
    var parser = MultipartParser(boundary: boundary, limits: limits)
    var reading = Reading()
    var isOpen = false
    do throws(MultipartFailure) {
        for piece in pieces {
            for event in try parser.feed(piece) {
                switch event {
                case .began(let head):
                    reading.isInOrder = reading.isInOrder && !isOpen
                    isOpen = true
                    reading.parts.append(Part(head: head, content: []))
                case .bytes(let bytes):
                    reading.isInOrder = reading.isInOrder && isOpen && !bytes.isEmpty
                    if isOpen { reading.parts[reading.parts.count - 1].content += bytes }
                case .ended:
                    reading.isInOrder = reading.isInOrder && isOpen
                    isOpen = false
                }
            }
        }
        try parser.finish()
        reading.isInOrder = reading.isInOrder && !isOpen
    } catch {
        reading.failure = error
        // A parser that has thrown takes nothing more and says the same again.
        reading.isInOrder = reading.isInOrder && repeats(error, &parser)
    }
    return reading
}

private func repeats(_ failure: MultipartFailure, _ parser: inout MultipartParser) -> Bool {
    do throws(MultipartFailure) {
        _ = try parser.feed([0x2D])
        return false
    } catch {
        return error == failure
    }
}

private func isHarmless(_ head: MultipartPart) -> Bool {
    guard let name = head.fileName else { return !head.name.isEmpty }
    return !name.unicodeScalars.contains { $0 == "/" || $0 == "\\" || $0.value < 0x20 || $0.value == 0x7F }
        && name != ".."
        && name != "."
}

// MARK: Sound forms

/// Writes a form as browsers do (RFC 7578, WHATWG HTML), now and then with more around it.
private func written(_ parts: [Part], _ boundary: MultipartBoundary, _ chance: inout Chance) -> [UInt8] {
    let line = Array("--".utf8) + boundary.bytes
    var body = chance.number(below: 8) == 0 ? Array("seen by nobody\r\n".utf8) : []
    for part in parts {
        body += line + Array((chance.number(below: 8) == 0 ? " \t\r\n" : "\r\n").utf8)
        var head = "Content-Disposition: form-data; name=\"\(escaped(part.head.name))\""
        if let name = part.head.fileName { head += "; filename=\"\(escaped(name))\"" }
        if let type = part.head.mediaType { head += "\r\nContent-Type: \(type)" }
        body += Array((head + "\r\n\r\n").utf8) + part.content + [0x0D, 0x0A]
    }
    body += line + Array("--".utf8)
    return body + Array(chance.one(of: ["", "\r\n", "\r\nnor this"]).utf8)
}

private func escaped(_ name: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
        switch scalar {
        case "\"": escaped.append(contentsOf: "%22".unicodeScalars)
        case "\r": escaped.append(contentsOf: "%0D".unicodeScalars)
        case "\n": escaped.append(contentsOf: "%0A".unicodeScalars)
        default: escaped.append(scalar)
        }
    }
    return String(escaped)
}

private func someBoundary(_ chance: inout Chance) throws -> MultipartBoundary {
    let allowed = Array("0123456789abcxyzABCXYZ'()+_,-./:=? ")
    var text = (0..<chance.number(below: chance.number(below: 3) == 0 ? 70 : 6)).map { _ in chance.one(of: allowed) }
    // A blank cannot be the last.
    text.append(chance.one(of: allowed.dropLast()))
    guard let boundary = try MultipartBoundary(contentType: "multipart/form-data; boundary=\"\(String(text))\"") else {
        throw BrokenPromise("no boundary in «\(String(text))»")
    }
    try promise(boundary.bytes == Array(String(text).utf8), "the boundary «\(String(text))» is read as another")
    return boundary
}

private func somePart(_ chance: inout Chance, between boundary: MultipartBoundary) -> Part {
    let isFile = chance.number(below: 2) == 0
    let fileName = isFile ? named(&chance).filter { $0.value >= 0x20 && $0.value != 0x7F && $0 != "/" } : nil
    let head = MultipartPart(
        name: "n" + String(String.UnicodeScalarView(named(&chance))),
        fileName: fileName.map { "f" + String(String.UnicodeScalarView($0)) },
        mediaType: isFile ? chance.one(of: [nil, "application/pdf", "text/plain"]) : nil
    )
    let delimiter = Array("\r\n--".utf8) + boundary.bytes
    var content: [UInt8] = []
    for _ in 0..<chance.number(below: 12) {
        // What nearly is a boundary goes deepest.
        switch chance.number(below: 4) {
        case 0: content += delimiter.prefix(chance.number(below: delimiter.count))
        case 1: content += Array(chance.text(upTo: 20).utf8)
        case 2: content.append(chance.one(of: [0x0D, 0x0A, 0x2D, 0, 0xFF]))
        default: content += delimiter.dropFirst(1 + chance.number(below: delimiter.count - 1))
        }
    }
    return Part(head: head, content: holds(content, delimiter) ? [] : content)
}

/// Letters of a name that browsers write so that it is read back: a backslash, a percent sign and NUL are not.
private func named(_ chance: inout Chance) -> [Unicode.Scalar] {
    chance.text(upTo: 8).unicodeScalars.filter { $0 != "\\" && $0 != "%" && $0.value != 0 }
}

private func holds(_ content: [UInt8], _ delimiter: [UInt8]) -> Bool {
    guard content.count >= delimiter.count else { return false }
    return (0...(content.count - delimiter.count)).contains { content[$0...].starts(with: delimiter) }
}

// MARK: Forms that are not quite sound

private let usual: MultipartBoundary = {
    guard let boundary = try? MultipartBoundary(contentType: "multipart/form-data; boundary=B") else {
        preconditionFailure("B is a boundary")
    }
    return boundary
}()

private let roomy = MultipartLimits(fileSize: 1 << 20)

private func someLimits(_ chance: inout Chance) -> MultipartLimits {
    MultipartLimits(
        headerSize: chance.one(of: [40, 100, 8192]),
        parts: chance.one(of: [1, 3, 200]),
        fieldSize: chance.one(of: [1, 10, 4096]),
        fieldsSize: chance.one(of: [1, 20, 4096]),
        fileSize: chance.one(of: [1, 10, 4096]),
        strayBytes: chance.one(of: [0, 10, 4096])
    )
}

private let mutation = Mutation(
    corpus: [
        "--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n0123456789abcdef\r\n--B\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"名单.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
            + "%PDF-1.7\r\n\r\n--b\r\n--\r\n--B--\r\n",
        "--B--\r\n",
        "seen by nobody\r\n--B \t\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n--B\r\n"
            + "content-disposition:form-data;name=f;filename=\"\"\r\n\r\n\r\n--B--\r\nnor this",
        "--B\r\nContent-Disposition: form-data; name=c; filename*=UTF-8''%E5%90%8D%20..%2Fa.pdf; filename=\"C:\\a\\b\"\r\n"
            + "Content-Transfer-Encoding: binary\r\n\r\nx\r\n--B--",
    ].map { Array($0.utf8) },
    words: [
        "\r\n--B", "--B\r\n", "--B--", "\r\n\r\n", "\r", "\n", "-", "name=\"", "\"", ";", "filename=\"../x\"", "%22",
        "\\\"",
        "Content-Disposition: form-data; name=\"a\"\r\n\r\n", "filename*=UTF-8''%2e%2e%2f", "Content-Type: ", ": ",
        "\0",
    ]
)
