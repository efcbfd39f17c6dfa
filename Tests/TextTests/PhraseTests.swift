import Testing
import Text

struct PhraseTests {
    @Test func aPhraseAnswersInBothLanguages() {
        let phrase = Phrase(zh: "公开", en: "Disclosure")
        #expect(Language.allCases.map { phrase[$0] } == ["公开", "Disclosure"])
        #expect(Language(rawValue: "en") == .en)
        #expect(Language(rawValue: "fr") == nil)
    }
}
