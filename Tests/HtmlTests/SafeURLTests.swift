import Html
import Testing

@Suite struct SafeURLTests {
    @Test(arguments: [
        "/", "/items/2024?x=1&y=2#top", "items", "../a", "./a:b", "?q=a:b", "#main", "a/b:c",
        "https://www.example.gov.cn/a", "HTTP://example.gov.cn", "mailto:gk@example.gov.cn", "tel:+86-512-12350",
        "/检索?词=安全", "/.//same-site",
    ])
    func allowedAddressesStay(address: String) {
        #expect(SafeURL.allowed(address) == address)
    }

    @Test(arguments: [
        "", " ", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
        "\u{1}javascript:alert(1)", "java\tscript:alert(1)", "javascript\u{0}:alert(1)", "data:text/html,<script>",
        "vbscript:x", "file:///etc/passwd", "blob:x", "view-source:x", "about:blank", "//evil.example",
        "///evil.example", "/\\evil.example", "\\\\evil.example", " //evil.example", "/\t/evil.example",
        "https:evil.example", "https:/evil.example", "https://", "mailto:", "ſcript:x", "ｊavascript:x", ":x",
        "http\u{7F}://x",
    ])
    func anythingElseBecomesTheEmptyFragment(address: String) {
        let link: HTML = "<a href=\"\(url: address)\">"
        #expect(link.text == "<a href=\"#\">")
    }

    @Test func allowedAddressesAreStillEscaped() {
        let link: HTML = "<a href=\"\(url: "/a?b=1&c=\"><script>")\">"
        #expect(link.text == "<a href=\"/a?b=1&amp;c=&quot;&gt;&lt;script&gt;\">")
    }
}
