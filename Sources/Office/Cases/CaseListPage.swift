import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// The cases of the agency: what is open and until when, who handles it, and how the month stands.
enum CaseListPage {
    static let pageSize = 30

    static func show(_ visit: Visit) async throws -> Response {
        let actor = try visit.actor()
        let app = visit.app
        let choice = CaseChoice(visit, actor)
        let direction = ListDirection(visit.query)
        let reading = try await app.database.read { tx in
            try CaseListReading(visit, choice, direction, tx)
        }
        let page = ListPage(reading.found, size: pageSize, direction, place: choice.filter.place)
        let language = visit.language
        return OfficePage(
            reading.frame,
            .cases,
            title: OfficeArea.cases.name[language],
            isAreaHome: true,
            count: reading.counts[.late]
        ).response(
            to: visit,
            """
            \(Done.notice(visit))\(entrances(visit, actor))\(choice.tabs(reading.counts, visit).html(in: language))\
            \(choice.form(visit, reading.officers))\(try CaseTable(reading: reading, visit: visit).html(page.rows))\
            \(page.pager(visit, isByTime: false).html(in: language))\(queues(reading, visit))\
            \(MonthTable(reading: reading, visit: visit).html(in: language))
            """
        )
    }

    private static func entrances(_ visit: Visit, _ actor: Actor) -> HTML {
        let letters = Button(
            act: LetterTextPages.name,
            weight: .second,
            does: .leads(to: visit.links.office(LetterTextPages.path))
        )
        guard actor.may(.handleCases) else {
            return actor.may(.manageLetters)
                ? "<div class=\"buttons\">\(letters.html(in: visit.language))</div>" : .empty
        }
        let enter = Button(
            act: Phrase(zh: "登记办件", en: "Enter a case"),
            does: .leads(to: visit.links.office("/cases/new"))
        )
        let bring = Button(
            act: Phrase(zh: "导入热线工单", en: "Import hotline orders"),
            weight: .second,
            does: .leads(to: visit.links.office("/cases/import"))
        )
        let several = Button(
            act: CaseBulkPages.name,
            weight: .second,
            does: .leads(to: visit.links.office(CaseBulkPages.path))
        )
        let buttons = [enter, bring, several] + (actor.may(.manageLetters) ? [letters] : [])
        return "<div class=\"buttons\">\(buttons.map { $0.html(in: visit.language) })</div>"
    }

    /// How much each officer has, for those who lead.
    private static func queues(_ reading: CaseListReading, _ visit: Visit) -> HTML {
        guard !reading.queues.isEmpty else { return .empty }
        let language = visit.language
        let table = DataTable(
            caption: Phrase(zh: "在办件数", en: "Open cases"),
            columns: [
                .init(label: Phrase(zh: "办件人员", en: "Officer")),
                .init(label: Phrase(zh: "在办", en: "Open"), isNumber: true),
                .init(label: Phrase(zh: "本周到期", en: "Due this week"), isNumber: true),
                .init(label: Phrase(zh: "已逾期", en: "Late"), isNumber: true),
            ],
            rows: reading.queues.map { queue in
                let who = queue.officer?.text ?? CaseChoice.nobody
                let name = queue.officer.map { reading.names[$0] ?? "—" } ?? CaseChoice.nobodyName[language]
                return [
                    .link(name, url: visit.links.office("/cases") + "?who=\(queryEncoded(who))"),
                    .number(queue.open), .number(queue.week), .number(queue.late),
                ]
            },
            id: "queues"
        )
        return PagePart(Phrase(zh: "各办件人员", en: "By officer"), table.html(in: language)).html(in: language)
    }
}

/// What the list of cases shows, read in one transaction.
struct CaseListReading: Sendable {
    var frame: OfficeFrame
    var found: [CaseFile]
    var counts: [CaseFilter.Standing: Int]
    var contents: [ID<CaseFile>: ItemContent]
    var events: [ID<CaseFile>: [CaseEvent]]
    /// Of each officer, where this person leads them.
    var queues: [OfficerQueue] = []
    var officers: [Person]
    var names: [ID<Person>: String]
    var month: CivilDate
    var monthCounts: [String: CaseCounts]

    init(_ visit: Visit, _ choice: CaseChoice, _ direction: ListDirection, _ tx: any SQLConnection) throws {
        frame = try OfficeFrame(visit, tx)
        let (agency, app, actor) = (frame.agency.id, visit.app, frame.session.actor)
        found = try tx.cases.list(
            of: agency,
            choice.filter,
            direction,
            limit: CaseListPage.pageSize + 1,
            in: app
        )
        counts = try tx.cases.counts(of: agency, choice.filter, in: app)
        // Only what this person may read in a list is opened at all.
        let readable = try found.filter { file in
            let procedure = try app.procedure(of: file)
            guard actor.reach(of: file, under: procedure).readsWords else { return false }
            return procedure.protects == .applicant || file.officer == actor.person
        }
        contents = try tx.cases.contents(of: readable.map(\.id), in: app)
        events = try tx.cases.events(of: found.map(\.id))
        if actor.may(.superviseCases) { queues = try tx.cases.queues(of: agency, in: app) }
        officers = try tx.people.caseOfficers(of: agency)
        names = try tx.people.names(of: Set(found.compactMap(\.officer) + queues.compactMap(\.officer)))
        month = choice.month
        monthCounts = try tx.cases.monthCounts(of: agency, around: month, in: app)
    }
}

extension PersonStore {
    /// Those who may handle cases, by login.
    func caseOfficers(of agency: ID<Agency>) throws -> [Person] {
        try all(of: agency).filter { $0.isActive && !$0.roles.isDisjoint(with: Act.handleCases.roles) }
    }
}

/// How the list is narrowed, as the address says it.
struct CaseChoice: Sendable {
    static let mine = "mine"
    static let nobody = "nobody"
    static let nobodyName = Phrase(zh: "未分办", en: "Nobody yet")

    var filter: CaseFilter
    var who: String
    /// A day of the month that is counted.
    var month: CivilDate

    init(_ visit: Visit, _ actor: Actor) {
        let query = visit.query
        who = query.text("who")
        let officer: CaseFilter.Officer =
            switch who {
            case "": .anybody
            case Self.mine: .person(actor.person)
            case Self.nobody: .nobody
            default: .person(ID(who))
            }
        let kind = query.text("kind")
        filter = CaseFilter(
            standing: CaseFilter.Standing(rawValue: query.text("standing")) ?? .open,
            kind: visit.app.procedures.all.contains { $0.kind == kind } ? kind : nil,
            officer: officer
        )
        month = CivilDate("\(query.text("month"))-01") ?? visit.app.now().date
    }

    func tabs(_ counts: [CaseFilter.Standing: Int], _ visit: Visit) -> Tabs {
        Tabs(
            label: Phrase(zh: "办件情况", en: "Where cases stand"),
            tabs: CaseFilter.Standing.allCases.map { standing in
                Tabs.Tab(
                    label: standing.name,
                    url: address(standing, visit),
                    count: counts[standing],
                    isCurrent: standing == filter.standing
                )
            }
        )
    }

    private func address(_ standing: CaseFilter.Standing, _ visit: Visit) -> String {
        var query = "standing=\(standing.rawValue)"
        if let kind = filter.kind { query += "&kind=\(queryEncoded(kind))" }
        if !who.isEmpty { query += "&who=\(queryEncoded(who))" }
        return visit.links.office("/cases") + "?" + query
    }

    func form(_ visit: Visit, _ officers: [Person]) -> HTML {
        let language = visit.language
        let today = visit.app.now().date
        let kind = FormField(
            key: "kind",
            label: Phrase(zh: "种类", en: "Kind"),
            control: .select(
                visit.app.procedures.kinds(on: today).map { FieldChoice(value: $0.kind, label: $0.name) }
            )
        )
        let people = officers.map { FieldChoice(value: $0.id.text, label: Phrase(zh: $0.name, en: $0.name)) }
        let officer = FormField(
            key: "who",
            label: Phrase(zh: "办件人员", en: "Officer"),
            control: .select(
                [
                    FieldChoice(value: Self.mine, label: Phrase(zh: "我的", en: "Mine")),
                    FieldChoice(value: Self.nobody, label: Self.nobodyName),
                ] + people
            )
        )
        return """
            <form class="filter" action="\(url: visit.links.office("/cases"))" method="get">\
            \(HiddenField(name: "standing", value: filter.standing.rawValue).html(in: language))\
            \(kind.html(in: language, value: .text(filter.kind ?? "")))\(officer.html(in: language, value: .text(who)))\
            <div class="buttons">\(Button(act: Phrase(zh: "筛选", en: "Narrow"), weight: .second).html(in: language))</div></form>
            """
    }
}

extension CaseFilter.Standing {
    var name: Phrase {
        switch self {
        case .open: Phrase(zh: "在办", en: "Open")
        case .late: Phrase(zh: "已逾期", en: "Late")
        case .today: Phrase(zh: "今天到期", en: "Due today")
        case .week: Phrase(zh: "本周到期", en: "Due this week")
        case .applicant: Phrase(zh: "等申请人", en: "Waits for the applicant")
        case .others: Phrase(zh: "等其他单位", en: "Waits for others")
        case .approver: Phrase(zh: "等签发", en: "Waits for signature")
        case .closed: Phrase(zh: "已办结", en: "Closed")
        }
    }
}
