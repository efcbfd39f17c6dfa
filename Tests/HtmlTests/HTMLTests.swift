import Html
import Testing

/// The slowest obvious escaper, to compare the fast one with.
private func reference(_ text: String) -> String {
    text.unicodeScalars.map { scalar -> String in
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        default: String(scalar)
        }
    }.joined()
}

/// Reads escaped text back as a browser would.
private func unescaped(_ markup: String) -> String {
    var rest = markup[...]
    var result = ""
    let references = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
    while let first = rest.unicodeScalars.first {
        if let (reference, character) = references.first(where: { rest.utf8.starts(with: $0.key.utf8) }) {
            result += character
            rest = Substring(rest.utf8.dropFirst(reference.utf8.count))
        } else {
            result.unicodeScalars.append(first)
            rest = rest[rest.unicodeScalars.index(after: rest.startIndex)...]
        }
    }
    return result
}

private let attacks = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</textarea><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "&lt;script&gt;",
    "&#x3C;script&#x3E;",
    "<!--",
    "]]><b>",
    "\u{0}<b>",
    "\u{2028}<b>\u{202E}",
    "a\u{301}<e\u{301}>",
    "<\u{338}script>",
    "名称〔2024〕1号 & “引号” '单引号'",
    "",
    "&",
    "🀄︎<🀄︎>",
]

@Suite struct HTMLTests {
    @Test(arguments: attacks)
    func textIsEscapedLikeTheReference(attack: String) {
        let page: HTML = "<p title=\"\(attack)\">\(attack)</p>"
        #expect(page.text == "<p title=\"\(reference(attack))\">\(reference(attack))</p>")
        #expect(HTML(text: attack).text == reference(attack))
        #expect(unescaped(HTML(text: attack).text).utf8.elementsEqual(attack.utf8))
    }

    @Test(arguments: attacks)
    func partsOfTextAreEscapedToo(attack: String) {
        let part = ("x" + attack + "y").dropFirst().dropLast()
        let page: HTML = "\(part)"
        #expect(page.text.utf8.elementsEqual(reference(String(part)).utf8))
    }

    @Test func everyByteLengthAndPositionSurvives() {
        for length in 0..<40 {
            for position in 0..<max(length, 1) {
                let plain = String(repeating: "公", count: position)
                let text = plain + "<" + String(repeating: "a", count: length - position)
                #expect(HTML(text: text).text == reference(text))
            }
        }
    }

    @Test func numbersAreWrittenInDigits() {
        let page: HTML = "\(0) \(-7) \(1_234) \(Int64.max) \(Int64.min)"
        #expect(page.text == "0 -7 1234 9223372036854775807 -9223372036854775808")
    }

    @Test func markupIsSplicedOnceAndOnlyMarkup() {
        let row: HTML = "<li>\("<")</li>"
        let list: HTML = "<ul>\([row, row])\(row)\(optional: nil)\(optional: row)\(HTML.empty)</ul>"
        let one = "<li>&lt;</li>"
        #expect(list.text == "<ul>" + one + one + one + one + "</ul>")
    }

    @Test(arguments: [true, false])
    func aLiteralInsideAnInterpolationIsTextNotMarkup(on: Bool) {
        let page: HTML = "\(on ? "<b>" : "<i>")"
        #expect(page.text == (on ? "&lt;b&gt;" : "&lt;i&gt;"))
    }

    @Test func flagsAndAttributesAppearOnlyWhenTheyHold() {
        let page: HTML = """
            <input\(flag: "checked", if: true)\(flag: "disabled", if: false)\(attribute: "value", "a\"b")\
            \(attribute: "hint", nil)>
            """
        #expect(page.text == #"<input checked value="a&quot;b">"#)
    }

    @Test(arguments: ["href", "src", "action", "formaction"] as [String])
    func addressAttributesPassTheGate(name: String) {
        let page: HTML =
            switch name {
            case "href": "\(attribute: "href", "javascript:x")"
            case "src": "\(attribute: "src", "javascript:x")"
            case "action": "\(attribute: "action", "javascript:x")"
            default: "\(attribute: "formaction", "javascript:x")"
            }
        #expect(page.text == " \(name)=\"#\"")
    }

    @Test func additionKeepsOrder() {
        var page: HTML = "<a>" + "<b>"
        page += "<c>"
        #expect(page.text == "<a><b><c>")
        #expect([HTML("x"), HTML("y"), HTML("z")].joined(by: " · ").text == "x · y · z")
        #expect(([] as [HTML]).joined(by: ",").isEmpty)
    }
}
