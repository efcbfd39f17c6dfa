import Database
import Disclosure
import Text

/// How the keys are that seal secrets in the database.
extension DatabaseFindings {
    /// Whether every key that the database has used is in the key file, and nobody else can read it.
    func keys(for database: any SQLDatabase) async throws -> [Finding] {
        let file = KeyFile(settings)
        let subject = Phrase(zh: "密钥文件", en: "key file")
        let used = try await database.read { try $0.hasTable("sealing_key") ? $0.sealingKeys.ids() : [] }
        guard file.isThere else {
            return [
                Finding(
                    mark: used.isEmpty ? .absent : .wrong,
                    subject: subject,
                    detail: used.isEmpty
                        ? Phrase(
                            zh: "\(file.path) 尚未建立，首次启动时自动建立",
                            en: "\(file.path) is not there yet; the first start makes it"
                        )
                        : Phrase(
                            zh: "\(file.path) 不见了：请从备份取回",
                            en: "\(file.path) is gone: bring it back from its backup"
                        )
                )
            ]
        }
        let held = KeyRing(try file.secrets()).ids
        let lost = used.filter { !held.contains($0) }.joined(separator: ", ")
        guard lost.isEmpty else {
            return [
                Finding(
                    mark: .wrong,
                    subject: subject,
                    detail: Phrase(zh: "\(file.path) 缺少密钥 \(lost)", en: "\(file.path) lacks key \(lost)")
                )
            ]
        }
        let isOpen = FilePermissions.isOpenToOthers(file.path)
        return [
            Finding(
                mark: isOpen ? .warning : .fine,
                subject: subject,
                detail: isOpen
                    ? Phrase(zh: "\(file.path) 他人可读，请 chmod 600", en: "\(file.path) can be read by others: chmod 600")
                    : Phrase(
                        zh: "\(file.path)（\(held.count) 个密钥；与数据库分开备份）",
                        en: "\(file.path) (keys: \(held.count); back it up apart from the database)"
                    )
            )
        ]
    }
}
