import Civil
import Disclosure

let ledgerCases: [FuzzCase] = [
    FuzzCase("leaf: what is written is read") { chance in
        let leaf = Leaf(
            id: "SHIQIAO-PEN-\(2000 + chance.number(below: 100))-0000\(chance.number(below: 10))",
            event: chance.one(of: Leaf.Event.allCases),
            kind: chance.one(of: ["pen", "news", "x-1"]),
            body: chance.one(of: [nil, sha]),
            previous: chance.one(of: [nil, sha]),
            basis: chance.one(of: [nil, "reg2019/20(6)", "safety2021/78.2"]),
            date: CivilDate(dayNumber: chance.number(below: 40_000))
        )
        try promise((try? Leaf(bytes: leaf.bytes)) == leaf, "it is read as another")
        let entry = LedgerEntry(index: 0, bytes: leaf.bytes, hash: leaf.hash, at: Instant(milliseconds: 0))
        try promise(entry.event == leaf.event && entry.commitment == leaf.body, "its lines are read as others")
        try promise(
            entry.value("prev") == leaf.previous && entry.value("id") == leaf.id,
            "its lines are read as others"
        )
    },
    FuzzCase("leaf: whatever is read is written the same") { chance in
        let bytes = mutation.input(&chance)
        let entry = LedgerEntry(index: 0, bytes: bytes, hash: "", at: Instant(milliseconds: 0))
        _ = (entry.event, entry.commitment, entry.value("date"))
        guard let leaf = try? Leaf(bytes: bytes) else { return }
        try promise(leaf.bytes == bytes, "two encodings of one leaf")
        try promise(
            entry.event == leaf.event && entry.commitment == leaf.body,
            "the page and the check read two things"
        )
        try promise(entry.value("id") == leaf.id || leaf.id == "-", "the page and the check read two ids")
    },
]

private let sha = String(repeating: "0123456789abcdef", count: 4)

private let mutation = Mutation(
    corpus: [
        """
        disclosure-entry/v1
        id SHIQIAO-PEN-2024-00001
        event publish
        kind pen
        body sha256:\(sha)
        prev -
        basis safety2021/78.2
        date 2024-03-04

        """,
        "disclosure-entry/v1\nid x\nevent anchor\nkind a\nbody -\nprev \(sha)\nbasis -\ndate 2024-02-29\n",
    ].map { Array($0.utf8) },
    words: [
        "id ", "event ", "body -", "body sha256:", "prev ", "\n", "\n\n", "-", "date 2023-02-29", sha,
        "event withdraw\n", "\r",
    ]
)
