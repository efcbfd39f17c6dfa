package import Text

/// A catalogue with a mistake does not start: every problem of every file, with file, line, key and what is allowed.
package struct CatalogueError: Error, Sendable, Hashable {
    /// In the order of files and lines; never empty.
    package var problems: [YamlProblem]

    /// An error of the given problems, which may not be none.
    package init(problems: [YamlProblem]) {
        self.problems = problems
    }

    /// One line for each problem: `file:line:column: key «x»: what is wrong; allowed: …`.
    package var message: Phrase {
        Phrase(
            zh: problems.map(\.message.zh).joined(separator: "\n"),
            en: problems.map(\.message.en).joined(separator: "\n")
        )
    }
}

extension CatalogueError: CustomStringConvertible {
    /// The English message, for logs and terminals.
    package var description: String { message.en }
}
