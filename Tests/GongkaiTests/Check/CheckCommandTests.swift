import Database
import Foundation
import TestKit
import Testing
import Text

@testable import Disclosure
@testable import Gongkai

/// `gongkai check` as an operator sees it: words, figures and an exit status.
struct CheckCommandTests {
    @Test func aSoundDatabaseAndItsBackup() async throws {
        try await BuiltProgram.inFolder { program in
            let none = try await program.run("check")
            #expect(none.status == 1)
            #expect(none.errors.contains("there is no database"))
            #expect(!FileManager.default.fileExists(atPath: program.folder + "/data"))

            _ = try await program.run("migrate")
            let sound = try await program.run("check")
            #expect(sound.status == 0, "\(sound.errors)\(sound.output)")
            #expect(sound.output.contains("Nothing is wrong"))
            #expect(sound.output.contains("ok  Ledger"))
            _ = try await program.run("backup", "copy.sqlite")
            #expect(try await program.run("check", "--database", "copy.sqlite").status == 0)
            let chinese = try await program.run("check", environment: ["LANG": "zh_CN.UTF-8"])
            #expect(chinese.output.contains("没有发现问题"))
        }
    }

    @Test func aBrokenDatabaseIsSaid() async throws {
        try await BuiltProgram.inFolder { program in
            _ = try await program.run("migrate")
            let database = try SQLiteDatabase.open(path: program.folder + "/data/gongkai.sqlite")
            try await database.write { tx in
                try tx.execute("UPDATE ledger_head SET size = 3")
                try tx.execute("DROP INDEX item_by_due")
            }
            await database.close()
            let broken = try await program.run("check")
            #expect(broken.status == 1)
            #expect(broken.output.contains("Ledger ledger_head: the ledger is said to have 3 leaves"))
            #expect(broken.output.contains("index item_by_due: missing, switched off"))
            #expect(broken.output.contains("2 things are wrong"))
        }
    }

    @Test func flawsThatAreTooManyAreCounted() {
        let flaw = Flaw(subject: "1", what: Phrase(zh: "坏", en: "bad"))
        let name = Phrase(zh: "公开日志", en: "Ledger")
        let result = CheckResult(key: "ledger", name: name, examined: 9, flaws: [flaw], flawCount: 5, notes: [])
        let words = CheckReport(results: [result]).words
        #expect(words.en == "Ledger 1: bad\nLedger: 4 more of this kind\nWRONG  Ledger  9\n5 things are wrong")
        #expect(words.zh == "公开日志 1: 坏\n公开日志: 还有 4 处同类问题\n错误  公开日志  9\n发现 5 处问题")
    }
}
