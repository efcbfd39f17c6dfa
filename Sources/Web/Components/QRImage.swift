/// A QR code as a picture inside the page: black on white in every colour scheme, with its light margin.

package import Codes
package import Html
package import Text

/// A code to be read by a telephone; what it says must stand beside it in words too.
package struct QRImage: Component {
    package var code: QRCode
    /// What the picture is for.
    package var label: Phrase
    /// The light margin that readers need, in modules.
    private static let margin = 4
    /// The side of a module in pixels.
    private static let module = 4

    package init(code: QRCode, label: Phrase) {
        self.code = code
        self.label = label
    }

    package func html(in language: Language) -> HTML {
        let side = code.size + 2 * Self.margin
        let pixels = String(side * Self.module)
        return """
            <svg role="img" aria-label="\(label[language])" width="\(pixels)" height="\(pixels)" \
            viewBox="0 0 \(String(side)) \(String(side))" shape-rendering="crispEdges">\
            <rect width="100%" height="100%" fill="#fff"/><path fill="#000" d="\(path)"/></svg>
            """
    }

    /// One bar for each run of dark modules in a row.
    private var path: String {
        var path = ""
        for y in 0..<code.size {
            var x = 0
            while x < code.size {
                let start = x
                while x < code.size, code.isDark(x, y) { x += 1 }
                if x > start { path += "M\(start + Self.margin) \(y + Self.margin)h\(x - start)v1h\(start - x)z" }
                x += 1
            }
        }
        return path
    }
}
