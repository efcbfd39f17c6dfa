import Foundation
import Testing

/// `gongkai holidays` at the terminal: a preview without `--confirm`, the import with it.
struct HolidaysCommandTests {
    private static let text = """
        # notice: 测试第1号
        date,off,name,year_file
        2027-01-01,1,元旦,2027
        2027-02-05,1,春节,2027
        2027-04-05,1,清明节,2027
        2027-05-01,1,劳动节,2027
        2027-06-09,1,端午节,2027
        2027-09-15,1,中秋节,2027
        2027-10-01,1,国庆节,2027
        """

    @Test func aYearIsImportedOnlyWhenConfirmed() async throws {
        try await BuiltProgram.inFolder { program in
            try Data(Self.text.utf8).write(to: URL(fileURLWithPath: program.folder + "/2027.csv"))
            _ = try await program.run("migrate")
            let preview = try await program.run("holidays", "import", "2027.csv")
            #expect(preview.status == 0, "\(preview.errors)")
            #expect(preview.output.contains("Importing 2027 would move 0 of 0 open deadlines; add --confirm"))
            #expect(try await !program.run("holidays", "list").output.contains("2027"))
            let done = try await program.run("holidays", "import", "2027.csv", "--confirm")
            #expect(done.output.contains("Imported 2027"))
            let list = try await program.run("holidays", "list")
            #expect(list.output.contains("测试第1号") && list.output.contains("2007  built in"))
            let january = ["clock", "explain", "--rule", "reg2019.clarify", "--from", "2026-12-29"]
            #expect(try await program.run(january).errors.contains("arrangement of 2027 is missing"))
            #expect(try await program.run(january + ["--imported"]).output.hasSuffix("due 2027-01-08\n"))
            let none = try await program.run("holidays", "import", "nothing.csv")
            #expect(none.status == 1 && none.errors.contains("cannot be read"))
            let unnamed = Self.text.replacing("# notice: 测试第1号\n", with: "")
            try Data(unnamed.utf8).write(to: URL(fileURLWithPath: program.folder + "/unnamed.csv"))
            let wrong = try await program.run("holidays", "import", "unnamed.csv", "--confirm")
            #expect(wrong.status == 1 && wrong.errors.contains("Enter the number of the notice"))
        }
    }
}
