import Civil
package import Database
import Text

/// A key that seals nothing any more leaves the database; its line in the key file goes afterwards.
package struct RemoveKey: UseCase {
    package var id: String

    package init(_ id: String) { self.id = id }

    /// - Throws: `Refusal.wrongState` while the key is in use, or something is left that only it opens.
    package func perform(_ tx: any SQLConnection, in app: App) throws {
        guard app.keys.ids.contains(id) else { throw Refusal.notFound }
        guard id != app.keys.ids.last else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "密钥 \(id) 正在使用，不能移除；请先运行 gongkai keys add",
                    en: "key \(id) seals now and cannot be removed; run gongkai keys add first"
                )
            )
        }
        let marks = try app.keys.ids.last.map { try tx.cases.countMarks(notWith: $0) } ?? 0
        let isMarking = try tx.sealingKeys.marking(in: app) == id
        let isNeeded = try SealedRows.all.contains { try $0.exists(sealedWith: id, tx) }
        guard !isNeeded, marks == 0, !isMarking else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "还有内容用密钥 \(id) 加密；请先运行 gongkai keys reseal",
                    en: "something is still sealed with key \(id); run gongkai keys reseal first"
                )
            )
        }
        try tx.sealingKeys.remove(id)
        try tx.audit.record("key.remove", of: "key", id, by: nil, agency: nil, in: app)
    }
}
