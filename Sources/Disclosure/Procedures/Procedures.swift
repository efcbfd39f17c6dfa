internal import CTables
package import Civil

/// All procedures of a deployment, in the order of their files.
package struct Procedures: Sendable {
    package let all: [Procedure]

    init(_ all: [Procedure]) { self.all = all }

    /// The procedure of that key, such as `request-2019`: of a case that has it already.
    package func named(_ key: String) -> Procedure? { all.first { $0.key == key } }

    /// The procedure of a kind for what is received on a day.
    package func inForce(_ kind: String, on date: CivilDate) -> Procedure? {
        all.first { $0.kind == kind && $0.isInForce(on: date) }
    }

    /// One procedure of each kind, as it stands on a day.
    package func kinds(on date: CivilDate) -> [Procedure] { all.filter { $0.isInForce(on: date) } }

    /// The procedures as shipped.
    package static func builtIn() throws(CatalogueError) -> Procedures {
        try load(overlay: [])
    }

    /// The procedures as shipped under those of a catalogue folder: its folder `procedures`, if it has one.
    package static func loading(catalogueDirectory: String) throws(CatalogueError) -> Procedures {
        let folder = catalogueDirectory + "/procedures"
        return try load(overlay: CatalogueFile.hasFolder(folder) ? CatalogueFile.files(in: folder) : [])
    }

    /// - Parameter overlay: files of the place's own; one with the key of a built-in procedure takes its place.
    /// - Throws: every problem of all the files together.
    package static func load(
        builtIn: [CatalogueFile] = CatalogueFile.builtInProcedures,
        overlay: [CatalogueFile]
    ) throws(CatalogueError) -> Procedures {
        let problems = YamlProblems()
        let own = read(overlay, problems)
        let ours = read(builtIn, problems).filter { shipped in
            !own.contains { $0.procedure.key == shipped.procedure.key }
        }
        var all: [Procedure] = []
        for (procedure, map) in ours + own {
            if let other = all.first(where: { $0.key == procedure.key || $0.overlaps(procedure) }) {
                map.refuse("procedure", ProcedureReading.overlap(with: other))
            }
            if let other = all.first(where: { $0.word == procedure.word && $0.kind != procedure.kind }) {
                map.refuse("word", ProcedureReading.taken(by: other))
            }
            all.append(procedure)
        }
        guard problems.all.isEmpty else { throw CatalogueError(problems: problems.sorted) }
        return Procedures(all)
    }

    private static func read(_ files: [CatalogueFile], _ problems: YamlProblems) -> [(
        procedure: Procedure, map: YamlMap
    )] {
        files.compactMap { file in
            YamlReader(file: file.name, problems: problems).root(of: file.text, keys: ProcedureReading.keys)
                .flatMap { map in ProcedureReading(map: map).procedure().map { ($0, map) } }
        }
    }
}

extension Procedure {
    /// Whether both would be chosen on some day.
    func overlaps(_ other: Procedure) -> Bool {
        kind == other.kind && from <= (other.through ?? .last) && other.from <= (through ?? .last)
    }
}

extension CatalogueFile {
    /// The embedded procedures.
    package static var builtInProcedures: [CatalogueFile] {
        [
            CatalogueFile(name: "request-2007.yaml", text: gongkai_procedure_request_2007().text),
            CatalogueFile(name: "request-2019.yaml", text: gongkai_procedure_request_2019().text),
            CatalogueFile(name: "petition-2005.yaml", text: gongkai_procedure_petition_2005().text),
            CatalogueFile(name: "petition-2022.yaml", text: gongkai_procedure_petition_2022().text),
            CatalogueFile(name: "hotline.yaml", text: gongkai_procedure_hotline().text),
            CatalogueFile(name: "radio-line.yaml", text: gongkai_procedure_radio_line().text),
            CatalogueFile(name: "mailbox.yaml", text: gongkai_procedure_mailbox().text),
            CatalogueFile(name: "consultation.yaml", text: gongkai_procedure_consultation().text),
            CatalogueFile(name: "tip.yaml", text: gongkai_procedure_tip().text),
            CatalogueFile(name: "record-correction.yaml", text: gongkai_procedure_record_correction().text),
            CatalogueFile(name: "penalty-objection.yaml", text: gongkai_procedure_penalty_objection().text),
            CatalogueFile(name: "credit-repair.yaml", text: gongkai_procedure_credit_repair().text),
            CatalogueFile(name: "site-error.yaml", text: gongkai_procedure_site_error().text),
            CatalogueFile(name: "visit.yaml", text: gongkai_procedure_visit().text),
        ]
    }
}
