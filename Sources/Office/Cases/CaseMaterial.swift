import Disclosure
import Hummingbird
import Web

/// A file that an applicant added, handed out to be saved; that it was opened is written down.
enum CaseMaterial {
    static func open(_ visit: Visit) async throws -> Response {
        let opened = try await ReadCaseFile(
            ID(try visit.parameter("file")),
            of: ID(try visit.parameter("id")),
            actor: try visit.actor()
        ).run(in: visit.app)
        return FileAnswer.saved(opened.bytes, name: opened.attachment.name, kind: opened.attachment.kind)
    }
}
