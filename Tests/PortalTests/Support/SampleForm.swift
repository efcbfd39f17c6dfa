import Civil
import Disclosure
import Text

/// A complete form of any duty, filled by the types of its fields, for tests that look at every duty's page.
enum SampleForm {
    static func typed(for duty: Duty, title: String, formedOn: String = "2024-03-01") -> [String: String] {
        var typed = [
            CommonFields.title: title,
            CommonFields.formedOn: formedOn,
            CommonFields.origin: "own",
            CommonFields.disclosure: "proactive",
        ]
        let today = CivilDate("2024-03-04") ?? .first
        // Conditions may ask for more once their field is filled.
        for _ in 0..<5 {
            let (_, problems) = duty.check(typed, in: FieldContext(today: today))
            for problem in problems {
                guard let field = duty.field(problem.key), typed[field.key] == nil else { continue }
                typed[field.key] = value(of: field.type)
            }
        }
        return typed
    }

    private static func value(of type: FieldType) -> String {
        switch type {
        case .text: "示例文字"
        case .longText: "一、第一部分\n本部分为示例内容。\n（一）第一项\n本项为示例内容。"
        case .date: "2024-03-01"
        case .time: "2024-03-01 09:30"
        case .integer: "12"
        case .money: "2.5"
        case .choice(let options), .choices(let options): options.first?.code ?? ""
        case .creditCode: "91999999MA00A001XU"
        case .personName: "王五"
        case .region: "999999"
        case .industry: "0610"
        case .documentNumber: "石应急〔2024〕12号"
        case .link: "https://www.example.com/list?a=1&b=2"
        case .attachment: String(repeating: "0", count: 64) + " 1024 名单.xlsx"
        case .item: "00000000000000000000000000"
        case .table(let columns): columns.map { value(of: $0.type) }.joined(separator: "\t")
        }
    }
}
