/// Who gave which opinion (审查意见) on which version; an opinion that a later edit voided stays, struck through.

package import Civil
package import Html
package import Text

/// The opinions on an item in the order in which they were given.
package struct OpinionTrail: Component {
    /// One signed opinion.
    package struct Opinion: Sendable {
        /// What was reviewed: secrecy, law, sign-off.
        package var kind: Phrase
        package var verdict: Tag
        package var person: String
        /// The beginning of the version's hash.
        package var shortHash: String
        package var moment: Instant
        package var remark: String?
        /// Why the opinion no longer counts.
        package var void: Phrase?

        package init(
            kind: Phrase,
            verdict: Tag,
            person: String,
            shortHash: String,
            moment: Instant,
            remark: String? = nil,
            void: Phrase? = nil
        ) {
            self.kind = kind
            self.verdict = verdict
            self.person = person
            self.shortHash = shortHash
            self.moment = moment
            self.remark = remark
            self.void = void
        }
    }

    package var opinions: [Opinion]

    package init(
        opinions: [Opinion]
    ) {
        self.opinions = opinions
    }

    package func html(in language: Language) -> HTML {
        guard !opinions.isEmpty else { return .empty }
        return "<ol class=\"trail ruled\">\(opinions.map { row($0, in: language) })</ol>"
    }

    private func row(_ opinion: Opinion, in language: Language) -> HTML {
        let remark = opinion.remark.map { text -> HTML in "<blockquote>\(HTML.record(text, in: language))</blockquote>"
        }
        return """
            <li>\(headline(opinion, in: language))<div class="meta"><span>\(HTML.record(opinion.person, in: language))</span>\
            <span>\(Phrase(zh: "版本", en: "Version")[language]) <code>\(opinion.shortHash)</code></span>\
            \(opinion.moment.element(in: language))</div>\(optional: remark)</li>
            """
    }

    private func headline(_ opinion: Opinion, in language: Language) -> HTML {
        guard let void = opinion.void else {
            return """
                <div class="line"><b>\(opinion.kind[language])</b>\(opinion.verdict.html(in: language))</div>
                """
        }
        let tag = Tag(kind: .void, word: Phrase(zh: "已作废", en: "void"))
        return """
            <div class="line"><s><b>\(opinion.kind[language])</b> \(opinion.verdict.word[language])</s>\
            \(tag.html(in: language))<span>\(void[language])</span></div>
            """
    }
}
