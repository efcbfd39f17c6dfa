import Disclosure
import TestKit
import Testing

/// Who may do what: the whole table of roles and acts, written down a second time.
@Suite struct RoleTests {
    struct Line: Sendable {
        var act: Act
        var roles: Set<Role>
    }

    static let table: [Line] = [
        Line(act: .draftItem, roles: [.editor, .disclosureOfficer]),
        Line(act: .giveOpinion(.secrecy), roles: [.secrecyReviewer]),
        Line(act: .giveOpinion(.legal), roles: [.legalReviewer]),
        Line(act: .giveOpinion(.committee), roles: [.legalReviewer]),
        Line(act: .giveOpinion(.consequence), roles: [.disclosureOfficer]),
        Line(act: .giveOpinion(.source), roles: [.disclosureOfficer]),
        Line(act: .giveOpinion(.disclosureOffice), roles: [.disclosureOfficer]),
        Line(act: .giveOpinion(.signOff), roles: [.approver]),
        Line(act: .recordDelivery, roles: [.editor, .disclosureOfficer]),
        Line(act: .readOffice, roles: Set(Role.allCases)),
        Line(act: .readAudit, roles: [.administrator, .auditor]),
        Line(act: .manageAgency, roles: [.administrator]),
        Line(act: .managePeople, roles: [.administrator]),
        Line(act: .recordReadings, roles: [.disclosureOfficer, .administrator]),
        Line(act: .recordRemedies, roles: [.disclosureOfficer, .administrator]),
        Line(act: .handOnDrafts, roles: [.disclosureOfficer, .administrator]),
        // Closed to administrator and auditor: neither needs to know who a record is about.
        Line(
            act: .readPersonalData,
            roles: [
                .editor, .disclosureOfficer, .secrecyReviewer, .legalReviewer, .approver, .caseOfficer, .inspector,
            ]
        ),
        Line(act: .readApplicants, roles: [.caseOfficer, .disclosureOfficer]),
        Line(act: .readInformants, roles: [.caseOfficer, .inspector]),
    ]

    @Test(arguments: table) func rolesAndActs(line: Line) {
        for role in Role.allCases {
            let actor = Actor(person: ID("p"), agency: ID("a"), roles: [role])
            #expect(actor.may(line.act) == line.roles.contains(role), "\(role) \(line.act)")
        }
    }

    /// Every seat tries every opinion on the same item: only the right one passes.
    @Test(arguments: Engine.available) func onlyTheRightSeatGivesAnOpinion(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let item = try await test.submit(test.draft(Samples.news, under: "NEWS"))
            for seat in Seat.allCases where ![.secrecy, .everybody].contains(seat) {
                await #expect(throws: Refusal.self, "\(seat)") { try await test.opine(.secrecy, item, by: seat) }
            }
            await #expect(throws: Refusal.notAllowed(.draftItem)) {
                try await test.draft(Samples.news, under: "NEWS", by: .auditor)
            }
            // An item of another agency does not exist for a stranger.
            await #expect(throws: Refusal.notFound) { try await test.save(item, Samples.news, by: .stranger) }
        }
    }
}
