import Civil
import Database
import Text

/// The names of an import made things of the database, once, before the first row: agency, duty, people, placement.
struct ImportSetting: Sendable {
    var agency: Agency
    var duty: Duty
    var editor: Actor
    var reviewer: Actor
    var approver: Actor
    /// By code and by name.
    private var classes: [String: ID<ItemClass>]
    private var section: ID<Section>?
    private var column: ID<Column>?
    private var usualClass: String?

    /// - Throws: `Refusal.invalid` with everything that does not fit.
    init(_ wanted: ItemImport, in app: App, _ tx: any SQLConnection) throws {
        var problems: [FieldProblem] = []
        guard let agency = try tx.agencies.find(code: wanted.agency) else {
            throw Refusal.invalid([
                FieldProblem("agency", zh: "没有机关 \(wanted.agency)", en: "There is no agency \(wanted.agency)")
            ])
        }
        guard let duty = app.catalogue.duty(wanted.duty) else {
            throw Refusal.invalid([
                FieldProblem("duty", zh: "没有事项 \(wanted.duty)", en: "There is no duty \(wanted.duty)")
            ])
        }
        self.agency = agency
        self.duty = duty
        func actor(_ login: String, _ key: String, _ act: Act) throws -> Actor {
            let person = try tx.people.find(login: login)
            guard let person, person.isActive, person.agency == agency.id, person.actor.may(act) else {
                problems.append(
                    FieldProblem(
                        key,
                        zh: "\(login) 不是本机关可以\(act.name.zh)的人员",
                        en: "\(login) is nobody in this agency who may \(act.name.en)"
                    )
                )
                return Actor(person: ID(key), agency: agency.id, roles: [])
            }
            return person.actor
        }
        editor = try actor(wanted.editor, "editor", .draftItem)
        reviewer = try actor(wanted.reviewer, "reviewer", .giveOpinion(.secrecy))
        approver = try actor(wanted.approver, "approver", .giveOpinion(.signOff))
        if Set([wanted.editor, wanted.reviewer, wanted.approver]).count < 3 {
            problems.append(
                FieldProblem(
                    "approver",
                    zh: "导入、保密审查、签发须由三人分别办理",
                    en: "Import, secrecy review and signature are done by three people"
                )
            )
        }
        if wanted.clearsFindings, wanted.secrecyReason.isEmpty {
            problems.append(
                FieldProblem("reason", zh: "放行扫描发现的内容须写明理由", en: "To clear what the scan found, say why")
            )
        }
        classes = [:]
        for itemClass in try tx.agencies.classes(of: agency.id) {
            classes[itemClass.code] = itemClass.id
            classes[itemClass.name.zh] = itemClass.id
        }
        usualClass = wanted.itemClass
        if let code = wanted.itemClass, classes[code] == nil {
            problems.append(FieldProblem("class", zh: "没有类别 \(code)", en: "There is no class \(code)"))
        }
        section = try wanted.section.flatMap { code in
            try tx.agencies.sections(of: agency.id).first { $0.code == code }?.id
        }
        if let code = wanted.section, section == nil {
            problems.append(FieldProblem("section", zh: "没有科室 \(code)", en: "There is no section \(code)"))
        }
        column = try tx.agencies.columns(of: agency.id).last { $0.catalogueColumn == duty.column }?.id
        for key in wanted.fixed.keys.sorted() where duty.field(key) == nil {
            problems.append(FieldProblem(key, zh: "事项 \(duty.code) 没有这个栏目", en: "Duty \(duty.code) has no such field"))
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
    }

    /// Where a row belongs, or why that cannot be said.
    func placement(of row: ImportRow) -> Result<Placement, FieldProblem> {
        var placement = Placement(section: section, itemClass: nil, column: column)
        guard let name = row.itemClass ?? usualClass else {
            if classes.isEmpty { return .success(placement) }
            return .failure(
                FieldProblem(
                    "class",
                    zh: "本机关的信息须归入一个类别：请加「信息类别」一列，或用 --class 指定",
                    en: "Items of this agency have a class: add a column “class”, or name one with --class"
                )
            )
        }
        guard let itemClass = classes[name] else {
            return .failure(FieldProblem("class", zh: "没有类别「\(name)」", en: "There is no class “\(name)”"))
        }
        placement.itemClass = itemClass
        return .success(placement)
    }
}
