/// 预警级别: the four legal levels of early warning, each with its word, its legal colour and a shape of its own
/// (突发事件应对法: 一级、二级、三级和四级, 红色、橙色、黄色和蓝色).

package import Html
package import Text

/// A level of early warning; one is the gravest.
package enum WarningLevel: Int, Component, CaseIterable {
    case red = 1
    case orange, yellow, blue

    package func html(in language: Language) -> HTML {
        """
        <span class="tag level \(cssClass)"><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" \
        focusable="false">\(shape)</svg>\(word[language])</span>
        """
    }

    private var cssClass: String {
        switch self {
        case .red: "level-red"
        case .orange: "level-orange"
        case .yellow: "level-yellow"
        case .blue: "level-blue"
        }
    }

    private var shape: HTML {
        switch self {
        case .red: "<path d=\"M3.5 0h5L12 3.500v5L8.5 12h-5L0 8.500v-5z\" stroke=\"none\"/>"
        case .orange: "<path d=\"M6 0l6 6-6 6-6-6z\" stroke=\"none\"/>"
        case .yellow: "<path d=\"M6 .5 12 11.500H0z\" stroke=\"none\"/>"
        case .blue: "<circle cx=\"6\" cy=\"6\" r=\"5.5\" stroke=\"none\"/>"
        }
    }

    private var word: Phrase {
        switch self {
        case .red: Phrase(zh: "一级（红色）预警", en: "Level 1 (red) warning")
        case .orange: Phrase(zh: "二级（橙色）预警", en: "Level 2 (orange) warning")
        case .yellow: Phrase(zh: "三级（黄色）预警", en: "Level 3 (yellow) warning")
        case .blue: Phrase(zh: "四级（蓝色）预警", en: "Level 4 (blue) warning")
        }
    }
}
