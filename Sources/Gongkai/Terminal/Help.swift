import ArgumentParser
import Text

/// Help texts exist in both languages like every other text.
extension ArgumentHelp {
    init(zh: String, en: String, valueName: String? = nil) {
        self.init(Phrase(zh: zh, en: en).inTerminal, valueName: valueName)
    }
}
