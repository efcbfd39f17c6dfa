import Civil
import Database
import Testing

@testable import Disclosure

/// One record of the demonstration changes, and of all figures of its bureau exactly those that count it move.
@Suite struct MovedFigureTests {
    /// The year of the bureau's records, and the one in which the demonstration was made.
    private static let years = [2018, 2026]

    /// Every number of 晋江 that shows something else after an act: `2018 items`, `2018 items:total`.
    private static func moved(
        by act: @escaping @Sendable (any SQLConnection, FoundPeople, App) throws -> Void
    ) async throws -> Set<String> {
        let app = try await DemoDatabase.app()
        return try await app.database.undone { tx in
            let agency = try #require(try tx.agencies.find(code: "jinjiang"))
            let before = try numbers(of: agency, tx, app)
            try act(tx, FoundPeople(tx: tx, agency: agency), app)
            let after = try numbers(of: agency, tx, app)
            return Set(after.keys.filter { after[$0] != before[$0] })
        }
    }

    private static func numbers(
        of agency: Agency,
        _ tx: any SQLConnection,
        _ app: App
    ) throws -> [String: FigureValue] {
        var numbers: [String: FigureValue] = [:]
        for year in years {
            let count = FigureCount(of: agency, over: try #require(FigurePeriod.year(year)), tx, in: app)
            for figure in app.figures.all(of: agency) {
                for scope in FigureAsked.Scope.allCases {
                    let asked = FigureAsked(figure.key, scope)
                    numbers["\(year) \(asked)"] = try count.value(of: asked)
                }
            }
        }
        return numbers
    }

    /// Numbers of what happened in 2018: of the period, and over all years up to both ends.
    private static func of2018(_ keys: [String]) -> [String] {
        keys.flatMap { ["2018 \($0)", "2018 \($0):total", "2026 \($0):total"] }
    }

    /// Numbers of what happened in 2026.
    private static func of2026(_ keys: [String]) -> [String] { keys.flatMap { ["2026 \($0)", "2026 \($0):total"] } }

    /// An item of 2018 in the class of personnel.
    private static let item: SQL = """
        (SELECT min(i.id) FROM item i JOIN agency a ON a.id = i.agency JOIN item_class k ON k.id = i.class
        WHERE a.code = 'jinjiang' AND i.state = 'published' AND k.code = 'personnel'
            AND i.published_at < 1546272000000)
        """

    @Test func aWithdrawnItemIsNoLongerCounted() async throws {
        let moved = try await Self.moved { tx, people, app in
            let id: ID<Item> = try #require(try tx.first("SELECT \(Self.item) AS id")).id("id")
            let asked = try AskWithdrawal(
                id: id,
                ground: .error,
                reason: "内容有误，需要撤回",
                evidence: "核对记录",
                actor: people.actor(.editor)
            ).perform(tx, in: app)
            _ = try DecideWithdrawal(id: asked.id, verdict: .pass, actor: people.actor(.approver)).perform(tx, in: app)
        }
        // Of each class the share moves, for its base does; what was delivered stays delivered.
        let classes = [
            "emergency", "forwarded", "inspection", "integrity", "licences", "other", "personnel", "plans", "training",
        ]
        let items =
            ["items", "items.full-text", "items.full-text-rate", "class.personnel"] + classes.map { "share.\($0)" }
        let named = Self.of2018(items) + Self.of2026(["leaves", "leaves.withdrawn"])
        #expect(moved.sorted() == named.sorted())
    }

    @Test func aClosedCaseMovesFromOpenToClosed() async throws {
        let moved = try await Self.moved { tx, people, app in
            let id: ID<CaseFile> = try #require(
                try tx.first(
                    """
                    SELECT min(id) AS id FROM case_file WHERE agency = \(people.agency.id) AND kind = 'request'
                        AND is_open = 1 AND channel = 'post' AND state = 'in-hand'
                    """
                )
            ).id("id")
            _ = try RecordEvent(
                "propose",
                to: id,
                typed: ["outcome": "none-held", "answer": "〔演示〕没有制作或者获取。"],
                by: .staff(people.actor(.cases))
            ).perform(tx, in: app)
            _ = try RecordEvent("sign", to: id, by: .staff(people.actor(.approver))).perform(tx, in: app)
        }
        // It was late, so that the rate stays: one closed more, one late less, none more in time.
        let named = [
            "requests.closed", "requests.other", "requests.3.4", "requests.3.4.1", "requests.3.7", "requests.late",
            "requests.carried-on", "requests.not-extended", "replies", "replies.6",
        ]
        #expect(moved.sorted() == Self.of2026(named).sorted())
    }

    @Test func aDeliveryIsCountedOnItsChannelAlone() async throws {
        let moved = try await Self.moved { tx, people, app in
            let id: ID<Item> = try #require(try tx.first("SELECT \(Self.item) AS id")).id("id")
            let channels = try tx.channels.all(of: people.agency.id)
            _ = try RecordDelivery(
                item: id,
                channel: channels.first { $0.code == "gazette" }?.id,
                deliveredOn: CivilDate("2018-12-31"),
                receipt: "第99期",
                actor: people.actor(.officer)
            ).perform(tx, in: app)
        }
        #expect(moved.sorted() == Self.of2018(["channel.gazette"]).sorted())
    }
}

/// The people of a bureau in a transaction.
private struct FoundPeople {
    let tx: any SQLConnection
    let agency: Agency

    func actor(_ seat: DemonstrationSeat) throws -> Actor {
        try #require(try tx.people.find(login: seat.login(at: agency.code))).actor
    }
}
