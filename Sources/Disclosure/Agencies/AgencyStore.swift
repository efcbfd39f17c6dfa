import Civil
package import Database
import Text

/// Agencies and what hangs on them, in the database.
package struct AgencyStore {
    let tx: any SQLConnection

    package func all() throws -> [Agency] {
        try tx.rows("SELECT * FROM agency ORDER BY code").map(Agency.init)
    }

    package func find(_ id: ID<Agency>) throws -> Agency? {
        try tx.first("SELECT * FROM agency WHERE id = \(id)").map(Agency.init)
    }

    package func find(code: String) throws -> Agency? {
        try tx.first("SELECT * FROM agency WHERE code = \(code)").map(Agency.init)
    }

    package func insert(_ agency: Agency) throws {
        try tx.execute(
            """
            INSERT INTO agency (id, code, level, name_zh, name_en, region_code, credit_code, site_id_code, index_template,
                contact, disclosure_office, is_demonstration, follows_catalogue, created_at)
            VALUES (\(agency.id), \(agency.code), \(agency.level.rawValue), \(agency.name.zh), \(agency.name.en),
                \(agency.regionCode), \(agency.creditCode), \(agency.siteIDCode), \(agency.indexTemplate.text),
                \(agency.contact.stored), \(agency.disclosureOffice.stored), \(agency.isDemonstration),
                \(agency.followsCatalogue), \(agency.createdAt))
            """
        )
    }

    package func update(_ agency: Agency) throws {
        try tx.execute(
            """
            UPDATE agency SET level = \(agency.level.rawValue), name_zh = \(agency.name.zh), name_en = \(agency.name.en),
                region_code = \(agency.regionCode), credit_code = \(agency.creditCode), site_id_code = \(agency.siteIDCode),
                index_template = \(agency.indexTemplate.text), contact = \(agency.contact.stored),
                disclosure_office = \(agency.disclosureOffice.stored)
            WHERE id = \(agency.id)
            """
        )
    }

    package func formerNames(of agency: ID<Agency>) throws -> [FormerName] {
        try tx.rows("SELECT * FROM agency_name WHERE agency = \(agency) ORDER BY valid_from").map { row in
            FormerName(
                name: try row.phrase("name"),
                from: try row.date("valid_from"),
                to: try row.optionalDate("valid_to")
            )
        }
    }

    package func insert(_ name: FormerName, of agency: ID<Agency>) throws {
        try tx.execute(
            """
            INSERT INTO agency_name (agency, valid_from, valid_to, name_zh, name_en)
            VALUES (\(agency), \(name.from), \(name.to), \(name.name.zh), \(name.name.en))
            """
        )
    }

    package func sections(of agency: ID<Agency>) throws -> [Section] {
        try tx.rows("SELECT * FROM section WHERE agency = \(agency) ORDER BY place, code").map(Section.init)
    }

    package func insert(_ section: Section) throws {
        try tx.execute(
            """
            INSERT INTO section (id, agency, code, kind, name_zh, name_en, place)
            VALUES (\(section.id), \(section.agency), \(section.code), \(section.kind.rawValue), \(section.name.zh),
                \(section.name.en), \(section.place))
            """
        )
    }

    package func classes(of agency: ID<Agency>) throws -> [ItemClass] {
        try tx.rows("SELECT * FROM item_class WHERE agency = \(agency) ORDER BY place, code").map(ItemClass.init)
    }

    package func insert(_ itemClass: ItemClass) throws {
        try tx.execute(
            """
            INSERT INTO item_class (id, agency, code, name_zh, name_en, place)
            VALUES (\(itemClass.id), \(itemClass.agency), \(itemClass.code), \(itemClass.name.zh), \(itemClass.name.en),
                \(itemClass.place))
            """
        )
    }

    package func columns(of agency: ID<Agency>) throws -> [Column] {
        try tx.rows("SELECT * FROM portal_column WHERE agency = \(agency) ORDER BY level, place, path").map(Column.init)
    }

    /// A column and those above it, from the first level down.
    package func way(to column: ID<Column>) throws -> [Column] {
        try tx.rows(
            """
            WITH RECURSIVE way AS (
                SELECT * FROM portal_column WHERE id = \(column)
                UNION ALL
                SELECT c.* FROM way JOIN portal_column c ON c.id = way.parent
            )
            SELECT * FROM way ORDER BY level
            """
        ).map(Column.init)
    }

    package func column(of agency: ID<Agency>, path: String) throws -> Column? {
        try tx.first("SELECT * FROM portal_column WHERE agency = \(agency) AND path = \(path)").map(Column.init)
    }

    package func insert(_ column: Column) throws {
        try tx.execute(
            """
            INSERT INTO portal_column (id, agency, parent, level, path, catalogue_column, name_zh, name_en, place)
            VALUES (\(column.id), \(column.agency), \(column.parent), \(column.level), \(column.path),
                \(column.catalogueColumn), \(column.name.zh), \(column.name.en), \(column.place))
            """
        )
    }

    /// The next serial of an index number in its scope: unique and gap-free, because a rollback takes it back.
    package func nextSerial(of agency: ID<Agency>, scope: String) throws -> Int {
        let row = try tx.first(
            """
            INSERT INTO index_serial (agency, scope, last) VALUES (\(agency), \(scope), 1)
            ON CONFLICT (agency, scope) DO UPDATE SET last = index_serial.last + 1 RETURNING last
            """
        )
        guard let row else { throw DatabaseError.other("no serial returned") }
        return try row.number("last")
    }
}

extension SQLConnection {
    package var agencies: AgencyStore { AgencyStore(tx: self) }
}

extension SQLRow {
    /// The phrase in the columns `name_zh` and `name_en`.
    func phrase(_ name: String) throws -> Phrase { Phrase(zh: try text(name + "_zh"), en: try text(name + "_en")) }
}

extension Agency {
    init(_ row: SQLRow) throws {
        self.init(
            id: try row.id("id"),
            code: try row.text("code"),
            level: try row.choice("level"),
            name: try row.phrase("name"),
            regionCode: try row.text("region_code"),
            creditCode: try row.text("credit_code"),
            siteIDCode: try row.text("site_id_code"),
            indexTemplate: try IndexTemplate(try row.text("index_template")),
            contact: Contact(stored: try row.text("contact")),
            disclosureOffice: Contact(stored: try row.text("disclosure_office")),
            isDemonstration: try row.bool("is_demonstration"),
            followsCatalogue: try row.bool("follows_catalogue"),
            createdAt: try row.instant("created_at")
        )
    }
}

extension Section {
    init(_ row: SQLRow) throws {
        self.init(
            id: try row.id("id"),
            agency: try row.id("agency"),
            code: try row.text("code"),
            kind: try row.choice("kind"),
            name: try row.phrase("name"),
            place: try row.number("place")
        )
    }
}

extension ItemClass {
    init(_ row: SQLRow) throws {
        self.init(
            id: try row.id("id"),
            agency: try row.id("agency"),
            code: try row.text("code"),
            name: try row.phrase("name"),
            place: try row.number("place")
        )
    }
}

extension Column {
    init(_ row: SQLRow) throws {
        self.init(
            id: try row.id("id"),
            agency: try row.id("agency"),
            parent: try row.optionalID("parent"),
            level: try row.number("level"),
            path: try row.text("path"),
            catalogueColumn: try row.optionalText("catalogue_column"),
            name: try row.phrase("name"),
            place: try row.number("place")
        )
    }
}
