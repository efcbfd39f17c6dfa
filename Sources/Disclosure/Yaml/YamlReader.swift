import Text
internal import Yams

/// Reads an operator's YAML file strictly: one document, plain maps, lists and texts, bounded in size and depth.
///
/// Anchors, aliases, tags, merge keys, repeated keys and unknown keys are refused, for what a file says must be what a
/// person sees in it. Nothing is guessed: `yes` is a text, `true` is a yes, `007` is no number.
package struct YamlReader {
    /// The largest file accepted.
    package static let maximumBytes = 1 << 20
    /// The deepest nesting accepted.
    package static let maximumDepth = 12

    /// Name of the file in messages.
    package let file: String
    /// Where problems go.
    package let problems: YamlProblems
    let lines: YamlLines

    /// Prepares the reading of one file; problems go into the given collection.
    package init(file: String, problems: YamlProblems) {
        self.file = file
        self.problems = problems
        lines = YamlLines("")
    }

    private init(file: String, problems: YamlProblems, lines: YamlLines) {
        self.file = file
        self.problems = problems
        self.lines = lines
    }

    /// The map at the top of the file, or `nil` when the text is no YAML map that we accept; the problems say why.
    ///
    /// - Parameter keys: the keys that may stand at the top.
    package func root(of text: String, keys: [String]) -> YamlMap? {
        guard text.utf8.count <= Self.maximumBytes else {
            let limit = Phrase(zh: "至多 1 MiB", en: "at most 1 MiB")
            add(1, 1, "", Phrase(zh: "文件过大", en: "the file is too large"), limit)
            return nil
        }
        let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        let reader = YamlReader(file: file, problems: problems, lines: YamlLines(text))
        guard let node = reader.compose(text), reader.accepts(node, key: "", depth: 1) else { return nil }
        return reader.value(node, key: "", line: 1, column: 1).map(keys: keys)
    }

    func value(_ node: Node, key: String, line: Int, column: Int) -> YamlValue {
        let mark = node.mark
        return YamlValue(
            node: node,
            reader: self,
            key: key,
            line: mark?.line ?? line,
            column: mark?.column ?? column
        )
    }

    func add(_ line: Int, _ column: Int, _ key: String, _ what: Phrase, _ allowed: Phrase? = nil) {
        problems.add(
            YamlProblem(file: file, line: line, column: column, key: key, what: what, allowed: allowed)
        )
    }

    private func compose(_ text: String) -> Node? {
        do {
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            if let node = try parser.singleRoot() { return node }
            add(1, 1, "", Phrase(zh: "文件是空的", en: "the file is empty"), Self.aMap)
        } catch let error as YamlError {
            add(error)
        } catch {
            add(1, 1, "", Phrase(zh: "无法读取", en: "cannot be read"))
        }
        return nil
    }

    static let aMap = Phrase(zh: "由键和值组成的映射", en: "a map of keys and values")
}
