import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// Cases of an invented applicant for tests, and their ways through the procedure.
struct CaseWalk {
    let test: TestApp
    var file: CaseFile
    let code: String

    static let applicant = Applicant(
        name: "张测试",
        identity: "999999199001010016",
        telephone: "000-1234567",
        email: "test@example.com"
    )

    static let asked = ["description": "石桥县2023年危险化学品企业安全检查计划", "medium": "electronic", "delivery": "online"]

    /// A request that arrived on a day by a channel.
    static func request(
        _ test: TestApp,
        on day: String,
        by channel: IntakeChannel = .post,
        applicant: Applicant = applicant
    ) async throws -> CaseWalk {
        let date = try #require(CivilDate(day))
        test.clock.set(Instant.start(of: date).adding(milliseconds: Instant.hours(9)))
        let filed = try await FileCase(
            agency: test.agency.id,
            kind: "request",
            channel: channel,
            applicant: applicant,
            typed: asked,
            actor: channel == .portal ? nil : try test.actor(.cases)
        ).run(in: test.app)
        return CaseWalk(test: test, file: filed.file, code: filed.code)
    }

    /// Records an event on a day, by default the officer.
    mutating func record(
        _ event: String,
        on day: String,
        _ typed: [String: String] = [:],
        as seat: Seat? = .cases
    ) async throws {
        let date = try #require(CivilDate(day))
        let moment = Instant.start(of: date).adding(milliseconds: Instant.hours(10))
        if moment > test.clock.now { test.clock.set(moment) }
        file = try await RecordEvent(
            event,
            to: file.id,
            on: date,
            typed: typed,
            by: try seat.map { .staff(try test.actor($0)) } ?? .applicant
        ).run(in: test.app)
    }

    /// The words of the refusal that an event meets; nil when it does happen.
    mutating func refusal(
        of event: String,
        on day: String,
        _ typed: [String: String] = [:],
        as seat: Seat? = .cases
    ) async throws -> String? {
        do {
            try await record(event, on: day, typed, as: seat)
            return nil
        } catch let refusal as Refusal {
            return switch refusal {
            case .wrongState(let words), .conflict(let words): words.zh
            case .invalid(let problems): problems.map(\.message.zh).joined(separator: "\n")
            case .notAllowed(let act): act.name.zh
            case .notFound: "not found"
            default: "\(refusal)"
            }
        }
    }

    var due: String? { file.dueOn?.iso }

    /// The last day of one of its clocks.
    func due(_ clock: String) async throws -> String? {
        let id = file.id
        let history = try await test.app.database.read { [app = test.app] tx in
            try CaseHistory(try tx.cases.find(id) ?? file, tx, in: app)
        }
        return try history.clocks()[clock]?.clock.deadline().due.iso
    }
}
