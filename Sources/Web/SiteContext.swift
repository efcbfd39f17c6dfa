import Disclosure
package import Hummingbird
import NIOCore
package import Text

/// What goes with a request on its way to the page.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package var language: Language = .zh
    package var requestID = ""
    package let remoteAddress: String?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress
    }
}
