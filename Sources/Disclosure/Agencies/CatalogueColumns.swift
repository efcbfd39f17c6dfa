package import Database
import Text

/// How the columns of the duty catalogue come into an agency's own tree.
extension AgencyStore {
    /// Adds the columns of the catalogue that the agency does not have yet; a step that has no column of its own bears the
    /// name of the matter.
    func addColumns(of catalogue: Catalogue, to agency: ID<Agency>, in app: App) throws {
        for column in catalogue.columns {
            try addColumn(column, of: catalogue, to: agency, in: app)
        }
    }

    /// Adds one column with the steps above it, where they are missing.
    /// - Returns: the column of the last step.
    @discardableResult
    func addColumn(
        _ column: CatalogueColumn,
        of catalogue: Catalogue,
        to agency: ID<Agency>,
        in app: App
    ) throws -> ID<Column>? {
        let steps = column.slug.split(separator: "/")
        var parent: ID<Column>?
        for level in 1...max(1, steps.count) {
            let path = steps.prefix(level).joined(separator: "/")
            if let present = try self.column(of: agency, path: path) {
                parent = present.id
                continue
            }
            let own = catalogue.column(path)
            let id = app.newID(Column.self)
            try insert(
                Column(
                    id: id,
                    agency: agency,
                    parent: parent,
                    level: level,
                    path: path,
                    catalogueColumn: own?.slug,
                    name: own?.name ?? column.matter.name,
                    place: Int(try tx.integer("SELECT count(*) FROM portal_column WHERE agency = \(agency)"))
                )
            )
            parent = id
        }
        return parent
    }
}

/// Lets the agencies that follow the catalogue have the columns that it gained since; done whenever the program starts.
package struct FollowCatalogue: UseCase {
    package init() {}

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        for agency in try tx.agencies.all() where agency.followsCatalogue {
            try tx.agencies.addColumns(of: app.catalogue, to: agency.id, in: app)
        }
    }
}
