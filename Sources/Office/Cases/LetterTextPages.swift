import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// The texts of letters: an office keeps its own, or goes back to the one that is shipped.
enum LetterTextPages {
    static let path = "/cases/letters"
    static let name = Phrase(zh: "文书模板", en: "Texts of letters")

    static func list(_ visit: Visit) async throws -> Response {
        try await page(visit, changed: nil, FilledForm(language: visit.language))
    }

    static func change(_ visit: Visit) async throws -> Response {
        let kind = try visit.parameter("kind")
        let goesBack = visit.form["do"] == "shipped"
        do {
            let text = goesBack ? nil : visit.form.text("text")
            try await ChangeLetterText(kind, to: text, actor: try visit.actor()).run(in: visit.app)
            return .seeOther(visit.links.office(path, did: .changed))
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            let filled = FilledForm(typed: visit.form, refused: refused, language: visit.language)
            return try await page(visit, changed: kind, filled)
        }
    }

    /// - Parameter changed: the kind whose form was refused.
    private static func page(_ visit: Visit, changed: String?, _ filled: FilledForm) async throws -> Response {
        let (frame, own) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let own = try LetterKind.all.compactMap { kind in
                try tx.letters.ownText(kind.key, of: frame.agency.id).map { (kind.key, $0) }
            }
            return (frame, Dictionary(own) { first, _ in first })
        }
        let language = visit.language
        let hint = Phrase(
            zh: "{{名称}} 处填入内容；{{#名称}}…{{/名称}} 之间的文字在没有内容时省略。可以用的名称：\(LetterTemplate.names.joined(separator: "、"))。",
            en: """
                {{name}} stands for a value; what is between {{#name}} and {{/name}} is left out where there is none. \
                Names: \(LetterTemplate.names.joined(separator: ", ")).
                """
        )
        let forms = LetterKind.all.map { kind in
            let form = kind.key == changed ? filled : FilledForm(language: language)
            return folded(kind, own[kind.key], form, isOpen: kind.key == changed, visit)
        }
        return OfficePage(
            frame,
            .cases,
            title: name[language],
            crumb: name[language],
            hasErrors: filled.hasErrors
        ).response(
            to: visit,
            "\(Done.notice(visit))\(filled.summary)<p>\(hint[language])</p>\(forms.joined())",
            status: filled.status
        )
    }

    private static func folded(
        _ kind: LetterKind,
        _ own: String?,
        _ filled: FilledForm,
        isOpen: Bool,
        _ visit: Visit
    ) -> HTML {
        let language = visit.language
        let field = FormField(
            key: "text",
            label: Phrase(zh: "正文", en: "Text"),
            isRequired: true,
            control: .longText(lines: kind.key == LetterKind.number ? 2 : 14, longest: LetterTemplate.longest)
        )
        var buttons = [Button(act: Phrase(zh: "保存", en: "Save"), weight: .second)]
        if own != nil {
            let back = Phrase(zh: "恢复内置文本", en: "Go back to the shipped text")
            buttons.append(Button(act: back, weight: .second, does: .sends(name: "do", value: "shipped")))
        }
        let form = Form(
            action: visit.links.office("\(path)/\(kind.key)"),
            hidden: [visit.formToken],
            fields: filled.field(field, otherwise: own ?? kind.text),
            buttons: buttons
        )
        let mark = own == nil ? "" : Phrase(zh: "（本机关文本）", en: " (own text)")[language]
        return """
            <details class="part"\(flag: "open", if: isOpen)><summary>\(kind.name[language])\(mark)</summary>\
            \(form.html(in: language))</details>
            """
    }
}
