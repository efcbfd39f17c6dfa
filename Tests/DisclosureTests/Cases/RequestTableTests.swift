import Civil
import Database
import Disclosure
import TestKit
import Testing

/// The table of the annual report against a recount that knows nothing of it.
@Suite struct RequestTableTests {
    @Test(arguments: Engine.available)
    func countsWhatHappened(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var old = try await CaseWalk.request(test, on: "2024-12-30")
            var given = try await CaseWalk.request(test, on: "2025-03-03")
            var firm = CaseWalk.applicant
            firm.kind = .business
            firm.identity = ""
            _ = try await CaseWalk.request(test, on: "2025-12-30")
            try await old.record("propose", on: "2025-01-06", ["outcome": "none-held", "answer": "没有"])
            try await old.record("sign", on: "2025-01-07", as: .approver)
            try await given.record("propose", on: "2025-03-04", ["outcome": "open-given", "answer": "附上"])
            try await given.record("sign", on: "2025-03-05", as: .approver)
            let agency = test.agency.id
            let table = try await test.app.database.read { [app = test.app] tx in
                try tx.cases.requestTable(of: agency, year: 2025, in: app)
            }
            #expect(table.received == [.natural: 2])
            #expect(table.carriedOver == [.natural: 1])
            #expect(table.results == ["3.4.1": [.natural: 1], "3.1": [.natural: 1]])
            #expect(table.carriedOn == [.natural: 1])
            #expect(table.isBalanced)
            let before = try await test.app.database.read { [app = test.app] tx in
                try tx.cases.requestTable(of: agency, year: 2024, in: app)
            }
            #expect(before.carriedOn == table.carriedOver, "what one year carries on the next carries over (E4)")
        }
    }

    /// 100,000 cases over three years, counted in the middle one.
    @Test(arguments: Engine.available)
    func manyCasesAreCountedRight(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let made = GeneratedCase.all(100_000, procedures: test.app.procedures)
            let agency = test.agency.id
            try await test.app.database.write { tx in
                for stretch in stride(from: 0, to: made.count, by: 500) {
                    try GeneratedCase.insert(made[stretch..<min(stretch + 500, made.count)], of: agency, tx)
                }
            }
            let clock = ContinuousClock()
            let begun = clock.now
            let table = try await test.app.database.read { [app = test.app] tx in
                try tx.cases.requestTable(of: agency, year: 2025, in: app)
            }
            let took = clock.now - begun
            #expect(table == GeneratedCase.recount(made, year: 2025, procedures: test.app.procedures))
            #expect(table.isBalanced)
            let sum = table.finished.values.reduce(0, +)
            #expect(sum > 20_000)
            // Two seconds are asked of the program; here it is built without optimisation and beside all other tests.
            #expect(took < .seconds(20), "\(took)")
        }
    }
}

/// A case as a generator makes it, with nothing but what the table counts.
struct GeneratedCase {
    var place: Int
    var kind: Applicant.Class
    var receivedOn: CivilDate
    var closedOn: CivilDate?
    var outcome: String?

    static func all(_ count: Int, procedures: Procedures) -> [GeneratedCase] {
        let outcomes = procedures.named("request-2019")?.outcomes.map(\.key) ?? []
        let start = CivilDate("2024-01-01") ?? .first
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        return (0..<count).map { place in
            let received = start.adding(days: next(1096))
            let isClosed = next(20) > 0
            return GeneratedCase(
                place: place,
                kind: Applicant.Class.allCases[next(Applicant.Class.allCases.count)],
                receivedOn: received,
                closedOn: isClosed ? received.adding(days: next(90)) : nil,
                outcome: isClosed ? outcomes[next(outcomes.count)] : nil
            )
        }
    }

    static func insert(_ cases: ArraySlice<GeneratedCase>, of agency: ID<Agency>, _ tx: any SQLConnection) throws {
        for one in cases {
            try tx.send(
                """
                INSERT INTO case_file (id, agency, kind, procedure, number, query_hash, channel, state, is_open, events,
                    applicant_class, filed_at, received_on, is_confirmed, outcome, closed_on)
                VALUES (\("case\(one.place)"), \(agency), 'request', 'request-2019', \("\(one.place)"), \("\(one.place)"),
                    'portal', 'replied', \(one.closedOn == nil), 2, \(one.kind.rawValue), 0, \(one.receivedOn), 1,
                    \(one.outcome), \(one.closedOn))
                """
            )
        }
    }

    /// Case by case, from the text of the table's rows and not by the program's own queries.
    static func recount(_ cases: [GeneratedCase], year: Int, procedures: Procedures) -> RequestTable {
        let outcomes = procedures.named("request-2019")?.outcomes ?? []
        let cells = Dictionary(outcomes.map { ($0.key, $0.cell ?? "") }) { first, _ in first }
        var table = RequestTable()
        for one in cases {
            if one.receivedOn.year == year { table.received[one.kind, default: 0] += 1 }
            let closing = one.closedOn?.year ?? .max
            if one.receivedOn.year < year, closing >= year { table.carriedOver[one.kind, default: 0] += 1 }
            if closing == year {
                table.results[cells[one.outcome ?? ""] ?? "", default: [:]][one.kind, default: 0] += 1
            }
            if one.receivedOn.year <= year, closing > year { table.carriedOn[one.kind, default: 0] += 1 }
        }
        return table
    }
}
