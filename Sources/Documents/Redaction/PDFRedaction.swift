import Foundation

/// What may not be published is taken out of a PDF, not painted over (条例 art 37: what can be separated is separated).

/// A PDF in which nothing remains under the boxes.
package struct PDFRedaction: Sendable {
    /// Pages that are redacted in one go; each takes about a second.
    package static let mostPages = 100
    private static let dotsPerInch = 200.0
    private static let mostPixels = 25_000_000.0

    private let path: String
    private let boxes: [PageBox]
    private let box: Toolbox

    /// A redaction of the PDF at this path; nothing happens yet.
    package init(_ path: String, boxes: [PageBox], with box: Toolbox) {
        self.path = absolutePath(path)
        self.boxes = boxes
        self.box = box
    }

    /// Writes the redacted copy to a path where nothing is yet, and proves it; without proof nothing is written.
    ///
    /// Pages with boxes become pictures of 200 dots per inch, painted black under the boxes, with the words outside of them
    /// as an unseen layer; bookmarks, attachments, scripts and metadata of the whole file go. Other pages stay as they
    /// are. Blocks its thread for as long as the limits allow.
    package func write(to copy: String) throws(RedactionProblem) -> RedactionProof {
        do {
            let folder = try PrivateFolder(in: box.temporaryFolder)
            let layout = try PDFLayout.read(path, in: folder, with: box)
            try requireOnPages(layout)
            let pages = Set(boxes.map(\.page)).sorted()
            for page in pages { try writePicture(layout.pages[page - 1], in: folder) }
            try assemble(layout, pages, in: folder)
            let result = folder.file("result.pdf")
            let proof = try RedactionCheck(before: layout, boxes: boxes, box: box).check(result, in: folder)
            try MetadataRemoval.copyAll(FileSource(result), to: copy)
            return proof
        } catch let problem as RedactionProblem {
            throw problem
        } catch let failure as ToolFailure {
            throw RedactionProblem(failure)
        } catch {
            throw .broken
        }
    }

    private func requireOnPages(_ layout: PDFLayout) throws(RedactionProblem) {
        guard !boxes.isEmpty else { throw .noBox }
        guard Set(boxes.map(\.page)).count <= Self.mostPages else { throw .tooManyPages(limit: Self.mostPages) }
        for box in boxes {
            guard layout.pages.indices.contains(box.page - 1) else { throw .outside(page: box.page) }
            let page = layout.pages[box.page - 1]
            let isOnPage = box.x < page.width && box.y < page.height && box.right > 0 && box.bottom > 0
            let isReal =
                [box.x, box.y, box.width, box.height].allSatisfy(\.isFinite) && box.width >= 1 && box.height >= 1
            guard isOnPage, isReal else { throw .outside(page: box.page) }
        }
    }

    /// Draws the page, paints the boxes, and writes it as a file of its own.
    private func writePicture(_ page: PageLayout, in folder: borrowing PrivateFolder) throws {
        let inches = page.width * page.height / (72 * 72)
        let dots = max(50, min(Self.dotsPerInch, (Self.mostPixels / inches).squareRoot()))
        let drawn = folder.file("drawn")
        try PDFPageDrawing.draw(path, page.page, to: "drawn", dots: dots, in: folder, with: box)
        let picture = try PagePicture(FileSource("\(drawn).ppm"))
        let words = try VisibleWords(path: path, boxes: boxes, box: box).words(of: page, in: folder)
        try PicturePageWriter(page, words: words, picture: picture, boxes: boxes.filter { $0.page == page.page })
            .write(to: folder.file("page-\(page.page).pdf"))
        try FileManager.default.removeItem(atPath: "\(drawn).ppm")
    }

    /// Puts pictures and untouched pages together in an empty file, so that nothing else of the original comes along.
    private func assemble(_ layout: PDFLayout, _ pages: [Int], in folder: borrowing PrivateFolder) throws {
        var parts: [String] = []
        var next = 1
        for page in pages {
            if page > next { parts += [path, "\(next)-\(page - 1)"] }
            parts += [folder.file("page-\(page).pdf"), "1"]
            next = page + 1
        }
        if next <= layout.pages.count { parts += [path, "\(next)-z"] }
        let joined = folder.file("joined.pdf")
        let start = ["--warning-exit-0", "--empty", "--remove-unreferenced-resources=yes", "--pages"]
        try ToolCall(tool: .qpdf, arguments: start + parts + ["--", joined]).run(in: folder, with: box)
        try PDFCleaning(box).write(joined, to: folder.file("result.pdf"), in: folder)
    }
}

/// Pages of a PDF as pictures.
package enum PDFPageDrawing {
    /// Draws one page as PNG, for a person to look at.
    package static func picture(
        _ path: String,
        page: Int,
        dots: Int,
        with box: Toolbox
    ) throws(RedactionProblem) -> [UInt8] {
        do {
            let folder = try PrivateFolder(in: box.temporaryFolder)
            let file = absolutePath(path)
            try draw(file, page, to: "drawn", dots: Double(dots), form: ["-png"], in: folder, with: box)
            let source = try FileSource(folder.file("drawn.png"))
            _ = try PictureAnatomy(source, limits: box.limits)
            return try source.bytes(at: 0, count: source.count)
        } catch let failure as ToolFailure {
            throw RedactionProblem(failure)
        } catch {
            throw .broken
        }
    }

    static func draw(
        _ path: String,
        _ page: Int,
        to name: String,
        dots: Double,
        form: [String] = [],
        in folder: borrowing PrivateFolder,
        with box: Toolbox
    ) throws(ToolFailure) {
        let range = ["-f", "\(page)", "-l", "\(page)", "-singlefile"]
        let call = ToolCall(
            tool: .pdftoppm,
            arguments: ["-q", "-cropbox", "-r", "\(Int(dots))"] + form + range + [path, name]
        )
        try call.run(in: folder, with: box)
    }
}
