/// How often a piece of text stands in a page.
func occurrences(of needle: String, in text: String) -> Int {
    text.ranges(of: needle).count
}

/// The values of an attribute in the order of the page, such as every `href`.
func values(of attribute: String, in text: String) -> [String] {
    text.split(separator: "\(attribute)=\"", omittingEmptySubsequences: false).dropFirst().map { part in
        String(part.prefix { $0 != "\"" })
    }
}

/// What a browser reads in an attribute or text.
func unescaped(_ text: String) -> String {
    text.replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
}

/// Elements that are opened and not closed, or closed and not opened; empty for a well-formed page.
func unbalancedElements(in text: String) -> [String] {
    let void: Set<String> = ["meta", "link", "input", "br", "hr", "path", "circle", "img", "source"]
    var open: [String] = []
    var wrong: [String] = []
    for part in text.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
        let tag = part.prefix { $0 != ">" }
        let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
        if name.isEmpty || void.contains(name) || tag.hasSuffix("/") { continue }
        if tag.hasPrefix("/") {
            if open.last == name { open.removeLast() } else { wrong.append("/" + name) }
        } else {
            open.append(name)
        }
    }
    return wrong + open
}
