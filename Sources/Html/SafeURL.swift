/// Which addresses may stand in a link: http, https, mailto, tel and paths on this site (WHATWG URL).
package enum SafeURL {
    /// The address itself, or `#` when a browser could take it for anything but an allowed scheme or our own site.
    ///
    /// Refused are other schemes (`javascript:`, `data:` …), protocol-relative addresses, backslashes (browsers read
    /// them as slashes), control characters (browsers drop them, so they can hide a scheme), a leading space, and the
    /// empty address.
    package static func allowed(_ address: String) -> String {
        var address = address
        return address.withUTF8 { isAllowed($0) } ? address : "#"
    }

    /// Whether an attribute of this name holds an address.
    static func isHeld(by attribute: StaticString) -> Bool {
        attribute.withUTF8Buffer { name in
            ["href", "src", "action", "formaction"].contains { $0.utf8.elementsEqual(name) }
        }
    }

    private static func isAllowed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, first != UInt8(ascii: " ") else { return false }
        guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) else { return false }
        if let end = bytes.firstIndex(where: { ":/?#".utf8.contains($0) }), bytes[end] == UInt8(ascii: ":") {
            return isAllowed(scheme: bytes[..<end], rest: bytes[(end + 1)...])
        }
        return !starts(with: "//", bytes[...])
    }

    private static func isAllowed(
        scheme: Slice<UnsafeBufferPointer<UInt8>>,
        rest: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Bool {
        switch String(decoding: scheme, as: UTF8.self).lowercased() {
        case "http", "https":
            // "https:path" is read relative to the page or as a host, depending on the page: not allowed.
            starts(with: "//", rest) && rest.count > 2
        case "mailto", "tel":
            !rest.isEmpty
        default:
            false
        }
    }

    private static func starts(with prefix: String, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        bytes.starts(with: prefix.utf8)
    }
}
