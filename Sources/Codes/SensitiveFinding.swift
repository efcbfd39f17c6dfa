/// Nothing secret and nobody's identity is published (保守国家秘密法, 政府信息公开条例 art 14, 15, 个人信息保护法).

/// Something in a text that must be looked at before the text is published.
package struct SensitiveFinding: Sendable, Hashable {
    /// What it is.
    package let kind: Kind
    /// Where it stands, in UTF-8 bytes of the scanned text.
    package let utf8Range: Range<Int>
    /// What was found; numbers of persons masked, as 110105********002X.
    package let excerpt: String

    package init(kind: Kind, utf8Range: Range<Int>, excerpt: String) {
        self.kind = kind
        self.utf8Range = utf8Range
        self.excerpt = excerpt
    }

    /// What a scan looks for.
    package enum Kind: String, CaseIterable, Sendable {
        /// Citizen identity number with a right date and check character.
        case identityNumber
        /// Mobile telephone number.
        case mobileNumber
        /// Bank card number with a right check digit.
        case bankCard
        /// Mark of state secrecy: 绝密, 机密 or 秘密 with ★, after 密级：, or alone at the top.
        case secrecyMark
        /// Copy number 份号, which only secret documents carry.
        case copyNumber
        /// Work secret 工作秘密.
        case workSecret
        /// Internal material or matter: 内部资料, 内部事项.
        case internalMatter
        /// Not, or only on request, for publication: 不得公开, 此件不公开, 此件不予公开, 此件依申请公开.
        case notForPublication

        /// The name in Chinese.
        package var zh: String {
            switch self {
            case .identityNumber: "公民身份号码"
            case .mobileNumber: "手机号码"
            case .bankCard: "银行卡号"
            case .secrecyMark: "国家秘密标志"
            case .copyNumber: "份号"
            case .workSecret: "工作秘密标志"
            case .internalMatter: "内部资料标志"
            case .notForPublication: "不公开标志"
            }
        }

        /// The name in English.
        package var en: String {
            switch self {
            case .identityNumber: "citizen identity number"
            case .mobileNumber: "mobile number"
            case .bankCard: "bank card number"
            case .secrecyMark: "mark of state secrecy"
            case .copyNumber: "copy number of a secret document"
            case .workSecret: "mark of a work secret"
            case .internalMatter: "mark of internal material"
            case .notForPublication: "mark against publication"
            }
        }

        /// Whether only the secrecy reviewer may clear it; the others are personal information, to be masked.
        package var isSecrecy: Bool {
            switch self {
            case .identityNumber, .mobileNumber, .bankCard: false
            case .secrecyMark, .copyNumber, .workSecret, .internalMatter, .notForPublication: true
            }
        }
    }
}

/// Looks for personal numbers and secrecy marks before a text is published.
package enum SensitiveScanner {
    /// Everything found, in order of place; time is linear in the length of the text.
    ///
    /// It finds what is written as such, also full-width, in groups or with letters set apart; it cannot know what a
    /// sentence gives away. Doubtful cases are reported: a reviewer clears them.
    package static func scan(_ text: String) -> [SensitiveFinding] {
        let scanned = ScannedText(text)
        let found = PersonalNumbers.find(in: scanned) + SecrecyMarks.find(in: scanned)
        return found.sorted { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound }
    }
}
