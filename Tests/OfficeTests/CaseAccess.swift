import TestKit

/// Who may come to the pages of cases; what of a case they see there is another matter, which `CaseReach` decides.
extension AccessTests {
    /// Those who see cases, and those who handle them.
    static let caseReaders: Set<Seat> = [.cases, .officer, .approver, .legal, .administrator, .auditor, .everybody]
    static let caseHandlers: Set<Seat> = [.cases, .officer, .everybody]

    static let letterWriters: Set<Seat> = [.officer, .administrator, .everybody]

    static let caseRules: [Rule] = [
        Rule("GET", "/office/cases", caseReaders),
        Rule("GET", "/office/cases/new", caseHandlers),
        Rule("GET", "/office/cases/new/{kind}", caseHandlers),
        Rule("POST", "/office/cases/new/{kind}", caseHandlers),
        Rule("GET", "/office/cases/import", caseHandlers),
        Rule("POST", "/office/cases/import", caseHandlers),
        Rule("POST", "/office/cases/import/sheet", caseHandlers),
        Rule("GET", "/office/cases/bulk", caseHandlers),
        Rule("POST", "/office/cases/bulk", caseHandlers),
        Rule("POST", "/office/cases/bulk/run", caseHandlers),
        Rule("GET", "/office/cases/bulk/{id}", caseHandlers),
        Rule("GET", "/office/cases/letters", letterWriters),
        Rule("POST", "/office/cases/letters/{kind}", letterWriters),
        Rule("GET", "/office/cases/{id}", caseReaders),
        Rule("POST", "/office/cases/{id}/letters/{place}", caseHandlers),
        Rule("POST", "/office/cases/{id}/letters/{place}/{format}", caseHandlers),
        Rule("POST", "/office/cases/{id}/events/{event}", caseReaders),
        Rule("POST", "/office/cases/{id}/files/{file}", caseHandlers),
        Rule("POST", "/office/cases/{id}/applicant", caseHandlers),
        Rule("POST", "/office/cases/{id}/assignment", caseHandlers),
        Rule("POST", "/office/cases/{id}/merge", caseHandlers),
        Rule("POST", "/office/cases/{id}/part", caseHandlers),
        Rule("POST", "/office/cases/{id}/split", caseHandlers),
        Rule("POST", "/office/cases/{id}/messages", caseHandlers),
        Rule("POST", "/office/cases/{id}/notes", caseHandlers),
        Rule("GET", "/office/cases/{id}/assessment", [.officer, .everybody]),
        Rule("POST", "/office/cases/{id}/assessment", [.officer, .everybody]),
    ]
}
