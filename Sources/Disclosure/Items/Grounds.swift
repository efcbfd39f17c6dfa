package import Text

/// Why a published item may get a new version (修订理由); each with the law that allows it.
package enum RevisionGround: String, Sendable, CaseIterable {
    case correction
    case changed
    case amended
    case penaltyChanged = "penalty-changed"
    case masking
    case completed

    package var name: Phrase {
        switch self {
        case .correction: Phrase(zh: "内容有误，予以更正", en: "A mistake is put right")
        case .changed: Phrase(zh: "信息发生变化，予以更新", en: "What it says has changed")
        case .amended: Phrase(zh: "文件被修改", en: "The document was amended")
        case .penaltyChanged: Phrase(zh: "处罚决定被依法变更", en: "The penalty was changed by law")
        case .masking: Phrase(zh: "隐去不应公开的内容", en: "Something is masked that should not be public")
        case .completed: Phrase(zh: "补充要素或附件", en: "Elements or files are added")
        }
    }

    package var basis: Duty.LegalBasis {
        switch self {
        case .correction: .disclosure2019("6")
        case .changed, .amended, .completed: .disclosure2019("26")
        case .penaltyChanged: .penalty2021("48")
        case .masking: .disclosure2019("15")
        }
    }

    /// The grounds that a person may name for items of the duty.
    package static func choices(for duty: Duty) -> [RevisionGround] {
        allCases.filter { $0 != .penaltyChanged || EndingGround.choices(for: duty).contains(.penaltyVoid) }
    }
}

/// Why an item comes down (撤回、停止公示); each with the law that allows it and the tombstone that it leaves.
package enum EndingGround: String, Sendable, CaseIterable {
    case secret
    case stability
    case rights
    case penaltyVoid = "penalty-void"
    case creditRepair = "credit-repair"
    case error
    case superseded
    /// The display period is over: the program's own ground, nobody chooses it.
    case displayEnd = "display-end"

    package var name: Phrase {
        switch self {
        case .secret: Phrase(zh: "依法确定为国家秘密", en: "State secret by law")
        case .stability:
            Phrase(zh: "公开可能危及国家安全、公共安全、经济安全、社会稳定", en: "Endangers national, public or economic security or stability")
        case .rights: Phrase(zh: "涉及个人隐私或者商业秘密，损害第三方合法权益", en: "Privacy or trade secrets of others")
        case .penaltyVoid:
            Phrase(zh: "处罚决定被依法变更、撤销、确认违法或者确认无效", en: "The penalty was changed, revoked, or held illegal or void")
        case .creditRepair: Phrase(zh: "信用修复，终止公示", en: "Credit repair ends the display")
        case .error: Phrase(zh: "发布有误或者重复发布", en: "Published by mistake or twice")
        case .superseded: Phrase(zh: "已由新的信息代替", en: "Replaced by newer information")
        case .displayEnd: Phrase(zh: "公示期满", en: "The display period is over")
        }
    }

    package var basis: Duty.LegalBasis {
        switch self {
        case .secret, .stability: .disclosure2019("14")
        case .rights: .disclosure2019("15")
        case .penaltyVoid: .penalty2021("48")
        case .creditRepair:
            Duty.LegalBasis(
                law: Phrase(zh: "信用修复管理办法", en: "Measures on Credit Repair"),
                article: "",
                version: "repair2026"
            )
        case .error: .disclosure2019("6")
        case .superseded: .disclosure2019("26")
        case .displayEnd:
            Duty.LegalBasis(
                law: Phrase(zh: "本事项的公示期限", en: "Display period of the duty"),
                article: "",
                version: "display"
            )
        }
    }

    /// The grounds that a person may name for items of the duty.
    package static func choices(for duty: Duty) -> [EndingGround] {
        allCases.filter { ground in
            switch ground {
            case .displayEnd: false
            case .penaltyVoid, .creditRepair: duty.display.end == .takeDown
            default: true
            }
        }
    }

    /// Whether the public may still read title and document number of what stood here.
    ///
    /// After display end, repair, or for somebody's rights nothing is left that would name a party (rules §5, §6, §14).
    package var keepsTitle: Bool { self == .error || self == .superseded }

    /// Whether the item may be put right and published again under its number.
    package var mayReturn: Bool { self == .error || self == .rights }

    /// Whether a document must be named that proves the ground.
    package var needsEvidence: Bool { self == .penaltyVoid || self == .creditRepair || self == .superseded }
}

extension Duty.LegalBasis {
    static func disclosure2019(_ article: String) -> Self {
        Self(
            law: Phrase(zh: "中华人民共和国政府信息公开条例", en: "Regulations on Open Government Information"),
            article: article,
            version: "reg2019"
        )
    }

    static func penalty2021(_ article: String) -> Self {
        Self(
            law: Phrase(zh: "中华人民共和国行政处罚法", en: "Law on Administrative Penalties"),
            article: article,
            version: "penalty2021"
        )
    }
}
