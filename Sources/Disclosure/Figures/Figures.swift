internal import CTables
import Text

/// The figures of a deployment: those for every agency, and the agencies' own.
package struct Figures: Sendable {
    private let standard: [Figure]
    private let own: [String: [Figure]]

    private init(standard: [Figure], own: [String: [Figure]]) {
        self.standard = standard
        self.own = own
    }

    /// The figures of an agency: its own take the place of the standard ones of the same key, the others follow.
    ///
    /// - Parameter agency: its code.
    package func all(of agency: String) -> [Figure] {
        let mine = own[agency] ?? []
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
        var standard: [Figure] = []
        var own: [String: [Figure]] = [:]
        var places: [(keys: Set<String>, map: YamlMap, agency: String?)] = []
        for file in builtIn + overlay {
            let reader = YamlReader(file: file.name, problems: problems)
            guard let map = reader.root(of: file.text, keys: ["agency", "figures"]) else { continue }
            let figures = FigureReading().figures(map.required("figures"))
            let agency = map["agency"]?.string(limit: 40)
            places.append((Set(figures.map(\.key)), map, agency))
            if let agency {
                own[agency] = (own[agency] ?? []) + figures
            } else {
                standard = standard.filter { old in !figures.contains { $0.key == old.key } } + figures
            }
        }
        let loaded = Figures(standard: standard, own: own)
        for place in places { loaded.refuseUnknownParts(in: place.map, of: place.agency ?? "", place.keys) }
        guard problems.all.isEmpty else { throw CatalogueError(problems: problems.sorted) }
        return loaded
    }

    /// Sums and shares name figures that count records, so that none goes round in a circle.
    private func refuseUnknownParts(in map: YamlMap, of agency: String, _ keys: Set<String>) {
        let all = all(of: agency)
        let counted = Set(
            all.filter { figure in
                if case .records = figure.counting { true } else { false }
            }.map(\.key)
        )
        for figure in all where keys.contains(figure.key) {
            let parts =
                switch figure.counting {
                case .sum(let parts): parts
                case .share(let of, let among): of + among
                case .records, .notApplicable: [String]()
                }
            for part in parts where !counted.contains(part) {
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
        [CatalogueFile(name: "standard.yaml", text: gongkai_figures_standard().text)]
    }

    /// What the five bureaus of the demonstration count in their own words.
    package static var demonstrationFigures: [CatalogueFile] {
        [
            CatalogueFile(name: "nanhai.yaml", text: gongkai_figures_nanhai().text),
            CatalogueFile(name: "dongguan.yaml", text: gongkai_figures_dongguan().text),
            CatalogueFile(name: "jinjiang.yaml", text: gongkai_figures_jinjiang().text),
            CatalogueFile(name: "tongxiang.yaml", text: gongkai_figures_tongxiang().text),
            CatalogueFile(name: "shaxian.yaml", text: gongkai_figures_shaxian().text),
        ]
    }
}
