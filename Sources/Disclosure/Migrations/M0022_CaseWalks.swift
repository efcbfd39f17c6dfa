import Database

/// What figures of cases walk along: events by what they are, and closed cases without looking into the cases themselves.
extension Migration {
    static let m0022 = Migration(number: 22, name: "case-walks") { _ in
        [
            "CREATE INDEX case_event_by_kind ON case_event (event, case_file)",
            "CREATE INDEX case_file_by_closing ON case_file (agency, kind, closed_on, id, is_on_time)",
        ]
    }
}
