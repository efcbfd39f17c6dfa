import Disclosure
package import Web

/// Every address of the office (for staff who have signed in).
package enum OfficeRoutes {
    package static let all: [Route] =
        door + items + life + bonds + cases + figures + reports + registers + people + settings + reading + account
        + standingIn

    private static let door: [Route] = [
        .get("/office/sign-in", .everyone, SignInPages.form),
        .post("/office/sign-in", .everyone, SignInPages.signIn).forSecrets,
        .get("/office/sign-in/code", .arriving, CodePage.form),
        .post("/office/sign-in/code", .arriving, CodePage.show).forSecrets,
        .post("/office/sign-out", .arriving, SignInPages.signOut).forSecrets,
        .post("/office/sign-out-everywhere", .staff(.readOffice), SignInPages.signOutEverywhere).forSecrets,
        .get("/office/welcome/{token}", .everyone, WelcomePages.form),
        .post("/office/welcome/{token}", .everyone, WelcomePages.setPassword).forSecrets,
        .get("/office/kept/{id}", .staff(.readOffice), KeptFormPage.show),
        .post("/office/kept/{id}", .staff(.readOffice), KeptFormPage.drop).forSecrets,
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

    private static let life: [Route] = [
        .get("/office/items/{id}/comparison", .staff(.readOffice), ComparisonPage.show),
        .get("/office/items/{id}/revision", .staff(.draftItem), RevisionPages.form),
        .post("/office/items/{id}/revision", .staff(.draftItem), RevisionPages.start),
        .post("/office/items/{id}/revision/removal", .staff(.draftItem), RevisionPages.drop),
        .get("/office/items/{id}/withdrawal", .staff(.draftItem), WithdrawalPages.form),
        .post("/office/items/{id}/withdrawal", .staff(.draftItem), WithdrawalPages.ask),
        .get("/office/items/{id}/withdrawal/decision", .staff(.decideWithdrawal), WithdrawalPages.decisionForm),
        .post("/office/items/{id}/withdrawal/decision", .staff(.decideWithdrawal), WithdrawalPages.decide),
        .post("/office/items/{id}/reopening", .staff(.draftItem), RevisionPages.reopen),
        .get("/office/items/{id}/urgent-publication", .staff(.publishUrgently), UrgentPages.form),
        .post("/office/items/{id}/urgent-publication", .staff(.publishUrgently), UrgentPages.publish),
        .get("/office/items/{id}/schedule", .staff(.giveOpinion(.signOff)), SchedulePages.form),
        .post("/office/items/{id}/schedule", .staff(.giveOpinion(.signOff)), SchedulePages.takeBack),
        .get("/office/items/{id}/validity", .staff(.changeValidity), ValidityPages.form),
        .post("/office/items/{id}/validity", .staff(.changeValidity), ValidityPages.change),
        .post("/office/items/{id}/takedowns", .staff(.recordDelivery), TakedownPages.record),
    ]

    private static let reports: [Route] = [
        .get("/office/reports", .staff(.readOffice), ReportListPage.show),
        .post("/office/reports", .staff(.draftItem), ReportListPage.start),
        .get("/office/reports/{id}", .staff(.readOffice), ReportPage.show),
        .post("/office/reports/{id}/look", .staff(.draftItem), ReportPage.look),
        .post("/office/reports/{id}/answers", .staff(.draftItem), ReportPage.answer),
        .post("/office/reports/{id}/submission", .staff(.draftItem), ReportPage.submit),
        .get("/office/reports/{id}/files/{file}", .staff(.readOffice), ReportPage.file),
        .get("/office/reports/{id}/numbers/{number}", .staff(.readOffice), ReportNumberPage.show),
        .get("/office/reports/{id}/sections/{section}", .staff(.draftItem), ReportSectionPages.form),
        .post("/office/reports/{id}/sections/{section}", .staff(.draftItem), ReportSectionPages.save),
    ]

    private static let bonds: [Route] = [
        .get("/office/items/{id}/comments", .staff(.draftItem), CommentListPage.show),
        .post("/office/items/{id}/comments", .staff(.draftItem), CommentListPage.treat),
        .get("/office/items/{id}/comments/{comment}", .staff(.draftItem), CommentPage.show),
        .get("/office/items/{id}/outcome", .staff(.draftItem), OutcomePages.form),
        .post("/office/items/{id}/outcome", .staff(.draftItem), OutcomePages.create),
        .get("/office/items/{id}/pair", .staff(.giveOpinion(.signOff)), PairPage.form),
        .post("/office/items/{id}/pair", .staff(.giveOpinion(.signOff)), PairPage.sign),
        .get("/office/items/{id}/assessment", .staff(.giveOpinion(.disclosureOffice)), AssessmentPage.form),
        .post("/office/items/{id}/assessment", .staff(.giveOpinion(.disclosureOffice)), AssessmentPage.assess),
        .get("/office/due", .staff(.readOffice), DuePage.show),
        .get("/office/hand-over", .staff(.recordDelivery), HandOverPage.show),
        // Which acts are open to a person depends on the roles; the pages look at that.
        .get("/office/bulk", .staff(.readOffice), BulkPages.choose),
        .post("/office/bulk", .staff(.readOffice), BulkPages.preview),
        .post("/office/bulk/run", .staff(.readOffice), BulkPages.run),
        .get("/office/bulk/{id}", .staff(.readOffice), BulkPages.results),
    ]

    private static let cases: [Route] = [
        .get("/office/cases", .staff(.readCases), CaseListPage.show),
        .get("/office/cases/new", .staff(.handleCases), CaseIntake.choose),
        .get("/office/cases/new/{kind}", .staff(.handleCases), CaseIntake.form),
        .post("/office/cases/new/{kind}", .staff(.handleCases), CaseIntake.file),
        .get("/office/cases/import", .staff(.handleCases), CaseImportPages.form),
        .upload("/office/cases/import", .staff(.handleCases), CaseImportPages.take),
        .post("/office/cases/import/sheet", .staff(.handleCases), CaseImportPages.sheet),
        .get("/office/cases/bulk", .staff(.handleCases), CaseBulkPages.choose),
        .post("/office/cases/bulk", .staff(.handleCases), CaseBulkPages.preview),
        .post("/office/cases/bulk/run", .staff(.handleCases), CaseBulkPages.run),
        .get("/office/cases/bulk/{id}", .staff(.handleCases), CaseBulkPages.results),
        .get("/office/cases/letters", .staff(.manageLetters), LetterTextPages.list),
        .post("/office/cases/letters/{kind}", .staff(.manageLetters), LetterTextPages.change),
        .get("/office/cases/{id}", .staff(.readCases), CasePage.show),
        .post("/office/cases/{id}/letters/{place}", .staff(.readApplicants), LetterPage.show),
        .post("/office/cases/{id}/letters/{place}/{format}", .staff(.readApplicants), LetterPage.file),
        // Whether officer or approver may record an event, its procedure says.
        .post("/office/cases/{id}/events/{event}", .staff(.readCases), CaseActs.record),
        .post("/office/cases/{id}/files/{file}", .staff(.readApplicants), CaseMaterial.open),
        .post("/office/cases/{id}/applicant", .staff(.readApplicants), CaseActs.showApplicant),
        .post("/office/cases/{id}/assignment", .staff(.handleCases), CaseActs.assign),
        .post("/office/cases/{id}/merge", .staff(.handleCases), CaseActs.merge),
        .post("/office/cases/{id}/part", .staff(.handleCases), CaseActs.part),
        .post("/office/cases/{id}/split", .staff(.handleCases), CaseActs.split),
        .post("/office/cases/{id}/messages", .staff(.handleCases), CaseActs.write),
        .get("/office/cases/{id}/assessment", .staff(.giveOpinion(.disclosureOffice)), CaseAssessmentPage.form),
        .post("/office/cases/{id}/assessment", .staff(.giveOpinion(.disclosureOffice)), CaseAssessmentPage.assess),
        .post("/office/cases/{id}/notes", .staff(.handleCases), CaseActs.note),
    ]

    private static let registers: [Route] = [
        .get("/office/readings", .staff(.readOffice), ReadingListPage.show),
        .post("/office/readings", .staff(.recordReadings), ReadingPages.record),
        .get("/office/readings/new", .staff(.recordReadings), ReadingPages.form),
        .get("/office/readings/ledger.csv", .staff(.readOffice), ReadingExport.send),
        .get("/office/readings/{id}", .staff(.readOffice), ReadingPage.show),
        .get("/office/readings/{id}/correction", .staff(.recordReadings), ReadingPages.correctionForm),
        .post("/office/readings/{id}/correction", .staff(.recordReadings), ReadingPages.correct),
        .get("/office/remedies", .staff(.readOffice), RemedyListPage.show),
        .post("/office/remedies", .staff(.recordRemedies), RemedyPages.record),
        .get("/office/remedies/new", .staff(.recordRemedies), RemedyPages.form),
        .get("/office/remedies/{id}", .staff(.readOffice), RemedyPage.show),
        .post("/office/remedies/{id}/end", .staff(.recordRemedies), RemedyPage.close),
        .get("/office/remedies/{id}/correction", .staff(.recordRemedies), RemedyPages.correctionForm),
        .post("/office/remedies/{id}/correction", .staff(.recordRemedies), RemedyPages.correct),
    ]

    private static let figures: [Route] = [
        .get("/office/figures", .staff(.readOffice), FigurePages.list),
        .get("/office/figures.csv", .staff(.readOffice), FigurePages.file(.csv)),
        .get("/office/figures.json", .staff(.readOffice), FigurePages.file(.json)),
        .get("/office/figures/{asked}", .staff(.readOffice), FigurePages.sheet),
        // Which of the records are told, the page decides by what the person may see.
        .get("/office/figures/{asked}/{file}", .staff(.readOffice), FigurePages.records),
        .get("/office/assessment", .staff(.readOffice), ContributionPage.show),
        .get("/office/assessment.csv", .staff(.readOffice), ContributionPage.file),
    ]

    private static let people: [Route] = [
        .get("/office/people", .staff(.managePeople), PeoplePage.show),
        .post("/office/people", .staff(.managePeople), PersonPages.add),
        .get("/office/people/new", .staff(.managePeople), PersonPages.newForm),
        .get("/office/people/{id}", .staff(.managePeople), PersonPages.form),
        .post("/office/people/{id}", .staff(.managePeople), PersonPages.change),
        .post("/office/people/{id}/link", .staff(.managePeople), OneTimeLinkPage.make),
        .post("/office/people/{id}/second-factor", .staff(.managePeople), PersonPages.resetSecondFactor),
        .get("/office/people/safety", .staff(.managePeople), SafetyPage.show),
        .post("/office/people/safety", .staff(.managePeople), SafetyPage.change),
    ]

    private static let settings: [Route] =
        [
            .get("/office/settings", .staff(.manageAgency), AgencyPages.form),
            .post("/office/settings", .staff(.manageAgency), AgencyPages.change),
            .get("/office/settings/holidays", .staff(.manageAgency), HolidayPages.show),
            .post("/office/settings/holidays", .staff(.manageAgency), HolidayPages.take),
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
        .post("/office/audit/export", .staff(.readAudit), AuditExport.send),
        .get("/office/style-guide", .staff(.readOffice), StyleGuidePage.show),
    ]

    private static let account: [Route] = [
        .get("/office/account", .staff(.readOffice), AccountPages.show),
        .post("/office/account/password", .staff(.readOffice), AccountPages.changePassword).forSecrets,
        .get("/office/account/second-factor", .arriving, SecondFactorPage.show),
        .post("/office/account/second-factor", .arriving, SecondFactorPage.change).forSecrets,
        .post("/office/account/language", .staff(.readOffice), AccountPages.chooseLanguage),
    ]

    private static let standingIn: [Route] = [
        .get("/office/account/delegations", .staff(.readOffice), DelegationPages.own),
        .post("/office/account/delegations", .staff(.readOffice), DelegationPages.changeOwn),
        .get("/office/people/{id}/delegations", .staff(.managePeople), DelegationPages.another),
        .post("/office/people/{id}/delegations", .staff(.managePeople), DelegationPages.changeAnother),
        .post("/office/delegations/{id}/end", .staff(.readOffice), DelegationPages.end),
        .get("/office/handing-on", .staff(.handOnDrafts), HandOnPages.people),
        .get("/office/handing-on/{id}", .staff(.handOnDrafts), HandOnPages.form),
        .post("/office/handing-on/{id}", .staff(.handOnDrafts), HandOnPages.handOn),
    ]
}
