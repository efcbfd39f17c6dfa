/// An official document is cited by its number 发文字号: issuer's word, year in hexagonal brackets, serial number
/// (GB/T 9704-2012); orders and announcements count with 第…号 instead.

/// A document number such as 国办发〔2019〕61号 or 国务院令第711号.
package struct DocumentNumber: Code {
    /// The two ways in which documents are numbered.
    package enum Form: Sendable, Hashable {
        /// 机关代字〔year〕number号.
        case filed
        /// …令第number号, …公告2021年第number号.
        case ordinal
    }

    /// The issuer's word 机关代字 (国办发), or what is numbered (国务院令).
    package let word: String
    /// The year; nil for orders that count through.
    package let year: Int?
    /// The serial number from 1.
    package let number: Int
    /// How the document is numbered.
    package let form: Form

    /// Reads a number.
    ///
    /// Spaces and full-width digits are taken as meant; wrong or missing brackets, 第 in front of the
    /// serial number, leading zeros and a missing 号 are refused with the repaired number as proposal.
    package init(_ typed: String) throws(CodeProblem) {
        let characters = TypedCode.anyCase(typed)
        guard !characters.isEmpty else {
            throw CodeProblem(zh: "请填写发文字号。", en: "Enter the document number.")
        }
        guard characters.count <= 60, let read = DocumentNumberReading(characters) else {
            throw CodeProblem(
                zh: "“\(typed.prefix(60))”不是发文字号，应为“机关代字〔年份〕顺序号号”，例如国办发〔2019〕61号。",
                en: "This is no document number. It reads: issuer's word, 〔year〕, serial number, 号, as 国办发〔2019〕61号."
            )
        }
        self.init(read)
        if let slip = read.slips.first { throw slip.problem.proposing(text) }
    }

    private init(_ read: DocumentNumberReading) {
        word = read.word
        year = read.year
        number = read.number
        form = read.isOrdinal ? .ordinal : .filed
    }

    /// The number in its official form.
    package var text: String {
        switch form {
        case .filed: "\(word)〔\(year.map(String.init) ?? "")〕\(number)号"
        case .ordinal: "\(word)\(year.map { "\($0)年" } ?? "")第\(number)号"
        }
    }
}

/// What a typed document number can be understood as, and the slips on the way.
private struct DocumentNumberReading {
    enum Slip {
        case bracketKind
        case missingBracket
        case ordinal
        case leadingZero
        case missingMark

        var problem: CodeProblem {
            switch self {
            case .bracketKind:
                CodeProblem(
                    zh: "发文字号的年份应使用六角括号“〔〕”，请改正。",
                    en: "The year stands in hexagonal brackets 〔〕. Change the brackets."
                )
            case .missingBracket:
                CodeProblem(
                    zh: "发文字号的年份缺少六角括号“〔〕”，请补全并核对年份与顺序号。",
                    en: "A bracket 〔〕 around the year is missing. Add it and check the year and the serial number."
                )
            case .ordinal:
                CodeProblem(zh: "发文字号的顺序号前不加“第”，请删去。", en: "No 第 stands before the serial number. Remove it.")
            case .leadingZero:
                CodeProblem(
                    zh: "发文字号的顺序号不编虚位（即1不编为01），请改正。",
                    en: "The serial number has no leading zeros. Remove them."
                )
            case .missingMark:
                CodeProblem(zh: "发文字号应以“号”结尾，请补上。", en: "The document number ends in 号. Add it.")
            }
        }
    }

    private(set) var word = ""
    private(set) var year: Int?
    private(set) var number = 0
    private(set) var isOrdinal = false
    private(set) var slips: [Slip] = []

    private static let opening: Set<Character> = ["〔", "[", "(", "【", "{", "<", "〈", "《", "﹝", "「"]
    private static let closing: Set<Character> = ["〕", "]", ")", "】", "}", ">", "〉", "》", "﹞", "」"]

    init?(_ characters: [Character]) {
        var rest = characters[...]
        let hasMark = rest.last == "号"
        if hasMark { rest.removeLast() }
        var digits = Self.takeDigits(&rest)
        if digits.isEmpty { return nil }
        let hasOrdinal = rest.last == "第"
        if hasOrdinal { rest.removeLast() }
        if let bracket = rest.last, Self.closing.contains(bracket) {
            rest.removeLast()
            readYear(Self.takeDigits(&rest))
            let isClosed = takeOpening(&rest)
            if bracket != "〕" && isClosed && !slips.contains(.bracketKind) { slips.append(.bracketKind) }
        } else if hasOrdinal {
            isOrdinal = true
            if rest.last == "年" {
                rest.removeLast()
                readYear(Self.takeDigits(&rest))
                if year == nil { return nil }
            }
        } else if digits.count > 4 {
            readYear(Array(digits.prefix(4)))
            digits.removeFirst(4)
            if let bracket = rest.last, Self.opening.contains(bracket) { rest.removeLast() }
            slips.append(.missingBracket)
        }
        guard isOrdinal || year != nil, let word = Self.word(rest, isOrdinal: isOrdinal),
            let number = Int(String(digits)), (1...999_999).contains(number)
        else { return nil }
        if hasOrdinal && !isOrdinal { slips.append(.ordinal) }
        if digits.first == "0" { slips.append(.leadingZero) }
        if !hasMark { slips.append(.missingMark) }
        (self.word, self.number) = (word, number)
    }

    private mutating func readYear(_ digits: [Character]) {
        guard digits.count == 4, let year = Int(String(digits)), (1949...2199).contains(year) else { return }
        self.year = year
    }

    /// Takes the bracket before the year; false when there is none.
    private mutating func takeOpening(_ rest: inout ArraySlice<Character>) -> Bool {
        guard let bracket = rest.last, Self.opening.contains(bracket) else {
            slips.append(.missingBracket)
            return false
        }
        rest.removeLast()
        if bracket != "〔" { slips.append(.bracketKind) }
        return true
    }

    private static func takeDigits(_ rest: inout ArraySlice<Character>) -> [Character] {
        let start = rest.lastIndex { TypedCode.digit($0) == nil }.map { $0 + 1 } ?? rest.startIndex
        let digits = Array(rest[start...])
        rest = rest[..<start]
        return digits
    }

    /// The issuer's word: letters and ideographs, with round brackets around a place name (full-width by convention);
    /// joint orders name their issuers with 、 between them.
    private static func word(_ characters: ArraySlice<Character>, isOrdinal: Bool) -> String? {
        let word = characters.map { character -> Character in
            character == "(" ? "（" : character == ")" ? "）" : character
        }
        guard word.contains(where: \.isLetter), word.allSatisfy({ $0.isLetter || "（）、".contains($0) }),
            word.count(where: { $0 == "（" }) == word.count(where: { $0 == "）" })
        else { return nil }
        let text = String(word)
        if isOrdinal && !["令", "公告", "通告"].contains(where: { text.hasSuffix($0) }) { return nil }
        return text
    }
}
