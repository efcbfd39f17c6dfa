internal import CTables
import Text

/// The formats of a deployment: those of the law by year, and the agencies' own.
package struct ReportFormats: Sendable {
    private var standard: [Kept] = []
    /// By the code of the agency.
    private var own: [String: [Kept]] = [:]
    /// Those of the bureaus of the demonstration, which no other agency of the same code has.
    private var demonstration: [String: [Kept]] = [:]

    /// A format with the file that it was read from, which is frozen with a report.
    private struct Kept: Sendable {
        var format: ReportFormat
        var file: CatalogueFile
    }

    /// The formats that an agency may choose among for a year, its own first.
    package func all(of agency: Agency, year: Int, isQuarterly: Bool) -> [ReportFormat] {
        all(of: agency.code, isDemonstration: agency.isDemonstration, year: year, isQuarterly: isQuarterly)
    }

    /// - Parameter agency: its code.
    package func all(
        of agency: String,
        isDemonstration: Bool = false,
        year: Int,
        isQuarterly: Bool
    ) -> [ReportFormat] {
        kept(of: agency, isDemonstration).map(\.format)
            .filter { $0.years.contains(year) && $0.isQuarterly == isQuarterly }
    }

    /// The format of an agency by its key.
    package func format(_ key: String, of agency: Agency) -> ReportFormat? {
        format(key, of: agency.code, isDemonstration: agency.isDemonstration)
    }

    /// - Parameter agency: its code.
    package func format(_ key: String, of agency: String, isDemonstration: Bool = false) -> ReportFormat? {
        kept(of: agency, isDemonstration).first { $0.format.key == key }?.format
    }

    /// The text of the file of a format.
    package func source(of key: String, of agency: Agency) -> String? {
        kept(of: agency.code, agency.isDemonstration).first { $0.format.key == key }?.file.text
    }

    private func kept(of agency: String, _ isDemonstration: Bool) -> [Kept] {
        (own[agency] ?? (isDemonstration ? demonstration[agency] : nil) ?? []) + standard
    }

    /// The formats as shipped.
    package static func builtIn() throws(CatalogueError) -> ReportFormats { try load(overlay: []) }

    /// The formats as shipped under those of a catalogue folder: its folder `reports`, if it has one.
    package static func loading(catalogueDirectory: String) throws(CatalogueError) -> ReportFormats {
        let folder = catalogueDirectory + "/reports"
        return try load(overlay: CatalogueFile.hasFolder(folder) ? CatalogueFile.files(in: folder) : [])
    }

    /// - Parameter overlay: files of the place's own; with the key `agency` for that one, without it for all.
    /// - Throws: every problem of all the files together.
    package static func load(overlay: [CatalogueFile]) throws(CatalogueError) -> ReportFormats {
        let problems = YamlProblems()
        var loaded = ReportFormats()
        for file in CatalogueFile.builtInReports + overlay {
            guard let (agency, format) = read(file, problems) else { continue }
            let kept = Kept(format: format, file: file)
            if let agency {
                loaded.own[agency] = (loaded.own[agency] ?? []).filter { $0.format.key != format.key } + [kept]
            } else {
                loaded.standard = loaded.standard.filter { $0.format.key != format.key } + [kept]
            }
        }
        for file in CatalogueFile.demonstrationReports {
            guard let (agency, format) = read(file, problems), let agency else { continue }
            loaded.demonstration[agency, default: []].append(Kept(format: format, file: file))
        }
        guard problems.all.isEmpty else { throw CatalogueError(problems: problems.sorted) }
        return loaded
    }

    /// A format that was frozen with a report; nil where it can no longer be read.
    static func frozen(_ text: String) -> ReportFormat? {
        let problems = YamlProblems()
        let read = read(CatalogueFile(name: "frozen", text: text), problems)
        return problems.all.isEmpty ? read?.1 : nil
    }

    private static func read(_ file: CatalogueFile, _ problems: YamlProblems) -> (String?, ReportFormat)? {
        let keys = [
            "agency", "key", "zh", "en", "title", "from", "to", "quarterly", "due", "sections", "tables", "charts",
            "rules",
        ]
        guard let map = YamlReader(file: file.name, problems: problems).root(of: file.text, keys: keys),
            let format = ReportFormatReading().format(map)
        else { return nil }
        return (map["agency"]?.string(limit: 40), format)
    }
}

extension CatalogueFile {
    fileprivate static var builtInReports: [CatalogueFile] {
        [
            CatalogueFile(name: "stat2014.yaml", text: gongkai_report_stat2014().text),
            CatalogueFile(name: "nb2019.yaml", text: gongkai_report_nb2019().text),
            CatalogueFile(name: "nb2021.yaml", text: gongkai_report_nb2021().text),
            CatalogueFile(name: "fujian.yaml", text: gongkai_report_fujian().text),
            CatalogueFile(name: "quarterly.yaml", text: gongkai_report_quarterly().text),
        ]
    }

    /// What the five bureaus of the demonstration print, each with its own headings.
    fileprivate static var demonstrationReports: [CatalogueFile] {
        [
            CatalogueFile(name: "nanhai.yaml", text: gongkai_report_nanhai().text),
            CatalogueFile(name: "dongguan.yaml", text: gongkai_report_dongguan().text),
            CatalogueFile(name: "jinjiang.yaml", text: gongkai_report_jinjiang().text),
            CatalogueFile(name: "tongxiang.yaml", text: gongkai_report_tongxiang().text),
            CatalogueFile(name: "shaxian.yaml", text: gongkai_report_shaxian().text),
        ]
    }
}
