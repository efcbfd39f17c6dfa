import Disclosure
import Foundation

let recordCases: [FuzzCase] = [
    FuzzCase("csv: what is written is read", share: half) { chance in
        let count = 1 + chance.number(below: 4)
        let header = (0..<count).map { "c\($0)" }
        var rows: [[String]] = []
        for _ in 0..<chance.number(below: 5) {
            let row = (0..<count).map { _ in chance.text(upTo: 20) }
            // One empty cell is a blank line.
            if row != [""] { rows.append(row) }
        }
        let end = chance.one(of: ["\n", "\r\n"])
        let bytes = Array(([header] + rows).map { $0.map(quoted).joined(separator: ",") + end }.joined().utf8)
        let read = try records(bytes.pieces(&chance), .table)
        try promise(read.count == rows.count, "\(rows.count) rows were read as \(read.count): \(rows)")
        for (record, row) in zip(read, rows) {
            try promise(record.flaw == nil, "a sound row is refused: \(row)")
            for (name, cell) in zip(header, row) {
                let isSame = record.values[name].map { $0.utf8.elementsEqual(cell.utf8) } == true
                try promise(isSame, "a cell changed: \(cell.debugDescription)")
            }
        }
    },
    FuzzCase("csv: anything can be read, in any pieces", share: half) { chance in
        let bytes = tables.input(&chance)
        try piecesDoNotMatter(bytes, .table, &chance)
    },
    FuzzCase("jsonl: what is written is read") { chance in
        var values: [String: String] = [:]
        for _ in 0..<chance.number(below: 5) { values["k\(chance.number(below: 9))"] = chance.text(upTo: 20) }
        let line = [UInt8](try JSONEncoder().encode(values))
        let read = try records((line + [0x0A]).pieces(&chance), .jsonLines)
        try promise(
            read.count == 1 && read[0].flaw == nil && read[0].values == values,
            "it is read as another: \(values)"
        )
    },
    FuzzCase("jsonl: anything can be read, in any pieces") { chance in
        let bytes = objects.input(&chance)
        try piecesDoNotMatter(bytes, .jsonLines, &chance)
    },
    FuzzCase("encoding: UTF-8 is told from others") { chance in
        let bytes = letters.input(&chance)
        var check = UTF8Check()
        var isAccepted = true
        for piece in bytes.pieces(&chance) where isAccepted { isAccepted = check.accepts(piece) }
        let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
        try promise((isAccepted && check.isComplete) == isUTF8, "\(bytes) is taken for what it is not")
    },
    FuzzCase("sheet of problems: a table reads it back") { chance in
        let cells = (0..<(1 + chance.number(below: 4))).map { _ in chance.text(upTo: 12, besides: ["=1+1", "@x", "-2"])
        }
        let header = cells.indices.map { "c\($0)" }
        let bytes = ImportSheet.line(header) + ImportSheet.line(cells)
        let read = try records([bytes], .table)
        guard cells != [""] else { return }
        try promise(read.count == 1 && read[0].flaw == nil, "it cannot be read: \(cells)")
        for (name, cell) in zip(header, cells) {
            let shown = read[0].values[name] ?? ""
            let isSame = shown.utf8.elementsEqual(cell.utf8) || shown.utf8.elementsEqual(("'" + cell).utf8)
            try promise(isSame, "a cell changed: \(cell.debugDescription)")
            let isFormula = shown.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } == true
            try promise(!isFormula, "a spreadsheet would take it for a formula: \(cell.debugDescription)")
        }
    },
]

private func records(_ pieces: [[UInt8]], _ form: RecordForm) throws -> [SourceRecord] {
    var reader = try RecordReader(source: FileBytes(pieces: pieces), form: form)
    var records: [SourceRecord] = []
    while let record = try reader.next() { records.append(record) }
    return records
}

/// What a file says does not depend on how it is read; nothing is said twice or of a line that is not there.
private func piecesDoNotMatter(_ bytes: [UInt8], _ form: RecordForm, _ chance: inout Chance) throws {
    // A byte order mark is looked for in the first piece, which a file gives whole.
    let first = Array(bytes.prefix(4))
    let pieces = (first.isEmpty ? [] : [first]) + Array(bytes.dropFirst(4)).pieces(&chance)
    let whole = Result { try records([bytes], form) }.map { $0 }
    let parts = Result { try records(pieces, form) }
    switch (whole, parts) {
    case (.failure(let one), .failure(let other)):
        try promise(one is UnreadableFile && other is UnreadableFile, "\(one)")
    case (.success(let one), .success(let other)):
        try promise(one == other, "it is read differently in pieces")
        let lines = bytes.count { $0 == 0x0A } + 1
        var last = 0
        for record in one {
            try promise(record.line > last && record.line <= lines, "line \(record.line) of \(lines)")
            last = record.line
        }
    default: throw BrokenPromise("it can be read in one way only: \(whole), \(parts)")
    }
}

/// Always in quotes: what RFC 4180 allows for every cell.
private func quoted(_ cell: String) -> String {
    var quoted = "\""
    for scalar in cell.unicodeScalars {
        if scalar == "\"" { quoted.unicodeScalars.append("\"") }
        quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
}

private let tables = Mutation(
    corpus: [
        "id,标题,正文\r\n1,\"公告,一\",\"两\r\n行\"\r\n2,x,\"他说\"\"好\"\"\"\r\n", "a,b\n1,2\n\n3,4", "\u{FEFF}a\n\"\"\n",
        "a\n\"open",
    ].map { Array($0.utf8) },
    words: ["\"", "\"\"", ",", "\n", "\r\n", "\r", "\u{FEFF}", "\",\"", "\"x"]
)

private let objects = Mutation(
    corpus: [
        "{\"id\": 1, \"title\": \"公告\", \"n\": null, \"x\": 1.5, \"b\": true}\n{\"id\":\"2\"}\n\n", "{}",
        "{\"a\":{\"b\":[1]}}\r\n",
    ].map { Array($0.utf8) },
    words: [
        "{", "}", "[", "]", "\"", "\\u0000", "\\ud83d", "\\n", ":", ",", "null", "1e999", "-0",
        "123456789012345678901234567890", "\n",
    ]
)

private let letters = Mutation(
    corpus: [
        Array("公开é𠮷a".utf8), [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80], [],
    ],
    words: ["é", "公", "𠮷", "a"]
)
