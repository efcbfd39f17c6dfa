package import Web

/// Every address of the office (for staff who have signed in).
package enum OfficeRoutes {
    package static let all: [Route] = []
}
