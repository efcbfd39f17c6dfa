import Disclosure
import Text

let yamlCases: [FuzzCase] = [
    FuzzCase("yaml: anything is read or refused with a reason", share: 1) { chance in
        let problems = YamlProblems()
        let reader = YamlReader(file: "a.yaml", problems: problems)
        let root = reader.root(of: mutation.input(&chance).text, keys: ["matter", "duties", "columns", "a"])
        try promise(root != nil || !problems.all.isEmpty, "refused without a reason")
        for entry in root?.entries ?? [] { walk(entry.value, depth: 0) }
        for problem in problems.sorted {
            try promise(problem.line >= 1 && problem.column >= 0, "a problem at line \(problem.line):\(problem.column)")
            try promise(!problem.message.zh.isEmpty && !problem.message.en.isEmpty, "a problem without words")
        }
    }
]

/// Asks every value for everything.
private func walk(_ value: YamlValue, depth: Int) {
    guard depth < 20 else { return }
    _ = (value.shown, value.isMap, value.isList)
    _ = value.string(limit: 10)
    _ = value.int(in: 0...9)
    _ = value.bool()
    _ = value.oneOf(["a", "b"])
    for entry in value.list() ?? [] { walk(entry, depth: depth + 1) }
    for entry in value.map(keys: ["code", "zh", "en"])?.entries ?? [] { walk(entry.value, depth: depth + 1) }
}

private let mutation = Mutation(
    corpus: [
        """
        matter: { code: SEA, zh: 海上安全, en: Safety at sea }
        columns:
          - { slug: sea/vessels, zh: 渔船安全, en: Fishing vessels }
        duties:
          - code: VESSEL
            zh: |
              渔船安全
              检查结果
            limits:
              - { working-days: 10, from: checked-on, law: sea2022, article: "13" }
            stage: result   # a remark
        """,
        "a: [1, 2, {b: c}]\n", "a: 'x''y'\nb: \"\\u516c\\n\"\n", "? a\n: b\n", "&x a: *x\n<<: *x\n", "--- a\n--- b\n",
        "a: >\n  b\n\n  c\n",
    ].map { Array($0.utf8) },
    words: [
        ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "!!str ", "<<: ", "---\n", "...\n", "|\n", ">-\n", "\"", "'", "#",
        "? ", "\t",
        "%YAML 1.2\n", "~", "null", "[[[[[[[[[[[[[[[[", "{a: {a: {a: {a: ", "\u{FEFF}", "\u{85}", "\u{2028}",
    ],
    limit: 1024
)
