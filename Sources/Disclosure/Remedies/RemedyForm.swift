import Civil
import Database
import Text

/// What somebody typed of a remedy, as it came.
package struct RemedyForm: Sendable, Hashable {
    package var kind: String
    package var number: String
    package var about: String
    /// Number of our case that it is about; empty where there is none.
    package var caseNumber: String
    package var filedOn: String

    package init(kind: String, number: String, about: String, caseNumber: String = "", filedOn: String) {
        self.kind = kind
        self.number = number
        self.about = about
        self.caseNumber = caseNumber
        self.filedOn = filedOn
    }

    /// In characters.
    package static let longest = 100

    /// What the form says, put into a remedy.
    ///
    /// - Parameter problems: what else is wrong with what was typed.
    /// - Throws: `Refusal.invalid` with every problem at once.
    func fill(
        _ remedy: RemedyEntry?,
        besides problems: [FieldProblem] = [],
        by actor: Actor,
        _ tx: any SQLConnection,
        in app: App
    ) throws -> RemedyEntry {
        var problems = problems
        let kind = RemedyEntry.Kind(rawValue: kind)
        if kind == nil { problems.append(FieldProblem("kind", zh: "请选择种类", en: "Choose a kind")) }
        if number.isEmpty || number.count > Self.longest {
            problems.append(
                FieldProblem(
                    "number",
                    zh: "请填写案号；没有案号的填写收件登记号，不超过\(Self.longest)字",
                    en: "Write the number of the case, or that of its receipt, in at most \(Self.longest) characters"
                )
            )
        } else if let kind, try tx.remedies.isTaken(number, kind, in: actor.agency, besides: remedy?.id) {
            problems.append(
                FieldProblem(
                    "number",
                    zh: "这个案号已经登记过，请在登记簿中查看",
                    en: "This number is in the register already; look there"
                )
            )
        }
        if about.isEmpty || about.count > Self.longest {
            problems.append(
                FieldProblem(
                    "about",
                    zh: "请用几个字写明事由，不超过\(Self.longest)字，不写当事人姓名",
                    en: "Say in at most \(Self.longest) characters what it is about, without names"
                )
            )
        }
        let file = try caseNumber.isEmpty ? nil : tx.cases.find(number: caseNumber, of: actor.agency)
        if file == nil, !caseNumber.isEmpty {
            problems.append(
                FieldProblem(
                    "case_number",
                    zh: "没有这个编号的办件；与办件无关的请留空",
                    en: "There is no case of this number; leave it empty if there is none"
                )
            )
        }
        let day = CivilDate(filedOn)
        if let problem = day.problem("filed_on", in: app) { problems.append(problem) }
        guard let kind, let day, problems.isEmpty else { throw Refusal.invalid(problems) }
        let now = app.now()
        var filled =
            remedy
            ?? RemedyEntry(
                id: app.newID(),
                agency: actor.agency,
                kind: kind,
                number: number,
                about: about,
                filedOn: day,
                edition: 0,
                recordedBy: actor.person,
                recordedAt: now,
                changedAt: now
            )
        filled.kind = kind
        filled.number = number
        filled.about = about
        filled.caseFile = file?.id
        filled.filedOn = day
        filled.edition += 1
        filled.changedAt = now
        return filled
    }
}

/// How a remedy ended, as it was typed.
package struct RemedyEnd: Sendable, Hashable {
    package var result: String
    package var endedOn: String

    package init(result: String, endedOn: String) {
        self.result = result
        self.endedOn = endedOn
    }

    package var isEmpty: Bool { result.isEmpty && endedOn.isEmpty }

    /// - Parameter filedOn: nil where that day is wrong itself.
    func read(filedOn: CivilDate?, in app: App) -> (result: RemedyEntry.Result, day: CivilDate)? {
        guard problems(filedOn: filedOn, in: app).isEmpty, let result = RemedyEntry.Result(rawValue: result),
            let day = CivilDate(endedOn)
        else { return nil }
        return (result, day)
    }

    func problems(filedOn: CivilDate?, in app: App) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if RemedyEntry.Result(rawValue: result) == nil {
            problems.append(FieldProblem("result", zh: "请选择结果", en: "Choose how it ended"))
        }
        let day = CivilDate(endedOn)
        if let problem = day.problem("ended_on", in: app) {
            problems.append(problem)
        } else if let day, let filedOn, day < filedOn {
            problems.append(
                FieldProblem(
                    "ended_on",
                    zh: "审结日期早于收到日期（\(filedOn.chinese)），请核对",
                    en: "It would have ended before it was brought (\(filedOn.english)); look at both days"
                )
            )
        }
        return problems
    }
}

extension CivilDate? {
    /// What is wrong with a day that somebody typed.
    fileprivate func problem(_ field: String, in app: App) -> FieldProblem? {
        guard let day = self else {
            return FieldProblem(field, zh: "请填写日期，如 2018-12-31", en: "Write the day, such as 2018-12-31")
        }
        guard day <= app.now().date else {
            return FieldProblem(field, zh: "这一天还没有到，请核对", en: "This day is still to come; look at it again")
        }
        return nil
    }
}
