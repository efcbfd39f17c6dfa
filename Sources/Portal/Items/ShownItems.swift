package import Disclosure
import HTTPTypes
import Hummingbird
import Web

/// Whether the page of an item is really there: it is drawn as for a reader, in this process.
package enum ShownItems {
    package static func isShown(_ leafID: String, of agency: String, in app: App) async -> Bool {
        let visit = Visit(
            reading: "/\(agency)/items/\(leafID)",
            parameters: ["agency": agency, "leaf": leafID],
            in: app
        )
        do {
            return try await ItemPage.show(visit).status == .ok
        } catch {
            return false
        }
    }
}
