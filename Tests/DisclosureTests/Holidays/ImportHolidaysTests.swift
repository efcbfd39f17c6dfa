import Civil
import Database
import TestKit
import Testing
import Text

@testable import Disclosure

/// A year is imported once it is announced; what is open moves, what is done stays, and every process counts alike.
@Suite struct ImportHolidaysTests {
    @Test(arguments: Engine.available) func aNewYearIsKnownAfterItsImport(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let day = try #require(CivilDate("2027-01-04"))
            #expect(throws: OutsideHolidayTable.self) { try test.app.holidays.isWorkday(day) }
            let wanted = ImportHolidays(form: HolidaySamples.next, actor: try test.actor(.administrator))
            let plan = try await test.app.database.read { try wanted.plan($0, in: test.app) }
            #expect(plan.arrangement.year == 2027 && plan.moves.isEmpty)
            #expect(throws: OutsideHolidayTable.self) { try test.app.holidays.isWorkday(day) }

            try await wanted.run(in: test.app)
            try await test.app.holidayBook.follow(test.app.database, at: test.app.now())
            #expect(try test.app.holidays.isWorkday(day))
            #expect(test.app.holidays.holiday(on: try #require(CivilDate("2027-02-05")))?.zh == "春节")
            let audited = try await test.app.database.read { try $0.audit.about("2027") }
            #expect(audited.map(\.act) == ["holidays.import"])
            #expect(audited.first?.person == test.people[.administrator]?.id)
        }
    }

    /// A correction moves what is open by as many days as it costs, and nothing that is public.
    @Test(arguments: Engine.available) func openDeadlinesMoveAndPublishedOnesStay(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let published = try await test.publishedNews()
            let draft = try await test.draft(Samples.news, under: "NEWS")
            let due = try #require(draft.dueAt)
            let form = try HolidaySamples.corrected(with: due.date)
            let wanted = ImportHolidays(form: form, actor: try test.actor(.administrator))
            let plan = try await test.app.database.read { try wanted.plan($0, in: test.app) }
            #expect(plan.examined == 1)
            #expect(plan.moves.map(\.clock.id) == [draft.id.text])
            #expect(plan.changedDays.map(\.date) == [due.date])
            let moved = try #require(plan.moves.first?.due)
            #expect(plan.moves.first?.days == due.date.days(until: moved.date))
            #expect(try test.app.holidays.isWorkday(moved.date) && moved > due)
            let before = try await test.item(draft.id)
            #expect(before.dueAt == due, "a preview changes nothing")

            try await wanted.run(in: test.app)
            #expect(try await test.item(draft.id).dueAt == moved)
            #expect(try await test.item(published.id).dueAt == published.dueAt)
            // A draft that is written from now on counts by the new table, and a second import moves nothing.
            let later = try await test.draft(Samples.news.with("title", "石桥县召开另一次会议"), under: "NEWS")
            #expect(later.dueAt == moved)
            let again = try await test.app.database.read { try wanted.plan($0, in: test.app) }
            #expect(again.moves.isEmpty && again.changedDays.isEmpty)
        }
    }

    @Test(arguments: Engine.available) func whatChangedSinceThePreviewIsAConflict(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let draft = try await test.draft(Samples.news, under: "NEWS")
            let form = try HolidaySamples.corrected(with: #require(draft.dueAt).date)
            let actor = try test.actor(.administrator)
            let seen = try await test.app.database.read { tx in
                try ImportHolidays(form: form, actor: actor).plan(tx, in: test.app).seal
            }
            _ = try await test.draft(Samples.news.with("title", "石桥县召开另一次会议"), under: "NEWS")
            let refusal = await #expect(throws: Refusal.self) {
                try await ImportHolidays(form: form, seal: seen, actor: actor).run(in: test.app)
            }
            guard case .conflict = refusal else {
                Issue.record("\(String(describing: refusal))")
                return
            }
            #expect(try await test.item(draft.id).dueAt == draft.dueAt)
            #expect(try await test.app.database.read { try $0.holidayYears.all() }.isEmpty)
        }
    }

    /// Two processes on one database: the other one counts by the new year in its next act.
    @Test(arguments: Engine.available) func anotherProcessFollows(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let other = test.app.processBeside()
            let draft = try await test.draft(Samples.news, under: "NEWS")
            let form = try HolidaySamples.corrected(with: #require(draft.dueAt).date)
            try await ImportHolidays(form: form, actor: nil).run(in: test.app)
            #expect(try other.holidays.isWorkday(#require(draft.dueAt).date))
            let saved = try await SaveDraft(
                duty: "NEWS",
                typed: Samples.news.with("title", "石桥县召开另一次会议"),
                actor: test.actor(.editor)
            ).run(in: other)
            #expect(try #require(saved.dueAt) > #require(draft.dueAt))
            #expect(try await test.item(draft.id).dueAt == saved.dueAt)
        }
    }

    /// The later import of a year holds; one that is rolled back is never counted by.
    @Test(arguments: Engine.available) func theLaterImportHoldsAndARolledBackOneDoesNot(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let day = try #require(CivilDate("2024-03-06"))
            let wanted = ImportHolidays(form: try HolidaySamples.corrected(with: day), actor: nil)
            await #expect(throws: Refusal.self) {
                try await test.app.database.write { tx in
                    _ = try wanted.perform(tx, in: test.app)
                    throw Refusal.notFound
                }
            }
            try await test.app.database.read { try test.app.holidayBook.look($0) }
            #expect(try test.app.holidays.isWorkday(day))
            try await wanted.run(in: test.app)
            let other = try #require(CivilDate("2024-03-07"))
            try await ImportHolidays(form: try HolidaySamples.corrected(with: other), actor: nil).run(in: test.app)
            try await test.app.database.read { try test.app.holidayBook.look($0) }
            #expect(try test.app.holidays.isWorkday(day))
            #expect(try !test.app.holidays.isWorkday(other))
        }
    }

    @Test(arguments: Engine.available) func mistakesAndTheWrongPersonAreRefused(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var form = HolidaySamples.next
            form.notice = " "
            form.text += "\n2027-13-01 off 元旦"
            let wrong = ImportHolidays(form: form, actor: try test.actor(.administrator))
            let refusal = await #expect(throws: Refusal.self) { try await wrong.run(in: test.app) }
            guard case .invalid(let problems) = refusal else {
                Issue.record("\(String(describing: refusal))")
                return
            }
            #expect(problems.map(\.key) == ["notice", "days"])
            #expect(problems.last?.message.en.hasPrefix("Line 8: ") == true)
            var far = HolidaySamples.next
            far.year = "2029"
            far.text = far.text.replacing("2027-", with: "2029-")
            let gap = ImportHolidays(form: far, actor: nil)
            let missing = await #expect(throws: Refusal.self) { try await gap.run(in: test.app) }
            guard case .invalid(let gaps) = missing else {
                Issue.record("\(String(describing: missing))")
                return
            }
            #expect(gaps.first?.message.en.contains("Import 2027 first") == true)
            for seat in [Seat.editor, .approver, .auditor, .officer] {
                let theirs = ImportHolidays(form: HolidaySamples.next, actor: try test.actor(seat))
                await #expect(throws: Refusal.notAllowed(.manageAgency)) { try await theirs.run(in: test.app) }
            }
        }
    }
}

extension TestApp {
    fileprivate func item(_ id: ID<Item>) async throws -> Item {
        try #require(try await app.database.read { try $0.items.find(id) })
    }
}

extension App {
    /// The same over the same database, with nothing known of what this process has read.
    fileprivate func processBeside() -> App {
        App(
            database: database,
            catalogue: catalogue,
            procedures: procedures,
            figures: figures,
            reports: reports,
            settings: settings,
            passwords: passwords,
            keys: keys,
            blobs: blobs,
            now: now,
            randomBytes: { _ in Array("abcdefghijklmnopqrstuvwxyz012345".utf8) },
            logger: logger
        )
    }
}
