import Disclosure
import Foundation
import HTTPTypes

/// Where a request came from, for counting tries: the peer of the connection, or what a trusted proxy says.
enum ClientAddress {
    /// - Parameter peer: the other end of the connection, which is the proxy where there is one.
    static func of(_ headers: HTTPFields, peer: String?, settings: Settings) -> String? {
        if let header = settings.clientAddressHeader {
            guard let name = HTTPField.Name(header), let said = headers[name] else { return nil }
            // In a list (X-Forwarded-For) only the last entry is the proxy's own; whoever asks may write the others.
            return said.split(separator: ",").last.flatMap { counted(String($0)) }
        }
        // The site is behind a proxy for TLS, and nobody said how it names its clients: all would look like one.
        return settings.isSecure ? nil : peer.flatMap(counted)
    }

    /// An IPv4 address as it is; of an IPv6 address the network, because its holder has all the rest of it.
    static func counted(_ text: String) -> String? {
        let trimmed = text.filter { $0 != " " && $0 != "[" && $0 != "]" }
        var four = in_addr()
        if inet_pton(AF_INET, trimmed, &four) == 1 { return trimmed }
        var six = in6_addr()
        guard inet_pton(AF_INET6, trimmed, &six) == 1 else { return nil }
        let bytes = withUnsafeBytes(of: six) { Array($0) }
        let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        if isMapped { return bytes.suffix(4).map { String($0) }.joined(separator: ".") }
        return stride(from: 0, to: 8, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
            .joined(separator: ":") + "::"
    }
}
