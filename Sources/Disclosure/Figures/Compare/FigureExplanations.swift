internal import CTables
package import Text

/// Why printed figures differ from what is counted, one sentence each; and what else in the reports contradicts itself.
package struct FigureExplanations: Sendable {
    /// A contradiction within one report.
    package struct Contradiction: Sendable, Hashable {
        /// Code of the agency.
        package var bureau: String
        /// Ids of the printed figures that it is about; empty where it is about words.
        package var about: [String]
        package var sentence: Phrase
    }

    /// By the id of the printed figure.
    package private(set) var sentences: [String: Phrase] = [:]
    package private(set) var contradictions: [Contradiction] = []

    /// Those of the five reports of the demonstration.
    package static func builtIn() throws(CatalogueError) -> FigureExplanations {
        try read([CatalogueFile(name: "demonstration.yaml", text: gongkai_figures_explanations().text)])
    }

    /// - Throws: every problem of all the files together.
    package static func read(_ files: [CatalogueFile]) throws(CatalogueError) -> FigureExplanations {
        let problems = YamlProblems()
        var read = FigureExplanations()
        for file in files {
            let reader = YamlReader(file: file.name, problems: problems)
            guard let map = reader.root(of: file.text, keys: ["explanations", "contradictions"]) else { continue }
            for entry in map["explanations"]?.list() ?? [] {
                guard let one = entry.map(keys: ["figure", "zh", "en"]), let sentence = one.sentence(),
                    let id = one.required("figure")?.string(limit: 60)
                else { continue }
                if read.sentences.updateValue(sentence, forKey: id) != nil {
                    one.refuse("figure", Phrase(zh: "「\(id)」解释了两次", en: "«\(id)» is explained twice"))
                }
            }
            for entry in map["contradictions"]?.list() ?? [] {
                guard let one = entry.map(keys: ["bureau", "about", "zh", "en"]), let sentence = one.sentence(),
                    let bureau = one.required("bureau")?.string(limit: 40)
                else { continue }
                let about = one["about"]?.list()?.compactMap { $0.string(limit: 60) } ?? []
                read.contradictions.append(Contradiction(bureau: bureau, about: about, sentence: sentence))
            }
        }
        guard problems.all.isEmpty else { throw CatalogueError(problems: problems.sorted) }
        return read
    }
}

extension YamlMap {
    /// The keys `zh` and `en`, a sentence or two each.
    fileprivate func sentence() -> Phrase? {
        guard let zh = required("zh")?.string(limit: 300), let en = required("en")?.string(limit: 600) else {
            return nil
        }
        return Phrase(zh: zh, en: en)
    }
}
