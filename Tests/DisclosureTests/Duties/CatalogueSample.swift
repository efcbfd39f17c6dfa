import Disclosure
import Foundation
import Text

/// The smallest catalogue that loads, for tests that break or extend it.
enum CatalogueSample {
    static let text = """
        matter: { code: LAB, zh: 实验事项, en: Trial }
        laws:
          reg2019: { zh: 中华人民共和国政府信息公开条例, en: Regulations on Open Government Information }
        columns:
          - { slug: trial/things, zh: 实验, en: Trial }
        duties:
          - code: TRIAL
            zh: 实验
            en: Trial
            basis:
              - { law: reg2019, article: 20(3) }
            limits:
              - { working-days: 20, from: formed-on, law: reg2019, article: "26" }
            section: { zh: 办公室, en: Office }
            channels: [portal]
            stage: result
            column: trial/things
            fields:
              - key: kind
                zh: 类别
                en: Kind
                type: choice
                facet: true
                options:
                  big: { zh: 大, en: Big }
                  small: { zh: 小, en: Small }
              - { key: done-on, zh: 完成日期, en: Done on, type: date }
              - { key: reason, zh: 理由, en: Reason, type: text, required: { when: kind, is: [big] } }

        """

    /// The sample with one piece of it replaced; the piece must occur.
    static func with(_ piece: String, _ replacement: String) -> String {
        guard let range = text.range(of: piece) else { return "the sample does not hold «\(piece)»" }
        return text.replacingCharacters(in: range, with: replacement)
    }

    static func load(_ text: String) throws(CatalogueError) -> Catalogue {
        try Catalogue.load(builtIn: [CatalogueFile(name: "trial.yaml", text: text)], overlay: [])
    }

    /// The problems of a catalogue that must not load; none when it does.
    static func problems(of text: String) -> [YamlProblem] {
        do {
            _ = try load(text)
            return []
        } catch {
            return error.problems
        }
    }
}
