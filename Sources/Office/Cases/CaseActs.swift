import Civil
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// What the forms of the case page do; a refusal comes back on that page with all that was typed.
enum CaseActs {
    static func record(_ visit: Visit) async throws -> Response {
        let event = try visit.parameter("event")
        let prefix = CaseEventForms.prefix(event)
        var typed: [String: String] = [:]
        for (key, value) in visit.form.joined where key.hasPrefix(prefix) {
            typed[String(key.dropFirst(prefix.count))] = value
        }
        let day = typed.removeValue(forKey: CaseEventForms.day) ?? ""
        let isForMerged = typed.removeValue(forKey: CaseEventForms.forMerged) == CaseEventForms.forMerged
        let actor = try visit.actor()
        return try await answer(visit, event, did: .event, keys: { prefix + $0 }) { id in
            RecordEvent(
                event,
                to: id,
                base: Int(visit.form.text("base")),
                on: try date(day),
                typed: typed,
                isForMerged: isForMerged,
                by: .staff(actor)
            )
        }
    }

    static func merge(_ visit: Visit) async throws -> Response {
        let actor = try visit.actor()
        let form = visit.form
        return try await answer(visit, CaseForms.merge, did: .merged, keys: { $0 }) { id in
            MergeCase(id, with: form.text("lead"), reason: form.text("merge_reason"), actor: actor)
        }
    }

    static func part(_ visit: Visit) async throws -> Response {
        let actor = try visit.actor()
        return try await answer(visit, CaseForms.part, did: .parted, keys: { $0 }) { id in
            PartCase(id, actor: actor)
        }
    }

    static func split(_ visit: Visit) async throws -> Response {
        let actor = try visit.actor()
        let form = visit.form
        let matters = form.text("matters").split(whereSeparator: \.isNewline).map(String.init)
        return try await answer(visit, CaseForms.split, did: .split, keys: { $0 }) { id in
            SplitCase(id, keeping: form.text("kept"), into: matters, actor: actor)
        }
    }

    static func assign(_ visit: Visit) async throws -> Response {
        let form = visit.form
        let actor = try visit.actor()
        let (section, officer) = (form.text("section"), form.text("officer"))
        return try await answer(
            visit,
            CaseForms.assignment,
            did: .assigned,
            keys: { $0 == "reason" ? "assign_reason" : $0 }
        ) { id in
            AssignCase(
                id,
                section: section.isEmpty ? nil : ID(section),
                officer: officer.isEmpty ? nil : ID(officer),
                reason: form.text("assign_reason"),
                actor: actor
            )
        }
    }

    static func write(_ visit: Visit) async throws -> Response {
        let actor = try visit.actor()
        let text = visit.form.text("message")
        return try await answer(visit, CaseForms.message, did: .message, keys: { $0 }) { id in
            SendMessage(text, to: id, by: .staff(actor))
        }
    }

    static func note(_ visit: Visit) async throws -> Response {
        let actor = try visit.actor()
        let text = visit.form.text("note_text")
        return try await answer(visit, CaseForms.note, did: .note, keys: { _ in "note_text" }) { id in
            SendMessage(text, to: id, isNote: true, by: .staff(actor))
        }
    }

    /// Shows who asked, this once; it is written down first.
    static func showApplicant(_ visit: Visit) async throws -> Response {
        let id = ID<CaseFile>(try visit.parameter("id"))
        let applicant = try await ReadApplicant(id, actor: try visit.actor()).run(in: visit.app)
        return try await CasePage.page(visit, id, applicant: html(applicant, visit.language))
    }

    private static func html(_ applicant: Applicant?, _ language: Language) -> HTML {
        let title = Phrase(zh: "申请人", en: "Who asked")
        guard let applicant else {
            let none = Phrase(zh: "没有留下姓名，或者已按保存期限删除。", en: "No name was given, or it was erased.")
            return PagePart(title, "<p>\(none[language])</p>").html(in: language)
        }
        let rows: [(Phrase, String)] = [
            (Phrase(zh: "类别", en: "Kind"), applicant.kind.name[language]),
            (Phrase(zh: "姓名或者名称", en: "Name"), applicant.name),
            (Phrase(zh: "证件号码", en: "Identity"), applicant.identity),
            (Phrase(zh: "电话", en: "Telephone"), applicant.telephone),
            (Phrase(zh: "电子邮箱", en: "E-mail"), applicant.email),
            (Phrase(zh: "通信地址", en: "Address"), applicant.address),
            (Phrase(zh: "经办人或者代理人", en: "Who acts for them"), applicant.agent),
        ]
        return PagePart(
            title,
            id: "applicant",
            SummaryList(
                rows: rows.filter { !$0.1.isEmpty }.map { .init(label: $0.0, value: HTML.record($0.1, in: language)) }
            ).html(in: language)
        ).html(in: language)
    }

    /// - Throws: `Refusal.invalid` for what is no date.
    private static func date(_ typed: String) throws(Refusal) -> CivilDate {
        guard let date = CivilDate.read(typed) else {
            throw .invalid([
                FieldProblem(
                    CaseEventForms.day,
                    zh: "请填写发生日期，例如 2024-03-08",
                    en: "Enter the day, such as 2024-03-08"
                )
            ])
        }
        return date
    }

    private static func answer<Act: UseCase>(
        _ visit: Visit,
        _ form: String,
        did done: Done,
        keys: (String) -> String,
        _ act: (ID<CaseFile>) throws -> Act
    ) async throws -> Response {
        let id = ID<CaseFile>(try visit.parameter("id"))
        do {
            _ = try await act(id).run(in: visit.app)
        } catch let refusal as Refusal {
            let tried = try TriedForm(form, refusal, visit.form, keys: keys)
            return try await CasePage.page(visit, id, tried: tried)
        }
        return .seeOther(visit.links.office("/cases/\(id)", did: done))
    }
}
