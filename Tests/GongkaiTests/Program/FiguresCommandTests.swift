import Foundation
import Testing

@testable import Gongkai

/// `gongkai figures` as an operator sees it.
struct FiguresCommandTests {
    @Test func anAgencyIsCounted() async throws {
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
            let counted = try await program.run("figures", "count", "--agency", "shiqiao", "--year", "2024")
            #expect(counted.status == 0, "\(counted.errors)")
            #expect(counted.output.contains("requests.in-time-rate"))
            let items = counted.output.split(separator: "\n").first { $0.hasPrefix("items ") }
            #expect(items?.contains(" 0 ") == true)
            let chinese = try await program.run(
                "figures",
                "count",
                "--agency",
                "shiqiao",
                "--year",
                "2024",
                "--quarter",
                "2",
                environment: ["LANG": "zh_CN.UTF-8"]
            )
            #expect(chinese.output.contains("主动公开政府信息数"))
            let nobody = try await program.run("figures", "count", "--agency", "nobody", "--year", "2024")
            #expect(nobody.status == 1 && nobody.errors.contains("there is no agency nobody"))
            let never = try await program.run(
                "figures",
                "count",
                "--agency",
                "shiqiao",
                "--year",
                "2024",
                "--month",
                "13"
            )
            #expect(never.status == 1 && never.errors.contains("no such year, quarter or month"))
        }
    }

    /// One line for each agency, in the order of the codes.
    @Test func agenciesAreLookedOver() async throws {
        try await BuiltProgram.inFolder { program in
            _ = try await program.run("migrate")
            for (code, name, credit) in [
                ("shiqiao", "石桥县应急管理局", "11999999MB0A00018H"), ("qingshan", "青山县应急管理局", "11999999MB0A00026C"),
            ] {
                let added = try await program.run(
                    "agency",
                    "add",
                    code,
                    "--name",
                    name,
                    "--name-en",
                    "\(code) bureau",
                    "--credit-code",
                    credit,
                    "--region-code",
                    "999999"
                )
                #expect(added.status == 0, "\(added.errors)")
            }
            let usual = try await program.run("figures", "overview", "--year", "2024")
            #expect(usual.status == 0, "\(usual.errors)")
            let lines = usual.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
            #expect(lines.count == 3)
            #expect(
                lines.first == ["code", "agency", "items", "requests", "requests.closed", "requests.in-time-rate"]
            )
            #expect(lines.last == ["shiqiao", "shiqiao", "bureau", "0", "0", "0", "—"])
            let table = try await program.run(
                "figures",
                "overview",
                "--year",
                "2024",
                "--quarter",
                "1",
                "--figure",
                "items:total",
                "--figure",
                "penalties",
                "--csv",
                environment: ["LANG": "zh_CN.UTF-8"]
            )
            #expect(
                table.output.replacing("\u{FEFF}", with: "")
                    == "代码,机关,items:total,penalties\r\nqingshan,青山县应急管理局,0,0\r\nshiqiao,石桥县应急管理局,0,0\r\n"
            )
            let unknown = try await program.run("figures", "overview", "--year", "2024", "--figure", "nothing")
            #expect(unknown.status == 1 && unknown.errors.contains("there is no figure «nothing»"))
            let never = try await program.run("figures", "overview", "--year", "2024", "--quarter", "5")
            #expect(never.status == 1 && never.errors.contains("no such year or quarter"))
        }
    }

    @Test func filesAreChecked() async throws {
        try await BuiltProgram.inFolder { program in
            let path = program.folder + "/own.yaml"
            try "figures:\n  - { key: x }\n".write(toFile: path, atomically: true, encoding: .utf8)
            let wrong = try await program.run("figures", "check", path)
            #expect(wrong.status != 0 && wrong.errors.contains("own.yaml:2:"))
            let text = """
                figures:
                  - key: leaflets
                    zh: 宣传资料
                    en: Leaflets
                    unit: { zh: 份, en: leaflets }
                    group: services
                    counts: items
                    duties: [PUBLICITY]
                    how: { zh: 宣传资料。, en: Leaflets. }
                """
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            let right = try await program.run("figures", "check", path)
            #expect(right.status == 0 && right.output.contains("no mistakes"))
        }
    }
}
