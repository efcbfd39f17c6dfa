import Codes
import Database
import Disclosure
import Html
import Text
import Web

/// The form of a redaction: what the scanner found, words, and places, each with the ground on which it is withheld.
struct RedactionForm: Component {
    var reading: RedactionReading
    var filled: FilledForm
    var visit: Visit
    /// The address of the file in the office.
    var url: String
    /// The version that the page shows.
    var base: ID<Version>

    static func coverKey(_ kind: SensitiveFinding.Kind) -> String { "cover-\(kind.rawValue)" }
    static func groundKey(_ kind: SensitiveFinding.Kind) -> String { "ground-\(kind.rawValue)" }
    static let words = "words"
    static let wordsGround = "words-ground"
    static let places = "places"
    static let placesGround = "places-ground"

    /// What was ticked and typed.
    static func marks(_ form: FormFields) -> RedactAttachment.Marks {
        var suggestions: [String: RedactionGround] = [:]
        for kind in SensitiveFinding.Kind.allCases {
            let ground = RedactionGround(rawValue: form.text(groundKey(kind))) ?? .usual(for: kind)
            for id in form.all(coverKey(kind)) { suggestions[id] = ground }
        }
        return RedactAttachment.Marks(
            suggestions: suggestions,
            words: lines(form.text(words)),
            wordsGround: RedactionGround(rawValue: form.text(wordsGround)),
            places: lines(form.text(places)),
            placesGround: RedactionGround(rawValue: form.text(placesGround))
        )
    }

    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    }

    func html(in language: Language) -> HTML {
        let form = Form(
            action: url + "/redaction",
            hidden: [visit.formToken, HiddenField(name: TypedItem.Key.base, value: base.text)],
            fields: found(language) + typed(language),
            buttons: [Button(act: Phrase(zh: "遮盖并复查", en: "Redact and check"))]
        )
        let note = Notice(
            title: Phrase(zh: "遮盖后的内容从文件中删除，不能恢复", en: "What is covered is removed from the file for good"),
            text: Phrase(
                zh: "有遮盖的页变成图片，框外的文字仍可检索。原件留在旧版本中，只有本机关人员能看到。",
                en:
                    "Pages with boxes become pictures; words outside of the boxes can still be searched. The original stays with the "
                    + "old version, which only the agency's staff can see."
            )
        )
        return note.html(in: language) + form.html(in: language)
    }

    private func found(_ language: Language) -> HTML {
        SensitiveFinding.Kind.allCases.map { kind -> HTML in
            let suggestions = reading.suggestions.filter { $0.finding.kind == kind }
            guard !suggestions.isEmpty else { return .empty }
            let cover = FormField(
                key: Self.coverKey(kind),
                label: Phrase(zh: "扫描发现的内容", en: "Found by the scan"),
                control: .checkboxes(
                    suggestions.map { suggestion in
                        FieldChoice(
                            value: suggestion.id,
                            label: Phrase(
                                zh: "第 \(suggestion.page) 页：\(suggestion.finding.excerpt)",
                                en: "Page \(suggestion.page): \(suggestion.finding.excerpt)"
                            )
                        )
                    }
                )
            )
            return Fieldset(
                legend: Phrase(zh: kind.zh, en: kind.en),
                fields: filled.field(cover, otherwise: suggestions.map(\.id).joined(separator: ","))
                    + filled.field(
                        Self.ground(Self.groundKey(kind)),
                        otherwise: RedactionGround.usual(for: kind).rawValue
                    )
            ).html(in: language)
        }.joined()
    }

    private func typed(_ language: Language) -> HTML {
        let words = FormField(
            key: Self.words,
            label: Phrase(zh: "要遮盖的文字", en: "Words"),
            hint: Phrase(
                zh: "每行一处，文件中所有相同的文字都会遮盖。",
                en: "One to a line; each is covered wherever it stands in the file."
            ),
            control: .longText(lines: 3, longest: 2_000)
        )
        let places = FormField(
            key: Self.places,
            label: Phrase(zh: "要遮盖的位置", en: "Places"),
            hint: Phrase(
                zh: "用于印章、照片、扫描页。每行五个数：页码、左、上、宽、高，单位毫米，从页面左上角量起，下图有刻度。例如 2 30 45 80 10。",
                en:
                    "For seals, photographs and scanned pages. Five numbers to a line: page, left, top, width, height in millimetres from "
                    + "the top left corner, as the grid below shows. For example 2 30 45 80 10."
            ),
            control: .longText(lines: 3, longest: 2_000)
        )
        let wordsPart = Fieldset(
            legend: Phrase(zh: "按文字遮盖", en: "By words"),
            fields: filled.field(words)
                + filled.field(Self.ground(Self.wordsGround), otherwise: RedactionGround.personalInformation.rawValue)
        )
        let placesPart = Fieldset(
            legend: Phrase(zh: "按位置遮盖", en: "By places"),
            fields: filled.field(places)
                + filled.field(Self.ground(Self.placesGround), otherwise: RedactionGround.personalInformation.rawValue)
        )
        return wordsPart.html(in: language) + placesPart.html(in: language)
    }

    private static func ground(_ key: String) -> FormField {
        FormField(
            key: key,
            label: Phrase(zh: "不公开的理由", en: "Ground"),
            isRequired: true,
            control: .select(
                RedactionGround.allCases.map { ground in
                    FieldChoice(
                        value: ground.rawValue,
                        label: Phrase(
                            zh: "\(ground.name.zh)（\(ground.basis.zh)）",
                            en: "\(ground.name.en) (\(ground.basis.en))"
                        )
                    )
                }
            )
        )
    }
}
