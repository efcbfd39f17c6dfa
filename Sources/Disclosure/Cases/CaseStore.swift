package import Civil
package import Database

/// Cases in the database.
package struct CaseStore {
    let tx: any SQLConnection

    package func find(_ id: ID<CaseFile>) throws -> CaseFile? {
        try tx.first("SELECT * FROM case_file WHERE id = \(id)").map(CaseFile.init)
    }

    /// A case of an agency.
    /// - Throws: `Refusal.notFound` for one of another agency as for one that is not there.
    package func require(_ id: ID<CaseFile>, of agency: ID<Agency>) throws -> CaseFile {
        guard let file = try find(id), file.agency == agency else { throw Refusal.notFound }
        return file
    }

    /// The case whose applicant was given that code.
    package func find(code: String) throws -> CaseFile? {
        try tx.first("SELECT * FROM case_file WHERE query_hash = \(ReceiptCode.hash(of: code, for: "case"))")
            .map(CaseFile.init)
    }

    /// The case that was imported from that source.
    func find(source: String, of agency: ID<Agency>) throws -> CaseFile? {
        try tx.first("SELECT * FROM case_file WHERE agency = \(agency) AND source = \(source)").map(CaseFile.init)
    }

    /// What happened to a case, in order.
    package func events(of file: ID<CaseFile>) throws -> [CaseEvent] {
        try tx.rows("SELECT * FROM case_event WHERE case_file = \(file) ORDER BY place").map(CaseEvent.init)
    }

    /// How many cases of a kind the same applicant filed in some days.
    package func count(of mark: String, _ kind: String, in agency: ID<Agency>, from: CivilDate, through: CivilDate)
        throws
        -> Int
    {
        Int(
            try tx.integer(
                """
                SELECT count(*) FROM case_file
                WHERE agency = \(agency) AND applicant_mark = \(mark) AND kind = \(kind)
                    AND received_on BETWEEN \(from) AND \(through)
                """
            )
        )
    }

    func insert(_ file: CaseFile, code: String) throws {
        try tx.send(
            """
            INSERT INTO case_file (id, agency, kind, procedure, number, query_hash, channel, source, state, is_open,
                events, section, officer, applicant_class, applicant_mark, mark_key, filed_at, received_on,
                is_confirmed, due_on, outcome, closed_on, is_on_time, erase_on, rating)
            VALUES (\(file.id), \(file.agency), \(file.kind), \(file.procedure), \(file.number),
                \(ReceiptCode.hash(of: code, for: "case")), \(file.channel.rawValue), \(file.source), \(file.state),
                \(file.isOpen), \(file.events), \(file.section), \(file.officer), \(file.applicantClass.rawValue),
                \(file.applicantMark), \(file.markKey), \(file.filedAt), \(file.receivedOn), \(file.isConfirmed), \(file.dueOn),
                \(file.outcome), \(file.closedOn), \(file.isOnTime), \(file.eraseOn), \(file.rating))
            """
        )
    }

    func update(_ file: CaseFile) throws {
        try tx.send(
            """
            UPDATE case_file SET procedure = \(file.procedure), state = \(file.state), is_open = \(file.isOpen),
                events = \(file.events), section = \(file.section), officer = \(file.officer),
                received_on = \(file.receivedOn), is_confirmed = \(file.isConfirmed), due_on = \(file.dueOn),
                outcome = \(file.outcome), closed_on = \(file.closedOn), is_on_time = \(file.isOnTime),
                erase_on = \(file.eraseOn), rating = \(file.rating)
            WHERE id = \(file.id)
            """
        )
    }

    func insert(_ event: CaseEvent, of file: ID<CaseFile>) throws {
        try tx.send(
            """
            INSERT INTO case_event (case_file, place, event, state, on_date, answers, choice, days, fen, performer,
                person, at)
            VALUES (\(file), \(event.place), \(event.event), \(event.state), \(event.on), \(event.answers),
                \(event.choice), \(event.days), \(event.fen), \(event.performer.rawValue), \(event.person), \(event.at))
            """
        )
    }

    /// Writes down which clocks run and until when, so that desks need not count them anew.
    func save(_ clocks: CaseClocks, of file: CaseFile, in app: App) throws {
        let today = app.now().date
        let keys = clocks.all.map(\.key)
        // One that another took over runs no more.
        let gone: SQL = keys.isEmpty ? "" : " AND clock NOT IN \(list: keys)"
        try tx.send("DELETE FROM case_clock WHERE case_file = \(file.id)\(gone)")
        for running in clocks.all {
            let due = running.dueOn(in: app.holidays, asOf: today)
            let isRunning = running.stoppedOn == nil
            try tx.send(
                """
                INSERT INTO case_clock (case_file, clock, agency, is_running, due_on)
                VALUES (\(file.id), \(running.key), \(file.agency), \(isRunning), \(due))
                ON CONFLICT (case_file, clock) DO UPDATE SET is_running = \(isRunning), due_on = \(due)
                """
            )
        }
    }
}

extension SQLConnection {
    package var cases: CaseStore { CaseStore(tx: self) }
}
