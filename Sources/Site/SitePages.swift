package import Disclosure
import Portal

/// The public pages of this site, for the jobs that see to it that they are there.
package struct SitePages: PublicPages {
    package init() {}

    package func shows(_ leafID: String, of agency: String, in app: App) async -> Bool {
        await ShownItems.isShown(leafID, of: agency, in: app)
    }
}
