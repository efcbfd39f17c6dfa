package import Text

/// The duty catalogue (公开事项目录): every duty in order, the matters that group them and the public columns.
package struct Catalogue: Sendable {
    /// In the order of the files; the serial number of a duty is its place here, from 1.
    package let duties: [Duty]
    /// First-level matters (一级事项) in the order of the files.
    package let matters: [Duty.Matter]
    /// Public columns in the order of the files.
    package let columns: [CatalogueColumn]
    private let places: [String: Int]

    init(duties: [Duty], matters: [Duty.Matter], columns: [CatalogueColumn]) {
        self.duties = duties
        self.matters = matters
        self.columns = columns
        places = Dictionary(duties.enumerated().map { ($1.code, $0) }) { first, _ in first }
    }

    /// The duty under that code.
    package func duty(_ code: String) -> Duty? { places[code].map { duties[$0] } }

    /// The public column under that slug path.
    package func column(_ slug: String) -> CatalogueColumn? { columns.first { $0.slug == slug } }

    /// The duties shown in that column, in order.
    package func duties(in column: CatalogueColumn) -> [Duty] { duties.filter { $0.column == column.slug } }

    /// The duties of that matter, in order.
    package func duties(of matter: Duty.Matter) -> [Duty] { duties.filter { $0.matter.code == matter.code } }
}

/// A public column (栏目), where the duties of one kind are shown.
package struct CatalogueColumn: Sendable, Hashable {
    /// Path such as `law-enforcement/penalties`: lower-case letters, digits and hyphens.
    package var slug: String
    /// What the column is called.
    package var name: Phrase
    /// The matter whose file defines it.
    package var matter: Duty.Matter
}

/// One file of a catalogue, by the name that its messages use.
package struct CatalogueFile: Sendable, Hashable {
    /// A path or file name, for messages.
    package var name: String
    /// The YAML text.
    package var text: String

    /// A file by its name and text.
    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

extension Catalogue {
    /// The catalogue as shipped.
    package static func builtIn() throws(CatalogueError) -> Catalogue {
        try load(builtIn: CatalogueFile.builtIn, overlay: [])
    }

    /// A catalogue of the given files.
    ///
    /// An overlay may add duties, replace one (`replaces: true`) or drop some (`drops`).
    ///
    /// - Throws: every problem of all the files together.
    package static func load(
        builtIn: [CatalogueFile] = CatalogueFile.builtIn,
        overlay: [CatalogueFile]
    ) throws(CatalogueError) -> Catalogue {
        let assembly = CatalogueAssembly()
        let catalogue = assembly.catalogue(of: builtIn, overlay: overlay)
        guard assembly.problems.all.isEmpty else {
            throw CatalogueError(problems: assembly.problems.sorted)
        }
        return catalogue
    }
}
