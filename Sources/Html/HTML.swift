/// Markup that is safe by its type: literals are markup, every interpolated value is escaped.
///
/// A page is written as a Swift string literal. The literal parts can only come from the source file
/// (they are `StaticString`s, so a string made at run time can never become markup); whatever stands in
/// `\( )` is escaped for text and for quoted attributes alike. Attribute values must therefore always be
/// written in double quotes. An optional does not compile: say `\(optional: …)` or `?? ""`.
package struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The markup in UTF-8, ready to be sent.
    package private(set) var bytes: [UInt8]

    /// No markup at all; `\(HTML.empty)` writes nothing.
    package static let empty = HTML(trusted: [])

    /// Takes bytes that are known to be markup, such as our own server-drawn SVG or sanitised Markdown.
    ///
    /// This is the only door past the escaping; every call of it is a line to review.
    package init(trusted bytes: [UInt8]) {
        self.bytes = bytes
    }

    package init(stringLiteral literal: StaticString) {
        bytes = literal.withUTF8Buffer { Array($0) }
    }

    package init(stringInterpolation: StringInterpolation) {
        bytes = stringInterpolation.bytes
    }

    /// Plain text as markup: the text, escaped.
    package init(text: String) {
        bytes = []
        bytes.appendEscaped(text)
    }

    /// The markup as a string, for tests, golden files and mail parts.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether there is no markup, so that a heading or a wrapper can be left out.
    package var isEmpty: Bool { bytes.isEmpty }

    package static func + (left: HTML, right: HTML) -> HTML {
        HTML(trusted: left.bytes + right.bytes)
    }

    package static func += (left: inout HTML, right: HTML) {
        left.bytes += right.bytes
    }
}

extension HTML {
    /// Collects the literal parts as they are and the values escaped.
    package struct StringInterpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 48)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        /// Writes text, escaped.
        package mutating func appendInterpolation(_ text: String) {
            bytes.appendEscaped(text)
        }

        /// Writes a part of a text, escaped.
        package mutating func appendInterpolation(_ text: Substring) {
            bytes.appendEscaped(text)
        }

        /// Writes a number in plain digits.
        package mutating func appendInterpolation(_ number: Int) {
            bytes.appendDecimal(Int64(number))
        }

        /// Writes a number in plain digits.
        package mutating func appendInterpolation(_ number: Int64) {
            bytes.appendDecimal(number)
        }

        /// Splices markup as it is.
        package mutating func appendInterpolation(_ markup: HTML) {
            bytes += markup.bytes
        }

        /// Splices pieces of markup one after another, with nothing between them.
        package mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { bytes += piece.bytes }
        }

        /// Splices markup when there is some.
        package mutating func appendInterpolation(optional markup: HTML?) {
            if let markup { bytes += markup.bytes }
        }

        /// Writes the value of a link attribute; an address that is not allowed becomes `#` (see `SafeURL`).
        package mutating func appendInterpolation(url: String) {
            bytes.appendEscaped(SafeURL.allowed(url))
        }

        /// Writes a boolean attribute with its leading space when the condition holds.
        ///
        /// Stands right after the name of the tag: `<input\(flag: "checked", if: on)>`.
        package mutating func appendInterpolation(flag name: StaticString, if condition: Bool) {
            guard condition else { return }
            bytes.append(UInt8(ascii: " "))
            appendLiteral(name)
        }

        /// Writes ` name="value"` with its leading space, or nothing without a value.
        ///
        /// Attributes that hold an address (`href`, `src`, `action`, `formaction`) pass the same gate as `\(url:)`.
        package mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            guard let value else { return }
            bytes.append(UInt8(ascii: " "))
            appendLiteral(name)
            appendLiteral("=\"")
            bytes.appendEscaped(SafeURL.isHeld(by: name) ? SafeURL.allowed(value) : value)
            bytes.append(UInt8(ascii: "\""))
        }
    }
}

extension Sequence where Element == HTML {
    /// The pieces in order with a separator between them.
    package func joined(by separator: HTML = .empty) -> HTML {
        var result = HTML.empty
        for (index, piece) in enumerated() {
            if index > 0 { result += separator }
            result += piece
        }
        return result
    }
}
