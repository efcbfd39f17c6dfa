package import Web

/// Every address of the portal (public, for everyone).
package enum PortalRoutes {
    package static let all: [Route] = site + agencies + items + figures + cases

    private static let site: [Route] = [
        .get("/", .everyone, AgencyListPage.show),
        .get("/search", .everyone, SearchPage.showAll),
        .get("/elder", .everyone, ElderPage.change),
        .get("/robots.txt", .everyone, SiteFiles.robots),
        .get("/favicon.ico", .everyone, SiteFiles.icon),
        .get(Stylesheet.url, .everyone, SiteFiles.stylesheet),
        .get("/api/clock", .everyone, ClockAPI.answer),
        .get("/health/live", .everyone, HealthPages.live),
        .get("/health/ready", .everyone, HealthPages.ready),
    ]

    private static let agencies: [Route] = [
        .get("/{agency}", .everyone, AgencyHomePage.show),
        .get("/{agency}/columns", .everyone, ColumnTreePage.show),
        .get("/{agency}/columns/**", .everyone, ColumnPage.show),
        .get("/{agency}/search", .everyone, SearchPage.showAgency),
        .get("/{agency}/feed", .everyone, FeedPage.show),
        .get("/{agency}/catalogue", .everyone, CataloguePage.show),
        .get("/{agency}/guide", .everyone, GuidePage.show),
        .get("/{agency}/reports", .everyone, ReportPages.list),
        .get("/{agency}/reports/{period}", .everyone, ReportPages.show),
        .get("/{agency}/reports/{period}/files/{file}", .everyone, ReportPages.file),
        .get("/{agency}/reports/{period}/numbers/{number}", .everyone, ReportPages.number),
    ]

    private static let items: [Route] = [
        .get("/{agency}/items/{leaf}", .everyone, ItemPage.show),
        .get("/{agency}/items/{leaf}/changes/{index}", .everyone, ChangePage.show),
        .get("/{agency}/items/{leaf}/files/{name}", .everyone, ItemFiles.file),
        .get("/{agency}/items/{leaf}/proof.txt", .everyone, ProofFiles.proof),
        .get("/{agency}/items/{leaf}/public-version", .everyone, ProofFiles.publicVersion),
        .get("/{agency}/items/{leaf}/comments", .everyone, CommentPages.form),
        .post("/{agency}/items/{leaf}/comments", .everyone, CommentPages.file),
        .get("/{agency}/comment-receipts/{code}", .everyone, CommentReceiptPage.show),
    ]

    /// Files end in `.csv` or `.json`: of one figure `items.csv`, of its records `items/records.csv`.
    private static let figures: [Route] = [
        .get("/{agency}/figures", .everyone, FigurePages.list),
        .get("/{agency}/figures.csv", .everyone, FigurePages.file(.csv)),
        .get("/{agency}/figures.json", .everyone, FigurePages.file(.json)),
        .get("/{agency}/figures/{asked}", .everyone, FigurePages.sheet),
        .get("/{agency}/figures/{asked}/{file}", .everyone, FigurePages.records),
    ]

    private static let cases: [Route] = [
        .get("/{agency}/ask", .everyone, AskPage.show),
        .get("/{agency}/ask/{kind}", .everyone, AskFormPages.form),
        .post("/{agency}/ask/{kind}", .everyone, AskFormPages.file),
        .get("/{agency}/ask/{kind}/flow", .everyone, FlowPages.show),
        .get("/{agency}/ask/{kind}/flow/{file}", .everyone, FlowPages.picture),
        .get("/{agency}/case-receipts/{ticket}", .everyone, CaseReceiptPage.show),
        .get("/{agency}/cases", .everyone, CaseQueryPage.form),
        .post("/{agency}/cases", .everyone, CaseQueryPage.open),
        .post("/{agency}/cases/events", .everyone, CaseActPages.event),
        .post("/{agency}/cases/letters", .everyone, CaseActPages.letter),
        .post("/{agency}/cases/messages", .everyone, CaseActPages.message),
        .upload("/{agency}/cases/files", .everyone, CaseActPages.files),
        .post("/{agency}/cases/download", .everyone, CaseDownload.file),
        .post("/{agency}/cases/notices", .everyone, CaseActPages.notices),
    ]
}
