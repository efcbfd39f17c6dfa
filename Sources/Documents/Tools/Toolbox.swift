import Foundation

/// Programs of the machine that Gongkai calls when they are there, and does without when they are not.

/// Where outside programs are looked for, and where they may write.
package struct Toolbox: Sendable {
    /// Folders in which programs are looked for; empty for a machine without any.
    package var searchPath: [String]
    /// The folder in which private folders are made.
    package var temporaryFolder: String
    /// What a call may cost.
    package var limits: DocumentLimits

    /// The programs of the machine.
    package init(
        searchPath: [String] = ["/usr/local/bin", "/usr/bin", "/bin"],
        temporaryFolder: String = NSTemporaryDirectory(),
        limits: DocumentLimits = DocumentLimits()
    ) {
        self.searchPath = searchPath
        self.temporaryFolder = temporaryFolder
        self.limits = limits
    }

    /// The path of a program; nil when it is not installed.
    func path(of tool: Tool) -> String? {
        searchPath.lazy.map { "\($0)/\(tool.rawValue)" }.first { access($0, X_OK) == 0 }
    }

    /// Whether the program can be called; each call also needs `prlimit`, which keeps it within its limits.
    package func has(_ tool: Tool) -> Bool { path(of: tool) != nil && path(of: .prlimit) != nil }
}

/// The programs that are called.
package enum Tool: String, CaseIterable, Sendable, Hashable {
    /// Text of a PDF (poppler-utils).
    case pdftotext
    /// Pages of a PDF as pictures (poppler-utils).
    case pdftoppm
    /// Number and sizes of the pages of a PDF (poppler-utils).
    case pdfinfo
    /// Rewrites a PDF and checks it.
    case qpdf
    /// Prints a page as PDF.
    case chromium
    /// Prints a page as PDF too, more slowly and from a smaller package.
    case weasyprint
    /// Sets limits for the others (util-linux).
    case prlimit
}

/// Why a call of an outside program brought nothing.
package enum ToolFailure: Error, Sendable, Hashable {
    /// It is not installed.
    case missing(Tool)
    /// It took longer than it may and was ended.
    case timedOut
    /// It needed more memory or wrote more than it may.
    case tooLarge
    /// It says that the file is broken, or broke itself.
    case broken
    /// The machine could not start it.
    case notStarted
}

/// A folder that nobody else can read, removed with all that is in it at the end.
package struct PrivateFolder: ~Copyable {
    /// Where it is.
    package let path: String

    private static let prefix = "gongkai-document-"

    /// Makes a new folder inside another.
    package init(in parent: String) throws(ToolFailure) {
        var template = Array("\(parent)/\(Self.prefix)XXXXXX".utf8CString)
        guard
            let made = template.withUnsafeMutableBufferPointer({ buffer in
                buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
            })
        else { throw .notStarted }
        path = made
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file in it.
    package func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Removes what a program that was killed left behind, if nothing was made in it since then (seconds since 1970).
    package static func removeLeftovers(in parent: String, before seconds: Int64) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for path in names.filter({ $0.hasPrefix(prefix) }).map({ "\(parent)/\($0)" }) {
            var status = stat()
            guard lstat(path, &status) == 0, status.st_uid == geteuid() else { continue }
            guard Int64(status.st_mtim.tv_sec) < seconds else { continue }
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}
