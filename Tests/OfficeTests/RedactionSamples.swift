import Disclosure
import Documents
import Foundation
import TestKit
import Testing

/// A small PDF: each page has lines of Latin letters and digits.
struct SamplePDF {
    var pages: [[String]]

    var bytes: [UInt8] {
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        var kids: [String] = []
        for lines in pages {
            let drawing = lines.enumerated().map { line, words in
                "BT /F 18 Tf 72 \(700 - line * 40) Td (\(words)) Tj ET"
            }
            .joined(separator: "\n")
            kids.append("\(objects.count + 1) 0 R")
            objects.append(
                "<< /Type /Page /Parent 2 0 R /Contents \(objects.count + 2) 0 R /Resources << /Font << /F 3 0 R >> >> >>"
            )
            objects.append("<< /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream")
        }
        objects[1] =
            "<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(pages.count) /MediaBox [0 0 595 842] >>"
        var file = "%PDF-1.5\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { file += String(format: "%010d 00000 n \n", place) }
        file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        return Array(file.utf8)
    }
}

extension TestApp {
    /// A test with the program's own reader and the programs of the machine.
    static func runWithTools(
        on engine: Engine,
        tools: Toolbox = Toolbox(),
        _ body: @Sendable (TestApp) async throws -> Void
    ) async throws {
        try await run(
            on: engine,
            overlay: [SeaDuty.file, SeaDuty.chart],
            documents: InstalledReader(tools),
            tools: tools,
            body
        )
    }

    /// Puts a PDF beside an item and reads its text.
    func attachPDF(_ pages: [[String]], to id: String) async throws -> Disclosure.Attachment {
        let answer = try await upload(
            "/office/items/\(id)/attachments",
            as: .editor,
            form: [("item_base", try await item(id).currentVersion.text)],
            files: [FormFile("file", "决定书.pdf", SamplePDF(pages: pages).bytes)]
        )
        try #require(answer.status == 303, "\(answer.text)")
        try await runJobs()
        return try #require(try await currentVersion(of: id).attachments.first)
    }

    /// The text that a reader can select in a stored file.
    func readText(of sha256: String) throws -> String {
        let path = try #require(app.blobs.path(of: sha256))
        return ExtractedText.read(path, kind: .pdf, with: Toolbox()).text
    }
}
