package import Database
import Documents
import Text

/// Removes files of an item, changes their order or gives them other names; each change is a new version.
package struct ArrangeFiles: UseCase {
    /// What was typed for one file.
    package struct Line: Sendable, Hashable {
        package var sha256: String
        package var name: String
        /// Its place in the list as typed; lines of one place stay in their order.
        package var place: String
        package var isRemoved: Bool

        package init(sha256: String, name: String, place: String, isRemoved: Bool) {
            self.sha256 = sha256
            self.name = name
            self.place = place
            self.isRemoved = isRemoved
        }
    }

    /// The names under which a form sends name and place of a file; problems name them as well.
    package static func nameKey(_ sha256: String) -> String { "name-\(sha256.prefix(12))" }
    package static func placeKey(_ sha256: String) -> String { "place-\(sha256.prefix(12))" }

    package var item: ID<Item>
    package var base: ID<Version>
    package var lines: [Line]
    package var actor: Actor

    package init(item: ID<Item>, base: ID<Version>, lines: [Line], actor: Actor) {
        self.item = item
        self.base = base
        self.lines = lines
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        let next = NextFiles(item: item, base: base, actor: actor)
        var draft = try next.start(tx, app)
        let files = try tx.files.all(of: draft.current)
        var problems: [FieldProblem] = []
        var arranged: [(place: Int, attachment: Attachment)] = []
        for (index, file) in files.enumerated() {
            // A file that the form does not name stays as it is.
            let line = lines.first { $0.sha256 == file.attachment.sha256 }
            if line?.isRemoved == true { continue }
            var attachment = file.attachment
            if let line {
                if let name = AttachmentName.read(line.name, kind: file.file.kind) {
                    attachment = Attachment(sha256: attachment.sha256, size: attachment.size, name: name)
                } else {
                    problems.append(Self.badName(attachment))
                }
            }
            let place = line.map { FieldText.narrow($0.place) } ?? ""
            if place.isEmpty {
                arranged.append((index + 1, attachment))
            } else if let number = Int(place), (1...999).contains(number) {
                arranged.append((number, attachment))
            } else {
                problems.append(Self.badPlace(attachment))
            }
        }
        let ordered = arranged.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
            .map(\.element.attachment)
        for (index, attachment) in ordered.enumerated()
        where ordered[..<index].contains(where: { AttachmentName.isSame($0.name, attachment.name) }) {
            problems.append(Self.sameName(attachment))
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        draft.arrange(ordered)
        return try next.finish(draft, tx, app)
    }

    private static func badName(_ file: Attachment) -> FieldProblem {
        FieldProblem(
            nameKey(file.sha256),
            zh: "请写文件名，不超过 \(AttachmentName.limit) 字",
            en: "Enter a name of at most \(AttachmentName.limit) characters"
        )
    }

    private static func badPlace(_ file: Attachment) -> FieldProblem {
        FieldProblem(placeKey(file.sha256), zh: "请写序号，例如 1", en: "Enter a place, such as 1")
    }

    private static func sameName(_ file: Attachment) -> FieldProblem {
        FieldProblem(
            nameKey(file.sha256),
            zh: "两个附件都叫「\(file.name)」，请给其中一个改名",
            en: "Two files are called «\(file.name)»; give one of them another name"
        )
    }
}
