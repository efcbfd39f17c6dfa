import Database
import Disclosure
import Foundation
import Text

/// How the folder of uploaded files is: there, writable, closed to others, and with every file that the records name.
struct FileFindings {
    var settings: Settings

    private static let batch = 500

    func look() async -> FindingGroup {
        var findings = [place]
        if FileManager.default.fileExists(atPath: settings.filesDirectory),
            let database = try? await OpenDatabase.open(settings)
        {
            if let finding = try? await completeness(of: database) { findings.append(finding) }
            await database.close()
        }
        return FindingGroup(name: Phrase(zh: "附件", en: "Files"), findings: findings, advice: nil)
    }

    private var place: Finding {
        let path = settings.filesDirectory
        let subject = Phrase(zh: "文件夹", en: "folder")
        guard FileManager.default.fileExists(atPath: path) else {
            return Finding(
                mark: .absent,
                subject: subject,
                detail: Phrase(zh: "\(path) 尚未建立，首次上传时自动建立", en: "\(path) is not there yet; the first upload makes it")
            )
        }
        guard FileManager.default.isWritableFile(atPath: path) else {
            return Finding(
                mark: .wrong,
                subject: subject,
                detail: Phrase(zh: "\(path) 不可写，无法上传附件", en: "\(path) cannot be written: no file can be uploaded")
            )
        }
        let isOpen = FilePermissions.isOpenToOthers(path)
        return Finding(
            mark: isOpen ? .warning : .fine,
            subject: subject,
            detail: isOpen
                ? Phrase(zh: "\(path) 他人可读，请 chmod 700", en: "\(path) can be read by others: chmod 700")
                : Phrase(zh: path, en: path)
        )
    }

    private func completeness(of database: any SQLDatabase) async throws -> Finding? {
        guard try await database.read({ try $0.hasTable("version_file") }) else { return nil }
        let blobs = BlobStore(folder: settings.filesDirectory)
        var count = 0
        var missing = 0
        var last = ""
        while true {
            let after = last
            let files = try await database.read { try $0.files.sizes(after: after, limit: Self.batch) }
            guard let newest = files.last else { break }
            missing += files.count { !blobs.holds($0.sha256, size: $0.size) }
            count += files.count
            last = newest.sha256
        }
        return Finding(
            mark: missing == 0 ? .fine : .wrong,
            subject: Phrase(zh: "文件", en: "files"),
            detail: missing == 0
                ? Phrase(zh: "\(count) 个，都在", en: "\(count), all there")
                : Phrase(
                    zh: "\(count) 个中缺 \(missing) 个，请从备份的 blobs 文件夹拷回",
                    en: "\(missing) of \(count) are missing; copy them back from the folder blobs of a backup"
                )
        )
    }
}
