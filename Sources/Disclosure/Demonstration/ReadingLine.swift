import Civil
import Database

/// A number that a demonstration bureau has written down, because no record can give it; what proves it is invented.
package struct ReadingLine: Sendable, Hashable {
    package var key: String
    package var kind: Reading.Kind
    package var relation: FigureRelation
    /// As it is typed; money in yuan.
    package var value: String
    /// Where it is said to have been read.
    package var source: String
    /// Counted from the bureau's year, at the end of which it holds.
    package var yearsBefore: Int

    init(
        _ key: String,
        _ value: String,
        _ relation: FigureRelation = .equal,
        source: String,
        yearsBefore: Int = 0
    ) {
        self.key = key
        kind = .reading
        self.relation = relation
        self.value = value
        self.source = source
        self.yearsBefore = yearsBefore
    }

    /// What was counted on paper through the end of the year before.
    private init(opening key: String, _ value: String) {
        self.init(key, value, source: "上一年度的年度报告附表", yearsBefore: 1)
        kind = .opening
    }

    static func openings(_ values: [(key: String, value: Int)]) -> [ReadingLine] {
        values.map { ReadingLine(opening: $0.key, "\($0.value)") }
    }

    /// What the tables of Fujian print as 0 over all years.
    static let emptyBefore: [ReadingLine] = openings(
        [
            "channel.gazette", "requests", "requests.counter", "requests.online", "requests.post", "requests.closed",
            "requests.granted", "requests.partial", "requests.refused", "requests.other", "complaints", "reviews",
            "lawsuits",
        ].map { (key: $0, value: 0) }
    )

    /// 八、机构建设和保障经费情况 and 九、会议和培训情况 of the table of 2014.
    ///
    /// - Parameter yuan: the funds for disclosure.
    static func office(
        offices: Int = 1,
        points: Int,
        full: Int,
        part: Int,
        yuan: Int,
        meetings: Int,
        courses: Int,
        trainees: Int
    ) -> [ReadingLine] {
        [
            ReadingLine("offices", "\(offices)", source: "机构编制文件"),
            ReadingLine("reading-points", "\(points)", source: "办公室台账"),
            ReadingLine("staff.full", "\(full)", source: "人事台账"),
            ReadingLine("staff.part", "\(part)", source: "人事台账"),
            ReadingLine("budget", "\(yuan)", source: "财务报表"),
            ReadingLine("meetings", "\(meetings)", source: "会议记录"),
            ReadingLine("courses", "\(courses)", source: "培训记录"),
            ReadingLine("trainees", "\(trainees)", source: "培训签到表"),
        ]
    }
}

extension BureauPlan {
    /// What the bureau has written down.
    package var readings: [ReadingLine] {
        switch code {
        case "nanhai":
            ReadingLine.office(points: 3, full: 1, part: 9, yuan: 60_000, meetings: 2, courses: 2, trainees: 86)
        case "dongguan":
            [
                ReadingLine("weibo.followers", "10143", source: "微博后台"),
                ReadingLine("wechat.followers", "505", source: "微信公众平台后台"),
                ReadingLine("registry.subjects", "1700000", .above, source: "商事登记部门通报"),
                ReadingLine("registry.units", "700000", .above, source: "安全生产基础台账"),
                ReadingLine("registry.key-units", "200000", .above, source: "安全生产基础台账"),
                ReadingLine("wechat.rank", "3", .atMost, source: "公众号影响力排行榜"),
            ] + ReadingLine.office(points: 4, full: 2, part: 34, yuan: 120_000, meetings: 4, courses: 3, trainees: 210)
        case "jinjiang":
            [
                // Even the least of «about 40 000» is more than five times as many, which is a growth by more than four.
                ReadingLine("wechat.followers", "7000", source: "微信公众平台后台", yearsBefore: 1),
                ReadingLine("wechat.followers", "40000", .about, source: "微信公众平台后台"),
                ReadingLine("wechat.growth", "4", .above, source: "台账中两年末的微信粉丝读数"),
                ReadingLine("wechat.rank-average", "55", .about, source: "公众号影响力排行榜"),
                ReadingLine("wechat.rank-best", "15", source: "公众号影响力排行榜"),
                ReadingLine("bus.plays", "35", source: "车载电视播放单"),
            ] + ReadingLine.openings([("items", 779), ("channel.site", 779)]) + ReadingLine.emptyBefore
                + ReadingLine.office(points: 2, full: 1, part: 12, yuan: 45_000, meetings: 3, courses: 2, trainees: 64)
        case "tongxiang":
            ReadingLine.office(points: 2, full: 1, part: 7, yuan: 30_000, meetings: 2, courses: 1, trainees: 35)
        case "shaxian":
            ReadingLine.openings([("items", 966), ("channel.site", 819)]) + ReadingLine.emptyBefore
                + ReadingLine.office(points: 2, full: 1, part: 5, yuan: 20_000, meetings: 2, courses: 1, trainees: 28)
        default: []
        }
    }
}

/// Fills the ledger of a demonstration bureau, each line on the day from which it holds.
struct FillLedger {
    let bureau: FoundedBureau

    func run(in app: App) async throws {
        let actor = try bureau.actor(.officer)
        let code = bureau.plan.code
        let bytes = RepeatableBytes(seed: "\(code)/readings")
        var own = app
        own.randomBytes = { bytes.next($0) }
        let lines = bureau.plan.readings.sorted { $0.yearsBefore > $1.yearsBefore }
        let acts = lines.enumerated().compactMap { place, line -> (RecordReading, Instant)? in
            guard let day = CivilDate(year: bureau.plan.year - line.yearsBefore, month: 12, day: 31) else { return nil }
            let form = ReadingForm(
                key: line.key,
                kind: line.kind,
                readOn: day.iso,
                relation: line.relation.rawValue,
                value: line.value,
                source: line.source,
                evidence: "演示数据：凭证为虚构，演示档〔\(day.year)〕读数\(place + 1)号",
                note: "演示数据"
            )
            // What holds at the end of the year before is written down on the first day of the bureau's year.
            let writtenOn = line.yearsBefore == 0 ? day : day.adding(days: 1)
            let at = Instant.start(of: writtenOn).adding(milliseconds: Instant.hours(17) + Int64(place) * 60_000)
            return (RecordReading(form, actor: actor), at)
        }
        let writer = own
        try await app.database.write { tx in
            for (act, at) in acts { _ = try act.perform(tx, in: writer.at(at)) }
        }
    }
}
