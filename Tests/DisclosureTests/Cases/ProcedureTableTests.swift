import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// For every procedure: where a case stands × what happens × who does it, as accepted tables that people have read.
@Suite struct ProcedureTableTests {
    /// Somebody of each sort who might try.
    private static let authors: [(name: String, seat: Seat?)] = [
        ("officer", .cases), ("approver", .approver), ("applicant", nil), ("auditor", .auditor),
        ("stranger", .stranger),
    ]

    @Test(arguments: Engine.available)
    func everyCellIsAsAccepted(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            for procedure in test.app.procedures.all {
                var lines: [String] = []
                for state in procedure.states { lines += try await Self.lines(test, procedure, state) }
                expectGolden(lines.joined(separator: "\n") + "\n", "procedures/\(procedure.key).txt")
            }
        }
    }

    /// What can happen in a state, as `state | event | who → where it leads`; whatever else is tried must be refused in words.
    private static func lines(_ test: TestApp, _ procedure: Procedure, _ state: Procedure.State) async throws
        -> [String]
    {
        guard let file = try await way(test, procedure, to: state.key) else {
            return ["\(state.key) | (only in passing)"]
        }
        var lines = try await Self.lines(test, procedure, file, state.key)
        // What only asks leads nowhere by itself: what answers it is seen on a case in which it was asked.
        for asking in procedure.events where asking.to == nil && asking.from.contains(state.key) {
            let answers = procedure.events.filter { $0.answers.contains(asking.key) }.map { "| \($0.key) |" }
            guard !answers.isEmpty, let fresh = try await way(test, procedure, to: state.key),
                let asked = try await recorded(test, asking, on: fresh)
            else { continue }
            lines += try await Self.lines(test, procedure, asked, "\(state.key) + \(asking.key)")
                .filter { line in answers.contains { line.contains($0) } }
        }
        return lines
    }

    private static func lines(_ test: TestApp, _ procedure: Procedure, _ file: CaseFile, _ place: String) async throws
        -> [String]
    {
        var lines: [String] = []
        for event in procedure.events {
            var able: [String] = []
            var next = ""
            for author in authors {
                switch try await attempt(test, file, event, as: author.seat) {
                case .leads(let to):
                    able.append(author.name)
                    next = to
                case .afterTheTerm(let to):
                    able.append(author.name)
                    next = "\(to) (after the term)"
                case .refused(let words):
                    #expect(words.map { !$0.zh.isEmpty && !$0.en.isEmpty } ?? true)
                }
            }
            if !able.isEmpty { lines.append("\(place) | \(event.key) | \(able.joined(separator: ", ")) → \(next)") }
        }
        return lines.isEmpty ? ["\(place) | nothing"] : lines
    }

    private enum Attempt {
        case leads(String)
        case afterTheTerm(String)
        /// The words, where the refusal has some of its own.
        case refused(Phrase?)
    }

    private struct TakenBack: Error { var state: String }

    /// Tries an event and takes it back; what needs a term to be over is tried again a year later.
    private static func attempt(
        _ test: TestApp,
        _ file: CaseFile,
        _ event: Procedure.Event,
        as seat: Seat?
    ) async throws -> Attempt {
        let now = test.clock.now
        let first = try await once(test, file, event, as: seat)
        guard case .refused = first, event.after != nil else { return first }
        test.clock.set(now.adding(milliseconds: 200 * 86_400_000))
        defer { test.clock.set(now) }
        guard case .leads(let state) = try await once(test, file, event, as: seat) else { return first }
        return .afterTheTerm(state)
    }

    private static func once(
        _ test: TestApp,
        _ file: CaseFile,
        _ event: Procedure.Event,
        as seat: Seat?
    ) async throws -> Attempt {
        let author: RecordEvent.Author = try seat.map { .staff(try test.actor($0)) } ?? .applicant
        let act = RecordEvent(event.key, to: file.id, typed: answers(to: event), by: author)
        do {
            try await test.app.database.write { [app = test.app] tx in
                throw TakenBack(state: try act.perform(tx, in: app).state)
            }
            return .refused(nil)
        } catch let done as TakenBack {
            return .leads(done.state)
        } catch let refusal as Refusal {
            switch refusal {
            case .wrongState(let words), .conflict(let words): return .refused(words)
            case .invalid(let problems): return .refused(problems.first?.message)
            default: return .refused(nil)
            }
        }
    }

    /// Something acceptable for each question.
    private static func answers(to event: Procedure.Event) -> [String: String] {
        var typed: [String: String] = [:]
        for field in event.questions where field.required == .always {
            switch field.type {
            case .integer, .money: typed[field.key] = "1"
            case .date: typed[field.key] = "2030-01-02"
            case .choice(let options): typed[field.key] = options.first?.code
            default: typed[field.key] = "理由"
            }
        }
        return typed
    }

    /// A case that was brought to a state by the shortest way; nil if nothing leads there.
    private static func way(_ test: TestApp, _ procedure: Procedure, to state: String) async throws -> CaseFile? {
        let day = max(procedure.from.adding(days: 5), CivilDate("2018-03-05") ?? .first)
        test.clock.set(Instant.start(of: day).adding(milliseconds: Instant.hours(9)))
        var ways: [[String]] = [[]]
        var seen: Set<String> = []
        while !ways.isEmpty {
            let way = ways.removeFirst()
            guard let file = try await walked(test, procedure, way) else { continue }
            if file.state == state { return file }
            guard seen.insert(file.state).inserted, way.count < 6 else { continue }
            ways += procedure.events.filter { $0.from.contains(file.state) && $0.to != nil }.map { way + [$0.key] }
        }
        return nil
    }

    private static func walked(_ test: TestApp, _ procedure: Procedure, _ way: [String]) async throws -> CaseFile? {
        let day = test.clock.now
        defer { test.clock.set(day) }
        guard let intake = procedure.intake.first(where: \.needsConfirmation) ?? procedure.intake.first else {
            return nil
        }
        var typed: [String: String] = [:]
        for field in procedure.fields where field.required == .always {
            typed[field.key] = field.type.options?.first?.code ?? "测试"
        }
        let filed = try await FileCase(
            agency: test.agency.id,
            kind: procedure.kind,
            channel: intake.channel,
            applicant: CaseWalk.applicant,
            typed: typed,
            actor: test.actor(.cases)
        ).run(in: test.app)
        var file = filed.file
        for key in way {
            guard let event = procedure.event(key) else { return nil }
            if event.after != nil { test.clock.set(test.clock.now.adding(milliseconds: 90 * 86_400_000)) }
            guard let next = try await recorded(test, event, on: file) else { return nil }
            file = next
        }
        return file
    }

    private static func recorded(_ test: TestApp, _ event: Procedure.Event, on file: CaseFile) async throws -> CaseFile?
    {
        let seat: Seat = event.by.contains(.officer) ? .cases : .approver
        do {
            return try await RecordEvent(
                event.key,
                to: file.id,
                typed: answers(to: event),
                by: .staff(test.actor(seat))
            ).run(in: test.app)
        } catch is Refusal {
            return nil
        }
    }
}
