package import Text
internal import Yams

/// One value of a YAML file with its place; each getter reports what is wrong and returns `nil` then.
package struct YamlValue {
    let node: Node
    let reader: YamlReader
    /// The key that it stands under.
    package let key: String
    /// Where the value begins, from 1.
    package let line: Int
    /// Where it begins in its line, from 1.
    package let column: Int

    /// Adds a problem at this place.
    package func refuse(_ what: Phrase, allowed: Phrase? = nil) {
        reader.add(line, column, key, what, allowed)
    }

    /// Whether a map stands here.
    package var isMap: Bool {
        if case .mapping = node { true } else { false }
    }

    /// Whether a list stands here.
    package var isList: Bool {
        if case .sequence = node { true } else { false }
    }

    /// The text, trimmed of the line ends that block texts carry; an empty one is refused.
    package func string(limit: Int = 4000) -> String? {
        guard let scalar = scalar, !(scalar.style == .plain && ["", "~", "null"].contains(scalar.string)) else {
            refuse(Self.notText, allowed: Self.someText)
            return nil
        }
        var text = Substring(scalar.string)
        while text.last == "\n" { text.removeLast() }
        guard !text.isEmpty else {
            refuse(Self.notText, allowed: Self.someText)
            return nil
        }
        guard text.count <= limit else {
            let allowed = Phrase(zh: "至多 \(limit) 字", en: "at most \(limit) characters")
            refuse(Phrase(zh: "过长", en: "too long"), allowed: allowed)
            return nil
        }
        return String(text)
    }

    /// A whole number within the range, written in plain digits without a leading zero.
    package func int(in range: ClosedRange<Int>) -> Int? {
        let digits = Array((scalar?.style == .plain ? scalar?.string ?? "" : "").utf8)
        let isNumber =
            !digits.isEmpty && digits.allSatisfy { 0x30...0x39 ~= $0 } && (digits.count == 1 || digits[0] != 0x30)
        guard isNumber, let number = Int(String(decoding: digits, as: UTF8.self)), range.contains(number) else {
            let allowed = Phrase(
                zh: "\(range.lowerBound) 到 \(range.upperBound) 的整数",
                en: "a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
            refuse(Phrase(zh: "不是允许的数 «\(shown)»", en: "«\(shown)» is not an allowed number"), allowed: allowed)
            return nil
        }
        return number
    }

    /// `true` or `false`, unquoted.
    package func bool() -> Bool? {
        switch (scalar?.style, scalar?.string) {
        case (.plain, "true"): return true
        case (.plain, "false"): return false
        default:
            let what = Phrase(zh: "«\(shown)» 不是 true 或 false", en: "«\(shown)» is neither true nor false")
            refuse(what, allowed: Phrase(zh: "true、false", en: "true, false"))
            return nil
        }
    }

    /// One of the allowed texts.
    package func oneOf(_ allowed: [String]) -> String? {
        guard let text = scalar?.string, allowed.contains(text) else {
            let list = Phrase(zh: allowed.joined(separator: "、"), en: allowed.joined(separator: ", "))
            refuse(Phrase(zh: "没有 «\(shown)» 这个值", en: "no such value «\(shown)»"), allowed: list)
            return nil
        }
        return text
    }

    /// The entries of a list that may not be empty.
    package func list(limit: Int = 500) -> [YamlValue]? {
        guard case .sequence(let sequence) = node, (1...limit).contains(sequence.count) else {
            let allowed = Phrase(zh: "1 到 \(limit) 项的列表", en: "a list of 1 to \(limit) entries")
            refuse(Phrase(zh: "不是允许的列表", en: "not an allowed list"), allowed: allowed)
            return nil
        }
        return sequence.map { reader.value($0, key: key, line: line, column: column) }
    }

    /// The map, after refusing every key that is not among the allowed ones.
    package func map(keys: [String]) -> YamlMap? {
        guard let map = map() else { return nil }
        let list = Phrase(zh: keys.joined(separator: "、"), en: keys.joined(separator: ", "))
        for entry in map.entries where !keys.contains(entry.key) {
            reader.add(
                entry.line,
                entry.column,
                entry.key,
                Phrase(zh: "没有这个键", en: "no such key"),
                list
            )
        }
        return map
    }

    /// The map with keys of the author's own choice, such as the codes of a choice.
    package func map() -> YamlMap? {
        guard case .mapping(let mapping) = node else {
            refuse(Phrase(zh: "此处应为映射", en: "a map must stand here"), allowed: YamlReader.aMap)
            return nil
        }
        return YamlMap(mapping: mapping, of: self)
    }

    /// What stands there, for quoting in a message.
    package var shown: String {
        switch node {
        case .scalar(let scalar): String(scalar.string.prefix(60))
        case .mapping: "{…}"
        case .sequence: "[…]"
        case .alias: "*"
        }
    }

    private var scalar: Node.Scalar? {
        if case .scalar(let scalar) = node { scalar } else { nil }
    }

    private static let notText = Phrase(zh: "缺少文字", en: "a text is missing")
    private static let someText = Phrase(zh: "非空的文字", en: "a text that is not empty")
}
