import Disclosure
import HTTPTypes
import Testing

@testable import Web

/// Where a request came from: the peer, or what the proxy that was named says, and nobody else.
@Suite struct ClientAddressTests {
    struct Case: Sendable {
        var peer: String?
        var said: String?
        var header: String?
        var publicURL = "http://127.0.0.1:8080"
        var counted: String?
    }

    @Test(arguments: [
        Case(peer: "192.0.2.7", counted: "192.0.2.7"),
        Case(peer: "192.0.2.7", said: "203.0.113.1", counted: "192.0.2.7"),
        Case(peer: "127.0.0.1", said: "203.0.113.1", header: "X-Real-IP", counted: "203.0.113.1"),
        Case(peer: "127.0.0.1", said: "1.2.3.4, 203.0.113.1", header: "X-Real-IP", counted: "203.0.113.1"),
        Case(peer: "127.0.0.1", said: "1.2.3.4,[2001:db8::1]", header: "X-Real-IP", counted: "2001:db8:0:0::"),
        Case(peer: "127.0.0.1", said: "::ffff:192.0.2.9", header: "X-Real-IP", counted: "192.0.2.9"),
        Case(peer: "127.0.0.1", said: "nonsense", header: "X-Real-IP", counted: nil),
        Case(peer: "127.0.0.1", said: nil, header: "X-Real-IP", counted: nil),
        Case(peer: "127.0.0.1", publicURL: "https://gk.example.gov.cn", counted: nil),
        Case(peer: nil, counted: nil),
    ])
    func whoseRequestItIs(example: Case) {
        var headers = HTTPFields()
        if let name = HTTPField.Name("X-Real-IP") { headers[name] = example.said }
        let settings = Settings(
            publicURL: example.publicURL,
            database: .sqlite(path: ""),
            dataDirectory: "",
            clientAddressHeader: example.header
        )
        #expect(ClientAddress.of(headers, peer: example.peer, settings: settings) == example.counted)
    }
}
