/// A field is drawn from its description: label, hint, error, control, in this order; what was typed is always kept.

package import Html
package import Text

/// The description of one field.
package struct FormField: Sendable {
    /// The name under which the value is sent; letters, digits, `-` and `_`.
    package var key: String
    package var label: Phrase
    package var hint: Phrase?
    package var isRequired: Bool
    package var control: FieldControl

    package init(
        key: String,
        label: Phrase,
        hint: Phrase? = nil,
        isRequired: Bool = false,
        control: FieldControl
    ) {
        self.key = key
        self.label = label
        self.hint = hint
        self.isRequired = isRequired
        self.control = control
    }

    /// The id of a field, which an error summary links to.
    package static func id(of key: String) -> String { "field-\(key)" }

    /// The field with what was typed in it and what is wrong with that.
    package func html(in language: Language, value: FieldValue = .blank, error: Phrase? = nil) -> HTML {
        let drawing = FieldDrawing(field: self, value: value, error: error, language: language)
        return "<div class=\"field\(error == nil ? "" : " wrong")\">\(drawing.markup)</div>"
    }
}

/// A field together with its state, while it is drawn.
struct FieldDrawing {
    var field: FormField
    var value: FieldValue
    var error: Phrase?
    var language: Language

    var id: String { FormField.id(of: field.key) }

    var markup: HTML {
        switch field.control {
        case .text(let entry): "\(label)\(notes)\(line(entry))"
        case .longText(let lines, let longest): "\(label)\(notes)\(area(lines: lines, longest: longest))"
        case .date: "\(label)\(notes)\(input(type: "date", cssClass: "input input-short"))"
        case .money(let unit): "\(label)\(notes)\(money(unit))"
        case .select(let choices): "\(label)\(notes)\(select(choices))"
        case .radios(let choices): group("\(choices.enumerated().map { box("radio", $0, $1) })")
        case .checkboxes(let choices): group("\(choices.enumerated().map { box("checkbox", $0, $1) })")
        case .creditCode: "\(label)\(notes)\(creditCode)"
        case .table(let table): group(TableDrawing(drawing: self, table: table).markup)
        case .file(let types, let takesSeveral):
            """
            \(label)\(notes)<input type="file" accept="\(types)"\(flag: "multiple", if: takesSeveral)\
            \(common(cssClass: "input"))>
            """
        case .readOnly: readOnly
        }
    }

    // MARK: Around the control

    private var label: HTML {
        "<label for=\"\(id)\">\(field.label[language])\(required)</label>"
    }

    var required: HTML {
        field.isRequired ? "<span class=\"required\">\(Phrase(zh: "必填", en: "required")[language])</span>" : .empty
    }

    var notes: HTML {
        let hint = field.hint.map { text -> HTML in "<p class=\"hint\" id=\"\(id)-hint\">\(text[language])</p>" }
        let mistake = error.map { text -> HTML in
            """
            <p class="field-error" id="\(id)-error">\(Icon.wrong.html)<span>\
            <span class="unseen">\(Phrase(zh: "错误：", en: "Error: ")[language])</span>\(text[language])</span></p>
            """
        }
        return "\(optional: hint)\(optional: mistake)"
    }

    /// The ids of hint and error, for `aria-describedby`.
    var describedBy: String? {
        let ids = [field.hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    private func group(_ controls: HTML) -> HTML {
        """
        <fieldset\(attribute: "aria-describedby", describedBy)><legend>\(field.label[language])\(required)</legend>\
        \(notes)\(controls)</fieldset>
        """
    }

    private func common(cssClass: String) -> HTML {
        """
         class="\(cssClass)" id="\(id)" name="\(field.key)"\(attribute: "aria-describedby", describedBy)\
        \(attribute: "aria-invalid", error == nil ? nil : "true")\(flag: "required", if: field.isRequired)
        """
    }

    // MARK: Controls

    private func input(type: String, cssClass: String, more: HTML = .empty) -> HTML {
        "<input type=\"\(type)\"\(common(cssClass: cssClass)) value=\"\(value.typed)\"\(more)>"
    }

    private func line(_ entry: TextEntry) -> HTML {
        let length = entry.longest.map(String.init)
        let more: HTML = """
            \(attribute: "inputmode", entry.kind.inputMode)\(attribute: "autocomplete", entry.autocomplete ?? "off")\
            \(attribute: "maxlength", length)
            """
        return input(type: entry.kind.type, cssClass: entry.isShort ? "input input-short" : "input", more: more)
    }

    private func area(lines: Int, longest: Int?) -> HTML {
        // A line break after the tag is dropped by browsers, so one that was typed first needs another.
        """
        <textarea rows="\(lines)"\(attribute: "maxlength", longest.map(String.init))\(common(cssClass: "input"))>
        \(value.typed)</textarea>
        """
    }

    private func money(_ unit: MoneyUnit) -> HTML {
        """
        <div class="money">\(input(type: "text", cssClass: "input", more: " inputmode=\"decimal\" autocomplete=\"off\""))\
        <span>\(unit.word[language])</span></div>
        """
    }

    private var creditCode: HTML {
        input(
            type: "text",
            cssClass: "input input-code",
            more: " maxlength=\"18\" autocapitalize=\"characters\" autocomplete=\"off\" spellcheck=\"false\""
        )
    }

    private func select(_ choices: [FieldChoice]) -> HTML {
        let options = choices.map { choice -> HTML in
            "<option value=\"\(choice.value)\"\(flag: "selected", if: value.holds(choice.value))>\(choice.label[language])</option>"
        }
        return """
            <select\(common(cssClass: "input"))><option value="">\(Phrase(zh: "请选择", en: "Choose")[language])</option>\
            \(options)</select>
            """
    }

    private func box(_ type: String, _ index: Int, _ choice: FieldChoice) -> HTML {
        let boxID = index == 0 ? id : "\(id)-\(index)"
        let hint = choice.hint.map { text -> HTML in
            "<span class=\"hint\" id=\"\(boxID)-note\">\(text[language])</span>"
        }
        return """
            <div class="choice"><input type="\(type)" id="\(boxID)" name="\(field.key)" value="\(choice.value)"\
            \(attribute: "aria-describedby", hint.map { _ in "\(boxID)-note" })\
            \(flag: "checked", if: value.holds(choice.value))>\
            <label for="\(boxID)">\(choice.label[language])</label>\(optional: hint)</div>
            """
    }

    private var readOnly: HTML {
        """
        <label for="\(id)">\(field.label[language])</label>\(notes)\
        <output class="read-only" id="\(id)"\(attribute: "aria-describedby", describedBy)>\
        \(HTML.record(value.typed, in: language))</output>
        """
    }
}

extension TextEntry.Kind {
    fileprivate var type: String {
        switch self {
        case .plain, .digits, .decimal: "text"
        case .email: "email"
        case .telephone: "tel"
        case .url: "url"
        case .password: "password"
        }
    }

    fileprivate var inputMode: String? {
        switch self {
        case .digits: "numeric"
        case .decimal: "decimal"
        case .plain, .email, .telephone, .url, .password: nil
        }
    }
}
