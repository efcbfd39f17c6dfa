import Foundation
import Testing

/// `gongkai import cases` at the terminal: what is right is entered, the rest is in a file that only this user reads.
struct ImportCasesTests {
    private static let agency = [
        "agency", "add", "shiqiao", "--name", "石桥县应急管理局", "--name-en", "Shiqiao County Emergency Management Bureau",
        "--credit-code", "11999999MB0A00018H", "--region-code", "999999",
    ]

    private static let orders = """
        工单号,收到日期,诉求标题,诉求内容,诉求类别
        GD1,2024-03-01,路灯,灯不亮,咨询
        GD2,2024-03-02,,没有标题,求助

        """

    @Test func badLinesComeBack() async throws {
        try await BuiltProgram.inFolder { program in
            try Data(Self.orders.utf8).write(to: URL(fileURLWithPath: program.folder + "/orders.csv"))
            _ = try await program.start(Self.agency).outcome()
            _ = try await program.run("user", "add", "zhao.q", "--name", "赵测试", "--role", "case-officer")
            let first = try await program.run("import", "cases", "orders.csv", "--officer", "zhao.q")
            #expect(first.status == 1, "\(first.errors)")
            #expect(first.output.contains("entered: 1, known before: 0, lines not taken: 1"), "\(first.output)")
            let path = program.folder + "/orders.csv.errors.csv"
            let sheet = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
            #expect(sheet.contains("GD2") && sheet.contains("请填写「诉求标题」") && !sheet.contains("GD1"))
            let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(rights == 0o600)
            let mended = sheet.replacing("GD2,2024-03-02,,", with: "GD2,2024-03-02,求助,")
            try Data(mended.utf8).write(to: URL(fileURLWithPath: program.folder + "/mended.csv"))
            let second = try await program.run("import", "cases", "mended.csv", "--officer", "zhao.q")
            #expect(second.status == 0 && second.output.contains("entered: 1, known before: 0"), "\(second.output)")
            let nobody = try await program.run("import", "cases", "mended.csv", "--officer", "nobody")
            #expect(nobody.status == 1 && nobody.errors.contains("nobody signs in as nobody"))
        }
    }
}
