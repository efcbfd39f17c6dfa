import Disclosure
import Hummingbird
import Web

/// Sends a draft to its reviewers.
enum ReviewPages {
    static func submit(_ visit: Visit) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        do {
            _ = try await SubmitItem(id: id, actor: try visit.actor()).run(in: visit.app)
        } catch let refusal as Refusal {
            return try await ItemPage.page(visit, id, refused: try Refused(refusal))
        }
        return .seeOther(visit.links.office("/items/\(id)", did: .submitted))
    }
}
