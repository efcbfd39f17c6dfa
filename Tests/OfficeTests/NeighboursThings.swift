import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text
import Web

extension TestApp {
    /// A delegation and a kept form of the neighbours, beside an item and a person of theirs.
    func neighboursThings(item: String, person: Person) async throws -> AccessTests.Things {
        let form = PersonForm(login: "neighbour.two", name: "测试邻居", roles: [.editor])
        let second = try await AddPerson(form: form, agency: person.agency, actor: nil).run(in: app)
        let today = clock.now.date
        let days = try DaySpan(from: today.iso, to: today.adding(days: 9).iso, today: today)
        try await Delegate(giver: person.id, taker: second.id, roles: [.editor], days: days, actor: person.actor)
            .run(in: app)
        let delegation = try #require(await app.database.read { try $0.delegations.all(of: person.id).first })
        let filed = try await FileCase(
            agency: person.agency,
            kind: "request",
            applicant: Applicant(name: person.name, identity: "999999199001010016", telephone: "000-1234567"),
            typed: ["description": "虚构渔0001的检查记录", "medium": "electronic", "delivery": "online"]
        ).run(in: app)
        let token = try await token(of: .stranger)
        let kept = try await KeepForm(
            path: "/office/items",
            language: .zh,
            body: Array("title=虚构渔0001".utf8),
            formToken: token.formToken
        ).run(in: app)
        let leader = Actor(person: person.id, agency: person.agency, roles: [.disclosureOfficer])
        let opening = ReadingForm(
            key: "items",
            kind: .opening,
            readOn: today.iso,
            value: "9",
            source: "虚构渔0001",
            evidence: "虚构渔0001"
        )
        let reading = try await RecordReading(opening, actor: leader).run(in: app)
        let remedyForm = RemedyForm(kind: "review", number: "虚构渔0001", about: "不予公开", filedOn: today.iso)
        let remedy = try await RecordRemedy(remedyForm, actor: leader).run(in: app)
        return AccessTests.Things(
            item: item,
            person: person.id.text,
            delegation: delegation.id.text,
            kept: try #require(kept).id.text,
            caseFile: filed.file.id.text,
            reading: reading.id.text,
            remedy: remedy.id.text
        )
    }
}
