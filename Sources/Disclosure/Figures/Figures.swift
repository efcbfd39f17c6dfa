internal import CTables
import Text

/// The figures of a deployment: those for every agency, and the agencies' own.
package struct Figures: Sendable {
    private var standard: [Figure] = []
    /// By the code of the agency.
    private var own: [String: [Figure]] = [:]
    /// Those of the bureaus of the demonstration, which no other agency of the same code has.
    private var demonstration: [String: [Figure]] = [:]

    /// Fields that the figures of all agencies take values from.
    private var askedOfAll = AskedFields()
    /// Those that an agency's own figures take values from, by its code.
    private var askedOfOwn: [String: AskedFields] = [:]
    private var askedOfDemonstration: [String: AskedFields] = [:]

    /// The fields that are kept in an indexed form for the figures of an agency.
    func fields(of duty: Duty, for agency: Agency) -> [Field] {
        let own = askedOfOwn[agency.code] ?? (agency.isDemonstration ? askedOfDemonstration[agency.code] : nil)
        let keys = askedOfAll.keys(under: duty.code).union(own?.keys(under: duty.code) ?? [])
        return keys.isEmpty ? [] : duty.allFields.filter { keys.contains($0.key) }
    }

    /// The figures of an agency: its own take the place of the standard ones of the same key, the others follow.
    package func all(of agency: Agency) -> [Figure] {
        all(of: agency.code, isDemonstration: agency.isDemonstration)
    }

    /// Those that an agency defines itself.
    package func own(of agency: Agency) -> [Figure] {
        own[agency.code] ?? (agency.isDemonstration ? demonstration[agency.code] : nil) ?? []
    }

    /// - Parameter agency: its code.
    package func all(of agency: String, isDemonstration: Bool = false) -> [Figure] {
        let mine = own[agency] ?? (isDemonstration ? demonstration[agency] : nil) ?? []
        let kept = standard.map { figure in mine.first { $0.key == figure.key } ?? figure }
        return kept + mine.filter { figure in !standard.contains { $0.key == figure.key } }
    }

    /// The figures as shipped.
    package static func builtIn() throws(CatalogueError) -> Figures { try load(overlay: []) }

    /// The figures as shipped under those of a catalogue folder: its folder `figures`, if it has one.
    package static func loading(catalogueDirectory: String) throws(CatalogueError) -> Figures {
        let folder = catalogueDirectory + "/figures"
        return try load(overlay: CatalogueFile.hasFolder(folder) ? CatalogueFile.files(in: folder) : [])
    }

    /// - Parameter overlay: files of the place's own; with the key `agency` for that one, without it for all.
    /// - Throws: every problem of all the files together.
    package static func load(
        builtIn: [CatalogueFile] = CatalogueFile.builtInFigures,
        overlay: [CatalogueFile]
    ) throws(CatalogueError) -> Figures {
        let problems = YamlProblems()
        var loaded = Figures()
        var parts: [() -> Void] = []
        for file in builtIn + overlay {
            guard let (agency, figures, map) = read(file, problems) else { continue }
            if let agency {
                loaded.own[agency] = (loaded.own[agency] ?? []) + figures
            } else {
                loaded.standard = loaded.standard.filter { old in !figures.contains { $0.key == old.key } } + figures
            }
            let keys = Set(figures.map(\.key))
            parts.append { loaded.refuseUnknownParts(in: map, loaded.all(of: agency ?? ""), keys) }
        }
        for file in CatalogueFile.demonstrationFigures {
            guard let (agency, figures, map) = read(file, problems), let agency else { continue }
            loaded.demonstration[agency] = figures
            let keys = Set(figures.map(\.key))
            parts.append { loaded.refuseUnknownParts(in: map, loaded.all(of: agency, isDemonstration: true), keys) }
        }
        for check in parts { check() }
        guard problems.all.isEmpty else { throw CatalogueError(problems: problems.sorted) }
        loaded.askedOfAll = AskedFields(of: loaded.standard)
        loaded.askedOfOwn = loaded.own.mapValues(AskedFields.init(of:))
        loaded.askedOfDemonstration = loaded.demonstration.mapValues(AskedFields.init(of:))
        return loaded
    }

    private static func read(_ file: CatalogueFile, _ problems: YamlProblems) -> (String?, [Figure], YamlMap)? {
        let reader = YamlReader(file: file.name, problems: problems)
        guard let map = reader.root(of: file.text, keys: ["agency", "figures"]) else { return nil }
        return (map["agency"]?.string(limit: 40), FigureDefinitions().figures(map.required("figures")), map)
    }

    /// Sums and shares name figures that count records, so that none goes round in a circle.
    private func refuseUnknownParts(in map: YamlMap, _ all: [Figure], _ keys: Set<String>) {
        let counted = Set(
            all.filter { figure in
                if case .records = figure.counting { true } else { false }
            }.map(\.key)
        )
        for figure in all where keys.contains(figure.key) {
            for part in figure.parts where !counted.contains(part) {
                map.refuse(
                    "figures",
                    Phrase(
                        zh: "指标「\(figure.key)」引用的「\(part)」不存在，或者不是直接计数的指标",
                        en:
                            "the figure «\(figure.key)» names «\(part)», which does not exist or is not counted from records"
                    )
                )
            }
        }
    }
}

extension CatalogueFile {
    /// The embedded figures.
    package static var builtInFigures: [CatalogueFile] {
        [
            CatalogueFile(name: "standard.yaml", text: gongkai_figures_standard().text),
            CatalogueFile(name: "documents.yaml", text: gongkai_figures_documents().text),
            CatalogueFile(name: "requests.yaml", text: gongkai_figures_requests().text),
            CatalogueFile(name: "replies.yaml", text: gongkai_figures_replies().text),
            CatalogueFile(name: "remedies.yaml", text: gongkai_figures_remedies().text),
            CatalogueFile(name: "office.yaml", text: gongkai_figures_office().text),
        ]
    }

    /// What the five bureaus of the demonstration count in their own words.
    fileprivate static var demonstrationFigures: [CatalogueFile] {
        [
            CatalogueFile(name: "nanhai.yaml", text: gongkai_figures_nanhai().text),
            CatalogueFile(name: "dongguan.yaml", text: gongkai_figures_dongguan().text),
            CatalogueFile(name: "jinjiang.yaml", text: gongkai_figures_jinjiang().text),
            CatalogueFile(name: "tongxiang.yaml", text: gongkai_figures_tongxiang().text),
            CatalogueFile(name: "shaxian.yaml", text: gongkai_figures_shaxian().text),
        ]
    }
}
