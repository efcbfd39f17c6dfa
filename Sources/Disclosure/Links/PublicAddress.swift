/// Which network addresses belong to the open internet: a link check must not become a way into the agency's own network.
package enum PublicAddress {
    /// Blocks that are private, local, reserved or for documentation (IANA special-purpose registries, RFC 6890).
    private static let closed4: [(first: [UInt8], length: Int)] = [
        ([0, 0, 0, 0], 8), ([10, 0, 0, 0], 8), ([100, 64, 0, 0], 10), ([127, 0, 0, 0], 8), ([169, 254, 0, 0], 16),
        ([172, 16, 0, 0], 12), ([192, 0, 0, 0], 24), ([192, 0, 2, 0], 24), ([192, 88, 99, 0], 24),
        ([192, 168, 0, 0], 16), ([198, 18, 0, 0], 15), ([198, 51, 100, 0], 24), ([203, 0, 113, 0], 24),
        ([224, 0, 0, 0], 4), ([240, 0, 0, 0], 4),
    ]

    /// - Parameter bytes: 4 of IPv4 or 16 of IPv6, in network order; any other number is not public.
    package static func isPublic(_ bytes: [UInt8]) -> Bool {
        switch bytes.count {
        case 4: !closed4.contains { matches(bytes, $0.first, $0.length) }
        case 16: isPublic6(bytes)
        default: false
        }
    }

    /// Only 2000::/3 is given out; within it Teredo, documentation and 6to4 lead elsewhere, and an IPv4 address inside
    /// counts as itself.
    private static func isPublic6(_ bytes: [UInt8]) -> Bool {
        let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        if isMapped { return isPublic(Array(bytes[12...])) }
        // 64:ff9b::/96 carries an IPv4 address behind NAT64.
        if bytes.starts(with: [0, 0x64, 0xFF, 0x9B]), bytes[4..<12].allSatisfy({ $0 == 0 }) {
            return isPublic(Array(bytes[12...]))
        }
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        if bytes.starts(with: [0x20, 0x02]) { return isPublic(Array(bytes[2..<6])) }
        let isTeredo = bytes.starts(with: [0x20, 0x01, 0, 0])
        let isDocumentation = bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) || bytes.starts(with: [0x3F, 0xFF])
        return !isTeredo && !isDocumentation
    }

    private static func matches(_ bytes: [UInt8], _ first: [UInt8], _ length: Int) -> Bool {
        for index in 0..<4 {
            let bits = max(0, min(8, length - index * 8))
            let mask = UInt8(truncatingIfNeeded: 0xFF00 >> bits)
            if bytes[index] & mask != first[index] & mask { return false }
        }
        return true
    }
}
