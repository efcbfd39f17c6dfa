import Html

let markupCases: [FuzzCase] = [
    FuzzCase("markup: text stays text") { chance in
        let text = chance.text(upTo: 100, besides: ["<script>", "</title>", "&lt;", "\" onload=\"", "-->", "]]>"])
        let html = HTML(text: text).bytes
        try promise(!html.contains { "<>\"'".utf8.contains($0) }, "a mark is left in \(html.text)")
        try promise(unescaped(html) == Array(text.utf8), "it reads as another: \(text.debugDescription)")
        let attribute: HTML = "<a title=\"\(text)\">\(text)</a>"
        try promise(attribute.bytes.count { $0 == UInt8(ascii: "\"") } == 2, "an attribute was broken open")
        try promise(attribute.bytes.count { $0 == UInt8(ascii: "<") } == 2, "a tag was broken open")
    },
    FuzzCase("link: only what a browser may follow") { chance in
        let address = links.input(&chance).text
        let allowed = SafeURL.allowed(address)
        try promise(allowed == "#" || allowed.utf8.elementsEqual(address.utf8), "the address was changed")
        // What a browser reads: no tabs and line ends anywhere, no controls or blanks around (WHATWG URL §4.1, §4.4).
        let seen = browsersView(allowed)
        for scheme in ["javascript:", "data:", "vbscript:", "file:", "blob:"] {
            try promise(!seen.hasPrefix(scheme), "\(address.debugDescription) is followed as \(scheme)")
        }
        try promise(!seen.hasPrefix("//"), "\(address.debugDescription) leads to another site")
    },
]

private let links = Mutation(
    corpus: [
        "https://example.gov.cn/a?b=c#d", "/nanhai/items/1", "mailto:a@example.gov.cn", "tel:000-0000000",
        "javascript:alert(1)",
        "//evil.example/x", "data:text/html,x", "#top", "JaVaScRiPt:x", "\tjavascript:x", "java\nscript:x",
    ].map { Array($0.utf8) },
    words: [
        "javascript:", ":", "/", "//", "\\", "\t", "\n", "\u{0}", " ", "%0a", "http", "https:", "?", "#", "&colon;",
        "\u{AD}",
    ]
)

private func browsersView(_ address: String) -> String {
    var bytes = address.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }[...]
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    return String(decoding: bytes.map { $0 == 0x5C ? 0x2F : $0 }, as: UTF8.self).lowercased()
}

private func unescaped(_ html: [UInt8]) -> [UInt8]? {
    let references: [(String, UInt8)] = [
        ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&#39;", 0x27),
    ]
    var bytes: [UInt8] = []
    var rest = html[...]
    while let first = rest.first {
        if first == 0x26 {
            guard let known = references.first(where: { rest.starts(with: $0.0.utf8) }) else { return nil }
            bytes.append(known.1)
            rest = rest.dropFirst(known.0.utf8.count)
        } else {
            bytes.append(first)
            rest = rest.dropFirst()
        }
    }
    return bytes
}
