import Database
import Disclosure
import Testing

/// The cases that the five printed reports count are there, each closed at the end of its procedure.
@Suite struct CaseFigureTests {
    struct Expected: Sendable {
        var figures: [String]
        var kinds: [String]
        var year: Int
    }

    static let expected = [
        Expected(figures: ["nanhai-06", "nanhai-07"], kinds: ["petition", "tip", "hotline"], year: 2018),
        Expected(figures: ["nanhai-10"], kinds: ["request"], year: 2018),
        Expected(figures: ["dongguan-11", "dongguan-12"], kinds: ["request"], year: 2016),
        Expected(figures: ["jinjiang-25"], kinds: ["request"], year: 2018),
        Expected(figures: ["tongxiang-04", "tongxiang-05"], kinds: ["tip"], year: 2018),
        Expected(figures: ["tongxiang-16", "tongxiang-17"], kinds: ["request"], year: 2018),
        Expected(figures: ["shaxian-13"], kinds: ["mailbox", "consultation"], year: 2018),
        Expected(figures: ["shaxian-19"], kinds: ["request"], year: 2018),
    ]

    @Test(arguments: expected) func casesAddUpToThePrintedFigure(_ expected: Expected) async throws {
        let app = try await DemoDatabase.app()
        for id in expected.figures {
            let printed = try #require(PrintedFigure.find(id))
            let (received, onTime) = try await app.database.read { tx in
                let agency = try #require(try tx.agencies.find(code: printed.bureau)).id
                let mine: SQL = """
                    agency = \(agency) AND kind IN \(list: expected.kinds)
                        AND received_on BETWEEN \("\(expected.year)-01-01") AND \("\(expected.year)-12-31")
                    """
                return (
                    Int(try tx.integer("SELECT count(*) FROM case_file WHERE \(mine)")),
                    Int(try tx.integer("SELECT count(*) FROM case_file WHERE \(mine) AND is_on_time = 1"))
                )
            }
            #expect(printed.agrees(with: received), "\(id): \(received) against \(printed.value)")
            #expect(onTime == received, "\(id): \(onTime) of \(received) in time")
        }
    }

    @Test func theTwoOrdersOfShaxianAreSettled() async throws {
        let app = try await DemoDatabase.app()
        let outcomes = try await app.database.read { tx in
            let agency = try #require(try tx.agencies.find(code: "shaxian")).id
            return try tx.rows(
                """
                SELECT outcome FROM case_file WHERE agency = \(agency) AND kind = 'hotline'
                    AND received_on BETWEEN '2018-01-01' AND '2018-12-31'
                """
            ).map { try $0.optionalText("outcome") }
        }
        #expect(outcomes == ["solved", "solved"])
    }
}
