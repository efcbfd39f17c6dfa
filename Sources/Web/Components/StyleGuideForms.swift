/// The style guide's forms: every kind of field, with errors and with values, and the acts.

import Html
import Text

extension StyleGuide {
    func forms(_ language: Language) -> [Specimen] {
        let reason = ReasonForm(
            act: Phrase(zh: "撤下这条信息", en: "Withdraw this item"),
            consequence: Phrase(
                zh: "撤下后，原处会留下说明页，写明原因和依据。",
                en: "A page that says why and on which ground will stay in its place."
            ),
            action: "/items/1/withdrawal",
            key: "withdrawal-reason"
        )
        return [
            Specimen(title: Phrase(zh: "出错汇总", en: "Error summary"), markup: summary.html(in: language)),
            Specimen(title: Phrase(zh: "表单", en: "Form"), markup: form(language)),
            Specimen(title: Phrase(zh: "说明理由的行为", en: "An act with its reason"), markup: reason.html(in: language)),
            Specimen(title: Phrase(zh: "按钮", en: "Buttons"), markup: buttons(language)),
        ]
    }

    private var wrongCode: Phrase {
        Phrase(
            zh: "信用代码第 18 位对不上，请照营业执照核对。",
            en: "The 18th character does not fit; check it against the business licence."
        )
    }

    private var summary: ErrorSummary {
        ErrorSummary(mistakes: [
            .init(key: "code", message: wrongCode),
            .init(key: "fine", message: Phrase(zh: "请写罚款金额，例如 35000。", en: "Enter the fine, such as 35000.")),
        ])
    }

    private func form(_ language: Language) -> HTML {
        let party = Fieldset(
            legend: Phrase(zh: "当事人", en: "The party"),
            hint: Phrase(zh: "与处罚决定书一致。", en: "As in the decision."),
            fields: """
                \(name.html(in: language, value: .text("示范化工有限公司")))\
                \(code.html(in: language, value: .text("91999999MA0000000Y"), error: wrongCode))\
                \(telephone.html(in: language))
                """
        )
        let decision = Fieldset(
            legend: Phrase(zh: "处罚决定", en: "The decision"),
            fields: """
                \(date.html(in: language, value: .text("2024-03-06")))\
                \(fine.html(in: language, error: Phrase(zh: "请写罚款金额，例如 35000。", en: "Enter the fine, such as 35000.")))\
                \(facts.html(in: language, value: .text("未在有较大危险因素的生产经营场所设置明显的安全警示标志。")))\
                \(procedure.html(in: language, value: .text("normal")))\
                \(kind.html(in: language, value: .text("fine")))\
                \(channels.html(in: language, value: .choices(["site", "gazette"])))\
                \(seized.html(in: language, value: .rows([["可燃气体报警器", "2"], ["", ""]])))\
                \(counts.html(in: language, value: .rows([["61", "3"], ["198", "2"]])))\
                \(file.html(in: language))\
                \(index.html(in: language, value: .text("999999001/2024-00032")))
                """
        )
        return Form(
            action: "/items/1",
            hidden: [HiddenField(name: "base", value: "41b08e6a")],
            fields: "\(party.html(in: language))\(decision.html(in: language))",
            buttons: [
                Button(act: Phrase(zh: "提交保密审查", en: "Send to secrecy review")),
                Button(
                    act: Phrase(zh: "保存草稿", en: "Save draft"),
                    weight: .second,
                    does: .sends(name: "do", value: "save")
                ),
            ]
        ).html(in: language)
    }

    private func buttons(_ language: Language) -> HTML {
        let buttons = [
            Button(act: Phrase(zh: "提交公开申请", en: "Send the request"), does: .leads(to: "#send")),
            Button(act: Phrase(zh: "保存草稿", en: "Save draft"), weight: .second, does: .leads(to: "#save")),
            Button(act: Phrase(zh: "撤下这条信息", en: "Withdraw this item"), weight: .grave, does: .leads(to: "#withdraw")),
            Button(act: Phrase(zh: "返回列表", en: "Back to the list"), weight: .plain, does: .leads(to: "#back")),
        ]
        return "<div class=\"buttons\">\(buttons.html(in: language))</div>"
    }

    private var name: FormField {
        FormField(
            key: "name",
            label: Phrase(zh: "企业名称", en: "Name of the enterprise"),
            isRequired: true,
            control: .text(TextEntry(autocomplete: "organization", longest: 100))
        )
    }

    private var code: FormField {
        FormField(
            key: "code",
            label: Phrase(zh: "统一社会信用代码", en: "Unified social credit code (统一社会信用代码)"),
            hint: Phrase(zh: "18 位，在营业执照右上角。", en: "18 characters, at the top of the business licence."),
            isRequired: true,
            control: .creditCode
        )
    }

    private var telephone: FormField {
        FormField(
            key: "tel",
            label: Phrase(zh: "联系电话", en: "Telephone"),
            control: .text(TextEntry(kind: .telephone, autocomplete: "tel", longest: 20, isShort: true))
        )
    }

    private var date: FormField {
        FormField(key: "date", label: Phrase(zh: "决定日期", en: "Date of the decision"), isRequired: true, control: .date)
    }

    private var fine: FormField {
        FormField(
            key: "fine",
            label: Phrase(zh: "罚款金额", en: "Fine"),
            hint: Phrase(zh: "没有罚款写 0。", en: "Write 0 for none."),
            isRequired: true,
            control: .money(.yuan)
        )
    }

    private var facts: FormField {
        FormField(
            key: "facts",
            label: Phrase(zh: "违法事实", en: "What was done"),
            isRequired: true,
            control: .longText(lines: 4, longest: 2_000)
        )
    }

    private var procedure: FormField {
        FormField(
            key: "procedure",
            label: Phrase(zh: "适用程序", en: "Procedure"),
            control: .select([
                FieldChoice(value: "simple", label: Phrase(zh: "简易程序", en: "Summary")),
                FieldChoice(value: "normal", label: Phrase(zh: "普通程序", en: "Ordinary")),
            ])
        )
    }

    private var kind: FormField {
        FormField(
            key: "kind",
            label: Phrase(zh: "处罚种类", en: "Kind of penalty"),
            control: .radios([
                FieldChoice(value: "warning", label: Phrase(zh: "警告", en: "Warning")),
                FieldChoice(
                    value: "fine",
                    label: Phrase(zh: "罚款", en: "Fine"),
                    hint: Phrase(zh: "包括并处罚款。", en: "Alone or with another penalty.")
                ),
            ])
        )
    }

    private var channels: FormField {
        FormField(
            key: "channels",
            label: Phrase(zh: "公开渠道", en: "Channels"),
            hint: Phrase(zh: "可以多选。", en: "Choose any."),
            control: .checkboxes([
                FieldChoice(value: "site", label: Phrase(zh: "政府网站", en: "Web site")),
                FieldChoice(value: "gazette", label: Phrase(zh: "政府公报", en: "Gazette")),
                FieldChoice(value: "board", label: Phrase(zh: "电子屏", en: "LED board")),
            ])
        )
    }

    private var seized: FormField {
        FormField(
            key: "seized",
            label: Phrase(zh: "查封扣押物品", en: "Things seized"),
            control: .table(
                FieldTable(columns: [
                    .init(key: "what", label: Phrase(zh: "名称", en: "What")),
                    .init(key: "count", label: Phrase(zh: "数量", en: "How many"), isNumber: true),
                ])
            )
        )
    }

    private var counts: FormField {
        FormField(
            key: "counts",
            label: Phrase(zh: "季度汇总", en: "By quarter"),
            control: .table(
                FieldTable(
                    columns: [
                        .init(key: "decisions", label: Phrase(zh: "决定", en: "Decisions"), isNumber: true),
                        .init(key: "late", label: Phrase(zh: "逾期公开", en: "Published late"), isNumber: true),
                    ],
                    rows: [Phrase(zh: "一季度", en: "First quarter"), Phrase(zh: "二季度", en: "Second quarter")]
                )
            )
        )
    }

    private var file: FormField {
        FormField(
            key: "file",
            label: Phrase(zh: "决定书", en: "The decision"),
            hint: Phrase(zh: "PDF 或 Word，不超过 20 MB。", en: "PDF or Word, at most 20 MB."),
            control: .file(types: ".pdf,.docx")
        )
    }

    private var index: FormField {
        FormField(key: "index", label: Phrase(zh: "索引号", en: "Index number"), control: .readOnly)
    }
}
