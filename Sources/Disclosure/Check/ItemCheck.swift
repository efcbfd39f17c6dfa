import Civil
import Database
import Text

/// Every item's row says what its current version says, and its state has the columns that belong to it.
struct ItemCheck: RecordCheck {
    let key = "items"
    let name = Phrase(zh: "信息", en: "Items")

    func count(_ tx: any SQLConnection) throws -> Int { Int(try tx.integer("SELECT count(*) FROM item")) }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try tx.forEach(
            """
            SELECT i.*, c.item AS current_of, p.item AS public_of,
                CASE WHEN i.state = \(Item.State.published.rawValue) THEN p.bytes ELSE c.bytes END AS shown_bytes,
                (SELECT count(*) FROM job j WHERE j.kind = 'publish-item' AND j.payload = i.id) AS publish_jobs
            FROM item i
            LEFT JOIN version c ON c.id = i.current_version
            LEFT JOIN version p ON p.id = i.public_version ORDER BY i.id
            """
        ) { row in
            findings.examine()
            let item = try Item(row)
            let id = item.id.text
            if try row.optionalText("current_of") != id {
                findings.add(id, zh: "当前版本不存在或属于别的信息", en: "its current version is missing or another item's")
            } else if let bytes = try row.optionalBytes("shown_bytes"),
                let content = try? CanonicalBytes.decode(bytes).content
            {
                if content[CommonFields.title] ?? "" != item.title
                    || content[CommonFields.formedOn] != item.formedOn.iso
                {
                    findings.add(
                        id,
                        zh: "标题或成文日期与应显示的版本不符",
                        en: "its title or date is not that of the version that is shown"
                    )
                }
            }
            if item.publicVersion != nil, try row.optionalText("public_of") != id {
                findings.add(id, zh: "公开版本不存在或属于别的信息", en: "its public version is missing or another item's")
            }
            Self.checkNumbers(item, &findings)
            Self.checkState(item, &findings)
            if item.stage == .scheduled, try row.number("publish_jobs") == 0 {
                findings.add(
                    id,
                    zh: "已签发待公开，但没有到时公开的任务",
                    en: "it is signed for a later moment, but no job will publish it"
                )
            }
        }
    }

    /// What the first publication gives comes all at once and never goes again.
    private static func checkNumbers(_ item: Item, _ findings: inout Findings) {
        let given = [
            item.publicVersion != nil, item.leafID != nil, item.leafIndex != nil, item.indexNumber != nil,
            item.publishedAt != nil,
        ]
        let isRight =
            switch item.state {
            case .published, .withdrawn, .expired: given.allSatisfy { $0 }
            // What was withdrawn can be in work once more.
            case .draft, .review, .scheduled, .filed: given.allSatisfy { $0 == (item.ended != nil) }
            }
        guard !isRight else { return }
        findings.add(
            item.id.text,
            zh: "状态为“\(item.state.name.zh)”，但公开版本、日志编号、索引号、公开时间不齐或多余",
            en:
                "it is “\(item.state.name.en)”, but public version, leaf, index number and time of publication do not fit that"
        )
    }

    /// Each state has what belongs to it: a moment when it waits, an ending when it came down, a revision when it is public.
    private static func checkState(_ item: Item, _ findings: inout Findings) {
        let isPublic = item.state == .published
        let hasEnded = item.state == .withdrawn || item.state == .expired
        let flaws: [(Bool, Phrase)] = [
            (
                (item.publishAt != nil) != (item.stage == .scheduled),
                Phrase(zh: "定时公开的时间与状态不符", en: "its moment of publication does not fit its state")
            ),
            (
                hasEnded && item.ended == nil || isPublic && item.ended != nil,
                Phrase(zh: "停止公开的时间和依据与状态不符", en: "how it came down does not fit its state")
            ),
            (
                hasEnded && (item.state == .expired) != (item.ended?.ground == .displayEnd),
                Phrase(zh: "停止公开的依据与状态不符", en: "the ground on which it came down does not fit its state")
            ),
            (
                !isPublic && item.revision != nil,
                Phrase(zh: "没有在公开，却在修订中", en: "it is being revised, but not public")
            ),
            (
                !isPublic && item.displayUntil != nil,
                Phrase(zh: "没有在公开，却有公示截止日", en: "it is not public, but has a last day of display")
            ),
            (
                (hasEnded || isPublic && item.revision == nil) && item.currentVersion != item.publicVersion,
                Phrase(
                    zh: "没有在办理的版本，当前版本却不是公开版本",
                    en: "nothing is in work, but its current version is not the public one"
                )
            ),
        ]
        for (isFlaw, words) in flaws where isFlaw { findings.add(item.id.text, zh: words.zh, en: words.en) }
    }
}
