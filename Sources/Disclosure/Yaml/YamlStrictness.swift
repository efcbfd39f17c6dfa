import Text
internal import Yams

/// What of YAML is refused before anything is read from it: anchors, aliases, tags, merge keys, repeated keys, depth.
extension YamlReader {
    /// Whether the node and all below it are plain; problems are added where not.
    func accepts(_ node: Node, key: String, depth: Int) -> Bool {
        let line = node.mark?.line ?? 1
        let column = node.mark?.column ?? 1
        switch lines.scalar(line: line, column: column) {
        case "&":
            add(line, column, key, Self.anchor, Self.writtenOut)
            return false
        case "!":
            let tag = Phrase(zh: "不接受标签（!）", en: "tags (!) are not accepted")
            add(line, column, key, tag, Phrase(zh: "不带标签的值", en: "the value without a tag"))
            return false
        default:
            break
        }
        guard depth <= Self.maximumDepth else {
            let allowed = Phrase(
                zh: "至多 \(Self.maximumDepth) 层",
                en: "at most \(Self.maximumDepth) levels"
            )
            add(line, column, key, Phrase(zh: "嵌套过深", en: "nested too deeply"), allowed)
            return false
        }
        switch node {
        case .scalar:
            return true
        case .alias:
            add(line, column, key, Self.anchor, Self.writtenOut)
            return false
        case .sequence(let sequence):
            return sequence.map { accepts($0, key: key, depth: depth + 1) }.allSatisfy { $0 }
        case .mapping(let mapping):
            return accepts(pairs: mapping.map { ($0.key, $0.value) }, depth: depth)
        }
    }

    private func accepts(pairs: [(key: Node, value: Node)], depth: Int) -> Bool {
        var seen: Set<String> = []
        var isPlain = true
        for (name, value) in pairs {
            guard accepts(name, key: name.scalar?.string ?? "", depth: depth + 1) else {
                isPlain = false
                continue
            }
            let line = name.mark?.line ?? 1
            let column = name.mark?.column ?? 1
            guard let key = name.scalar?.string, !key.isEmpty else {
                let what = Phrase(zh: "键必须是文字", en: "a key must be a text")
                add(line, column, "", what, Phrase(zh: "简单的键", en: "a simple key"))
                isPlain = false
                continue
            }
            if key == "<<" {
                let what = Phrase(zh: "不接受合并键", en: "merge keys are not accepted")
                add(line, column, key, what, Self.writtenOut)
                isPlain = false
            } else if !seen.insert(key).inserted {
                add(line, column, key, Self.repeated, Self.once)
                isPlain = false
            } else if !accepts(value, key: key, depth: depth + 1) {
                isPlain = false
            }
        }
        return isPlain
    }

    /// Turns an error of the YAML parser, which stops at the first, into a problem of ours.
    func add(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            add(mark.line, mark.column, "", Self.syntax(problem), Self.indentation)
        case .composer(_, let problem, let mark, _):
            if problem.contains("alias") {
                add(mark.line, mark.column, "", Self.anchor, Self.writtenOut)
            } else {
                let what = Phrase(zh: "文件中有不止一份文档（---）", en: "the file holds more than one document (---)")
                add(mark.line, mark.column, "", what, Phrase(zh: "一份文档", en: "one document"))
            }
        case .duplicatedKeysInMapping(let keys, let context):
            let mark = context.mark
            let key = keys.first ?? ""
            let line = lines.repetition(of: key, below: mark.line, column: mark.column) ?? mark.line
            add(line, mark.column, key, Self.repeated, Self.once)
        case .reader(let problem, _, _, _):
            add(1, 1, "", Self.syntax(problem), Phrase(zh: "UTF-8 文本", en: "UTF-8 text"))
        default:
            add(1, 1, "", Self.syntax("\(error)"))
        }
    }

    private static func syntax(_ problem: String) -> Phrase {
        Phrase(zh: "不是合法的 YAML（\(problem)）", en: "not well-formed YAML (\(problem))")
    }

    private static let anchor = Phrase(zh: "不接受锚点与别名（& *）", en: "anchors and aliases (& *) are not accepted")
    private static let writtenOut = Phrase(zh: "把值写全", en: "the value written out")
    private static let repeated = Phrase(zh: "键重复", en: "the key stands twice")
    private static let once = Phrase(zh: "每个键一次", en: "each key once")
    private static let indentation = Phrase(
        zh: "以空格缩进的「键: 值」，含有 : # [ { 的文字加引号",
        en: "«key: value» indented with blanks; texts with : # [ { in quotes"
    )
}
