import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Web

/// 长者模式 (国办公开办函〔2021〕28号): larger type and targets, kept in a cookie of this browser.
enum ElderPage {
    /// Answers `/elder?on=1&back=/path`.
    static func change(_ visit: Visit) async throws -> Response {
        var answer = Response.seeOther(Self.path(visit.query["back"] ?? "/"))
        answer.headers[.setCookie] = Cookies.elder(visit.query["on"] == "1", visit.app.settings)
        answer.headers[.cacheControl] = "no-store"
        return answer
    }

    /// The path itself when it is one of this site, else the front page.
    static func path(_ back: String) -> String {
        back.hasPrefix("/") && SafeURL.allowed(back) == back ? back : "/"
    }
}
