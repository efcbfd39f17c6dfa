package import Codes
package import Documents
import Text

/// What the scanner would have covered in a PDF, with the places.

/// Something that the scanner found on a page.
package struct RedactionSuggestion: Sendable, Hashable {
    /// Page and place in the page's text; the same for the same file.
    package var id: String { "\(page)-\(finding.utf8Range.lowerBound)-\(finding.utf8Range.upperBound)" }
    /// The page, from 1.
    package var page: Int
    /// What was found, masked.
    package var finding: SensitiveFinding
    /// What covers it; several where it goes over lines.
    package var boxes: [PageBox]
}

/// A PDF as the clerk sees it who redacts it.
package struct RedactionReading: Sendable {
    /// The pages with their words.
    package var layout: PDFLayout
    /// What the scanner found, in order; of very many only the first.
    package var suggestions: [RedactionSuggestion]

    /// Findings that are offered at once; after these are covered the next are.
    package static let mostSuggestions = 100

    /// Reads a stored PDF.
    ///
    /// - Throws: `Refusal` in words when a program is missing or the file cannot be read.
    package static func read(_ sha256: String, in app: App) async throws -> RedactionReading {
        guard let path = app.blobs.path(of: sha256) else { throw Refusal.notFound }
        let tools = app.tools
        return try await app.blobs.blocking { try Refusal.ofRedaction { try read(path, tools) } }
    }

    static func read(_ path: String, _ tools: Toolbox) throws -> RedactionReading {
        let layout = try PDFLayout.read(path, with: tools)
        var found: [(page: Int, finding: SensitiveFinding)] = []
        for page in layout.pages where found.count < mostSuggestions {
            found += SensitiveScanner.scan(page.text).map { (page.page, $0) }
        }
        let first = found.prefix(mostSuggestions)
        let passages = first.map { PagePassage(page: $0.page, utf8Range: $0.finding.utf8Range) }
        let boxes = try layout.boxes(covering: passages, in: path, with: tools)
        return RedactionReading(
            layout: layout,
            suggestions: zip(first, boxes).map { RedactionSuggestion(page: $0.page, finding: $0.finding, boxes: $1) }
        )
    }

    /// The places where words stand, whatever the spaces between them.
    func places(of words: String, in path: String, _ tools: Toolbox) throws -> [PageBox] {
        let wanted = Array(words.utf8.filter { $0 > 0x20 })
        guard !wanted.isEmpty else { return [] }
        var passages: [PagePassage] = []
        for page in layout.pages {
            let bytes = Array(page.text.utf8)
            let kept = bytes.indices.filter { bytes[$0] > 0x20 }
            var start = 0
            while start + wanted.count <= kept.count {
                if (0..<wanted.count).allSatisfy({ bytes[kept[start + $0]] == wanted[$0] }) {
                    let range = kept[start]..<(kept[start + wanted.count - 1] + 1)
                    passages.append(PagePassage(page: page.page, utf8Range: range))
                    start += wanted.count
                } else {
                    start += 1
                }
            }
        }
        return try layout.boxes(covering: passages, in: path, with: tools).flatMap(\.self)
    }
}

extension Refusal {
    /// Says in words why a file could not be read or redacted.
    static func ofRedaction<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let problem as RedactionProblem {
            switch problem {
            case .noBox, .tooManyPages, .outside: throw Refusal.invalid([FieldProblem("boxes", problem.phrase)])
            case .missing, .tooMuch, .broken, .notProven: throw Refusal.wrongState(problem.phrase)
            }
        } catch let failure as ToolFailure {
            throw Refusal.wrongState(RedactionProblem(failure).phrase)
        }
    }
}

/// A page of a stored PDF as a picture, for the staff who redact or review it.
package struct DrawPage: Sendable {
    private static let dots = 80

    package var sha256: String
    package var page: Int

    package init(sha256: String, page: Int) {
        self.sha256 = sha256
        self.page = page
    }

    /// The picture as PNG.
    package func run(in app: App) async throws -> [UInt8] {
        guard let path = app.blobs.path(of: sha256), page > 0 else { throw Refusal.notFound }
        let (tools, page) = (app.tools, page)
        return try await app.blobs.blocking {
            try Refusal.ofRedaction { try PDFPageDrawing.picture(path, page: page, dots: Self.dots, with: tools) }
        }
    }
}
