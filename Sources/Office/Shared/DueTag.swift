import Civil
import Disclosure
import Text
import Web

/// The deadline of an item in a few words with its urgency, for lists; the item's page explains it.
enum DueTag {
    /// With so few working days left the tag says «soon».
    static let soonFrom = 3

    static func tag(_ item: Item, in app: App) -> Tag {
        if let publishedAt = item.publishedAt {
            guard let due = item.dueAt, publishedAt > due else {
                return Tag(kind: .onTime, word: Phrase(zh: "已公开", en: "Published"))
            }
            return Tag(kind: .late, word: Phrase(zh: "逾期公开", en: "Published late"))
        }
        if item.state == .filed { return Tag(kind: .plain, word: Phrase(zh: "已归档", en: "Filed")) }
        guard let due = item.dueAt else {
            return Tag(kind: .plain, word: Phrase(zh: "无固定期限", en: "No fixed limit"))
        }
        return tag(due: due, now: app.now(), holidays: app.holidays)
    }

    /// Of a published penalty that no longer holds since that day.
    static func tag(since day: CivilDate, in app: App) -> Tag {
        do {
            let due = try PenaltyEvent.deadline(since: day, in: app.holidays).dueInstant
            return tag(due: due, now: app.now(), holidays: app.holidays)
        } catch {
            return Tag(kind: .soon, word: Phrase(zh: "限三个工作日", en: "Three working days"))
        }
    }

    static func tag(due: Instant, now: Instant, holidays: HolidayTable) -> Tag {
        let today = now.date
        let left: Int
        do {
            left = try WorkingDays.count(after: today, through: due.date, in: holidays)
        } catch {
            // Holidays of those years are not known, so only the day itself can be said.
            return Tag(
                kind: now > due ? .late : .plain,
                word: Phrase(zh: "\(due.date.chinese)到期", en: "Due \(due.date.english)")
            )
        }
        if now > due {
            let days = max(1, -left)
            return Tag(
                kind: .late,
                word: Phrase(zh: "已逾期 \(days) 个工作日", en: days == 1 ? "1 working day late" : "\(days) working days late")
            )
        }
        if due.date == today { return Tag(kind: .soon, word: Phrase(zh: "今天到期", en: "Due today")) }
        return Tag(
            kind: left <= soonFrom ? .soon : .onTime,
            word: Phrase(zh: "还剩 \(left) 个工作日", en: left == 1 ? "1 working day left" : "\(left) working days left")
        )
    }
}
