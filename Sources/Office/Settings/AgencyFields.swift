import Disclosure
import Html
import Text
import Web

/// The fields of the agency's own form.
struct AgencyFields: Component {
    var agency: Agency
    var filled: FilledForm
    var example: IndexExample

    func html(in language: Language) -> HTML {
        let groups = [
            Fieldset(legend: Phrase(zh: "名称和代码", en: "Names and codes"), fields: identity),
            Fieldset(
                legend: Phrase(zh: "索引号", en: "Index number"),
                hint: Phrase(
                    zh: "国家没有统一格式，由机关自定；每条信息公开时自动取下一个顺序号。",
                    en:
                        "There is no national pattern; each agency has its own. Every publication takes the next serial."
                ),
                fields: index(language)
            ),
            Fieldset(
                legend: Phrase(zh: "机关联系方式", en: "How to reach the agency"),
                fields: contact("contact", agency.contact)
            ),
            Fieldset(
                legend: Phrase(zh: "政府信息公开工作机构", en: "The disclosure office"),
                hint: Phrase(
                    zh: "条例第十二条要求在公开指南中写明。",
                    en: "Article 12 of the Regulations wants it named in the guide."
                ),
                fields: contact("office", agency.disclosureOffice)
            ),
        ]
        return groups.html(in: language).joined()
    }

    private var identity: HTML {
        text("name-zh", Phrase(zh: "机关名称", en: "Name in Chinese"), agency.name.zh, isRequired: true)
            + text("name-en", Phrase(zh: "英文名称", en: "Name in English"), agency.name.en, isRequired: true)
            + filled.field(
                FormField(
                    key: "level",
                    label: Phrase(zh: "层级", en: "Level"),
                    control: .select(Duty.Level.allCases.map { FieldChoice(value: $0.rawValue, label: $0.name) })
                ),
                otherwise: agency.level.rawValue
            )
            + text(
                "region-code",
                Phrase(zh: "行政区划代码", en: "Region code"),
                agency.regionCode,
                hint: Phrase(zh: "六位，GB/T 2260。", en: "Six digits, GB/T 2260."),
                isShort: true,
                isRequired: true
            )
            + filled.field(
                FormField(
                    key: "credit-code",
                    label: Phrase(zh: "统一社会信用代码", en: "Unified social credit code"),
                    isRequired: true,
                    control: .creditCode
                ),
                otherwise: agency.creditCode
            )
            + text(
                "site-id-code",
                Phrase(zh: "网站标识码", en: "Site code"),
                agency.siteIDCode,
                hint: Phrase(zh: "十位数字；没有可不填。", en: "Ten digits; may stay empty."),
                isShort: true
            )
    }

    private func index(_ language: Language) -> HTML {
        let field = FormField(
            key: "index-template",
            label: Phrase(zh: "索引号模板", en: "Template"),
            hint: Phrase(
                zh: "花括号里的词由系统换成实际内容，{serial:5} 是五位顺序号。",
                en: "What stands in braces is replaced; {serial:5} is a serial of five digits."
            ),
            isRequired: true,
            control: .text(TextEntry())
        )
        let value = filled.typed["index-template"] ?? agency.indexTemplate.text
        let error = filled.refused?.message("index-template") ?? example.problem?.message
        let next = example.number.map { number -> HTML in
            """
            <p role="status">\(Phrase(zh: "下一个索引号：", en: "The next index number: ")[language])<code>\(number)</code></p>
            """
        }
        let button = Button(
            act: Phrase(zh: "试算下一个索引号", en: "Try the next number"),
            weight: .second,
            does: .sends(name: "try-template", value: "1")
        )
        return """
            \(field.html(in: language, value: .text(value), error: error))\(optional: next)<p>\(button.html(in: language))</p>\
            \(examples(language))
            """
    }

    private func examples(_ language: Language) -> HTML {
        let lines = IndexTemplate.examples.map { example -> HTML in "<li><code>\(example)</code></li>" }
        let summary = Phrase(zh: "常见的写法", en: "Templates that agencies use")
        return "<details><summary>\(summary[language])</summary><ul>\(lines)</ul></details>"
    }

    private func contact(_ prefix: String, _ contact: Contact) -> HTML {
        Contact.entries.map { entry in
            text("\(prefix)-\(entry.key)", entry.label, contact[keyPath: entry.path])
        }.joined()
    }

    private func text(
        _ key: String,
        _ label: Phrase,
        _ value: String,
        hint: Phrase? = nil,
        isShort: Bool = false,
        isRequired: Bool = false
    ) -> HTML {
        let field = FormField(
            key: key,
            label: label,
            hint: hint,
            isRequired: isRequired,
            control: .text(TextEntry(isShort: isShort))
        )
        return filled.field(field, otherwise: value)
    }
}
