import Civil
import Disclosure
import Text

let fieldCases: [FuzzCase] = [
    FuzzCase("field: the canonical text is its own") { chance in
        let field = chance.one(of: fields)
        let typed = values.input(&chance).text
        let read = field.read(typed, in: context)
        guard read.problem == nil, !read.canonical.isEmpty else { return }
        // Fields of money are typed in yuan and kept in fen.
        if case .money = field.type {
            return try promise(Int64(read.canonical) != nil, "\(typed.debugDescription) is kept as \(read.canonical)")
        }
        let again = field.read(read.canonical, in: context)
        let isSame = again.problem == nil && again.canonical.utf8.elementsEqual(read.canonical.utf8)
        try promise(
            isSame,
            "\(field.key): \(typed.debugDescription) is \(read.canonical.debugDescription), and then another"
        )
    }
]

private let context = FieldContext(today: CivilDate(dayNumber: 20_000))

/// The fields of every duty of the built-in catalogue, one for each type.
private let fields: [Field] = {
    guard let catalogue = try? Catalogue.builtIn() else { return [] }
    var kinds: Set<String> = []
    return catalogue.duties.flatMap(\.allFields).filter { kinds.insert("\($0.type)".prefix(12).description).inserted }
}()

private let values = Mutation(
    corpus: [
        "石桥县虚构化工有限公司", "第一段\n\n第二段", "2024年3月1日", "2024-03-01 14:05", "2.5万元", "1,234", "yes", "warning,fine",
        "91999999MA00A001XU", "王五", "440605", "C26", "石应急罚〔2024〕3号", "https://example.gov.cn/a", "a\tb\nc\td", "",
    ].map { Array($0.utf8) },
    words: [
        ",", "、", "\t", "\n", "\r\n", "　", "\u{2028}", "〔2024〕", "号", "年", "元", "https://", "１", "\u{200B}", "e\u{301}",
    ],
    limit: 512
)
