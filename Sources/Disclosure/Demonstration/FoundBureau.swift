import Civil
import Codes
import Database
import Text

/// Founds a demonstration bureau: the agency with everything that hangs on it, and a person for every role.
struct FoundBureau: UseCase {
    let plan: BureauPlan

    func perform(_ tx: any SQLConnection, in app: App) throws -> FoundedBureau {
        let agency = try AddAgency(
            form: form,
            isDemonstration: true,
            takesCatalogueColumns: plan.columns == nil
        ).perform(tx, in: app)
        try tx.execute(
            """
            UPDATE channel SET name_zh = \(plan.portalName.zh), name_en = \(plan.portalName.en)
            WHERE agency = \(agency.id) AND code = \(BureauPlan.portal)
            """
        )
        for part in parts { try AddAgencyPart(part, to: agency.id, actor: nil).perform(tx, in: app) }
        var people: [DemonstrationSeat: Person] = [:]
        let section = try tx.agencies.sections(of: agency.id).first?.id
        for seat in DemonstrationSeat.allCases {
            let form = PersonForm(
                login: seat.login(at: plan.code),
                name: seat.name,
                section: section,
                roles: seat.roles
            )
            people[seat] = try AddPerson(form: form, agency: agency.id, actor: nil).perform(tx, in: app)
        }
        return try FoundedBureau(plan: plan, agency: agency, people: people, tx)
    }

    private var form: AgencyForm {
        AgencyForm(
            code: plan.code,
            level: plan.level,
            name: plan.name,
            regionCode: plan.regionCode,
            creditCode: creditCode,
            siteIDCode: "9999990\(100 + (BureauPlan.all.firstIndex { $0.code == plan.code } ?? 0))",
            indexTemplate: plan.indexTemplate,
            contact: Contact(
                name: plan.name.zh,
                address: "演示路1号",
                hours: "工作日 9:00–12:00，14:00–17:00",
                telephone: "000-00000000",
                fax: "000-00000001",
                email: "office@example.invalid",
                postcode: "000000"
            ),
            disclosureOffice: Contact(
                name: "\(plan.shortName)办公室",
                address: "演示路1号",
                hours: "工作日 9:00–12:00，14:00–17:00",
                telephone: "000-00000002",
                fax: "000-00000001",
                email: "open@example.invalid",
                postcode: "000000"
            )
        )
    }

    /// An organ's code in the region that does not exist.
    private var creditCode: String {
        var random = RepeatableRandom(seed: "\(plan.code)/agency")
        return InventedCode.credit(kind: "11", body: random.int(10_000_000...99_999_999))?.text ?? ""
    }

    private var parts: [AgencyPart] {
        var parts = plan.formerNames.map(AgencyPart.formerName)
        parts += plan.sections.map { .section(code: $0.code, kind: .section, name: $0.name) }
        parts += plan.classes.map { .itemClass(code: $0.code, name: $0.name) }
        parts += (plan.columns ?? []).flatMap { Self.parts(of: $0, below: nil) }
        parts += plan.channels.map { .channel(code: $0.code, kind: $0.kind, name: $0.name) }
        return parts
    }

    private static func parts(of column: ColumnPlan, below path: String?) -> [AgencyPart] {
        let own = (path.map { "\($0)/" } ?? "") + column.slug
        let part = AgencyPart.column(below: path, slug: column.slug, catalogueColumn: column.takes, name: column.name)
        return [part] + column.below.flatMap { parts(of: $0, below: own) }
    }
}

/// A bureau that has been founded, with what its items need to be placed and handled.
struct FoundedBureau: Sendable {
    let plan: BureauPlan
    let agency: Agency
    let people: [DemonstrationSeat: Person]
    let parties: [InventedParty]
    let classes: [String: ID<ItemClass>]
    let channels: [String: ID<Channel>]
    let sections: [ID<Section>]

    init(plan: BureauPlan, agency: Agency, people: [DemonstrationSeat: Person], _ tx: any SQLConnection) throws {
        self.plan = plan
        self.agency = agency
        self.people = people
        parties = InventedParty.pool(60, of: plan.code)
        classes = Dictionary(
            try tx.agencies.classes(of: agency.id).map { ($0.code, $0.id) },
            uniquingKeysWith: { first, _ in first }
        )
        channels = Dictionary(
            try tx.channels.all(of: agency.id).map { ($0.code, $0.id) },
            uniquingKeysWith: { first, _ in first }
        )
        sections = try tx.agencies.sections(of: agency.id).map(\.id)
    }

    func actor(_ seat: DemonstrationSeat) throws -> Actor {
        guard let person = people[seat] else { throw Refusal.notFound }
        return person.actor
    }

    /// Who gives which opinion.
    func reviewer(for kind: OpinionKind) throws -> Actor {
        switch kind {
        case .secrecy: try actor(.secrecy)
        case .legal, .committee: try actor(.legal)
        case .consequence, .source, .disclosureOffice: try actor(.officer)
        case .signOff: try actor(.approver)
        }
    }

    /// The class that a line asks for; the section goes by the duty's matter, the column by the duty itself.
    func placement(of line: PlanLine, duty: Duty) -> Placement {
        let itemClass = plan.classCode(of: line).flatMap { classes[$0] }
        let section: Int? =
            switch duty.matter.code {
            case "ENF", "INS": 4
            case "ACC", "EMG": 7
            case "HAZ": 2
            case "POL", "DEC": 1
            case "SVC": 5
            default: duty.code == "PUBLICITY" ? 6 : 0
            }
        return Placement(
            section: section.flatMap { sections.indices.contains($0) ? sections[$0] : nil },
            itemClass: itemClass
        )
    }
}
