import Civil
import Database
import Foundation
import TestKit
import Testing
import Text

@testable import Disclosure
@testable import Gongkai

/// Mail over the real `curl` and a real connection, and through a mail program of the machine.
struct MailTests {
    private static func message() throws -> MailMessage {
        MailMessage(
            from: try #require(MailAddress("gongkai@example.gov.cn")),
            sender: "石桥县应急管理局",
            to: try #require(MailAddress("test@example.com")),
            subject: "石桥县应急管理局：您的办件〔2024〕依申请1号有新进展",
            text: "第一行\n.\n.第三行\nFrom here",
            id: "abc",
            at: Instant(milliseconds: 1_709_514_005_000)
        )
    }

    private static func mailer(_ server: SMTPServer, login: MailLogin? = nil, patience: Int = 5) throws -> CurlMailer {
        CurlMailer(
            program: try #require(MailProgram.path(of: "curl")),
            server: server.address,
            login: login,
            patience: patience
        )
    }

    private static func failure(_ mailer: any Mailer) async throws -> MailFailure? {
        do throws(MailFailure) {
            try await mailer.send(try message(orFail: ()))
            return nil
        } catch {
            return error
        }
    }

    private static func message(orFail: Void) throws(MailFailure) -> MailMessage {
        do { return try message() } catch { throw .notSetUp }
    }

    @Test func aMessageArrivesAsItWasWritten() async throws {
        let server = try SMTPServer()
        defer { server.stop() }
        let message = try Self.message()
        try await Self.mailer(server).send(message)
        let taken = try #require(server.taken.first)
        #expect(server.taken.count == 1)
        #expect(taken.helo == "example.gov.cn")
        #expect(taken.from.hasPrefix("<gongkai@example.gov.cn>") && taken.to == ["<test@example.com>"])
        let written = String(decoding: message.bytes, as: UTF8.self)
        #expect(taken.message + "\r\n" == written)
        let body = taken.message.components(separatedBy: "\r\n\r\n").last ?? ""
        let lines = Data(base64Encoded: body.filter { !$0.isNewline }).map { String(decoding: $0, as: UTF8.self) }
        #expect(lines == "第一行\r\n.\r\n.第三行\r\nFrom here")
    }

    struct Answer: Sendable {
        var manner: SMTPServer.Manner
        var failure: MailFailure
    }

    @Test(arguments: [
        Answer(manner: .refuses(550), failure: .refused(550)), Answer(manner: .refuses(553), failure: .refused(553)),
        Answer(manner: .refuses(451), failure: .notSent(451)),
        Answer(manner: .refusesMessage(554), failure: .refused(554)),
        Answer(manner: .refusesMessage(452), failure: .notSent(452)),
        Answer(manner: .closesAtOnce, failure: .notSent(0)),
        Answer(manner: .closesAfterMessage, failure: .unknown), Answer(manner: .silent, failure: .notSent(0)),
    ])
    func everyWayToFailIsTold(answer: Answer) async throws {
        let server = try SMTPServer(answer.manner)
        defer { server.stop() }
        let failure = try await Self.failure(Self.mailer(server, patience: 2))
        #expect(failure == answer.failure, "\(answer.manner)")
        #expect(failure.map { "\($0)".contains("example") } == false, "what the server says is not repeated")
    }

    @Test func aServerThatIsNotThereIsLeftAloneForAWhile() async throws {
        let server = try SMTPServer(.closesAtOnce)
        defer { server.stop() }
        let mailer = try Self.mailer(server)
        #expect(try await Self.failure(mailer) == .notSent(0))
        server.behave(.takes)
        #expect(try await Self.failure(mailer) == .notSent(0), "not asked again at once")
        #expect(server.taken.isEmpty)
    }

    @Test func nameAndPasswordAreGivenToTheServerAlone() async throws {
        let server = try SMTPServer(.asksLogin("gk:se\"cr\\et"))
        defer { server.stop() }
        try await Self.mailer(server, login: MailLogin(name: "gk", password: "se\"cr\\et")).send(try Self.message())
        #expect(server.taken.count == 1)
        let wrong = try Self.mailer(server, login: MailLogin(name: "gk", password: "other"))
        let failure = try await Self.failure(wrong)
        guard case .notSent = failure else {
            Issue.record("a wrong password is no refusal of the mailbox: \(String(describing: failure))")
            return
        }
        await #expect(throws: MailFailure.self) { try await wrong.greet(as: "example.gov.cn") }
    }

    /// Beyond this machine nothing goes in the open.
    @Test func beyondThisMachineTLSIsRequired() {
        for server in [
            "smtp://mail.example.gov.cn:587", "smtp://127.0.0.1.example.org", "smtp://localhost.example.org:25",
        ] {
            let config = CurlMailer(program: "curl", server: server).config(helo: "example.gov.cn")
            #expect(config.contains("ssl-reqd"), "\(server)")
        }
        for server in ["smtp://127.0.0.1:25", "smtp://localhost", "smtp://[::1]:2525"] {
            let config = CurlMailer(program: "curl", server: server).config(helo: "example.gov.cn")
            #expect(!config.contains("ssl-reqd"), "\(server)")
        }
    }

    @Test func aServerThatAnswersIsFine() async throws {
        let server = try SMTPServer()
        defer { server.stop() }
        try await Self.mailer(server).greet(as: "example.gov.cn")
        #expect(server.taken.isEmpty)
    }

    /// A program that takes mail as sendmail does; the address is on no command line.
    @Test func aMailProgramTakesIt() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/gongkai-mail-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func program(_ ending: String) throws -> SendmailMailer {
            let path = folder + "/sendmail"
            let script = "#!/bin/sh\necho \"$@\" > \(folder)/arguments\ncat > \(folder)/message\n\(ending)\n"
            try Data(script.utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
            return SendmailMailer(program: path)
        }
        try await program("exit 0").send(try Self.message())
        let arguments = try String(contentsOfFile: folder + "/arguments", encoding: .utf8)
        #expect(arguments == "-i -t -f gongkai@example.gov.cn\n")
        let written = String(decoding: try Self.message().bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        #expect(try String(contentsOfFile: folder + "/message", encoding: .utf8) == written)
        #expect(try await Self.failure(program("exit 67")) == .refused(67))
        #expect(try await Self.failure(program("exit 75")) == .notSent(75))
        #expect(try await Self.failure(program("kill -9 $$")) == .unknown)
        #expect(try await Self.failure(SendmailMailer(program: folder + "/none")) == .notSetUp)
    }

    @Test func theLoginFileIsOneLineForItsOwnerAlone() throws {
        let path = FileManager.default.temporaryDirectory.path + "/gongkai-login-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        func write(_ text: String, _ mode: Int = 0o600) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        }
        try write("gk:pass:word\n")
        #expect(try MailLogin(file: path) == MailLogin(name: "gk", password: "pass:word"))
        for (text, mode) in [("gk:secret", 0o644), ("secret", 0o600), ("gk:secret\nmore:secret", 0o600), ("", 0o600)] {
            try write(text, mode)
            do {
                _ = try MailLogin(file: path)
                Issue.record("was taken: \(text)")
            } catch {
                #expect(!error.message.en.contains("secret") && error.status == 78)
            }
        }
        #expect(throws: CommandFailure.self) { try MailLogin(file: path + ".none") }
    }

    /// From the event in the office over the job and curl to the mailbox.
    @Test(arguments: Engine.available) func newsOfACaseArrives(engine: Engine) async throws {
        let server = try SMTPServer(.refuses(451))
        defer { server.stop() }
        let from = try #require(MailAddress("gongkai@example.gov.cn"))
        let settings = Settings(
            publicURL: "https://gk.example.gov.cn",
            database: .sqlite(path: ""),
            dataDirectory: "",
            mail: MailSettings(way: .server(server.address, loginFile: nil), from: from)
        )
        try await TestApp.run(on: engine, settings: settings, mailer: try Self.mailer(server)) { test in
            let filed = try await FileCase(
                agency: test.agency.id,
                kind: "request",
                applicant: Applicant(name: "张测试", identity: "999999199001010016", email: "test@example.com"),
                typed: ["description": "检查计划", "medium": "electronic", "delivery": "online"],
                wantsNotices: true
            ).run(in: test.app)
            try await RecordEvent("confirm", to: filed.file.id, by: .staff(test.actor(.cases))).run(in: test.app)
            try await test.runJobs()
            #expect(server.taken.isEmpty && test.log.errors.count == 1)
            test.log.forget()
            server.behave(.takes)
            test.clock.advance(milliseconds: 60_000)
            for _ in 1...2 { try await test.runJobs() }
            let taken = server.taken
            #expect(taken.map(\.to) == [["<test@example.com>"]])
            let message = taken.first?.message ?? ""
            let body = message.components(separatedBy: "\r\n\r\n").last?.filter { !$0.isNewline } ?? ""
            let text = Data(base64Encoded: body).map { String(decoding: $0, as: UTF8.self) } ?? ""
            #expect(text.contains("https://gk.example.gov.cn/shiqiao/cases") && !text.contains("张测试"))
        }
    }
}
