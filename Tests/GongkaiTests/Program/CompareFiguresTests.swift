import Foundation
import Testing

@testable import Gongkai

/// `gongkai report compare` as an operator sees it.
struct CompareFiguresTests {
    static let head = "id,bureau,year,figure,scope,relation,value,unit,on_channel,as_printed\n"

    static func run(
        _ program: BuiltProgram,
        _ rows: String,
        _ more: String...
    ) async throws -> BuiltProgram.Outcome {
        let path = program.folder + "/printed.csv"
        try Data((head + rows).utf8).write(to: URL(fileURLWithPath: path))
        let process = try program.start(["report", "compare", "--figures", path] + more)
        return await process.outcome()
    }

    static func last(_ outcome: BuiltProgram.Outcome) -> String {
        outcome.output.split(separator: "\n").last.map(String.init) ?? ""
    }

    @Test func printedFiguresAreCompared() async throws {
        try await BuiltProgram.inFolder { program in
            _ = try await program.run("migrate")
            let added = try await program.run(
                "agency",
                "add",
                "shiqiao",
                "--name",
                "石桥县应急管理局",
                "--name-en",
                "Shiqiao Bureau",
                "--credit-code",
                "11999999MB0A00018H",
                "--region-code",
                "999999"
            )
            #expect(added.status == 0, "\(added.errors)")
            let right = "x-1,石桥县应急管理局,2024,主动公开政府信息数,year,=,0,条,,零\n"
            let wrong = "x-2,石桥县应急管理局,2023,行政处罚处理决定数,year,=,5,件,,五\n"
            let both = try await Self.run(program, right + wrong)
            #expect(both.status == 1 && Self.last(both) == "reproduced 1 of 2, explained 0, unexplained 1")
            #expect(both.output.contains("unexplained: the records say otherwise"))
            let one = try await Self.run(program, right + wrong, "--year", "2024")
            #expect(one.status == 0 && Self.last(one) == "reproduced 1 of 1, explained 0, unexplained 0")
            let sentences = program.folder + "/why.yaml"
            func explain(_ id: String) throws {
                let text = "explanations:\n  - { figure: \(id), zh: 当年另有口径, en: Counted otherwise then }\n"
                try Data(text.utf8).write(to: URL(fileURLWithPath: sentences))
            }
            try explain("x-2")
            let explained = try await Self.run(program, right + wrong, "--explanations", sentences)
            #expect(explained.status == 0, "\(explained.errors)")
            #expect(Self.last(explained) == "reproduced 1 of 2, explained 1, unexplained 0")
            try explain("x-1")
            let needless = try await Self.run(program, right, "--explanations", sentences)
            #expect(
                needless.status == 1 && needless.errors.contains("need no explanation")
                    && needless.errors.contains("x-1")
            )
        }
    }

    /// `gongkai report check` before a format is put into the folder `reports` of the catalogue.
    @Test func formatsAreChecked() async throws {
        try await BuiltProgram.inFolder { program in
            let path = program.folder + "/own.yaml"
            let text = """
                agency: shiqiao
                key: short
                zh: 年度报告
                en: Annual report
                title: { zh: "{agency}年度报告", en: "{agency}: report" }
                from: 2020
                due: { month: 1, day: 31, basis: { zh: 条例第四十九条, en: "Regulations, art 49" } }
                sections:
                  - key: work
                    zh: 工作
                    en: Work
                    text: 公开{{items}}条。
                """
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            let right = try await program.run("report", "check", path)
            #expect(right.status == 0 && right.output == "no mistakes\n", "\(right.errors)")
            try text.replacing("day: 31", with: "day: 32").write(toFile: path, atomically: true, encoding: .utf8)
            let wrong = try await program.run("report", "check", path)
            #expect(wrong.status != 0 && wrong.errors.contains("own.yaml:7:"), "\(wrong.errors)")
            let gone = try await program.run("report", "check", "gone.yaml")
            #expect(gone.status != 0 && gone.errors.contains("gone.yaml"))
        }
    }

    @Test func whatIsWrongIsTold() async throws {
        try await BuiltProgram.inFolder { program in
            _ = try await program.run("migrate")
            let nobody = try await Self.run(program, "x-1,无名局,2024,主动公开政府信息数,year,=,0,条,,零\n")
            #expect(nobody.status == 1 && nobody.errors.contains("printed.csv:2:2: key «bureau»"))
            #expect(nobody.errors.contains("--agency 无名局=CODE"))
            let broken = try await Self.run(program, "x-1,无名局,2024\n")
            #expect(broken.status == 1 && broken.errors.contains("printed.csv:2:1: this line has 3 cells"))
            let gone = try await program.run("report", "compare", "--figures", "gone.csv")
            #expect(gone.status == 1 && gone.errors.contains("there is no file"))
        }
    }
}
