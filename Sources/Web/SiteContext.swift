package import Hummingbird
package import Text
import Disclosure
import NIOCore

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
