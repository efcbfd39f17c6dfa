/// When an address of another organ counts as dead.
enum DeadLinks {
    /// One failure may be the other site's bad night; from the second in a row on somebody looks.
    static let tolerated: Int64 = 2
}
