import Civil
import Codes
package import Database
import Logging
import Text

/// A comment of the public on a decision draft while its period is open (重大行政决策程序暂行条例 art 15).
///
/// Names and ways of contact are optional, asked for with consent and encrypted with the text (个人信息保护法 arts 13, 51).
package struct FileComment: UseCase {
    package struct Filed: Sendable, Hashable {
        package var id: ID<PublicComment>
        package var code: String
    }

    /// In characters.
    package static let longestText = 5_000
    package static let longestName = 50
    package static let longestContact = 100
    /// More than this on one draft within an hour is no longer people writing.
    static let mostInAnHour = 300

    package var item: ID<Item>
    package var text: String
    package var name: String
    package var contact: String
    package var hasConsented: Bool

    package init(item: ID<Item>, text: String, name: String = "", contact: String = "", hasConsented: Bool) {
        self.item = item
        self.text = text
        self.name = name
        self.contact = contact
        self.hasConsented = hasConsented
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Filed {
        guard let item = try tx.items.find(item), item.state == .published,
            let duty = app.catalogue.duty(item.duty),
            let period = try tx.items.published(of: item.id).flatMap({ CommentPeriod($0.content, under: duty) })
        else { throw Refusal.notFound }
        try period.requireOpen(on: app.now().date)
        let problems = problems()
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        let anHourAgo = app.now().adding(milliseconds: -Instant.hours(1))
        guard try tx.comments.count(of: item.id, since: anHourAgo) < Self.mostInAnHour else { throw Self.tooMany }
        let filed = Filed(id: app.newID(), code: ReceiptCode.make(in: app))
        try tx.comments.insert(try sealed(filed.id, app), receiptHash: ReceiptCode.hash(of: filed.code, for: "comment"))
        try tx.audit.record("comment.file", of: "item", item.id.text, by: nil, agency: item.agency, in: app)
        return filed
    }

    /// Without a key nothing is stored in the open: the comment is refused, and what was typed stays on the page.
    private func sealed(_ id: ID<PublicComment>, _ app: App) throws -> PublicComment {
        do {
            return try comment(id, app)
        } catch let failure as KeyRing.Failure {
            app.logger.error("a comment could not be sealed", metadata: ["error": "\(failure)"])
            throw Refusal.wrongState(
                Phrase(
                    zh: "现在不能保存意见，您写的内容还在页面上，请稍后再试或通过其他方式反映",
                    en:
                        "Comments cannot be stored now. What you wrote is still on the page; try later, or send it another way"
                )
            )
        }
    }

    private func comment(_ id: ID<PublicComment>, _ app: App) throws -> PublicComment {
        let body = try app.seal(Array(text.utf8), in: PublicComment.place(of: id, "body"))
        let isNamed = !name.isEmpty || !contact.isEmpty
        let person =
            isNamed
            ? try app.seal(Array("\(name)\n\(contact)".utf8), in: PublicComment.place(of: id, "person")) : nil
        let findings = SensitiveScanner.scan(text).map { SensitivePassage(field: "text", finding: $0) }
        return PublicComment(
            id: id,
            item: item,
            keyID: body.keyID,
            person: person?.bytes,
            body: body.bytes,
            findings: findings.tally(),
            receivedAt: app.now(),
            reason: "",
            gist: ""
        )
    }

    private func problems() -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if text.allSatisfy(\.isWhitespace) {
            problems.append(FieldProblem("text", zh: "请写下您的意见", en: "Write your comment"))
        }
        if text.count > Self.longestText {
            problems.append(
                FieldProblem(
                    "text",
                    zh: "意见不超过 5000 字，现有 \(text.count) 字，请缩短",
                    en: "A comment has at most 5,000 characters; yours has \(text.count)"
                )
            )
        }
        for (key, value, longest) in [("name", name, Self.longestName), ("contact", contact, Self.longestContact)]
        where value.count > longest || value.contains(where: \.isNewline) {
            problems.append(
                FieldProblem(key, zh: "请写成一行，不超过 \(longest) 字", en: "One line of at most \(longest) characters")
            )
        }
        if !hasConsented {
            problems.append(
                FieldProblem(
                    "consent",
                    zh: "请勾选同意，否则本机关不能处理您填写的内容",
                    en: "Please agree; without it the agency may not handle what you wrote"
                )
            )
        }
        return problems
    }

    private static let tooMany = Refusal.wrongState(
        Phrase(
            zh: "现在提交意见的人很多，请过一小时再提交；您写的内容还在页面上",
            en: "Many comments come in just now; try again in an hour. What you wrote is still on the page"
        )
    )
}

extension CommentPeriod {
    /// - Throws: before and after the period, when it opens or that it is closed.
    func requireOpen(on day: CivilDate) throws(Refusal) {
        switch standing(on: day) {
        case .open: return
        case .opens(let from):
            throw .wrongState(
                Phrase(
                    zh: "征求意见从\(from.chinese)开始，请届时提交",
                    en: "Comments open on \(from.english); please come back then"
                )
            )
        case .closed(let until):
            throw .wrongState(
                Phrase(
                    zh: "征求意见已于\(until.chinese)截止，不能再提交；您写的内容还在下面，可以复制后通过其他方式反映",
                    en:
                        "Comments closed on \(until.english). What you wrote is kept below, so that you can send it another way"
                )
            )
        }
    }
}
