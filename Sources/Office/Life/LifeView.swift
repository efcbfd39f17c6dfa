import Civil
import Disclosure
import Html
import Text
import Web

/// What must be known of an item before anything else: that it is being revised or withdrawn, waits for its moment,
/// owes an opinion, or came down.
struct LifeView: Component {
    var reading: ItemReading
    var visit: Visit

    func html(in language: Language) -> HTML {
        "\(debts(language))\(ending(language))\(schedule(language))\(withdrawal(language))\(revision(language))\(relations(language))"
    }

    private var item: Item { reading.item }

    private func debts(_ language: Language) -> HTML {
        let owed = reading.life.debts.filter { $0.settledAt == nil }
        return owed.map { debt -> HTML in
            let title =
                debt.isRefused
                ? Phrase(
                    zh: "\(debt.kind.name.zh)不同意这次紧急公开：请撤回或者修订",
                    en: "“\(debt.kind.name.en)” does not agree with the urgent publication: withdraw or revise it"
                )
                : Phrase(
                    zh: "紧急公开后还欠：\(debt.kind.name.zh)",
                    en: "Still owed after the urgent publication: \(debt.kind.name.en)"
                )
            let agreed = Phrase(
                zh: "\(reading.name(of: debt.agreedBy))以“\(debt.means.name.zh)”方式同意；理由：\(debt.reason)",
                en:
                    "Agreed by \(reading.name(of: debt.agreedBy)), \(debt.means.name.en.lowercased()); reason: \(debt.reason)"
            )
            return Notice(kind: .wrong, title: title, text: agreed).html(in: language)
        }.joined(by: "")
    }

    private func ending(_ language: Language) -> HTML {
        guard let ended = item.ended, !item.isPublic else { return .empty }
        return Notice(
            title: Phrase(zh: "已停止公开：\(ended.ground.name.zh)", en: "No longer public: \(ended.ground.name.en)"),
            more:
                "<p>\(ended.at.element(in: language)) · \(ended.ground.basis.words[language])</p>\(clock(reading.life.done?.eventOn, doneOn: ended.at.date, language))"
        ).html(in: language)
    }

    private func schedule(_ language: Language) -> HTML {
        guard item.stage == .scheduled, let moment = item.publishAt else { return .empty }
        return Notice(
            title: Phrase(zh: "已签发，到时自动公开", en: "Signed; it becomes public by itself"),
            more: "<p>\(moment.element(in: language))</p>"
        ).html(in: language)
    }

    private func withdrawal(_ language: Language) -> HTML {
        guard let withdrawal = reading.life.withdrawal else { return .empty }
        let facts = WithdrawalFacts(reading: reading).html(in: language) + clock(withdrawal.eventOn, language)
        return Notice(
            kind: .care,
            title: Phrase(zh: "有人申请撤回这条信息", en: "Somebody asks to withdraw this item"),
            more: facts
        ).html(in: language)
    }

    private func revision(_ language: Language) -> HTML {
        guard let revision = item.revision else { return .empty }
        return Notice(
            title: Phrase(
                zh: "正在修订（\(revision.stage.name.zh)），公开的版本不变",
                en: "Being revised (\(revision.stage.name.en.lowercased())); the public version stays"
            ),
            text: Phrase(
                zh: "\(revision.ground.name.zh)：\(revision.reason)",
                en: "\(revision.ground.name.en): \(revision.reason)"
            ),
            more: clock(revision.eventOn, language)
        ).html(in: language)
    }

    /// The three working days of a penalty that no longer holds, explained (行政处罚法 art 48).
    private func clock(_ since: CivilDate?, doneOn done: CivilDate? = nil, _ language: Language) -> HTML {
        guard let since else { return .empty }
        do {
            let app = visit.app
            let deadline = try PenaltyEvent.deadline(since: since, in: app.holidays)
            let clock = try Clock(deadline, on: app.now().date, doneOn: done, holidays: app.holidays)
            return clock.html(in: language)
        } catch {
            let unknown = Phrase(
                zh: "限三个工作日；这一年的放假安排尚未录入，暂不能计算到期日。",
                en: "Three working days; the holidays of that year are not known yet, so the day cannot be counted."
            )
            return "<p>\(unknown[language])</p>"
        }
    }

    private func relations(_ language: Language) -> HTML {
        let lines = reading.life.relations.map { relation -> HTML in
            let isTarget = relation.target == item.id
            let other = isTarget ? relation.source : relation.target
            let words = isTarget ? relation.kind.passive : relation.kind.active
            return """
                <li>\(words[language]) <a href="\(url: visit.links.officeItem(other.text))">\
                \(Phrase(zh: "查看", en: "see")[language])</a> (\(relation.since.element(in: language)))</li>
                """
        }
        return lines.isEmpty ? .empty : "<ul class=\"quiet\">\(lines)</ul>"
    }
}

extension ItemRelation.Kind {
    /// What another item does to this one.
    var passive: Phrase {
        switch self {
        case .amends: Phrase(zh: "被另一条信息修改", en: "Amended by another item")
        case .repeals: Phrase(zh: "被另一条信息废止", en: "Repealed by another item")
        case .supersedes: Phrase(zh: "被另一条信息代替", en: "Superseded by another item")
        }
    }

    /// What this item does to another.
    var active: Phrase {
        switch self {
        case .amends: Phrase(zh: "修改了另一条信息", en: "Amends another item")
        case .repeals: Phrase(zh: "废止了另一条信息", en: "Repeals another item")
        case .supersedes: Phrase(zh: "代替了另一条信息", en: "Supersedes another item")
        }
    }
}

/// The acts on an item that is public, waits, or came down, as far as they are open to this person.
struct LifeActions {
    var reading: ItemReading
    var visit: Visit

    func buttons(in language: Language) -> [HTML] {
        var buttons: [HTML] = []
        let item = reading.item
        let actor = reading.actor
        func leads(_ zh: String, _ en: String, _ path: String, weight: Button.Weight = .second) {
            buttons.append(
                Button(
                    act: Phrase(zh: zh, en: en),
                    weight: weight,
                    does: .leads(to: visit.links.office("/items/\(item.id)/\(path)"))
                ).html(in: language)
            )
        }
        func posts(_ zh: String, _ en: String, _ path: String) {
            buttons.append(
                """
                <form action="\(url: visit.links.office("/items/\(item.id)/\(path)"))" method="post">\
                \(visit.formToken.html(in: language))\
                \(Button(act: Phrase(zh: zh, en: en), weight: .second).html(in: language))</form>
                """
            )
        }
        if actor.may(.decideWithdrawal), let withdrawal = reading.life.withdrawal, reading.whyNotMine(withdrawal) == nil
        {
            leads("决定撤回", "Decide on the withdrawal", "withdrawal/decision", weight: .main)
        }
        let isFree = item.isPublic && reading.life.withdrawal == nil
        if actor.may(.draftItem), isFree, item.revision == nil { leads("发起修订", "Start a revision", "revision") }
        if actor.may(.draftItem), item.revision != nil { posts("放弃修订", "Drop the revision", "revision/removal") }
        if actor.may(.publishUrgently), item.stage == .review, reading.duty.mayBeUrgent(for: reading.version.content) {
            leads("紧急公开", "Publish urgently", "urgent-publication")
        }
        if actor.may(.giveOpinion(.signOff)), item.stage == .scheduled {
            leads("取消定时公开", "Take back before publication", "schedule")
        }
        if actor.may(.changeValidity), item.isPublic { leads("标注有效性", "Mark its validity", "validity") }
        if actor.may(.draftItem), isFree { leads("申请撤回", "Ask for withdrawal", "withdrawal") }
        if actor.may(.draftItem), item.state == .withdrawn, item.ended?.ground.mayReturn == true {
            posts("改正后重新公开", "Put it right and publish again", "reopening")
        }
        return buttons
    }
}

extension Item {
    var isPublic: Bool { state == .published }
}
