import Foundation
import TestKit
import Testing

/// The operator founds an agency and its first administrator; everybody else gets a link.
struct PeopleTests {
    private static let agency = [
        "agency", "add", "shiqiao", "--name", "石桥县应急管理局", "--name-en", "Shiqiao County Emergency Management Bureau",
        "--credit-code", "11999999MB0A00018H", "--region-code", "999999",
    ]

    @Test func fromNothingToALink() async throws {
        try await BuiltProgram.inFolder { program in
            let early = try await program.run("user", "add", "li.na", "--name", "李娜")
            #expect(early.status == 1)
            #expect(early.errors.contains("run gongkai agency add first"))

            let founded = try await program.start(Self.agency).outcome()
            #expect(founded.status == 0, "\(founded.errors)")
            let twice = try await program.start(Self.agency).outcome()
            #expect(twice.status == 1)
            #expect(twice.errors.contains("That agency code is taken"))

            let added = try await program.run("user", "add", "li.na", "--name", "李娜", environment: Self.https)
            #expect(added.status == 0, "\(added.errors)")
            let link = added.output.split(separator: "\n")
            #expect(link.count == 1)
            #expect(link.first?.hasPrefix("https://gk.example.gov.cn/office/welcome/") == true)
            let again = try await program.run("user", "link", "li.na", environment: Self.https)
            #expect(again.status == 0)
            #expect(again.output != added.output)

            let people = try await program.run("user", "list")
            #expect(people.output == "shiqiao  li.na  no password  administrator  李娜\n")
            #expect(try await program.run("user", "link", "nobody").errors.contains("nobody signs in as nobody"))
        }
    }

    @Test func aPasswordFromStandardInput() async throws {
        try await BuiltProgram.inFolder { program in
            _ = try await program.start(Self.agency).outcome()
            let weak = try await program.run(
                "user",
                "add",
                "li.na",
                "--name",
                "李娜",
                "--password-stdin",
                input: "short\n"
            )
            #expect(weak.status == 1)
            #expect(weak.errors.contains("at least ten characters"))
            let none = try await program.run("user", "add", "li.na", "--name", "李娜", "--password-stdin")
            #expect(none.errors.contains("no password on standard input"))

            let added = try await program.run(
                "user",
                "add",
                "li.na",
                "--name",
                "李娜",
                "--role",
                "editor",
                "--role",
                "disclosure-officer",
                "--password-stdin",
                input: "correct horse\n"
            )
            #expect(added.status == 0, "\(added.errors)")
            #expect(added.output.contains("/office"))
            let people = try await program.run("user", "list", environment: ["LC_ALL": "zh_CN.UTF-8"])
            #expect(people.output == "shiqiao  li.na  可登录  disclosure-officer editor  李娜\n")
            let changed = try await program.run(
                "user",
                "password",
                "li.na",
                "--password-stdin",
                input: "another horse\n"
            )
            #expect(changed.status == 0, "\(changed.errors)")

            let wrongRole = try await program.run("user", "add", "x.y", "--name", "X", "--role", "king")
            #expect(wrongRole.status == 64)
        }
    }

    @Test func dutiesAreListed() async throws {
        try await BuiltProgram.inFolder { program in
            let listed = try await program.run("duties", "list")
            #expect(listed.status == 0)
            #expect(listed.output.split(separator: "\n").count > 50)
            #expect(!FileManager.default.fileExists(atPath: program.folder + "/data"))
        }
    }

    private static let https = ["GONGKAI_PUBLIC_URL": "https://gk.example.gov.cn"]
}
