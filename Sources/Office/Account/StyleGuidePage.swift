import Hummingbird
import Web

/// Every component with its states, for whoever works on the look.
enum StyleGuidePage {
    static func show(_ visit: Visit) async throws -> Response {
        .page(StyleGuide(stylesheet: Stylesheet.url, isElder: visit.isElder).html(in: visit.language))
    }
}
