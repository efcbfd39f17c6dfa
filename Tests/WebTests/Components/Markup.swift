/// Reads our own markup back into tags, so that tests can ask about structure instead of substrings.
struct Markup {
    /// A start tag with its attributes; boolean ones have an empty value.
    struct Element {
        var name: String
        var attributes: [String: String]
        var classes: [Substring] { attributes["class", default: ""].split(separator: " ") }
    }

    private(set) var elements: [Element] = []
    /// What is wrong with the nesting, in words.
    private(set) var mistakes: [String] = []

    private static let void: Set<String> = ["meta", "link", "input", "br", "img"]
    /// Drawing elements that we close in the tag itself.
    private static let selfClosing: Set<String> = ["path", "circle", "rect", "line"]

    init(_ text: String) {
        var open: [String] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: start)...]
            if rest.hasPrefix("!") { continue }
            guard let end = Self.end(of: rest) else {
                mistakes.append("no end of tag: <\(rest.prefix(40))")
                return
            }
            let tag = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                let name = String(tag.dropFirst())
                if open.popLast() != name { mistakes.append("</\(name)> closes something else") }
                continue
            }
            let element = Self.element(tag)
            if elements.isEmpty == false, element.attributes["duplicate"] != nil { mistakes.append("twice: \(tag)") }
            elements.append(element)
            if !Self.void.contains(element.name), !Self.selfClosing.contains(element.name) { open.append(element.name) }
        }
        if !open.isEmpty { mistakes.append("never closed: \(open)") }
    }

    /// The values of an attribute in order.
    func values(of attribute: String) -> [String] { elements.compactMap { $0.attributes[attribute] } }

    /// The elements of a name.
    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    private static func end(of text: Substring) -> Substring.Index? {
        var isQuoted = false
        return text.indices.first { index in
            if text[index] == "\"" { isQuoted.toggle() }
            return text[index] == ">" && !isQuoted
        }
    }

    private static func element(_ tag: Substring) -> Element {
        let name = tag.prefix { !$0.isWhitespace && $0 != "/" }
        var attributes: [String: String] = [:]
        var rest = tag.dropFirst(name.count).drop { $0.isWhitespace || $0 == "/" }
        while !rest.isEmpty {
            let key = String(rest.prefix { $0 != "=" && !$0.isWhitespace && $0 != "/" })
            rest = rest.dropFirst(key.count)
            var value = ""
            if rest.hasPrefix("=\"") {
                let quoted = rest.dropFirst(2)
                value = String(quoted.prefix { $0 != "\"" })
                rest = quoted.dropFirst(value.count + 1)
            }
            if attributes.updateValue(value, forKey: key) != nil { attributes["duplicate"] = key }
            rest = rest.drop { $0.isWhitespace || $0 == "/" }
        }
        return Element(name: String(name), attributes: attributes)
    }
}
