import Civil
package import Database

/// Comments of the public in the database.
package struct CommentStore {
    let tx: any SQLConnection

    package func find(_ id: ID<PublicComment>) throws -> PublicComment? {
        try tx.first("SELECT * FROM public_comment WHERE id = \(id)").map(PublicComment.init)
    }

    /// The comment whose commenter was given that code.
    package func find(receipt code: String) throws -> PublicComment? {
        try tx.first("SELECT * FROM public_comment WHERE receipt_hash = \(ReceiptCode.hash(of: code, for: "comment"))")
            .map(PublicComment.init)
    }

    func insert(_ comment: PublicComment, receiptHash: String) throws {
        try tx.execute(
            """
            INSERT INTO public_comment (id, item, receipt_hash, key_id, person, body, findings, received_at, reason, gist)
            VALUES (\(comment.id), \(comment.item), \(receiptHash), \(comment.keyID), \(comment.person),
                \(comment.body), \(comment.findings), \(comment.receivedAt), '', '')
            """
        )
    }

    func treat(_ comment: PublicComment) throws {
        try tx.execute(
            """
            UPDATE public_comment SET treatment = \(comment.treatment?.rawValue), reason = \(comment.reason),
                gist = \(comment.gist), treated_by = \(comment.treatedBy), treated_at = \(comment.treatedAt)
            WHERE id = \(comment.id)
            """
        )
    }

    /// One page of an item's comments, the newest first, whatever the direction asked for.
    /// - Parameter isOpen: only those not yet treated.
    package func page(
        of item: ID<Item>,
        isOpen: Bool = false,
        _ direction: ListDirection,
        limit: Int
    ) throws -> [PublicComment] {
        let isBackwards = if case .newerThan = direction { true } else { false }
        let order: SQL = isBackwards ? "received_at, id" : "received_at DESC, id DESC"
        let place: SQL =
            switch direction {
            case .first: ""
            case .olderThan(let place):
                " AND received_at <= \(place.at) AND (received_at < \(place.at) OR id < \(place.id))"
            case .newerThan(let place):
                " AND received_at >= \(place.at) AND (received_at > \(place.at) OR id > \(place.id))"
            }
        let narrowed: SQL = isOpen ? " AND treatment IS NULL" : ""
        let comments = try tx.rows(
            "SELECT * FROM public_comment WHERE item = \(item)\(narrowed)\(place) ORDER BY \(order) LIMIT \(limit)"
        ).map(PublicComment.init)
        return isBackwards ? comments.reversed() : comments
    }

    /// Those of an item among some ids, in the order in which they came.
    package func chosen(_ ids: [ID<PublicComment>], of item: ID<Item>) throws -> [PublicComment] {
        guard !ids.isEmpty else { return [] }
        return try tx.rows(
            """
            SELECT * FROM public_comment WHERE item = \(item) AND id IN \(list: ids.map(\.text))
            ORDER BY received_at, id
            """
        ).map(PublicComment.init)
    }

    /// How many came since an instant.
    func count(of item: ID<Item>, since: Instant) throws -> Int {
        Int(
            try tx.integer("SELECT count(*) FROM public_comment WHERE item = \(item) AND received_at >= \(since)")
        )
    }

    /// How many there are of each treatment.
    package func tally(of item: ID<Item>) throws -> CommentTally {
        var tally = CommentTally()
        let rows = try tx.rows(
            "SELECT treatment, count(*) AS n FROM public_comment WHERE item = \(item) GROUP BY treatment"
        )
        for row in rows {
            let count = try row.number("n")
            let treatment = try row.optionalText("treatment").flatMap(PublicComment.Treatment.init)
            if let treatment { tally.treated[treatment] = count } else { tally.open = count }
        }
        return tally
    }

    /// What the outcome says of the comments: each gist once, with how it was treated and why.
    func gists(of item: ID<Item>, limit: Int) throws -> [(
        gist: String, treatment: PublicComment.Treatment, reason: String
    )] {
        try tx.rows(
            """
            SELECT gist, treatment, reason, min(received_at) AS first FROM public_comment
            WHERE item = \(item) AND gist <> '' AND treatment IN ('adopted', 'partly', 'not-adopted')
            GROUP BY gist, treatment, reason ORDER BY first, gist LIMIT \(limit)
            """
        ).map { (try $0.text("gist"), try $0.choice("treatment"), try $0.text("reason")) }
    }
}

extension SQLConnection {
    package var comments: CommentStore { CommentStore(tx: self) }
}
