import Html
import Testing
import Text
import Web

/// The style guide holds every component, so what is true of its page is true of all of them.
@Suite struct StyleGuideTests {
    struct Case: Sendable {
        var language: Language
        var isElder: Bool
    }

    static let cases = Language.allCases.flatMap { language in
        [false, true].map { Case(language: language, isElder: $0) }
    }

    private func page(_ one: Case) -> String {
        StyleGuide(stylesheet: "/assets/gongkai.css", isElder: one.isElder).html(in: one.language).text
    }

    @Test(arguments: cases)
    func tagsAreNestedAndNoAttributeStandsTwice(one: Case) {
        #expect(Markup(page(one)).mistakes == [])
    }

    @Test(arguments: cases)
    func nothingNeedsAScriptOrAnInlineStyle(one: Case) {
        let markup = Markup(page(one))
        #expect(markup.all("script").isEmpty)
        #expect(markup.all("style").isEmpty)
        let attributes = markup.elements.flatMap(\.attributes.keys)
        #expect(attributes.filter { $0 == "style" || $0.hasPrefix("on") } == [])
    }

    @Test(arguments: cases)
    func everyIdIsUniqueAndEveryReferenceHasItsTarget(one: Case) {
        let markup = Markup(page(one))
        let ids = markup.values(of: "id")
        #expect(Set(ids).count == ids.count)
        let references = ["for", "aria-describedby", "aria-labelledby"].flatMap { markup.values(of: $0) }
        let named = references.flatMap { $0.split(separator: " ").map(String.init) }
        #expect(named.count > 40)
        #expect(named.filter { !ids.contains($0) } == [])
        let fields = markup.values(of: "href").filter { $0.hasPrefix("#field-") }.map { String($0.dropFirst()) }
        #expect(fields.count == 2)
        #expect(fields.filter { !ids.contains($0) } == [])
    }

    @Test(arguments: cases)
    func onePageHasOneHeadingOneMainAndItsLanguage(one: Case) {
        let markup = Markup(page(one))
        #expect(markup.all("h1").count == 1)
        #expect(markup.all("main").count == 1)
        #expect(markup.all("footer").count == 1)
        #expect(markup.all("html").first?.attributes["lang"] == (one.language == .zh ? "zh-CN" : "en"))
        #expect(markup.all("html").first?.attributes["class"] == (one.isElder ? "elder" : "std"))
    }

    @Test(arguments: cases)
    func everyVisibleControlHasAName(one: Case) {
        let markup = Markup(page(one))
        let labelled = Set(markup.values(of: "for"))
        let controls = markup.elements.filter { ["input", "select", "textarea"].contains($0.name) }
            .filter { $0.attributes["type"] != "hidden" }
        #expect(controls.count > 20)
        for control in controls {
            let hasLabel = control.attributes["id"].map(labelled.contains) ?? false
            #expect(hasLabel || control.attributes["aria-labelledby"] != nil, "\(control)")
        }
    }

    @Test(arguments: cases)
    func everyClassIsInTheStylesheet(one: Case) {
        let css = String(decoding: Stylesheet.bytes, as: UTF8.self)
        // Names that only tell sides and kinds apart.
        let unstyled: Set<Substring> = ["portal", "std", "facets", "plain", "hit", "day-ahead"]
        let used = Set(Markup(page(one)).elements.flatMap(\.classes)).subtracting(unstyled)
        #expect(used.count > 60)
        #expect(used.filter { !css.contains(".\($0)") } == [])
    }
}
