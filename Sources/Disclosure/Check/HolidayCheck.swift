import Civil
import Crypto
import Database
import Text

/// Imported holiday years (节假日安排) are numbered without a gap, are what was typed, and can still be read.
struct HolidayCheck: RecordCheck {
    let key = "holidays"
    let name = Phrase(zh: "节假日安排", en: "Holidays")

    func count(_ tx: any SQLConnection) throws -> Int {
        Int(try tx.integer("SELECT count(*) FROM holiday_year"))
    }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        let years = try tx.holidayYears.all()
        for (place, year) in years.enumerated() {
            findings.examine()
            let subject = "\(year.year)"
            if year.number != place + 1 {
                findings.add(subject, zh: "导入的节假日编号不连续", en: "the imports of holidays have a gap in their numbers")
            }
            if year.sha256 != SHA256.hex(Array(year.text.utf8)) {
                findings.add(subject, zh: "导入的节假日与其哈希不符", en: "the imported holidays do not have their hash")
            }
            do throws(HolidayFileMistake) {
                _ = try year.arrangement()
            } catch {
                findings.add(
                    subject,
                    zh: "导入的节假日无法读取：\(error.words.zh)",
                    en: "the imported holidays cannot be read: \(error.words.en)"
                )
            }
        }
    }
}
