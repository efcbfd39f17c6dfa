import Civil
import Foundation
import Text

extension ReportSheet {
    /// The report for programs: sections with their text, every number with its definition, how many records it counts
    /// being told by its address.
    ///
    /// - Parameter address: where the records of a number are listed.
    package func json(address: (ReportNumber) -> String?) throws -> [UInt8] {
        let data = Data(
            agency: Bilingual(agencyName),
            title: Bilingual(title),
            year: report.year,
            quarter: report.quarter,
            format: format.key,
            from: report.period?.first.iso,
            to: report.period?.last.iso,
            frozenAt: frozenAt?.milliseconds,
            sections: format.sections.map { section in
                Data.Section(
                    key: section.key,
                    name: Bilingual(section.name),
                    text: blocks(of: section).map(\.plain).filter { !$0.isEmpty }
                )
            },
            numbers: values.sorted { $0.key.description < $1.key.description }.map { number, value in
                Data.Number(number, value, definitions[number.asked.key], year: report.year, at: address(number))
            }
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return [UInt8](try encoder.encode(data))
    }

    private struct Bilingual: Encodable {
        var zh: String
        var en: String

        init(_ phrase: Phrase) { (zh, en) = (phrase.zh, phrase.en) }
    }

    private struct Data: Encodable {
        var agency: Bilingual
        var title: Bilingual
        var year: Int
        var quarter: Int?
        var format: String
        var from: String?
        var to: String?
        /// In milliseconds since 1970.
        var frozenAt: Int64?
        var sections: [Section]
        var numbers: [Number]

        struct Section: Encodable {
            var key: String
            var name: Bilingual
            var text: [String]
        }

        struct Number: Encodable {
            var figure: String
            var year: Int
            var name: Bilingual?
            var unit: Bilingual?
            var how: Bilingual?
            /// As it is printed.
            var printed: String
            /// Where it is a whole number; of money in fen.
            var value: Int?
            var part: Int?
            var whole: Int?
            var relation: String?
            var records: String?

            init(
                _ number: ReportNumber,
                _ value: FigureValue,
                _ definition: Definition?,
                year: Int,
                at address: String?
            ) {
                figure = number.asked.description
                self.year = year - number.yearsBack
                name = definition.map { Bilingual($0.name) }
                unit = definition.map { Bilingual($0.unit) }
                how = definition.map { Bilingual($0.how) }
                printed = value.text(in: .zh)
                records = address
                switch value {
                case .number(let number), .money(let number): self.value = number
                case .bound(let number, let relation): (self.value, self.relation) = (number, relation.rawValue)
                case .share(let part, let whole): (self.part, self.whole) = (part, whole)
                case .day, .month, .notApplicable, .missing: break
                }
            }
        }
    }
}
