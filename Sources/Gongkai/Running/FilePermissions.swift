import Foundation

/// Records and keys belong to the account that the program runs under and to nobody else.
enum FilePermissions {
    /// Everything that this process makes: folders 0700, files 0600.
    static func keepToOwner() {
        umask(0o077)
    }

    /// Whether others than the owner may do anything with the file; false when it is not there.
    static func isOpenToOthers(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        )
        return (attributes?[.posixPermissions] as? NSNumber).map { $0.intValue & 0o077 != 0 } ?? false
    }
}
