import ArgumentParser
import Database
import Disclosure
import Text

/// People: the first administrator is added here; everybody else in the office.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: Phrase(
            zh: "人员：新增、一次性链接、列出、密码、重置动态口令",
            en: "People: add, one-time link, list, password, reset of the second factor"
        ).inTerminal,
        subcommands: [AddUser.self, LinkUser.self, ListUsers.self, SetUserPassword.self, ResetFactor.self]
    )
}

/// Adds a person; asks for what was not given, where somebody sits at the terminal.
struct AddUser: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: Phrase(zh: "新增人员；不设密码时给出一次性链接", en: "Add a person; without a password, print a one-time link")
            .inTerminal
    )

    @Argument(help: ArgumentHelp(zh: "登录名，如 li.na", en: "name to sign in with, such as li.na"))
    var login: String?

    @Option(help: ArgumentHelp(zh: "姓名", en: "the person's name"))
    var name: String?

    @Option(help: ArgumentHelp(zh: "机关代码；只有一个机关时可省略", en: "code of the agency; may be left out where there is one"))
    var agency: String?

    @Option(
        name: .customLong("role"),
        help: ArgumentHelp(
            zh: "角色，可重复：\(Role.allCases.map(\.rawValue).joined(separator: "、"))",
            en: "role, may be repeated: \(Role.allCases.map(\.rawValue).joined(separator: ", "))"
        )
    )
    var roles: [String] = ["administrator"]

    @Flag(help: ArgumentHelp(zh: "从标准输入读取密码", en: "read the password from standard input"))
    var passwordStdin = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let roles = try Set(roles.map(Self.role))
        try await Program.with(options) { program in
            let agency = try await program.agency(self.agency)
            let login = try Self.asked(self.login, "login", Phrase(zh: "登录名：", en: "Sign-in name: "))
            let name = try Self.asked(self.name, "--name", Phrase(zh: "姓名：", en: "Name: "))
            let password = try NewPassword.read(fromStandardInput: passwordStdin, mayBeEmpty: true)
            let form = PersonForm(login: login, name: name, roles: roles)
            let person = try await AddPerson(form: form, agency: agency.id, actor: nil).run(in: program.app)
            if let password {
                _ = try await SetPassword(password: password, authority: .operatorAtCommandLine(person.id)).run(
                    in: program.app
                )
                Terminal.say(
                    Phrase(
                        zh: "已新增 \(person.login)，请在 \(program.settings.publicURL)/office 登录",
                        en: "Added \(person.login); sign in at \(program.settings.publicURL)/office"
                    ).inTerminal
                )
            } else {
                try await program.printLink(for: person)
            }
        }
    }

    private static func role(_ name: String) throws -> Role {
        guard let role = Role(rawValue: name) else {
            throw ValidationError("--role \(name): \(Role.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return role
    }

    private static func asked(_ given: String?, _ option: String, _ question: Phrase) throws -> String {
        if let given { return given }
        guard Prompt.isPossible, let answer = Prompt.line(question), !answer.isEmpty else {
            throw CommandFailure(zh: "请给出 \(option)", en: "\(option) is missing")
        }
        return answer
    }
}

/// Makes a new one-time link for somebody who has no password or forgot it.
struct LinkUser: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: Phrase(zh: "生成设置密码的一次性链接（三天内有效）", en: "Make a one-time link for setting the password (three days)")
            .inTerminal
    )

    @Argument(help: ArgumentHelp(zh: "登录名", en: "name to sign in with"))
    var login: String

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await Program.with(options) { program in
            try await program.printLink(for: program.person(login))
        }
    }
}

/// Sets a password for somebody.
struct SetUserPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: Phrase(zh: "设置密码；此人的所有会话随即结束", en: "Set a password; all sessions of the person end").inTerminal
    )

    @Argument(help: ArgumentHelp(zh: "登录名", en: "name to sign in with"))
    var login: String

    @Flag(help: ArgumentHelp(zh: "从标准输入读取密码", en: "read the password from standard input"))
    var passwordStdin = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await Program.with(options) { program in
            let person = try await program.person(login)
            guard let password = try NewPassword.read(fromStandardInput: passwordStdin, mayBeEmpty: false) else {
                throw CommandFailure(zh: "没有输入密码", en: "no password was given")
            }
            _ = try await SetPassword(password: password, authority: .operatorAtCommandLine(person.id)).run(
                in: program.app
            )
            Terminal.say(Phrase(zh: "\(person.login) 的密码已设置", en: "The password of \(person.login) is set").inTerminal)
        }
    }
}

/// Lists the people of an agency, or of all.
struct ListUsers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Phrase(zh: "列出人员", en: "List people").inTerminal
    )

    @Option(help: ArgumentHelp(zh: "机关代码", en: "code of the agency"))
    var agency: String?

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await Program.with(options) { program in
            let code = agency
            let people = try await program.app.database.read { tx in
                try tx.agencies.all().filter { code == nil || $0.code == code }.flatMap { agency in
                    try tx.people.all(of: agency.id).map { (agency.code, $0) }
                }
            }
            var table = TextTable()
            for (agency, person) in people {
                let standing =
                    if !person.isActive {
                        Phrase(zh: "已停用", en: "inactive")
                    } else if person.password == nil {
                        Phrase(zh: "未设密码", en: "no password")
                    } else {
                        Phrase(zh: "可登录", en: "active")
                    }
                table.add([
                    agency, person.login, standing.inTerminal,
                    person.roles.map(\.rawValue).sorted().joined(separator: " "), person.name,
                ])
            }
            if people.isEmpty {
                Terminal.note(Phrase(zh: "还没有人员：gongkai user add", en: "nobody yet: gongkai user add").inTerminal)
            } else {
                Terminal.say(table.text)
            }
        }
    }
}
