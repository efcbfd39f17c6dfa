package import Civil
package import Database
package import Text

/// A time limit (时限) that is running: what it is about, when it ends, and how it is counted by another table.
package struct OpenClock: Sendable {
    /// Of the thing that the clock belongs to.
    package var id: String
    package var agency: ID<Agency>
    /// What it is, as a list shows it; never the name of an applicant or informant.
    package var title: String
    /// Below `/office`, where it is seen.
    package var path: String
    /// When it ends as it stands in the database.
    package var due: Instant?
    /// When it ends by a table of working days.
    package var count: @Sendable (HolidayTable) throws -> Instant?

    package init(
        id: String,
        agency: ID<Agency>,
        title: String,
        path: String,
        due: Instant?,
        count: @escaping @Sendable (HolidayTable) throws -> Instant?
    ) {
        self.id = id
        self.agency = agency
        self.title = title
        self.path = path
        self.due = due
        self.count = count
    }
}

/// One kind of thing that has running time limits: tells them, and moves one.
package protocol OpenClockSource: Sendable {
    /// What the things are, such as «信息».
    var name: Phrase { get }

    /// All that run now, of every agency.
    func openClocks(_ tx: any SQLConnection, in app: App) throws -> [OpenClock]

    /// Writes the new end of one of them.
    func move(_ clock: OpenClock, to due: Instant?, _ tx: any SQLConnection, in app: App) throws
}

/// Everything that has running time limits: a new kind of thing with deadlines brings its source here.
package enum OpenClocks {
    package static let sources: [any OpenClockSource] = [ItemClocks(), RunningCaseClocks()]
}

/// The time limits of items that are not public yet (条例 art 26 and whatever their duty sets).
struct ItemClocks: OpenClockSource {
    let name = Phrase(zh: "信息", en: "Items")

    func openClocks(_ tx: any SQLConnection, in app: App) throws -> [OpenClock] {
        var clocks: [OpenClock] = []
        try tx.forEach(
            """
            SELECT i.id, i.agency, i.duty, i.title, i.due_at, v.bytes FROM item i
            JOIN version v ON v.id = i.current_version
            WHERE i.state IN \(list: LateItems.states) ORDER BY i.id
            """
        ) { row in
            guard let duty = app.catalogue.duty(try row.text("duty")) else { return }
            let content = try CanonicalBytes.decode(try row.bytes("bytes")).content
            let id = try row.text("id")
            clocks.append(
                OpenClock(
                    id: id,
                    agency: try row.id("agency"),
                    title: try row.text("title"),
                    path: "/items/\(id)",
                    due: try row.optionalInstant("due_at"),
                    count: { try duty.deadlines(for: content, holidays: $0).first?.dueInstant }
                )
            )
        }
        return clocks
    }

    func move(_ clock: OpenClock, to due: Instant?, _ tx: any SQLConnection, in app: App) throws {
        try tx.execute("UPDATE item SET due_at = \(due) WHERE id = \(clock.id)")
    }
}
