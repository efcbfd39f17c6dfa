import Codes
package import Database
package import Text

/// What an operator or administrator says of an agency.
package struct AgencyForm: Sendable, Hashable {
    package var code: String
    package var level: Duty.Level
    package var name: Phrase
    package var regionCode: String
    package var creditCode: String
    package var siteIDCode: String
    package var indexTemplate: String
    package var contact: Contact
    package var disclosureOffice: Contact

    package init(
        code: String,
        level: Duty.Level = .county,
        name: Phrase,
        regionCode: String,
        creditCode: String,
        siteIDCode: String,
        indexTemplate: String = "{organisation-code}/{year}-{serial:5}",
        contact: Contact = Contact(),
        disclosureOffice: Contact = Contact()
    ) {
        self.code = code
        self.level = level
        self.name = name
        self.regionCode = regionCode
        self.creditCode = creditCode
        self.siteIDCode = siteIDCode
        self.indexTemplate = indexTemplate
        self.contact = contact
        self.disclosureOffice = disclosureOffice
    }

    /// First steps of public addresses that are taken by the site itself.
    static let reservedCodes: Set<String> = [
        "office", "en", "assets", "health", "search", "elder", "api", "feed", "ledger", "help",
    ]

    func checked() throws(Refusal) -> IndexTemplate {
        var problems: [FieldProblem] = []
        let isWord = code.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        if !isWord || !(2...20).contains(code.utf8.count) || code.first?.isNumber == true
            || Self.reservedCodes.contains(code)
        {
            problems.append(
                FieldProblem(
                    "code",
                    zh: "机关代码为 2–20 个小写字母或数字，以字母开头，例如 nanhai；不能是系统保留的词",
                    en:
                        "An agency code has 2–20 lower-case letters or digits, begins with a letter (nanhai), and is no reserved word"
                )
            )
        }
        if name.zh.isEmpty {
            problems.append(FieldProblem("name-zh", zh: "请填写机关名称", en: "Enter the agency's name"))
        }
        if name.en.isEmpty {
            problems.append(FieldProblem("name-en", zh: "请填写英文名称", en: "Enter the agency's name in English"))
        }
        if let problem = CreditCode.problem(in: creditCode) {
            problems.append(FieldProblem("credit-code", zh: problem.zh, en: problem.en))
        }
        if Regions.name(of: regionCode) == nil {
            problems.append(
                FieldProblem(
                    "region-code",
                    zh: "没有这个行政区划代码（GB/T 2260，六位数字，例如 440605），请核对",
                    en: "There is no such region code (GB/T 2260, six digits such as 440605); check it"
                )
            )
        }
        if !siteIDCode.isEmpty, let problem = WebsiteIdentifier.problem(in: siteIDCode) {
            problems.append(FieldProblem("site-id-code", zh: problem.zh, en: problem.en))
        }
        do {
            let template = try IndexTemplate(indexTemplate)
            guard problems.isEmpty else { throw Refusal.invalid(problems) }
            return template
        } catch let problem as FieldProblem {
            throw .invalid(problems + [problem])
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw .invalid(problems)
        }
    }
}

/// Founds an agency: itself, the columns of the duty catalogue, and the portal as its first channel.
package struct AddAgency: UseCase {
    package var form: AgencyForm
    package var isDemonstration: Bool
    /// Whether the agency begins with the catalogue's own columns; a plan of its own may be added instead.
    package var takesCatalogueColumns: Bool

    package init(form: AgencyForm, isDemonstration: Bool = false, takesCatalogueColumns: Bool = true) {
        self.form = form
        self.isDemonstration = isDemonstration
        self.takesCatalogueColumns = takesCatalogueColumns
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Agency {
        let template = try form.checked()
        guard try tx.agencies.find(code: form.code) == nil else {
            throw Refusal.invalid([
                FieldProblem("code", zh: "这个机关代码已被使用，请换一个", en: "That agency code is taken; choose another")
            ])
        }
        let agency = Agency(
            id: app.newID(),
            code: form.code,
            level: form.level,
            name: form.name,
            regionCode: form.regionCode,
            creditCode: form.creditCode,
            siteIDCode: form.siteIDCode,
            indexTemplate: template,
            contact: form.contact,
            disclosureOffice: form.disclosureOffice,
            isDemonstration: isDemonstration,
            followsCatalogue: takesCatalogueColumns,
            createdAt: app.now()
        )
        try tx.agencies.insert(agency)
        if takesCatalogueColumns { try tx.agencies.addColumns(of: app.catalogue, to: agency.id, in: app) }
        try tx.channels.insert(
            Channel(
                id: app.newID(),
                agency: agency.id,
                code: "portal",
                kind: .portal,
                name: Phrase(zh: "本机关网站", en: "This site"),
                isAutomatic: true,
                place: 0
            )
        )
        try tx.audit.record(
            "agency.add",
            of: "agency",
            agency.id.text,
            detail: agency.code,
            by: nil,
            agency: agency.id,
            in: app
        )
        return agency
    }
}

/// Changes what an agency says of itself; code and marks of demonstration stay.
package struct ChangeAgency: UseCase {
    package var form: AgencyForm
    package var actor: Actor

    package init(form: AgencyForm, actor: Actor) {
        self.form = form
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Agency {
        try actor.require(.manageAgency)
        var agency = try tx.agency(of: actor)
        var form = form
        form.code = agency.code
        let template = try form.checked()
        agency.level = form.level
        agency.name = form.name
        agency.regionCode = form.regionCode
        agency.creditCode = form.creditCode
        agency.siteIDCode = form.siteIDCode
        agency.indexTemplate = template
        agency.contact = form.contact
        agency.disclosureOffice = form.disclosureOffice
        try tx.agencies.update(agency)
        try tx.audit.record("agency.change", of: "agency", agency.id.text, by: actor, in: app)
        return agency
    }
}
