import Foundation
import Testing

/// `gongkai clock` as somebody uses it at the terminal: the explanation, the due day in the last line, clear refusals.
struct ClockCommandTests {
    struct Case: Sendable {
        let arguments: [String]
        let last: String
    }

    private static let reply = ["clock", "explain", "--rule", "reg2019.reply", "--from", "2024-02-05"]

    @Test(arguments: [
        Case(arguments: [], last: "due 2024-03-08"),
        Case(arguments: ["--extend", "20"], last: "due 2024-04-08"),
        Case(arguments: ["--pause", "2024-02-20..2024-02-28"], last: "due 2024-03-18"),
        Case(arguments: ["--extend", "20", "--pause", "2024-02-20..2024-02-28"], last: "due 2024-04-16"),
        Case(
            arguments: ["--pause", "2024-02-20..2024-02-28", "--pause", "2024-02-22..2024-02-26=征求共同制作机关意见"],
            last: "due 2024-03-18"
        ),
        Case(arguments: ["--restart", "2024-02-28", "--pause", "2024-02-20..2024-02-28"], last: "due 2024-03-27"),
        Case(arguments: ["--pause", "2024-02-20..", "--today", "2024-02-28", "--lang", "zh"], last: "due 2024-03-18"),
    ])
    func theDueDayIsTheLastLine(_ one: Case) async throws {
        try await BuiltProgram.inFolder { program in
            let outcome = try await program.run(Self.reply + one.arguments)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.split(separator: "\n").last.map(String.init) == one.last)
        }
    }

    @Test func theExplanationIsInTheLanguageAskedForAndThePictureIsDrawn() async throws {
        try await BuiltProgram.inFolder { program in
            let english = try await program.run(Self.reply + ["--lang", "en", "--svg", "due.svg"])
            #expect(english.output.contains("Skipped Spring Festival: 10–17 February 2024, 8 days, not counted."))
            #expect(english.output.contains("Regulations on Open Government Information, art 33"))
            let picture = try String(contentsOfFile: program.folder + "/due.svg", encoding: .utf8)
            #expect(picture.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
            #expect(picture.contains("<title>Sunday 18 February 2024, counted, day 5, make-up working day"))
            let chinese = try await program.run(Self.reply + ["--lang", "zh", "--extend", "5", "--approver", "张某"])
            #expect(chinese.output.contains("2024年2月18日（星期日）为春节调休上班日，按工作日计。"))
            #expect(chinese.output.contains("由张某批准（《中华人民共和国政府信息公开条例》第三十三条）"))
        }
    }

    @Test func theRuleOfTheDayIsFoundByItsSubject() async throws {
        try await BuiltProgram.inFolder { program in
            let old = try await program.run(
                "clock",
                "explain",
                "--rule",
                "disclosure.reply",
                "--from",
                "2018-09-20"
            )
            #expect(old.output.hasSuffix("due 2018-10-17\n"))
            let hours = try await program.run(
                "clock",
                "explain",
                "--rule",
                "accident2007.reportUp",
                "--from",
                "2024-02-10T23:15"
            )
            #expect(hours.output.hasSuffix("due 2024-02-11 01:15\n"))
            let early = try await program.run(
                "clock",
                "explain",
                "--rule",
                "reg2019.reply",
                "--from",
                "2018-09-20"
            )
            #expect(early.status == 0)
            #expect(early.errors.contains("reg2019 was not in force on 20 September 2018"))
        }
    }

    struct Mistake: Sendable {
        let arguments: [String]
        let says: String
    }

    @Test(arguments: [
        Mistake(arguments: ["--rule", "reg2019.replly", "--from", "2024-02-05"], says: "there is no rule"),
        Mistake(arguments: ["--rule", "reg2019.reply", "--from", "2024-02-30"], says: "is no date"),
        Mistake(
            arguments: ["--rule", "reg2019.reply", "--from", "2026-12-20"],
            says: "arrangement of 2027 is missing"
        ),
        Mistake(
            arguments: ["--rule", "reg2019.reply", "--from", "2001-02-05"],
            says: "arrangement of 2001 is missing"
        ),
        Mistake(arguments: reply.dropFirst(2) + ["--extend", "21"], says: "1 to 20 days"),
        Mistake(arguments: reply.dropFirst(2) + ["--extend", "many"], says: "is no number of days"),
        Mistake(arguments: reply.dropFirst(2) + ["--pause", "2024-02-20"], says: "as sent..answered"),
        Mistake(arguments: reply.dropFirst(2) + ["--pause", "2024-02-28..2024-02-20"], says: "before its sending"),
        Mistake(arguments: reply.dropFirst(2) + ["--restart", "2024-01-20"], says: "is before the event"),
        Mistake(arguments: reply.dropFirst(2) + ["--lang", "fr"], says: "there is no language"),
        Mistake(arguments: reply.dropFirst(2) + ["--svg", "none/due.svg"], says: "cannot be written"),
        Mistake(
            arguments: ["--rule", "reg2019.clarify", "--from", "2024-02-05", "--extend", "3"],
            says: "allows no extension"
        ),
        Mistake(
            arguments: ["--rule", "disclosure.reply", "--from", "2008-01-02"],
            says: "was in force on 2 January 2008"
        ),
    ])
    func aMistakeIsSaidInASentence(_ mistake: Mistake) async throws {
        try await BuiltProgram.inFolder { program in
            let outcome = try await program.run(["clock", "explain"] + mistake.arguments)
            #expect(outcome.status == 1)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains(mistake.says), "\(outcome.errors)")
        }
    }

    @Test func theRulesAreListedWithLawAndArticle() async throws {
        try await BuiltProgram.inFolder { program in
            let all = try await program.run("clock", "rules", "--lang", "zh")
            let line = all.output.split(separator: "\n").first { $0.hasPrefix("reg2019.reply ") }
            #expect(line?.contains("20个工作日+20") == true)
            #expect(line?.contains("《中华人民共和国政府信息公开条例》第三十三条") == true)
            let old = try await program.run("clock", "rules", "--on", "2015-01-01")
            #expect(old.output.contains("reg2007.reply"))
            #expect(!old.output.contains("reg2019.reply"))
            #expect(old.output.contains("litigation1990.sue "))
        }
    }
}

extension BuiltProgram {
    /// Runs a command whose arguments are a list.
    func run(_ arguments: [String]) async throws -> Outcome {
        try await start(arguments).outcome()
    }
}
