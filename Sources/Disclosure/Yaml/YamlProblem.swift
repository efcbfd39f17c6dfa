package import Text

/// One mistake in a YAML file: where it is, which key, what is wrong and what is allowed there.
package struct YamlProblem: Error, Sendable, Hashable {
    /// Name of the file as the operator knows it.
    package var file: String
    /// Counted from 1.
    package var line: Int
    /// Counted from 1, in Unicode scalars.
    package var column: Int
    /// The key concerned; empty for the file as a whole.
    package var key: String
    /// What is wrong.
    package var what: Phrase
    /// What may stand there instead, if that can be said in few words.
    package var allowed: Phrase?

    /// Makes a problem; `allowed` is left out where it cannot be said in few words.
    package init(file: String, line: Int, column: Int, key: String, what: Phrase, allowed: Phrase? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.key = key
        self.what = what
        self.allowed = allowed
    }

    /// `file:line:column: key «x»: what is wrong; allowed: …`, in both languages.
    package var message: Phrase {
        Phrase(zh: text(in: .zh), en: text(in: .en))
    }

    private func text(in language: Language) -> String {
        let word: (key: String, allowed: String) =
            switch language {
            case .zh: ("键 «\(key)»：", "；允许：")
            case .en: ("key «\(key)»: ", "; allowed: ")
            }
        let place = "\(file):\(line):\(column): " + (key.isEmpty ? "" : word.key)
        return place + what[language] + (allowed.map { word.allowed + $0[language] } ?? "")
    }
}

/// Collects the problems of a reading, so that an operator sees all of them at once and not one per attempt.
package final class YamlProblems {
    /// In the order found.
    package private(set) var all: [YamlProblem] = []

    /// An empty collection.
    package init() {}

    /// Adds one problem.
    package func add(_ problem: YamlProblem) {
        all.append(problem)
    }

    /// In the order of the files' names and of their lines.
    package var sorted: [YamlProblem] {
        all.sorted { ($0.file, $0.line, $0.column, $0.key) < ($1.file, $1.line, $1.column, $1.key) }
    }
}
