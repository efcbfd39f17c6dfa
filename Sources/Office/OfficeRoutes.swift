import Disclosure
package import Web

/// Every address of the office (for staff who have signed in).
package enum OfficeRoutes {
    package static let all: [Route] = door + items + people + settings + reading + account

    private static let door: [Route] = [
        .get("/office/sign-in", .everyone, SignInPages.form),
        .post("/office/sign-in", .everyone, SignInPages.signIn),
        .post("/office/sign-out", .staff(.readOffice), SignInPages.signOut),
        .post("/office/sign-out-everywhere", .staff(.readOffice), SignInPages.signOutEverywhere),
        .get("/office/welcome/{token}", .everyone, WelcomePages.form),
        .post("/office/welcome/{token}", .everyone, WelcomePages.setPassword),
    ]

    private static let items: [Route] = [
        .get("/office", .staff(.readOffice), DeskPage.show),
        .get("/office/items", .staff(.readOffice), ItemListPage.show),
        .post("/office/items", .staff(.draftItem), DraftPages.create),
        .get("/office/items/new", .staff(.draftItem), DraftPages.form),
        .get("/office/items/{id}", .staff(.readOffice), ItemPage.show),
        .get("/office/items/{id}/edit", .staff(.draftItem), EditPages.form),
        .post("/office/items/{id}/edit", .staff(.draftItem), EditPages.save),
        .get("/office/items/{id}/attachments", .staff(.draftItem), AttachmentPages.form),
        .upload("/office/items/{id}/attachments", .staff(.draftItem), AttachmentPages.upload),
        .post("/office/items/{id}/attachments/arrangement", .staff(.draftItem), AttachmentPages.arrange),
        .get("/office/items/{id}/files/{sha256}", .staff(.readOffice), AttachmentPages.download),
        .get("/office/items/{id}/files/{sha256}/redaction", .staff(.draftItem), RedactionPages.form),
        .post("/office/items/{id}/files/{sha256}/redaction", .staff(.draftItem), RedactionPages.redact),
        .get("/office/items/{id}/files/{sha256}/pages/{page}", .staff(.readOffice), RedactionPages.picture),
        .post("/office/items/{id}/review", .staff(.draftItem), ReviewPages.submit),
        // Which role may give an opinion depends on its kind, which the page looks at.
        .get("/office/items/{id}/opinions/{kind}", .staff(.readOffice), OpinionPages.form),
        .post("/office/items/{id}/opinions/{kind}", .staff(.readOffice), OpinionPages.give),
        .post("/office/items/{id}/deliveries", .staff(.recordDelivery), DeliveryPages.record),
        .get("/office/items/{id}/versions/{number}", .staff(.readOffice), VersionPage.show),
    ]

    private static let people: [Route] = [
        .get("/office/people", .staff(.managePeople), PeoplePage.show),
        .post("/office/people", .staff(.managePeople), PersonPages.add),
        .get("/office/people/new", .staff(.managePeople), PersonPages.newForm),
        .get("/office/people/{id}", .staff(.managePeople), PersonPages.form),
        .post("/office/people/{id}", .staff(.managePeople), PersonPages.change),
        .post("/office/people/{id}/link", .staff(.managePeople), OneTimeLinkPage.make),
    ]

    private static let settings: [Route] =
        [
            .get("/office/settings", .staff(.manageAgency), AgencyPages.form),
            .post("/office/settings", .staff(.manageAgency), AgencyPages.change),
        ]
        + SettingsPart.allCases.filter { $0 != .agency }.flatMap { part -> [Route] in
            [
                .get("/office\(part.path)", .staff(.manageAgency), AgencyPartPages.show(part)),
                .post("/office\(part.path)", .staff(.manageAgency), AgencyPartPages.add(part)),
            ]
        }

    private static let reading: [Route] = [
        .get("/office/duties", .staff(.readOffice), DutyCataloguePage.show),
        .get("/office/duties/{code}", .staff(.readOffice), DutyPage.show),
        .get("/office/audit", .staff(.readAudit), AuditTrailPage.show),
        .get("/office/style-guide", .staff(.readOffice), StyleGuidePage.show),
    ]

    private static let account: [Route] = [
        .get("/office/account", .staff(.readOffice), AccountPages.show),
        .post("/office/account/password", .staff(.readOffice), AccountPages.changePassword),
        .post("/office/account/language", .staff(.readOffice), AccountPages.chooseLanguage),
    ]
}
