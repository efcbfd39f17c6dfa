import Disclosure

/// The catalogue as shipped, read once for all tests.
enum Shipped {
    private static let result = Result { try Catalogue.builtIn() }

    static func catalogue() throws -> Catalogue { try result.get() }
}
