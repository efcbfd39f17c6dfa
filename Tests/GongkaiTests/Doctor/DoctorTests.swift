import Civil
import TestKit
import Testing
import Text

@testable import Gongkai

/// The doctor says what is missing, what that costs and how to mend it, in words that stay the same.
struct DoctorTests {
    @Test(arguments: Language.allCases)
    func toolsThereAndMissing(_ language: Language) {
        let groups = FindingGroup.tools { sign in
            switch sign {
            case .program(let names): names.contains("curl") || names.contains("chromium")
            case .file: false
            }
        }
        expectGolden(
            groups.map { $0.text(in: language) }.joined(separator: "\n\n") + "\n",
            "doctor-tools.\(language.rawValue).txt"
        )
    }

    @Test func onlyWhatIsCalledIsToBeInstalled() {
        let groups = FindingGroup.tools { _ in false }
        #expect(groups.allSatisfy { !$0.findings.isEmpty })
        #expect(
            groups.map { $0.advice?.en } == [
                "to add them: sudo apt-get install curl poppler-utils qpdf chromium libc-bin fonts-noto-cjk", nil,
            ]
        )
    }

    @Test func nothingMissingNothingToInstall() {
        #expect(FindingGroup.tools { _ in true }.allSatisfy { $0.advice == nil })
    }

    struct Day: Sendable {
        var date: String
        var mark: Finding.Mark
    }

    @Test(arguments: [
        Day(date: "2026-03-05", mark: .fine),
        Day(date: "2026-11-15", mark: .fine),
        Day(date: "2026-11-16", mark: .warning),
        Day(date: "2026-12-31", mark: .warning),
        Day(date: "2027-01-01", mark: .wrong),
        Day(date: "2025-12-31", mark: .fine),
    ])
    func holidaysOfTheNextYear(_ example: Day) throws {
        let date = try #require(CivilDate(example.date))
        let group = FindingGroup.calendar(.stateCouncil, today: date)
        #expect(group.findings.map(\.mark) == [example.mark])
    }

    @Test func aClockBehindTheRecordsIsWrong() {
        let now = Instant(milliseconds: 1_772_690_709_045)
        #expect(FindingGroup.time(now, newestRecord: nil).findings.map(\.mark) == [.fine])
        #expect(FindingGroup.time(now, newestRecord: now).findings.map(\.mark) == [.fine])
        let late = now.adding(milliseconds: 1)
        #expect(FindingGroup.time(now, newestRecord: late).findings.map(\.mark) == [.wrong])
    }
}
