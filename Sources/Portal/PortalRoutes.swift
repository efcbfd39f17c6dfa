package import Web

/// Every address of the portal (public, for everyone).
package enum PortalRoutes {
    package static let all: [Route] = []
}
