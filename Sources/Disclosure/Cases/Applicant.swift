import Codes
import Crypto
package import Text

/// Who asks: sealed at rest, read only by those who handle the case, and every reading is written down.
package struct Applicant: Sendable, Hashable {
    /// The columns of table 3 of the annual report.
    package enum Class: String, Sendable, CaseIterable {
        case natural, business, research, welfare
        case legalService = "legal-service"
        case other

        package var name: Phrase {
            switch self {
            case .natural: Phrase(zh: "自然人", en: "Natural person")
            case .business: Phrase(zh: "商业企业", en: "Business")
            case .research: Phrase(zh: "科研机构", en: "Research institute")
            case .welfare: Phrase(zh: "社会公益组织", en: "Charity")
            case .legalService: Phrase(zh: "法律服务机构", en: "Legal service")
            case .other: Phrase(zh: "其他组织", en: "Other organisation")
            }
        }
    }

    package var kind: Class
    package var name: String
    /// Identity number of a person, credit code of an organisation.
    package var identity: String
    package var telephone: String
    package var email: String
    package var address: String
    /// Who acts for an organisation, or by authority for a person.
    package var agent: String

    package init(
        kind: Class = .natural,
        name: String = "",
        identity: String = "",
        telephone: String = "",
        email: String = "",
        address: String = "",
        agent: String = ""
    ) {
        self.kind = kind
        self.name = name
        self.identity = identity
        self.telephone = telephone
        self.email = email
        self.address = address
        self.agent = agent
    }

    /// Nobody gave a name.
    package var isAnonymous: Bool { name.isEmpty }

    /// As it is sealed.
    var content: ItemContent {
        ItemContent([
            ("kind", kind.rawValue), ("name", name), ("identity", identity), ("telephone", telephone), ("email", email),
            ("address", address), ("agent", agent),
        ])
    }

    init(_ content: ItemContent) {
        kind = content["kind"].flatMap(Class.init(rawValue:)) ?? .natural
        name = content["name"] ?? ""
        identity = content["identity"] ?? ""
        telephone = content["telephone"] ?? ""
        email = content["email"] ?? ""
        address = content["address"] ?? ""
        agent = content["agent"] ?? ""
    }

    /// What two cases of one applicant have in common; nil where nothing tells them apart from others.
    ///
    /// The identity number or credit code; without one the name with telephone or e-mail.
    var sameness: String? {
        if !identity.isEmpty { return identity.uppercased() }
        let contact = telephone.isEmpty ? email.lowercased() : telephone.filter(\.isNumber)
        return name.isEmpty || contact.isEmpty ? nil : "\(name)\n\(contact)"
    }

    /// Whether somebody who names a way of contact of this case names it rightly: its telephone or its e-mail.
    func isReached(by contact: String) -> Bool {
        let number = telephone.filter(\.isNumber)
        let sameNumber = !number.isEmpty && Self.areSame(contact.filter(\.isNumber), number)
        let sameMail = !email.isEmpty && Self.areSame(FieldText.trimmed(contact).lowercased(), email.lowercased())
        return sameNumber || sameMail
    }

    /// Takes the same time wherever the two differ.
    private static func areSame(_ one: String, _ other: String) -> Bool {
        SHA256.hash(data: Array(one.utf8)) == SHA256.hash(data: Array(other.utf8))
    }

    /// What is missing or wrong, by the rule of the procedure.
    package func problems(under rule: Procedure.ApplicantRule) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if rule != .anonymous, name.isEmpty {
            problems.append(FieldProblem("name", zh: "请填写姓名或者单位名称", en: "Give your name or that of the organisation"))
        }
        if rule == .identified, identity.isEmpty {
            problems.append(
                FieldProblem(
                    "identity",
                    zh: "请填写证件号码：个人为身份证号，单位为统一社会信用代码（《政府信息公开条例》第二十九条）",
                    en: "Give a proof of identity: the identity number of a person, the credit code of an organisation"
                )
            )
        }
        if rule != .anonymous, telephone.isEmpty, email.isEmpty, address.isEmpty {
            problems.append(
                FieldProblem("telephone", zh: "请至少填写一种联系方式", en: "Give at least one way to reach you")
            )
        }
        if !identity.isEmpty, let problem = identityProblem { problems.append(problem) }
        if !email.isEmpty, !Self.isAddress(email) {
            problems.append(FieldProblem("email", zh: "电子邮箱格式不对，例如 name@example.com", en: "This is no e-mail address"))
        }
        let lines = [
            ("name", name), ("identity", identity), ("telephone", telephone), ("email", email), ("address", address),
            ("agent", agent),
        ]
        for (key, text) in lines where text.count > 200 || text.contains(where: \.isNewline) {
            problems.append(FieldProblem(key, zh: "请写成一行，不超过200字", en: "One line of at most 200 characters"))
        }
        return problems
    }

    private var identityProblem: FieldProblem? {
        if kind == .natural {
            guard identity.utf8.count == 18, identity.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
            do throws(CodeProblem) {
                _ = try IdentityNumber(identity)
                return nil
            } catch {
                return FieldProblem("identity", Phrase(zh: error.zh, en: error.en))
            }
        }
        do throws(CodeProblem) {
            _ = try CreditCode(identity)
            return nil
        } catch {
            return FieldProblem("identity", Phrase(zh: error.zh, en: error.en))
        }
    }

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains(where: \.isWhitespace)
    }
}
