import Text

/// Cleans and checks the text types: one line, a block, a link, a reference to another item.
enum FieldText {
    /// Without blanks and line ends at both ends; the ideographic and the no-break blank count as blanks.
    static func trimmed(_ typed: String) -> String {
        var rest = Substring(typed)
        while let first = rest.unicodeScalars.first, isBlank(first) { rest.unicodeScalars.removeFirst() }
        while let last = rest.unicodeScalars.last, isBlank(last) { rest.unicodeScalars.removeLast() }
        return String(rest)
    }

    /// Lines ending in LF only, without blank lines at both ends.
    static func paragraphs(_ typed: String) -> String {
        var text = ""
        text.reserveCapacity(typed.utf8.count)
        var previous: Unicode.Scalar = " "
        for scalar in typed.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\r", "\u{85}", "\u{2028}", "\u{2029}": text.unicodeScalars.append("\n")
            default: text.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        var rest = Substring(text)
        while let last = rest.unicodeScalars.last, isBlank(last) { rest.unicodeScalars.removeLast() }
        while rest.unicodeScalars.first == "\n" { rest.unicodeScalars.removeFirst() }
        return trimmed(String(rest)).isEmpty ? "" : String(rest)
    }

    /// Full-width digits, letters and marks as ASCII, without any blanks.
    static func narrow(_ typed: String) -> String {
        var text = ""
        for scalar in typed.unicodeScalars where !isBlank(scalar) {
            if 0xFF01...0xFF5E ~= scalar.value, let ascii = Unicode.Scalar(scalar.value - 0xFEE0) {
                text.unicodeScalars.append(ascii)
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// One line of text: line ends and tabs become blanks.
    static func line(_ typed: String, limit: Int) -> Result<String, ValueProblem> {
        var text = ""
        for scalar in typed.unicodeScalars {
            text.unicodeScalars.append(isLineEnd(scalar) || scalar == "\t" ? " " : scalar)
        }
        return checked(text, limit: limit)
    }

    /// Text of several lines.
    static func block(_ typed: String, limit: Int) -> Result<String, ValueProblem> {
        checked(typed, limit: limit)
    }

    /// An address on the open web; anything that could run as a script or carries a password is refused.
    static func link(_ typed: String, limit: Int) -> Result<String, ValueProblem> {
        let wrong = ValueProblem(
            zh: "「\(typed.prefix(80))」不是网址，请写以 http:// 或 https:// 开头的完整地址",
            en: "«\(typed.prefix(80))» is no web address; write it in full, beginning with http:// or https://"
        )
        let lower = typed.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return .failure(wrong) }
        let rest = typed.dropFirst(scheme.count)
        let host = rest.prefix { !"/?#".contains($0) }
        let isPlain = typed.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && !"\"<>\\^`{|}".unicodeScalars.contains($0)
        }
        guard !host.isEmpty, !host.contains("@"), host.first != ":", host.first != ".", isPlain,
            !typed.contains(where: \.isWhitespace)
        else { return .failure(wrong) }
        return checked(scheme + String(rest), limit: limit)
    }

    /// Index number or id of another item.
    static func itemReference(_ typed: String) -> Result<String, ValueProblem> {
        guard typed.count <= 80, !typed.contains(where: \.isWhitespace) else {
            return .failure(
                ValueProblem(
                    zh: "「\(typed.prefix(80))」不是索引号，请写该信息的索引号或编号",
                    en: "«\(typed.prefix(80))» is no index number; write the index number or id of that item"
                )
            )
        }
        return checked(typed, limit: 80)
    }

    static func checked(_ text: String, limit: Int) -> Result<String, ValueProblem> {
        guard !text.unicodeScalars.contains(where: isControl) else {
            return .failure(
                ValueProblem(
                    zh: "含有不可见的控制字符，请删除后重新输入",
                    en: "There are invisible control characters; delete them and type the text again"
                )
            )
        }
        let count = text.count
        guard count <= limit else {
            return .failure(
                ValueProblem(
                    zh: "有 \(count) 字，至多 \(limit) 字，请缩短",
                    en: "There are \(count) characters, at most \(limit) are accepted; shorten the text"
                )
            )
        }
        return .success(text)
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "\u{A0}", "\u{3000}", "\u{FEFF}", "\u{200B}": true
        default: isLineEnd(scalar)
        }
    }

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}": true
        default: false
        }
    }

    /// Control characters other than LF and tab, and marks that turn the direction of text around.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
