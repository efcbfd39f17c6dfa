import Codes

let codeCases: [FuzzCase] = [
    reading(CreditCode.self, ["91999999MA00A001XU", "11999999MB0A00018H", "92999999MA00A0036U", "９１999999ma00a001xu"]),
    reading(OrganisationCode.self, ["MB0A00018", "MA00A001X", "00000000-0"]),
    reading(IdentityNumber.self, ["990000199001010017", "99000019900101001X"]),
    reading(MobileNumber.self, ["19900000000", "+86 199 0000 0000"]),
    reading(BankCard.self, ["6200000000000000003", "6222020000000000005"]),
    reading(RegionCode.self, ["440605", "999999", "110000"]),
    reading(DocumentNumber.self, ["石应急罚〔2024〕3号", "石应急罚[2024]第03号", "石桥县应急管理局2024年第1号公告"]),
    FuzzCase("CreditCode: one wrong character is always noticed") { chance in
        let code = chance.one(of: ["91999999MA00A001XU", "11999999MB0A00018H"])
        var characters = Array(code)
        let place = chance.number(below: 18)
        let other = chance.one(of: Array("0123456789ABCDEFGHJKLMNPQRTUWXY"))
        guard characters[place] != other else { return }
        characters[place] = other
        try promise((try? CreditCode(String(characters))) == nil, "\(String(characters)) is taken")
    },
    FuzzCase("Fen: what is written is read") { chance in
        let amount = Int64(truncatingIfNeeded: Int(truncatingIfNeeded: chance.next()) >> chance.number(below: 64))
        let fen = Fen(amount)
        try promise((try? Fen(yuan: fen.yuanText)) == fen, "\(fen.yuanText) is read as another")
        try promise(
            (try? Fen(tenThousandYuan: fen.tenThousandText)) == fen,
            "\(fen.tenThousandText) is read as another"
        )
    },
    FuzzCase("Fen: whatever is read is read again") { chance in
        let typed = amounts.input(&chance).text
        for read in [{ try Fen(yuan: $0) }, { try Fen(tenThousandYuan: $0) }] as [(String) throws -> Fen] {
            guard let fen = try? read(typed) else { continue }
            try promise((try? Fen(yuan: fen.yuanText)) == fen, "\(typed) is read as two amounts")
        }
    },
    FuzzCase("scanner: what is found stands in the text") { chance in
        let text = chance.text(
            upTo: 120,
            besides: ["199", "0000", "9900001990", "01010017", "机密", "绝密★", "内部", "X", "6222", "电话", "身份证"]
        )
        var last = 0
        for finding in SensitiveScanner.scan(text) {
            try promise(finding.utf8Range.lowerBound >= last, "out of order")
            try promise(
                finding.utf8Range.upperBound <= text.utf8.count && !finding.utf8Range.isEmpty,
                "outside of the text"
            )
            last = finding.utf8Range.lowerBound
        }
    },
]

/// What is read has one official form, and what is proposed would be taken.
private func reading<Kind: Code>(_ kind: Kind.Type, _ corpus: [String]) -> FuzzCase {
    let mutation = Mutation(
        corpus: corpus.map { Array($0.utf8) },
        words: [
            " ", "　", "-", "０", "Ａ", "x", "I", "O", "S", "Z", "\u{200B}", "〔2024〕", "号", "99999999999999999999",
            "e\u{301}",
        ],
        limit: 256
    )
    return FuzzCase("\(kind): what is read has one form") { chance in
        let typed = mutation.input(&chance).text
        if let problem = Kind.problem(in: typed) {
            let isTaken = problem.proposal.map { Kind.problem(in: $0) == nil } ?? true
            try promise(isTaken, "«\(problem.proposal ?? "")» is proposed and refused")
            try promise(!problem.zh.isEmpty && !problem.en.isEmpty, "refused without words")
        } else {
            let code = try Kind(typed)
            let again = try? Kind(code.text)
            try promise(again?.text == code.text, "\(typed.debugDescription): \(code.text) is not its own form")
        }
    }
}

private let amounts = Mutation(
    corpus: ["1,234.50", "￥2000元", "0.2万元", "-3", "12.345678", "92233720368547758.07", "１２３"].map { Array($0.utf8) },
    words: [",", ".", "元", "万元", "￥", "-", "−", "0", "00000000000000000000", "９", "e5", " "]
)
