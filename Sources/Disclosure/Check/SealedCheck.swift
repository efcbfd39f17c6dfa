import Database
import Text

/// Files of cases (办件): each row has its sealed bytes and its name, each sealed file has its row, and the size fits.
struct CaseFileCheck: RecordCheck {
    let key = "case-files"
    let name = Phrase(zh: "办件附件", en: "Files of cases")

    /// Nonce and tag of AES-GCM.
    private static let sealing = 28

    func count(_ tx: any SQLConnection) throws -> Int { Int(try tx.integer("SELECT count(*) FROM case_attachment")) }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try tx.forEach(
            """
            SELECT a.id, a.size, e.place AS event, length(w.sealed) AS sealed, n.part AS name FROM case_attachment a
            LEFT JOIN case_event e ON e.case_file = a.case_file AND e.place = a.place
            LEFT JOIN case_words w ON w.case_file = a.case_file AND w.part = 'attachment/' || a.id
            LEFT JOIN case_words n ON n.case_file = a.case_file AND n.part = 'attachment/' || a.id || '/name'
            ORDER BY a.id
            """
        ) { row in
            findings.examine()
            try check(row, &findings)
        }
        try tx.forEach(
            """
            SELECT w.case_file, w.part FROM case_words w
            WHERE w.part >= 'attachment/' AND w.part < 'attachment0' AND NOT EXISTS (
                SELECT 1 FROM case_attachment a WHERE a.case_file = w.case_file
                    AND (w.part = 'attachment/' || a.id OR w.part = 'attachment/' || a.id || '/name'))
            ORDER BY w.case_file, w.part
            """
        ) { row in
            findings.add(
                "\(try row.text("case_file"))/\(try row.text("part"))",
                zh: "加密保存的附件没有登记",
                en: "the sealed file has no row"
            )
        }
    }

    private func check(_ row: SQLRow, _ findings: inout Findings) throws {
        let id = try row.text("id")
        if try row.optionalInt("event") == nil {
            findings.add(id, zh: "附件所属的经过不存在", en: "the event that the file came with is not there")
        }
        if try row.optionalText("name") == nil {
            findings.add(id, zh: "附件的名称不在", en: "the name of the file is not there")
        }
        guard let sealed = try row.optionalInt("sealed") else {
            return findings.add(id, zh: "附件的内容不在", en: "the bytes of the file are not there")
        }
        if try sealed != row.int("size") + Int64(Self.sealing) {
            findings.add(id, zh: "附件的长度与登记不符", en: "the file is not as long as its row says")
        }
    }
}

/// Everything that is sealed opens with the key that it names, in its own place: each tag is a hash of what was sealed.
struct SealedCheck: RecordCheck {
    let key = "sealed"
    let name = Phrase(zh: "加密内容", en: "Sealed content")
    /// Nil where the key file is not at hand, as with a copy on another machine.
    let keys: KeyRing?

    func count(_ tx: any SQLConnection) throws -> Int {
        guard keys != nil else { return 0 }
        return try SealedRows.all.reduce(0) { $0 + Int(try tx.integer("SELECT count(*) FROM \($1.table)")) }
    }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        guard let keys else {
            return findings.note(
                zh: "没有密钥文件，未检查加密内容能否打开",
                en: "Without a key file it was not looked whether what is sealed opens"
            )
        }
        for rows in SealedRows.all {
            var last = SealedRows.Name()
            while true {
                let names = try rows.names(sealedWith: nil, after: last, tx)
                guard let newest = names.last else { break }
                for (name, _) in names {
                    findings.examine()
                    guard try !rows.opens(name, with: keys, tx) else { continue }
                    findings.add(
                        [name.first, name.second].filter { !$0.isEmpty }.joined(separator: "/"),
                        zh: "加密内容打不开：已损坏、被移动，或者密钥不在密钥文件中",
                        en: "what is sealed does not open: damaged, moved, or sealed with a key that is not in the file"
                    )
                }
                last = newest.name
            }
        }
    }
}
