import Civil
import Disclosure
import TestKit
import Testing
import Web

/// The headers of every kind of answer, and the cookies, under http and https.
@Suite struct HeaderTests {
    struct Kind: Sendable {
        var name: String
        var method = "GET"
        var path: String
        var seat: Seat?
        var status: Int
        var type: String?
        var cache: String
    }

    static let kinds = [
        Kind(name: "portal page", path: "/shiqiao", status: 200, type: "text/html", cache: "no-cache"),
        Kind(name: "portal in English", path: "/en/shiqiao", status: 200, type: "text/html", cache: "no-cache"),
        Kind(name: "nothing there", path: "/shiqiao/nothing/at/all", status: 404, type: "text/html", cache: "no-cache"),
        Kind(name: "no such agency", path: "/nowhere", status: 404, type: "text/html", cache: "no-cache"),
        Kind(
            name: "stylesheet",
            path: Stylesheet.url,
            status: 200,
            type: "text/css",
            cache: "public, max-age=31536000, immutable"
        ),
        Kind(name: "robots", path: "/robots.txt", status: 200, type: "text/plain", cache: "no-cache"),
        Kind(name: "feed", path: "/shiqiao/feed", status: 200, type: "application/atom+xml", cache: "no-cache"),
        Kind(name: "health", path: "/health/live", status: 200, type: nil, cache: "no-store"),
        Kind(name: "sign-in page", path: "/office/sign-in", status: 200, type: "text/html", cache: "no-store"),
        Kind(name: "sent to sign in", path: "/office", status: 303, type: nil, cache: "no-store"),
        Kind(
            name: "wrong password",
            method: "POST",
            path: "/office/sign-in",
            status: 422,
            type: "text/html",
            cache: "no-store"
        ),
        Kind(name: "office page", path: "/office", seat: .editor, status: 200, type: "text/html", cache: "no-store"),
        Kind(
            name: "not allowed",
            path: "/office/people",
            seat: .editor,
            status: 403,
            type: "text/html",
            cache: "no-store"
        ),
        Kind(
            name: "not there in the office",
            path: "/office/items/x",
            seat: .editor,
            status: 404,
            type: "text/html",
            cache: "no-store"
        ),
        Kind(
            name: "form with mistakes",
            method: "POST",
            path: "/office/people",
            seat: .administrator,
            status: 422,
            type: "text/html",
            cache: "no-store"
        ),
        Kind(
            name: "after an act",
            method: "POST",
            path: "/office/sign-out",
            seat: .colleague,
            status: 303,
            type: nil,
            cache: "no-store"
        ),
        Kind(
            name: "file for the inspector",
            method: "POST",
            path: "/office/audit/export",
            seat: .auditor,
            status: 200,
            type: "text/csv",
            cache: "no-store"
        ),
    ]

    static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'"

    @Test(arguments: [false, true]) func everyKindOfAnswer(isSecure: Bool) async throws {
        try await TestApp.run(on: .sqlite, settings: Self.settings(isSecure)) { test in
            for kind in Self.kinds {
                let answer =
                    kind.method == "GET"
                    ? try await test.get(kind.path, as: kind.seat) : try await test.post(kind.path, as: kind.seat)
                let headers = answer.headers
                #expect(answer.status == kind.status, "\(kind.name)")
                if let type = kind.type { #expect(headers["content-type"]?.hasPrefix(type) == true, "\(kind.name)") }
                #expect(headers["content-security-policy"] == Self.policy, "\(kind.name)")
                #expect(headers["x-content-type-options"] == "nosniff", "\(kind.name)")
                #expect(headers["x-frame-options"] == "DENY", "\(kind.name)")
                #expect(headers["referrer-policy"] == "same-origin", "\(kind.name)")
                #expect(headers["cross-origin-opener-policy"] == "same-origin", "\(kind.name)")
                #expect(headers["cross-origin-resource-policy"] == "same-origin", "\(kind.name)")
                #expect(headers["permissions-policy"]?.contains("camera=()") == true, "\(kind.name)")
                #expect(headers["cache-control"] == kind.cache, "\(kind.name): \(headers["cache-control"] ?? "-")")
                #expect((headers["strict-transport-security"] != nil) == isSecure, "\(kind.name)")
                #expect(headers["server"] == nil && headers["x-powered-by"] == nil, "\(kind.name)")
            }
        }
    }

    private static func settings(_ isSecure: Bool) -> Settings {
        Settings(
            publicURL: isSecure ? "https://gk.example.gov.cn" : "http://127.0.0.1:8080",
            database: .sqlite(path: ""),
            dataDirectory: ""
        )
    }

    /// `__Host-` binds a cookie to this host, path and TLS; browsers refuse it over plain http.
    @Test(arguments: [false, true]) func cookiesAreBoundExactlyUnderHTTPS(isSecure: Bool) async throws {
        try await TestApp.run(on: .sqlite, settings: Self.settings(isSecure)) { test in
            let form = [("login", "editor"), ("password", Seat.password)]
            let session = try #require(try await test.post("/office/sign-in", form: form).headers["set-cookie"])
            let ended = try #require(try await test.post("/office/sign-out", as: .editor).headers["set-cookie"])
            let large = try #require(try await test.get("/elder?on=1&back=/").headers["set-cookie"])
            for cookie in [session, ended] {
                #expect(cookie.hasPrefix("__Host-gongkai=") == isSecure && cookie.hasPrefix("gongkai=") == !isSecure)
                #expect(!cookie.lowercased().contains("domain="))
            }
            for cookie in [session, ended, large] {
                #expect(cookie.contains("; Path=/;") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
                #expect(cookie.hasSuffix("; Secure") == isSecure, "\(cookie)")
            }
            // A cookie under the other name opens nothing.
            let token = try await test.token(of: .colleague).text
            let wrong = isSecure ? "gongkai=\(token)" : "__Host-gongkai=\(token)"
            #expect(try await test.get("/office", headers: ["cookie": wrong]).status == 303)
        }
    }
}
