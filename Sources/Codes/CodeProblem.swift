/// A wrong code is explained to the person who typed it: what is wrong, where, and what to do.

/// What is wrong with a typed code, in both languages.
package struct CodeProblem: Error, Sendable, Hashable {
    /// The explanation in Chinese, a full sentence.
    package let zh: String
    /// The explanation in English, a full sentence.
    package let en: String
    /// What was probably meant, in the form that would be accepted; nil when there is no good guess.
    package let proposal: String?

    init(zh: String, en: String, proposal: String? = nil) {
        self.zh = zh
        self.en = en
        self.proposal = proposal
    }

    /// The same problem with a proposal.
    func proposing(_ proposal: String?) -> CodeProblem {
        CodeProblem(zh: zh, en: en, proposal: proposal)
    }
}

/// A code that is read from what a person typed.
package protocol Code: Sendable, Hashable {
    /// Reads a typed code; full-width letters and digits, small letters and spaces are taken as meant.
    init(_ typed: String) throws(CodeProblem)
    /// The code in its official form.
    var text: String { get }
}

extension Code {
    /// What is wrong with a typed code, or nil when it is right.
    package static func problem(in typed: String) -> CodeProblem? {
        do throws(CodeProblem) {
            _ = try Self(typed)
            return nil
        } catch {
            return error
        }
    }
}
