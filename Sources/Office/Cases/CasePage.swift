import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// One case: where it stands and until when, what is asked, what happened, and what can happen next.
enum CasePage {
    static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, ID(try visit.parameter("id")))
    }

    /// - Parameters:
    ///   - tried: a form of this page that was refused.
    ///   - applicant: who asked, where somebody has just asked to see it.
    static func page(
        _ visit: Visit,
        _ id: ID<CaseFile>,
        tried: TriedForm? = nil,
        applicant: HTML = .empty
    ) async throws -> Response {
        let reading = try await visit.app.database.read { try CaseReading(visit, id, $0) }
        let language = visit.language
        let forms = CaseForms(reading: reading, tried: tried, visit: visit)
        return OfficePage(
            reading.frame,
            .cases,
            title: "\(reading.procedure.name[language]) \(reading.file.number)",
            crumb: reading.file.number,
            hasErrors: tried != nil
        ).response(
            to: visit,
            """
            \(Done.notice(visit))\(tried?.refused.summary(in: language) ?? .empty)\
            \(CaseHead(reading: reading, visit: visit).html(in: language))\(applicant)\
            \(forms.events.html(in: language))\
            \(CaseContentView(reading: reading, visit: visit, hasApplicant: !applicant.isEmpty).html(in: language))\
            \(RelatedCasesView(reading: reading, visit: visit).html(in: language))\
            \(CaseRemedies(remedies: reading.remedies, visit: visit).html(in: language))\
            \(LikeCasesView(reading: reading, visit: visit).html(in: language))\
            \(CaseClocksView(reading: reading, app: visit.app).html(in: language))\
            \(CaseTimeline(reading: reading, visit: visit).html(in: language))\(forms.besides(in: language))
            """,
            status: tried?.refused.status ?? .ok
        )
    }
}

/// The facts of a case: state, ways, days and who has it.
struct CaseHead: Component {
    var reading: CaseReading
    var visit: Visit

    func html(in language: Language) -> HTML {
        let file = reading.file
        let state = reading.procedure.state(file.state)?.name ?? Phrase(zh: file.state, en: file.state)
        let tags = [Tag(kind: .plain, word: state), CaseTag.tag(file, in: visit.app)]
        var rows: [SummaryList.Row] = []
        func add(_ zh: String, _ en: String, _ value: HTML?) {
            if let value { rows.append(.init(label: Phrase(zh: zh, en: en), value: value)) }
        }
        add("编号", "Number", HTML(text: file.number))
        add("种类", "Kind", "\(reading.procedure.name[language]) \(flow(language))")
        add("来件方式", "How it came", HTML(text: file.channel.name[language]))
        add("来源编号", "Number at its source", file.source.map { HTML(text: $0) })
        add(
            "收到日期",
            "Received",
            file.isConfirmed
                ? file.receivedOn.element(in: language)
                : "\(file.receivedOn.element(in: language)) \(unconfirmed[language])"
        )
        add("办理期限", "Due", file.dueOn.map { "<a href=\"#clocks\">\($0.element(in: language))</a>" })
        add("科室", "Section", reading.sections.first { $0.id == file.section }.map { HTML(text: $0.name[language]) })
        add(
            "办件人员",
            "Officer",
            HTML(text: file.officer.flatMap { reading.names[$0] } ?? CaseChoice.nobodyName[language])
        )
        add(
            "办理结果",
            "Outcome",
            file.outcome.map { HTML(text: (reading.procedure.outcome($0)?.name ?? Phrase(zh: $0, en: $0))[language]) }
        )
        add("办结日期", "Closed", file.closedOn.map { $0.element(in: language) })
        add(
            "满意度",
            "Satisfaction",
            file.rating.map { HTML(text: Phrase(zh: "\($0)分（满分5分）", en: "\($0) of 5")[language]) }
        )
        add("邮件提醒", "Notices by e-mail", notices.map { HTML(text: $0[language]) })
        add("再次评估", "To be assessed again", reviewOn(language))
        return """
            <p class="tags">\(tags.html(in: language))</p>\
            \(PagePart(Phrase(zh: "概况", en: "Facts"), SummaryList(rows: rows).html(in: language)).html(in: language))
            """
    }

    private var notices: Phrase? {
        guard reading.notices.isOn else { return nil }
        guard let lost = reading.notices.lost else { return Phrase(zh: "已开启", en: "on") }
        return Phrase(
            zh: "已开启；最近一次未能送达：\(lost.words.zh)，请用其他方式告知申请人",
            en: "on; the last one did not arrive (\(lost.words.en)): tell the applicant in another way"
        )
    }

    private func reviewOn(_ language: Language) -> HTML? {
        reading.reviewOn.map { day in
            guard reading.actor.may(.giveOpinion(.disclosureOffice)) else { return day.element(in: language) }
            let address = visit.links.office("/cases/\(reading.file.id)/assessment")
            return "<a href=\"\(url: address)\">\(day.element(in: language))</a>"
        }
    }

    /// The chart of the very version by which this case is handled, on the public side.
    private func flow(_ language: Language) -> HTML {
        let path = "/\(reading.frame.agency.code)/ask/\(reading.procedure.kind)/flow?version=\(reading.procedure.key)"
        let words = Phrase(zh: "办理流程图", en: "How it is handled")
        return "<a href=\"\(url: visit.links.to(path))\">\(words[language])</a>"
    }

    private let unconfirmed = Phrase(zh: "（待确认，暂按此日计算）", en: "(to be confirmed; counted from it until then)")
}

/// What is asked, and the way to who asks.
struct CaseContentView: Component {
    var reading: CaseReading
    var visit: Visit
    /// The applicant stands on the page already.
    var hasApplicant: Bool

    func html(in language: Language) -> HTML {
        let title = Phrase(zh: "申请、反映的内容", en: "What is asked")
        guard reading.reach.readsWords else {
            let words = Phrase(
                zh: "举报内容只有本件的办件人员和签发领导可以查看。",
                en: "Only the officer of this case and the approver may read what was reported."
            )
            return PagePart(title, "<p>\(words[language])</p>").html(in: language)
        }
        guard let content = reading.content else {
            let words = Phrase(zh: "内容已按保存期限删除。", en: "The words were erased when their time was over.")
            return PagePart(title, "<p>\(words[language])</p>").html(in: language)
        }
        let rows = reading.procedure.fields.compactMap { field -> SummaryList.Row? in
            guard let text = content[field.key] else { return nil }
            let shown = reading.reach.shown(field.displayText(of: text, language: language))
            return SummaryList.Row(label: field.name, value: HTML.lines(shown, in: language))
        }
        return PagePart(title, "\(SummaryList(rows: rows).html(in: language))\(applicant(language))").html(in: language)
    }

    private func applicant(_ language: Language) -> HTML {
        guard reading.reach.readsApplicant, !hasApplicant else { return .empty }
        let note = Phrase(zh: "查看会记入审计记录。", en: "That you look is written down.")
        return """
            <form action="\(url: visit.links.office("/cases/\(reading.file.id)/applicant"))" method="post">\
            \(visit.formToken.html(in: language))<p class="hint">\(note[language])</p>\
            \(Button(act: Phrase(zh: "查看申请人", en: "See who asked"), weight: .second).html(in: language))</form>
            """
    }
}

/// Cases that are worth a look beside this one.
struct LikeCasesView: Component {
    var reading: CaseReading
    var visit: Visit

    func html(in language: Language) -> HTML {
        let parts: [(Phrase, [CaseFile])] = [
            (Phrase(zh: "同一申请人的其他办件", en: "Other cases of the same applicant"), reading.like.ofSameApplicant),
            (Phrase(zh: "内容相近的在办件", en: "Open cases that ask nearly the same"), reading.like.alike),
        ]
        return parts.map { title, files in
            guard !files.isEmpty else { return .empty }
            return PagePart(title, CaseLinks(files: files, visit: visit).html(in: language)).html(in: language)
        }.joined()
    }
}
