import Database

/// The day on which a published penalty was changed, revoked, or held illegal or void: its time to come down runs from it.
extension Migration {
    static let m0013 = Migration(number: 13, name: "penalty-events") { _ in
        [
            "ALTER TABLE withdrawal ADD COLUMN event_on TEXT",
            "ALTER TABLE item ADD COLUMN revision_event_on TEXT",
        ]
    }
}
