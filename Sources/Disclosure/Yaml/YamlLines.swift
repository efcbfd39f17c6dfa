/// The lines of a YAML text as libYAML counts them, for looking up what stands at a mark.
struct YamlLines {
    private var lines: [[Unicode.Scalar]] = []

    init(_ text: String) {
        var line: [Unicode.Scalar] = []
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r":
                break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
                lines.append(line)
                line = []
            default:
                line.append(scalar)
            }
            previous = scalar
        }
        lines.append(line)
    }

    var count: Int { lines.count }

    /// The character at that place, both counted from 1.
    func scalar(line: Int, column: Int) -> Unicode.Scalar? {
        guard lines.indices.contains(line - 1), lines[line - 1].indices.contains(column - 1) else { return nil }
        return lines[line - 1][column - 1]
    }

    /// The first line below `line` of the same block map where `key` stands again in that column.
    func repetition(of key: String, below line: Int, column: Int) -> Int? {
        let spellings = [key, "\"\(key)\"", "'\(key)'"].map { Array($0.unicodeScalars) }
        for index in lines.indices where index >= line {
            let blank = lines[index].prefix { $0 == " " }.count
            guard blank < lines[index].count, lines[index][blank] != "#" else { continue }
            guard blank >= column - 1 else { return nil }
            guard blank == column - 1 else { continue }
            let rest = lines[index][blank...]
            for spelling in spellings where rest.starts(with: spelling) {
                if rest.dropFirst(spelling.count).first(where: { $0 != " " }) == ":" { return index + 1 }
            }
        }
        return nil
    }
}
