/// Errors that the argument parser itself puts into words: wrong use, requests for help, plain exit statuses.
enum ArgumentErrors {
    /// Some of them are not public, so the module of the type decides.
    static func areOf(_ error: any Error) -> Bool {
        String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
    }
}
