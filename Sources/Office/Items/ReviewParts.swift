import Civil
import Codes
import Disclosure
import Html
import Text
import Web

/// What the scanner found in what would be published (保密法实施条例 art 42): shown masked, with the field it stands in.
struct FindingsView: Component {
    var findings: [SensitivePassage]
    var duty: Duty
    var standing: Standing

    /// Whether somebody still has to look at them.
    enum Standing: Sendable {
        case open, cleared, signed
    }

    func html(in language: Language) -> HTML {
        guard standing != .signed, !findings.isEmpty else { return .empty }
        let lines = findings.map { passage -> HTML in
            let field = duty.field(passage.field)?.name[language] ?? passage.field
            let kind = language == .zh ? passage.finding.kind.zh : passage.finding.kind.en
            return """
                <li><b>\(kind)</b> · \(field)\(Phrase(zh: "：", en: ": ")[language])\
                \(HTML.record(passage.finding.excerpt, in: language))</li>
                """
        }
        let count = findings.count
        return Notice(
            kind: standing == .open ? .care : .note,
            title: Phrase(
                zh: "扫描发现 \(count) 处疑似敏感内容" + (standing == .cleared ? "，已放行" : ""),
                en: (count == 1
                    ? "The scan found one passage that may be sensitive"
                    : "The scan found \(count) passages that may be sensitive")
                    + (standing == .cleared ? "; cleared" : "")
            ),
            text: standing == .open ? todo : cleared,
            more: "<ul>\(lines)</ul>"
        ).html(in: language)
    }

    private var todo: Phrase {
        Phrase(
            zh: "删去或遮盖后重新保存；确有必要公开的，由保密审查员写明理由放行，否则不能公开。",
            en: """
                Remove or cover them and save again. What must stay is cleared by the secrecy reviewer with a reason; until \
                then it cannot be published.
                """
        )
    }

    private var cleared: Phrase {
        Phrase(
            zh: "保密审查员已写明理由放行这个版本，理由见审查意见。",
            en: "The secrecy reviewer cleared this version; the reason stands with the opinion."
        )
    }
}

/// Which opinions the current version needs, which it has, and whose turn it is.
struct ReviewProgress: Component {
    var reading: ItemReading
    var links: Links

    func html(in language: Language) -> HTML {
        guard reading.isInWork else { return .empty }
        let review = reading.review
        let isInReview = reading.item.stage == .review
        let rows = review.needed.map { kind in
            SummaryList.Row(label: kind.name, value: state(of: kind, review, isInReview, language))
        }
        return PagePart(Phrase(zh: "审查进度", en: "Opinions needed"), SummaryList(rows: rows).html(in: language))
            .html(in: language)
    }

    private func state(
        of kind: OpinionKind,
        _ review: Review,
        _ isInReview: Bool,
        _ language: Language
    ) -> HTML {
        if let opinion = review.opinion(kind) {
            return """
                <div class="tags">\(opinion.verdict.tag.html(in: language))\
                \(HTML.record(reading.name(of: opinion.person), in: language))\
                <span class="quiet">\(opinion.at.element(in: language))</span></div>
                """
        }
        let roles = Act.giveOpinion(kind).roles.sorted { $0.rawValue < $1.rawValue }
        let by = Phrase(
            zh: "由\(roles.map(\.name.zh).joined(separator: "、"))办理",
            en: "by the \(roles.map { $0.name.en.lowercased() }.joined(separator: ", "))"
        )
        guard isInReview else { return quiet(Phrase(zh: "提交后\(by.zh)", en: "\(by.en), after submission"), language) }
        let isOpen = review.open.contains(kind)
        let word = isOpen ? Phrase(zh: "待办", en: "Open") : Phrase(zh: "未到", en: "Not yet")
        let standing = reading.standing(of: kind)
        if standing == .open {
            return """
                <div class="tags">\(Tag(kind: .soon, word: word).html(in: language))\
                <a href="\(url: links.office("/items/\(reading.item.id)/opinions/\(kind.rawValue)"))">\(kind.act[language])</a></div>
                """
        }
        if case .ownHand = standing, let why = standing.words(for: kind) {
            return tagged(word, why, language)
        }
        return tagged(word, by, language)
    }

    private func tagged(_ word: Phrase, _ words: Phrase, _ language: Language) -> HTML {
        "<div class=\"tags\">\(Tag(kind: .plain, word: word).html(in: language))\(quiet(words, language))</div>"
    }

    private func quiet(_ words: Phrase, _ language: Language) -> HTML {
        "<span class=\"quiet\">\(words[language])</span>"
    }
}

/// The trail of opinions; those on an older version stand struck through with the reason.
struct OpinionsView: Component {
    var reading: ItemReading

    func html(in language: Language) -> HTML {
        let trail = OpinionTrail(opinions: reading.opinions.map { entry($0) })
        return PagePart(Phrase(zh: "审查意见", en: "Opinions"), trail.html(in: language)).html(in: language)
    }

    private func entry(_ opinion: Opinion) -> OpinionTrail.Opinion {
        let number = reading.number(of: opinion.version) ?? 0
        // While a revision is reviewed, the opinions on what the public reads still carry it.
        let holds = [reading.item.currentVersion, reading.item.isPublic ? reading.item.publicVersion : nil]
        let isVoid = !holds.contains(opinion.version)
        return OpinionTrail.Opinion(
            kind: opinion.kind.name,
            verdict: opinion.verdict.tag,
            person: reading.name(of: opinion.person),
            shortHash: String(opinion.versionHash.prefix(8)),
            moment: opinion.at,
            remark: opinion.reason.isEmpty ? nil : opinion.reason,
            void: isVoid
                ? Phrase(
                    zh: "只对第 \(number) 版有效；此后内容有改动，须重新审查",
                    en: "it was on version \(number); the text was changed afterwards and is reviewed again"
                ) : nil
        )
    }
}

extension Opinion.Verdict {
    /// The verdict as a tag.
    var tag: Tag { Tag(kind: self == .pass ? .onTime : .soon, word: name) }
}

/// Every time limit that the item's dates set off, each explained; the shortest counts.
struct DeadlinesView: Component {
    var reading: ItemReading
    var app: App

    func html(in language: Language) -> HTML {
        guard reading.item.state != .filed else { return .empty }
        let title = Phrase(zh: "公开时限", en: "Time limit")
        return PagePart(title, content(language)).html(in: language)
    }

    private func content(_ language: Language) -> HTML {
        do {
            let deadlines = try reading.duty.deadlines(for: reading.version.content, holidays: app.holidays)
            let clocks = try deadlines.map { deadline in
                try Clock(
                    deadline,
                    on: app.now().date,
                    doneOn: reading.item.publishedAt?.date,
                    holidays: app.holidays
                )
            }
            guard let first = clocks.first else { return none(language) }
            return first.html(in: language) + calendar(deadlines[0], language)
                + others(Array(clocks.dropFirst()), language)
        } catch let reason as NoDeadline {
            return "<p>\(Phrase(reason.words)[language])</p>"
        } catch {
            let unknown = Phrase(
                zh: "这一年的放假安排尚未录入，暂不能计算时限。",
                en: "The holidays of that year are not known yet, so the limit cannot be counted."
            )
            return "<p>\(unknown[language])</p>"
        }
    }

    private func calendar(_ deadline: Deadline, _ language: Language) -> HTML {
        let label = Phrase(zh: "日历图", en: "As a calendar")
        return """
            <details><summary>\(label[language])</summary>\(DeadlineCalendar(deadline).html(in: language))</details>
            """
    }

    private func none(_ language: Language) -> HTML {
        let words =
            reading.duty.limitNote
            ?? Phrase(zh: "填写起算日期后自动计算。", en: "It is counted once the date that it runs from is filled in.")
        return "<p>\(words[language])</p>"
    }

    private func others(_ clocks: [Clock], _ language: Language) -> HTML {
        guard !clocks.isEmpty else { return .empty }
        let label = Phrase(
            zh: "另有 \(clocks.count) 项时限，以最短的为准",
            en: clocks.count == 1
                ? "One more limit; the shortest counts" : "\(clocks.count) more limits; the shortest counts"
        )
        return "<details><summary>\(label[language])</summary>\(clocks.html(in: language))</details>"
    }
}
