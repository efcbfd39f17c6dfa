import Civil
import Database
import Disclosure
import Testing

/// What the five reports print about the contents of items comes out of counting records.
@Suite struct FigureTests {
    /// A printed figure with the definition by which it is counted.
    struct Definition: Sendable, CustomTestStringConvertible {
        var id: String
        var count: @Sendable (RecordCount) throws -> Int

        init(_ id: String, _ count: @escaping @Sendable (RecordCount) throws -> Int) {
            self.id = id
            self.count = count
        }

        var testDescription: String { id }
    }

    /// Those that the bureaus' own definitions do not count yet: what items say in a field, and classes that were used.
    static let all = [
        Definition("jinjiang-58") { count in
            try count.tx.agencies.classes(of: count.agency).count {
                try count.items(on: ["portal"], class: $0.code) > 0
            }
        },
        Definition("shaxian-11") { try Set($0.values(of: "credit-code", in: "PEN")).count },
        Definition("shaxian-17") { try $0.values(of: "sessions", in: "TRAINING").compactMap { Int($0) }.reduce(0, +) },
        Definition("shaxian-18") { try $0.values(of: "materials", in: "TRAINING").compactMap { Int($0) }.reduce(0, +) },
    ]

    @Test(arguments: all) func theRecordsAddUpToThePrintedFigure(_ definition: Definition) async throws {
        let printed = try #require(PrintedFigure.find(definition.id))
        let app = try await DemoDatabase.app()
        let counted = try await app.database.read { try definition.count(RecordCount($0, bureau: printed.bureau)) }
        #expect(printed.agrees(with: counted), "counted \(counted), printed \(printed.value)")
    }

    @Test func sixtyTwoIsFiftyNinePenaltiesAndThreeAccidentCases() async throws {
        let app = try await DemoDatabase.app()
        let (all, penalties, cases) = try await app.database.read { tx in
            let count = try RecordCount(tx, bureau: "tongxiang")
            return (
                try count.items(on: ["zjzwfw"]), try count.items(of: ["PEN"], on: ["zjzwfw"]),
                try count.items(of: ["ACCREP"], on: ["zjzwfw"])
            )
        }
        #expect((all, penalties, cases) == (62, 59, 3))
    }

    @Test func everyDocumentOfJinjiangIsThereInFull() async throws {
        let app = try await DemoDatabase.app()
        let share = try await app.database.read { tx -> (Int, Int) in
            let agency = try #require(try tx.agencies.find(code: "jinjiang"))
            let versions = try tx.rows("SELECT * FROM item WHERE agency = \(agency.id) AND state = 'published'").map {
                try tx.items.version(try Item($0).currentVersion)
            }
            return (versions.count { $0?.content[CommonFields.text] != nil }, versions.count)
        }
        #expect(share.0 == share.1)
    }

    struct Day: Sendable {
        var bureau: String
        var duty: String
        var earliest: String
        var latest: String
    }

    @Test(arguments: [
        Day(bureau: "jinjiang", duty: "BUDGET", earliest: "2018-02-08", latest: "2018-02-08"),
        Day(bureau: "jinjiang", duty: "ACCOUNTS", earliest: "2018-07-27", latest: "2018-07-27"),
        Day(bureau: "shaxian", duty: "BUDGET", earliest: "2018-01-01", latest: "2018-01-31"),
        Day(bureau: "shaxian", duty: "ACCOUNTS", earliest: "2018-08-01", latest: "2018-08-31"),
    ])
    func theMoneyIsAccountedForOnTheDay(_ day: Day) async throws {
        let app = try await DemoDatabase.app()
        let days = try await app.database.read { try RecordCount($0, bureau: day.bureau).days(of: day.duty) }
        #expect(days.count == 1)
        #expect(days.allSatisfy { $0.iso >= day.earliest && $0.iso <= day.latest })
    }
}
