import Text

/// The fields that every item has, whatever its duty (目录 fields of 条例 art 12, header elements of the policy library,
/// 公文属性 of 国办发〔2016〕80号 一(一)).
package enum CommonFields {
    package static let title = "title"
    package static let formedOn = "formed-on"
    package static let documentNumber = "document-number"
    package static let issuer = "issuer"
    package static let origin = "origin"
    package static let source = "source"
    package static let publisher = "publisher"
    package static let publisherLink = "publisher-link"
    package static let disclosure = "disclosure"
    package static let disclosureReason = "disclosure-reason"
    package static let summary = "summary"
    package static let text = "text"
    package static let maskedPassages = "masked-passages"

    package static let all: [Field] = [
        Field(
            key: title,
            name: Phrase(zh: "标题", en: "Title"),
            hint: nil,
            type: .text,
            required: .always,
            showing: .shown,
            isFacet: false,
            limit: 200,
            code: nil
        ),
        Field(
            key: formedOn,
            name: Phrase(zh: "成文日期", en: "Date formed"),
            hint: Phrase(
                zh: "信息形成或者变更之日，公开时限由此起算",
                en: "The day the information was formed or changed; the time limit counts from here"
            ),
            type: .date,
            required: .always,
            showing: .shown,
            isFacet: false,
            limit: nil,
            code: nil
        ),
        Field(
            key: documentNumber,
            name: Phrase(zh: "发文字号", en: "Document number"),
            hint: Phrase(zh: "例如 某应急〔2024〕12号", en: "Such as 某应急〔2024〕12号"),
            type: .documentNumber,
            required: .never,
            showing: .shown,
            isFacet: false,
            limit: 60,
            code: nil
        ),
        Field(
            key: issuer,
            name: Phrase(zh: "发文机关", en: "Issuing organ"),
            hint: Phrase(zh: "不填即为本机关", en: "Leave empty for this agency"),
            type: .text,
            required: .never,
            showing: .shown,
            isFacet: false,
            limit: 100,
            code: nil
        ),
        Field(
            key: origin,
            name: Phrase(zh: "来源", en: "Origin"),
            hint: nil,
            type: .choice([
                FieldType.Option(code: "own", name: Phrase(zh: "本机关制作", en: "Made by this agency")),
                FieldType.Option(code: "forwarded", name: Phrase(zh: "转发", en: "Forwarded")),
                FieldType.Option(code: "reposted", name: Phrase(zh: "转载", en: "Reposted with its source")),
            ]),
            required: .always,
            showing: .shown,
            isFacet: true,
            limit: nil,
            code: nil
        ),
        Field(
            key: source,
            name: Phrase(zh: "原始来源", en: "Original source"),
            hint: Phrase(zh: "转发、转载时注明原发布单位", en: "Who published it first, when forwarded or reposted"),
            type: .text,
            required: .when(Field.Condition(field: origin, values: ["forwarded", "reposted"])),
            showing: .shown,
            isFacet: false,
            limit: 200,
            code: nil
        ),
        Field(
            key: publisher,
            name: Phrase(zh: "公开主体（其他机关）", en: "Publisher (another organ)"),
            hint: Phrase(
                zh: "由其他机关统一公布时填写，例如由编制机构公布的权力清单",
                en: "When another organ publishes it, as the staffing office does with the power list"
            ),
            type: .text,
            required: .never,
            showing: .shown,
            isFacet: false,
            limit: 100,
            code: nil
        ),
        Field(
            key: publisherLink,
            name: Phrase(zh: "公布地址", en: "Address of that publication"),
            hint: nil,
            type: .link,
            required: .never,
            showing: .shown,
            isFacet: false,
            limit: 500,
            code: nil
        ),
        Field(
            key: disclosure,
            name: Phrase(zh: "公文属性", en: "Disclosure attribute"),
            hint: nil,
            type: .choice([
                FieldType.Option(code: "proactive", name: Phrase(zh: "主动公开", en: "Proactive disclosure")),
                FieldType.Option(code: "on-request", name: Phrase(zh: "依申请公开", en: "On request")),
                FieldType.Option(code: "not-open", name: Phrase(zh: "不予公开", en: "Not open")),
            ]),
            required: .always,
            showing: .shown,
            isFacet: false,
            limit: nil,
            code: nil
        ),
        Field(
            key: disclosureReason,
            name: Phrase(zh: "不主动公开的理由", en: "Reason for not disclosing proactively"),
            hint: nil,
            type: .longText,
            required: .when(Field.Condition(field: disclosure, values: ["on-request", "not-open"])),
            showing: .never,
            isFacet: false,
            limit: 1000,
            code: nil
        ),
        Field(
            key: summary,
            name: Phrase(zh: "内容概述", en: "Summary"),
            hint: Phrase(zh: "约一百字以内；不填则取正文开头", en: "About 100 characters; the beginning of the text if left empty"),
            type: .longText,
            required: .never,
            showing: .shown,
            isFacet: false,
            limit: 200,
            code: nil
        ),
        Field(
            key: text,
            name: Phrase(zh: "正文", en: "Text"),
            hint: nil,
            type: .longText,
            required: .never,
            showing: .shown,
            isFacet: false,
            limit: 300_000,
            code: nil
        ),
        Field(
            key: maskedPassages,
            name: Phrase(zh: "隐去的文字", en: "Masked passages"),
            hint: Phrase(
                zh: "照抄正文或要素中不应公开的文字；公开的每一处都显示为“\(MaskedPassages.sign)”",
                en: "Copy what must not be public; wherever it stands the public reads “\(MaskedPassages.sign)”"
            ),
            type: .table([
                FieldType.Column(
                    key: "passage",
                    name: Phrase(zh: "文字", en: "Passage"),
                    type: .text,
                    isRequired: true
                ),
                FieldType.Column(
                    key: "ground",
                    name: Phrase(zh: "理由", en: "Ground"),
                    type: .choice(MaskedPassages.grounds),
                    isRequired: true
                ),
            ]),
            required: .never,
            showing: .never,
            isFacet: false,
            limit: nil,
            code: nil
        ),
    ]
}
