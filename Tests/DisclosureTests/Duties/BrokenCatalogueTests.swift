import Disclosure
import Testing
import Text

/// A catalogue with a mistake does not start: every broken file gives its error with line, key and what is allowed.
struct BrokenCatalogueTests {
    struct Broken: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var line: Int
        var key: String
        /// What the message must say is allowed.
        var allowed: String

        var testDescription: String { name }

        init(_ name: String, _ piece: String, _ replacement: String, line: Int, key: String, allowed: String) {
            self.name = name
            text = CatalogueSample.with(piece, replacement)
            self.line = line
            self.key = key
            self.allowed = allowed
        }
    }

    static let files: [Broken] = [
        Broken(
            "unknown key",
            "    stage: result",
            "    staging: result\n    stage: result",
            line: 16,
            key: "staging",
            allowed: "stage"
        ),
        Broken(
            "unknown key at the top",
            "columns:\n  -",
            "colums: 1\ncolumns:\n  -",
            line: 4,
            key: "colums",
            allowed: "columns"
        ),
        Broken("key missing", "    section: { zh: 办公室, en: Office }\n", "", line: 7, key: "section", allowed: ""),
        Broken(
            "key twice",
            "    stage: result",
            "    stage: result\n    stage: service",
            line: 17,
            key: "stage",
            allowed: "once"
        ),
        Broken(
            "unknown value",
            "stage: result",
            "stage: outcome",
            line: 16,
            key: "stage",
            allowed: "decision, execution, management"
        ),
        Broken("unknown channel", "[portal]", "[portal, pigeon]", line: 15, key: "channels", allowed: "reading-point"),
        Broken("channel twice", "[portal]", "[portal, portal]", line: 15, key: "channels", allowed: "once"),
        Broken("code misspelt", "code: TRIAL", "code: trial", line: 7, key: "code", allowed: "capital letters"),
        Broken("field key misspelt", "key: done-on", "key: Done_On", line: 27, key: "key", allowed: "lower-case"),
        Broken("common field", "key: done-on", "key: title", line: 27, key: "key", allowed: "another key"),
        Broken(
            "facet of every item",
            "{ key: done-on, zh: 完成日期, en: Done on, type: date }",
            "{ key: year, zh: 完成日期, en: Done on, type: date, facet: true }",
            line: 27,
            key: "key",
            allowed: "another key"
        ),
        Broken("field twice", "key: done-on", "key: reason", line: 28, key: "key", allowed: "another key"),
        Broken("unknown type", "type: date", "type: day", line: 27, key: "type", allowed: "date"),
        Broken(
            "options of a date",
            "type: date }",
            "type: date, options: { a: { zh: 甲, en: A } } }",
            line: 27,
            key: "options",
            allowed: "choice"
        ),
        Broken(
            "choice without options",
            "type: text, ",
            "type: choice, ",
            line: 28,
            key: "options",
            allowed: "a map of code"
        ),
        Broken(
            "limit from no date",
            "from: formed-on",
            "from: reason",
            line: 13,
            key: "from",
            allowed: "formed-on, done-on"
        ),
        Broken(
            "limit of two lengths",
            "working-days: 20,",
            "working-days: 20, hours: 3,",
            line: 13,
            key: "hours",
            allowed: "one of working-days"
        ),
        Broken("limit of no length", "working-days: 20, ", "", line: 13, key: "limits", allowed: "one of working-days"),
        Broken(
            "limit out of range",
            "working-days: 20",
            "working-days: 0",
            line: 13,
            key: "working-days",
            allowed: "from 1 to 365"
        ),
        Broken(
            "number in words",
            "working-days: 20",
            "working-days: twenty",
            line: 13,
            key: "working-days",
            allowed: "whole number"
        ),
        Broken(
            "number with zero",
            "working-days: 20",
            "working-days: 020",
            line: 13,
            key: "working-days",
            allowed: "whole number"
        ),
        Broken(
            "no such day",
            "working-days: 20, from: formed-on",
            "yearly: \"02-30\"",
            line: 13,
            key: "yearly",
            allowed: "01-31"
        ),
        Broken(
            "periodic from a field",
            "working-days: 20",
            "quarterly: 15",
            line: 13,
            key: "from",
            allowed: "left out"
        ),
        Broken(
            "unknown law",
            "law: reg2019, article: 20(3)",
            "law: reg2020, article: 20(3)",
            line: 11,
            key: "law",
            allowed: "reg2019"
        ),
        Broken(
            "unknown column",
            "column: trial/things",
            "column: trial/thing",
            line: 17,
            key: "column",
            allowed: "trial/things"
        ),
        Broken(
            "facet of a text",
            "en: Reason, type: text,",
            "en: Reason, type: text, facet: true,",
            line: 28,
            key: "facet",
            allowed: "choice, choices, date, region, industry"
        ),
        Broken(
            "facet not shown",
            "    facet: true",
            "    facet: true\n        show: never",
            line: 23,
            key: "facet",
            allowed: "shown fields"
        ),
        Broken("neither true nor false", "facet: true", "facet: yes", line: 23, key: "facet", allowed: "true, false"),
        Broken("condition on no choice", "when: kind", "when: done-on", line: 28, key: "when", allowed: "kind"),
        Broken("condition on no option", "is: [big]", "is: [huge]", line: 28, key: "is", allowed: "big, small"),
        Broken("mask of a date", "type: date", "type: date, show: phone", line: 27, key: "show", allowed: "surname"),
        Broken("one language", "zh: 完成日期, en: Done on", "zh: 完成日期", line: 27, key: "en", allowed: ""),
        Broken("option without English", "{ zh: 大, en: Big }", "{ zh: 大 }", line: 25, key: "en", allowed: "both"),
        Broken(
            "anchor",
            "{ zh: 办公室, en: Office }",
            "&office { zh: 办公室, en: Office }",
            line: 14,
            key: "section",
            allowed: "written out"
        ),
        Broken("alias", "article: 20(3)", "article: *none", line: 11, key: "", allowed: "written out"),
        Broken("tag", "stage: result", "stage: !!str result", line: 16, key: "stage", allowed: "without a tag"),
        Broken(
            "merge key",
            "    stage: result",
            "    <<: { stage: result }\n    stage: result",
            line: 16,
            key: "<<",
            allowed: "written out"
        ),
        Broken("two documents", "duties:\n", "---\nduties:\n", line: 6, key: "", allowed: "one document"),
        Broken("bad indentation", "    stage: result", "   stage: result", line: 16, key: "", allowed: "key: value"),
        Broken("tab", "    stage: result", "\tstage: result", line: 16, key: "", allowed: "indented with blanks"),
        Broken(
            "map instead of list",
            "  - { slug: trial/things, zh: 实验, en: Trial }",
            "  { slug: trial/things }",
            line: 5,
            key: "columns",
            allowed: "list"
        ),
        Broken("empty list", "channels: [portal]", "channels: []", line: 15, key: "channels", allowed: "list of 1"),
        Broken(
            "empty text",
            "section: { zh: 办公室, en: Office }",
            "section: { zh: 办公室, en: }",
            line: 14,
            key: "en",
            allowed: "not empty"
        ),
        Broken(
            "unknown topic",
            "    stage: result",
            "    topic: 安全\n    stage: result",
            line: 16,
            key: "topic",
            allowed: "level 1"
        ),
        Broken(
            "unknown report cell",
            "    stage: result",
            "    report-cell: T9\n    stage: result",
            line: 16,
            key: "report-cell",
            allowed: "T2.6.penalty"
        ),
        Broken(
            "bound to nothing",
            "    stage: result",
            "    bound-to: GHOST\n    stage: result",
            line: 16,
            key: "bound-to",
            allowed: "TRIAL"
        ),
        Broken(
            "display without end",
            "    stage: result",
            "    display: { months: 12, from: done-on }\n    stage: result",
            line: 16,
            key: "end",
            allowed: ""
        ),
        Broken(
            "display from no date",
            "    stage: result",
            "    display: { months: 12, from: kind, end: stays }\n    stage: result",
            line: 16,
            key: "from",
            allowed: "done-on"
        ),
        Broken(
            "opinion always needed",
            "    stage: result",
            "    opinions: [secrecy]\n    stage: result",
            line: 16,
            key: "opinions",
            allowed: "legal"
        ),
        Broken(
            "standard but unsaid",
            "    stage: result",
            "    standard: true\n    stage: result",
            line: 7,
            key: "verified",
            allowed: "true or false"
        ),
        Broken(
            "replaces nothing",
            "    stage: result",
            "    replaces: true\n    stage: result",
            line: 16,
            key: "replaces",
            allowed: ""
        ),
        Broken("built-in drops", "duties:\n", "drops: [TRIAL]\nduties:\n", line: 6, key: "drops", allowed: "overlay"),
        Broken("limit of a date", "type: date", "type: date, limit: 3", line: 27, key: "limit", allowed: "text types"),
        Broken(
            "law without English",
            "en: Regulations on Open Government Information }",
            "}",
            line: 3,
            key: "en",
            allowed: ""
        ),
        Broken("matter without code", "{ code: LAB, zh", "{ zh", line: 1, key: "code", allowed: ""),
        Broken("column path", "slug: trial/things", "slug: Trial", line: 5, key: "slug", allowed: "lower-case"),
        Broken(
            "bracket not closed",
            "channels: [portal]",
            "channels: [portal",
            line: 16,
            key: "",
            allowed: "key: value"
        ),
    ]

    @Test(arguments: files) func oneErrorWithPlaceAndWhatIsAllowed(_ file: Broken) throws {
        let problems = CatalogueSample.problems(of: file.text)
        #expect(problems.count == 1, "\(problems.map(\.message.en))")
        let problem = try #require(problems.first)
        #expect(problem.file == "trial.yaml")
        #expect(problem.line == file.line, "\(problem.message.en)")
        #expect(problem.key == file.key, "\(problem.message.en)")
        #expect(problem.allowed?.en.contains(file.allowed) ?? file.allowed.isEmpty, "\(problem.message.en)")
        #expect(problem.message.en.hasPrefix("trial.yaml:\(file.line):"))
        #expect(!problem.message.zh.isEmpty && problem.message.zh != problem.message.en)
    }

    @Test func theSampleItselfLoads() throws {
        let catalogue = try CatalogueSample.load(CatalogueSample.text)
        #expect(catalogue.duties.map(\.code) == ["TRIAL"])
    }

    @Test func allMistakesAreSaidAtOnce() {
        let text = CatalogueSample.with("stage: result", "stage: outcome")
            .replacing("channels: [portal]", with: "channels: [pigeon]")
            .replacing("law: reg2019, article: 20(3)", with: "law: reg2020")
        let problems = CatalogueSample.problems(of: text)
        #expect(problems.map(\.key) == ["law", "channels", "stage"])
        #expect(problems.map(\.line) == [11, 15, 16])
    }

    @Test func aMessageReadsAsPromised() throws {
        let text = CatalogueSample.with("facet: true", "facet: yes")
        let problem = try #require(CatalogueSample.problems(of: text).first)
        #expect(
            problem.message.en == "trial.yaml:23:16: key «facet»: «yes» is neither true nor false; allowed: true, false"
        )
        #expect(problem.message.zh == "trial.yaml:23:16: 键 «facet»：«yes» 不是 true 或 false；允许：true、false")
    }

    @Test func sizeAndDepthAreBounded() throws {
        let large = CatalogueSample.text + "#" + String(repeating: "x", count: YamlReader.maximumBytes)
        #expect(CatalogueSample.problems(of: large).map(\.line) == [1])
        let deep = CatalogueSample.with(
            "[portal]",
            String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
        )
        let problem = try #require(CatalogueSample.problems(of: deep).first)
        #expect(problem.line == 15)
        #expect(problem.allowed?.en == "at most \(YamlReader.maximumDepth) levels")
        let deepest = CatalogueSample.with("[portal]", String(repeating: "[", count: 5000))
        #expect(CatalogueSample.problems(of: deepest).count == 1)
        #expect(CatalogueSample.problems(of: "").count == 1)
        #expect(CatalogueSample.problems(of: "- a").count == 1)
    }
}
