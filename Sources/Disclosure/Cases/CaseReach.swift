import Codes

/// What of a case one person may see; the same for every page that shows it.
package struct CaseReach: Sendable, Hashable {
    /// What is asked, and what its events say.
    package var readsWords: Bool
    /// Numbers of people are masked in those words.
    package var masksNumbers: Bool
    /// Who asked.
    package var readsApplicant: Bool
    /// Something may be done to it.
    package var handles: Bool

    /// The words as this person may read them.
    package func shown(_ text: String) -> String { masksNumbers ? SensitiveScanner.masked(text) : text }
}

extension Actor {
    /// Who may see what of a case of their agency.
    ///
    /// What an informant reports is for the officer of the case, and for the approver without numbers, for nobody can sign
    /// what they cannot read (安全生产法 art 73). Administrators and auditors read every other case with numbers masked
    /// (个人信息保护法 arts 6, 51).
    package func reach(of file: CaseFile, under procedure: Procedure) -> CaseReach {
        switch procedure.protects {
        case .applicant:
            CaseReach(
                readsWords: may(.readCases),
                masksNumbers: !may(.readApplicants),
                readsApplicant: may(.readApplicants),
                handles: may(.handleCases) || may(.decideCases)
            )
        case .informant:
            CaseReach(
                readsWords: file.officer == person || may(.decideCases),
                masksNumbers: file.officer != person,
                readsApplicant: file.officer == person && may(.readInformants),
                handles: may(.decideCases) || (may(.handleCases) && (file.officer ?? person) == person)
            )
        }
    }

    /// - Throws: `notFound` for a case of others, as if it were not there; the right that is missing for one of ours.
    package func requireReach(of file: CaseFile, under procedure: Procedure) throws(Refusal) {
        guard file.agency == agency else { throw .notFound }
        guard !reach(of: file, under: procedure).handles else { return }
        throw .notAllowed(may(.handleCases) ? .readInformants : .handleCases)
    }

    /// - Throws: the right that is missing to know who asked.
    package func requireApplicant(of file: CaseFile, under procedure: Procedure) throws(Refusal) {
        guard !reach(of: file, under: procedure).readsApplicant else { return }
        throw .notAllowed(procedure.protects == .informant ? .readInformants : .readApplicants)
    }
}

extension Procedure {
    /// The first line of what is asked, for lists.
    package func gist(of content: ItemContent) -> String {
        let text = content["subject"] ?? content["description"] ?? content.entries.first?.text ?? ""
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return line.count > Self.gistLength ? line.prefix(Self.gistLength) + "…" : line
    }

    private static let gistLength = 60

    /// All that is asked in words, for finding what is like it.
    func words(of content: ItemContent) -> String {
        fields.filter { $0.type == .text || $0.type == .longText }.compactMap { content[$0.key] }
            .joined(separator: "\n")
    }
}
