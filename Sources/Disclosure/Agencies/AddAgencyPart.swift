import Civil
package import Database
package import Text

/// Something that an agency is made of: a section, a class, a column, a channel or a former name.
package enum AgencyPart: Sendable, Hashable {
    case section(code: String, kind: Section.Kind, name: Phrase)
    case itemClass(code: String, name: Phrase)
    /// Below the column with that path, or at the first level.
    case column(below: String?, slug: String, catalogueColumn: String?, name: Phrase)
    case channel(code: String, kind: ChannelKind, name: Phrase)
    case formerName(FormerName)
}

/// Adds a part to an agency.
package struct AddAgencyPart: UseCase {
    package var part: AgencyPart
    package var agency: ID<Agency>
    /// Nil when the operator does it at the command line.
    package var actor: Actor?

    package init(_ part: AgencyPart, to agency: ID<Agency>, actor: Actor?) {
        self.part = part
        self.agency = agency
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        try actor?.require(.manageAgency)
        guard actor == nil || actor?.agency == agency else { throw Refusal.notFound }
        do {
            try add(tx, app)
        } catch DatabaseError.uniqueViolation {
            throw Refusal.invalid([
                FieldProblem(
                    "code",
                    zh: "这个代码在本机关已经使用，请换一个",
                    en: "That code is already used in this agency; choose another"
                )
            ])
        }
        try tx.audit.record(
            "agency.part",
            of: "agency",
            agency.text,
            detail: part.kindAndCode,
            by: actor?.person,
            agency: agency,
            in: app
        )
    }

    private func add(_ tx: any SQLConnection, _ app: App) throws {
        switch part {
        case .section(let code, let kind, let name):
            try check(code: code, name: name)
            let place = try tx.agencies.sections(of: agency).count
            try tx.agencies.insert(
                Section(id: app.newID(), agency: agency, code: code, kind: kind, name: name, place: place)
            )
        case .itemClass(let code, let name):
            try check(code: code, name: name)
            let place = try tx.agencies.classes(of: agency).count
            try tx.agencies.insert(ItemClass(id: app.newID(), agency: agency, code: code, name: name, place: place))
        case .column(let below, let slug, let catalogueColumn, let name):
            try check(code: slug, name: name)
            try addColumn(below: below, slug: slug, catalogueColumn: catalogueColumn, name: name, tx, app)
        case .channel(let code, let kind, let name):
            try check(code: code, name: name)
            let place = try tx.channels.all(of: agency).count
            try tx.channels.insert(
                Channel(
                    id: app.newID(),
                    agency: agency,
                    code: code,
                    kind: kind,
                    name: name,
                    isAutomatic: false,
                    place: place
                )
            )
        case .formerName(let former):
            if let to = former.to, to < former.from {
                throw Refusal.invalid([
                    FieldProblem("valid-to", zh: "终止日期不能早于起始日期", en: "The last day cannot be before the first")
                ])
            }
            try tx.agencies.insert(former, of: agency)
        }
    }

    private func check(code: String, name: Phrase) throws(Refusal) {
        var problems: [FieldProblem] = []
        let isSlug = code.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
        if !isSlug || !(1...40).contains(code.utf8.count) {
            problems.append(
                FieldProblem(
                    "code",
                    zh: "代码为 1–40 个小写字母、数字或连字符",
                    en: "A code has 1–40 lower-case letters, digits or hyphens"
                )
            )
        }
        if name.zh.isEmpty { problems.append(FieldProblem("name-zh", zh: "请填写名称", en: "Enter the name")) }
        if name.en.isEmpty {
            problems.append(FieldProblem("name-en", zh: "请填写英文名称", en: "Enter the name in English"))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }

    private func addColumn(
        below: String?,
        slug: String,
        catalogueColumn: String?,
        name: Phrase,
        _ tx: any SQLConnection,
        _ app: App
    ) throws {
        let parent = try below.map { path in
            guard let column = try tx.agencies.column(of: agency, path: path) else {
                throw Refusal.invalid([
                    FieldProblem("below", zh: "没有这个上级栏目", en: "There is no such column to stand below")
                ])
            }
            return column
        }
        let level = (parent?.level ?? 0) + 1
        guard level <= 3 else {
            throw Refusal.invalid([
                FieldProblem("below", zh: "栏目最多三级", en: "Columns have three levels at most")
            ])
        }
        try tx.agencies.insert(
            Column(
                id: app.newID(),
                agency: agency,
                parent: parent?.id,
                level: level,
                path: (parent.map { $0.path + "/" } ?? "") + slug,
                catalogueColumn: catalogueColumn,
                name: name,
                place: try tx.agencies.columns(of: agency).count
            )
        )
    }
}

extension AgencyPart {
    var kindAndCode: String {
        switch self {
        case .section(let code, _, _): "section \(code)"
        case .itemClass(let code, _): "class \(code)"
        case .column(let below, let slug, _, _): "column \(below.map { $0 + "/" } ?? "")\(slug)"
        case .channel(let code, _, _): "channel \(code)"
        case .formerName(let name): "former-name \(name.from.iso)"
        }
    }
}
