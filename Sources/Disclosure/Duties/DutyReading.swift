import Civil
import Text

/// Reads one duty of a catalogue file; a duty with any problem is not used.
struct DutyReading {
    static let keys = [
        "code", "zh", "en", "content", "standard", "verified", "basis", "limits", "limit-note", "section", "channels",
        "audience", "mode", "levels", "stage", "opinions", "display", "column", "report-cell", "topic", "bound-to",
        "policy-document", "needs-interpretation", "demands", "withdrawal-approvals", "fields", "replaces",
    ]
    /// The cells of the annual report (nb2021 table 2; T2.9 of nb2019) that a publication may count in.
    static let reportCells = [
        "T2.1.rules", "T2.1.normative", "T2.5.permit", "T2.6.penalty", "T2.6.coercion", "T2.8.fees", "T2.9.procurement",
    ]
    /// Opinions a duty may ask for; the others are always needed or follow from the content.
    static let opinionKinds: [OpinionKind] = [.source, .legal, .consequence, .committee]

    let map: YamlMap
    let matter: Duty.Matter
    let assembly: CatalogueAssembly

    private var origin: String { "\(map.whole.reader.file):\(map.line)" }

    func duty() -> Duty? {
        let before = assembly.problems.all.count
        let code = map.required("code", allowed: Spelling.code)?.spelt(Spelling.isCode, Spelling.code)
        if let code { assembly.attempt(code) }
        let zh = map.required("zh")?.string(limit: 60)
        let en = map.required("en")?.string(limit: 120)
        let read = FieldReading(assembly: assembly, origin: origin).fields(map["fields"])
        var duty = Duty(
            code: code ?? "",
            matter: matter,
            name: Phrase(zh: zh ?? "", en: en ?? ""),
            isStandard: map["standard"]?.bool() ?? false,
            isVerified: readVerified(),
            content: map["content"]?.phrase(),
            basis: readBasis(),
            limits: [],
            limitNote: map["limit-note"]?.phrase(),
            section: map.required("section")?.phrase(limit: 60) ?? Phrase(zh: "", en: ""),
            channels: readCases("channels", ChannelKind.self),
            audience: readCase("audience", Duty.Audience.self, otherwise: .everyone),
            mode: readCase("mode", Duty.DisclosureMode.self, otherwise: .proactive),
            levels: map["levels"] == nil ? [.county] : readCases("levels", Duty.Level.self),
            stage: readStage(),
            opinions: [],
            display: Duty.DisplayPeriod(length: .permanent, end: .stays),
            column: readColumn(),
            reportCell: map["report-cell"]?.oneOf(Self.reportCells),
            topic: readTopic(),
            boundTo: readBoundTo(),
            policyDocument: map["policy-document"]?.bool() ?? false,
            needsInterpretation: map["needs-interpretation"]?.bool() ?? false,
            demands: readDemands(),
            withdrawalApprovals: map["withdrawal-approvals"]?.int(in: 1...3) ?? 1,
            fields: read.map(\.field),
            origin: origin
        )
        guard assembly.problems.all.count == before else { return nil }
        let known = KnownFields(fields: duty.allFields)
        for (index, value) in read.map(\.condition).enumerated() {
            guard let condition = value?.condition(in: known) else { continue }
            duty.fields[index].required = .when(condition)
        }
        duty.opinions = readOpinions(known)
        duty.limits = readLimits(known)
        duty.display = readDisplay(known)
        return assembly.problems.all.count == before ? duty : nil
    }

    // MARK: Names of other things

    private func readColumn() -> String {
        let value = map.required("column", allowed: Spelling.slug)
        guard assembly.namesAreSound else { return value?.spelt(Spelling.isSlug, Spelling.slug) ?? "" }
        return value?.oneOf(assembly.columns.map(\.slug)) ?? ""
    }

    private func readTopic() -> String {
        guard let value = map["topic"] else { return Topics.standard }
        guard let text = value.string() else { return "" }
        if !Topics.contains(text) {
            value.refuse(
                Phrase(zh: "没有主题分类 «\(text)»", en: "there is no topic «\(text)»"),
                allowed: Phrase(
                    zh: "国务院主题分类的「一级\\二级」，例如 \(Topics.standard)",
                    en: "«level 1\\level 2» of the State Council tree, such as \(Topics.standard)"
                )
            )
        }
        return text
    }

    private func readBoundTo() -> String? {
        guard let value = map["bound-to"], let code = value.spelt(Spelling.isCode, Spelling.code) else { return nil }
        assembly.mention(code, at: value, owner: origin)
        return code
    }

    private func readDemands() -> [String] {
        let optional = CommonFields.all.filter { $0.required != .always }.map(\.key)
        return map["demands"]?.list()?.compactMap { $0.oneOf(optional) } ?? []
    }

    private func readVerified() -> Bool {
        guard map["standard"] != nil else { return map["verified"]?.bool() ?? true }
        let needed = Phrase(zh: "true 或 false：是否见过已公布的标准文本", en: "true or false: was the row seen in a published copy")
        return map.required("verified", allowed: needed)?.bool() ?? false
    }

    private func readBasis() -> [Duty.LegalBasis] {
        map.required("basis", allowed: Phrase(zh: "法律依据的列表", en: "a list of laws"))?.list()?.compactMap { value in
            value.map(keys: ["law", "article"]).flatMap(readBasis)
        } ?? []
    }

    private func readBasis(of map: YamlMap) -> Duty.LegalBasis? {
        let keys = assembly.laws.keys.sorted()
        let allowed = Phrase(zh: keys.joined(separator: "、"), en: keys.joined(separator: ", "))
        let value = map.required("law", allowed: allowed)
        guard assembly.namesAreSound else {
            return value?.spelt(Spelling.isKey, Spelling.key).map {
                Duty.LegalBasis(law: Phrase(zh: $0, en: $0), article: "", version: $0)
            }
        }
        guard let key = value?.oneOf(keys), var basis = assembly.laws[key] else { return nil }
        basis.article = map["article"]?.string(limit: 40) ?? ""
        return basis
    }

    // MARK: Closed lists

    private func readCase<Case: CaseIterable & RawRepresentable<String>>(
        _ key: String,
        _: Case.Type,
        otherwise: Case
    ) -> Case {
        map[key]?.oneOf(Case.allCases.map(\.rawValue)).flatMap(Case.init(rawValue:)) ?? otherwise
    }

    private func readStage() -> Duty.Stage {
        let names = Duty.Stage.allCases.map(\.rawValue)
        let allowed = Phrase(zh: names.joined(separator: "、"), en: names.joined(separator: ", "))
        guard map.required("stage", allowed: allowed) != nil else { return .management }
        return readCase("stage", Duty.Stage.self, otherwise: .management)
    }

    private func readCases<Case: CaseIterable & RawRepresentable<String> & Hashable>(
        _ key: String,
        _: Case.Type
    ) -> [Case] {
        let names = Case.allCases.map(\.rawValue)
        let allowed = Phrase(zh: names.joined(separator: "、"), en: names.joined(separator: ", "))
        var cases: [Case] = []
        for value in map.required(key, allowed: allowed)?.list() ?? [] {
            guard let one = value.oneOf(names).flatMap(Case.init(rawValue:)) else { continue }
            guard !cases.contains(one) else {
                value.refuse(
                    Phrase(zh: "«\(value.shown)» 重复", en: "«\(value.shown)» stands twice"),
                    allowed: Phrase(zh: "每个值一次", en: "each value once")
                )
                continue
            }
            cases.append(one)
        }
        return cases
    }

    // MARK: What depends on the fields

    private func readOpinions(_ known: KnownFields) -> [Duty.NeededOpinion] {
        let names = Self.opinionKinds.map(\.rawValue)
        return map["opinions"]?.list()?.compactMap { value in
            guard value.isMap else {
                return value.oneOf(names).flatMap(OpinionKind.init(rawValue:)).map {
                    Duty.NeededOpinion(kind: $0, condition: nil)
                }
            }
            guard let map = value.map(keys: ["kind", "when", "is"]),
                let kind = map.required("kind")?.oneOf(names).flatMap(OpinionKind.init(rawValue:)),
                let condition = map.condition(in: known)
            else { return nil }
            return Duty.NeededOpinion(kind: kind, condition: condition)
        } ?? []
    }

    private func readLimits(_ known: KnownFields) -> [DutyLimit] {
        guard let value = map.required("limits", allowed: LimitReading.allowed) else { return [] }
        return value.list()?.compactMap { entry in
            guard let map = entry.map(keys: LimitReading.keys) else { return nil }
            return LimitReading(map: map, known: known).limit(basis: readBasis)
        } ?? []
    }

    private func readDisplay(_ known: KnownFields) -> Duty.DisplayPeriod {
        guard let value = map["display"], value.isMap else {
            _ = map["display"]?.oneOf(["permanent"])
            return Duty.DisplayPeriod(length: .permanent, end: .stays)
        }
        guard let map = value.map(keys: ["months", "from", "until", "earlier", "end"]) else {
            return Duty.DisplayPeriod(length: .permanent, end: .stays)
        }
        let length: Duty.DisplayPeriod.Length
        if let months = map["months"] {
            let from = map.required("from")?.moment(in: known) ?? ""
            length = .months(months.int(in: 1...1200) ?? 1, from: from)
        } else {
            let until = map.required(
                "until",
                allowed: Phrase(zh: "months 与 from，或 until", en: "months with from, or until")
            )
            length = .until(field: until?.moment(in: known) ?? "")
        }
        let ends = Duty.DisplayPeriod.End.allCases.map(\.rawValue)
        let end = map.required("end")?.oneOf(ends).flatMap(Duty.DisplayPeriod.End.init(rawValue:)) ?? .stays
        return Duty.DisplayPeriod(length: length, end: end, earlier: map["earlier"]?.moment(in: known))
    }
}
