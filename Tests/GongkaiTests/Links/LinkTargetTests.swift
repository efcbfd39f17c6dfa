import Disclosure
import Testing

@testable import Gongkai

/// What the link check asks for at all: nothing on this machine or in its network, whatever the address looks like.
@Suite struct LinkTargetTests {
    @Test(arguments: [
        "ftp://example.org/", "file:///etc/passwd", "gopher://example.org/", "http://user:pass@example.org/", "http://",
        "javascript:alert(1)", "//example.org/", "example.org", "",
    ])
    func odd(address: String) async {
        #expect(LinkTarget(address) == nil)
    }

    @Test(arguments: [
        "http://127.0.0.1:1/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/", "http://2130706433/",
        "http://0x7f.1/", "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/latest/meta-data/", "http://0/",
    ])
    func insideIsNeverAsked(address: String) async throws {
        let checker = CurlLinkChecker()
        guard checker.program != nil else { return }
        #expect(await checker.check(address) == .refused, "\(address)")
    }
}
