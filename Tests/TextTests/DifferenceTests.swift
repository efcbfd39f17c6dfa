import Testing
import Text

struct DifferenceTests {
    struct Row: Sendable {
        let old: String
        let new: String
        /// Removed in square brackets, added in braces.
        let marked: String
    }

    @Test(arguments: [
        Row(old: "", new: "", marked: ""),
        Row(old: "", new: "新", marked: "{新}"),
        Row(old: "旧", new: "", marked: "[旧]"),
        Row(old: "不变", new: "不变", marked: "不变"),
        Row(old: "应当在20个工作日内公开", new: "应当在15个工作日内公开", marked: "应当在[20]{15}个工作日内公开"),
        Row(old: "work safety", new: "work health", marked: "work [safety]{health}"),
        Row(old: "第一行\n第二行\n第三行", new: "第一行\n第三行", marked: "第一行\n[第二行\n]第三行"),
        Row(old: "甲\n乙", new: "甲\n乙\n丙", marked: "甲\n乙{\n丙}"),
        Row(old: "罚款2万元", new: "罚款3万元并公示", marked: "罚款[2]{3}万元{并公示}"),
        Row(old: "e\u{301}", new: "é", marked: "[e\u{301}]{é}"),
        Row(old: "\0a", new: "a", marked: "[\0]a"),
        Row(old: "a\r\nb", new: "a\nb", marked: "a[\r\n]{\n}b"),
    ])
    func changesAreShownInWords(_ row: Row) {
        let marked = Difference.between(row.old, row.new).map { piece in
            switch piece {
            case .same(let text): text
            case .removed(let text): "[\(text)]"
            case .added(let text): "{\(text)}"
            }
        }
        #expect(Array(marked.joined().utf8) == Array(row.marked.utf8))
    }

    private func expectCovers(_ old: String, _ new: String, _ location: SourceLocation = #_sourceLocation) {
        var (oldAgain, newAgain) = ("", "")
        var kinds: [Int] = []
        for piece in Difference.between(old, new) {
            switch piece {
            case .same(let text):
                oldAgain += text
                newAgain += text
                kinds.append(0)
            case .removed(let text):
                oldAgain += text
                kinds.append(1)
            case .added(let text):
                newAgain += text
                kinds.append(2)
            }
        }
        #expect(Array(oldAgain.utf8) == Array(old.utf8), sourceLocation: location)
        #expect(Array(newAgain.utf8) == Array(new.utf8), sourceLocation: location)
        let neighbours = zip(kinds, kinds.dropFirst())
        #expect(neighbours.allSatisfy { $0 != $1 && !($0 == 2 && $1 == 1) }, sourceLocation: location)
    }

    @Test(arguments: 1...6)
    func bothTextsCanBeReadFromTheDifference(_ seed: Int) {
        var generator = Generator(seed: UInt64(seed))
        let alphabet = ["安", "全", "生", "产", "a", "bc", " ", "\n", "。", "1", "\r\n", "é"]
        for _ in 0..<400 {
            let old = generator.text(of: alphabet, length: generator.number(below: 60))
            var new = generator.text(of: alphabet, length: generator.number(below: 60))
            if generator.number(below: 3) > 0 {
                var characters = Array(old)
                for _ in 0...generator.number(below: 4) where !characters.isEmpty {
                    let at = generator.number(below: characters.count)
                    if generator.number(below: 2) == 0 {
                        characters.remove(at: at)
                    } else {
                        characters.insert("改", at: at)
                    }
                }
                new = String(characters)
            }
            expectCovers(old, new)
        }
    }

    /// Far more changes than the exact search goes through: still right, still quick.
    @Test(.timeLimit(.minutes(1)))
    func longTextsWithLittleInCommonAreBounded() {
        var generator = Generator(seed: 7)
        let ideographs = (0..<3000).map { String(Character(Unicode.Scalar(UInt32(0x4E00 + $0)) ?? "一")) }
        let old = generator.text(of: ideographs, length: 20_000)
        let new = generator.text(of: ideographs, length: 20_000)
        expectCovers(old, new)
        let lines = (0..<4000).map { "第\($0)行" }
        expectCovers(lines.joined(separator: "\n"), lines.reversed().joined(separator: "\n"))
        let kept = lines.enumerated().map { $0.offset % 3 == 0 ? "改\($0.offset)" : $0.element }
        expectCovers(lines.joined(separator: "\n"), kept.joined(separator: "\n"))
    }

    @Test func unchangedLinesSurviveManyChanges() {
        let old = (0..<3000).map { "第\($0)行" }
        let new = old.enumerated().map { $0.offset % 2 == 0 ? "全新内容\($0.offset)号" : $0.element }
        var same = 0
        for case .same(let text) in Difference.between(old.joined(separator: "\n"), new.joined(separator: "\n")) {
            same += text.count
        }
        #expect(same > old.joined().count / 3)
    }
}
