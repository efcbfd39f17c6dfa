import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Absence and delegation (外出与委托): of oneself in the account, of anybody for an administrator.
enum DelegationPages {
    static func own(_ visit: Visit) async throws -> Response {
        try await page(visit, of: try visit.actor().person, FilledForm(language: visit.language))
    }

    static func changeOwn(_ visit: Visit) async throws -> Response {
        try await change(visit, of: try visit.actor().person)
    }

    static func another(_ visit: Visit) async throws -> Response {
        try await page(visit, of: ID(try visit.parameter("id")), FilledForm(language: visit.language))
    }

    static func changeAnother(_ visit: Visit) async throws -> Response {
        try await change(visit, of: ID(try visit.parameter("id")))
    }

    /// Ends one delegation, and goes back to the page it stood on.
    static func end(_ visit: Visit) async throws -> Response {
        let actor = try visit.actor()
        let ended = try await EndDelegation(id: ID(try visit.parameter("id")), actor: actor).run(in: visit.app)
        let isOwn = [ended.giver, ended.taker].contains(actor.person)
        return .seeOther(
            visit.links.office(
                isOwn ? "/account/delegations" : "/people/\(ended.giver)/delegations",
                did: .delegationEnded
            )
        )
    }

    private static func change(_ visit: Visit, of person: ID<Person>) async throws -> Response {
        let (actor, app, form) = (try visit.actor(), visit.app, visit.form)
        let path = person == actor.person ? "/account/delegations" : "/people/\(person)/delegations"
        do {
            if form["do"] == "back" {
                try await BeBack(person: person, actor: actor).run(in: app)
                return .seeOther(visit.links.office(path, did: .back))
            }
            let days = try DaySpan(from: form.text("from"), to: form.text("to"), today: app.now().date)
            if form["do"] == "away" {
                try await BeAway(person: person, days: days, actor: actor).run(in: app)
                return .seeOther(visit.links.office(path, did: .away))
            }
            let roles = Set(form.all("roles").compactMap(Role.init(rawValue:)))
            let delegate = Delegate(
                giver: person,
                taker: ID(form.text("taker")),
                roles: roles,
                days: days,
                actor: actor
            )
            try await delegate.run(in: app)
            return .seeOther(visit.links.office(path, did: .delegated))
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            let filled = FilledForm(typed: form, refused: refused, language: visit.language)
            return try await page(visit, of: person, filled)
        }
    }

    private static func page(_ visit: Visit, of id: ID<Person>, _ filled: FilledForm) async throws -> Response {
        let today = visit.app.now().date
        let (frame, parts) = try await visit.app.database.read { tx -> (OfficeFrame, DelegationParts) in
            let frame = try OfficeFrame(visit, tx)
            let person = try OneTimeLinkPage.person(id, of: frame.agency.id, tx)
            let parts = DelegationParts(
                visit: visit,
                filled: filled,
                person: person,
                people: try tx.people.all(of: frame.agency.id),
                delegations: try tx.delegations.all(of: id),
                absences: try tx.absences.coming(of: id, on: today),
                today: today
            )
            return (frame, parts)
        }
        let isOwn = frame.session.person.id == id
        return OfficePage(
            frame,
            isOwn ? .account : .people,
            title: Phrase(zh: "外出与委托", en: "Absence and delegation")[visit.language],
            steps: isOwn ? [] : [.init(label: parts.person.name, url: visit.links.office("/people/\(id)"))],
            hasErrors: filled.hasErrors
        ).response(to: visit, "\(Done.notice(visit))\(filled.summary)\(parts.html)", status: filled.status)
    }
}
