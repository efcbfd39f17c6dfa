/// PDF is printed by a program of the machine from a page of our own; its result is handed on and kept nowhere.

/// Prints a page with whichever program there is.
package enum PDFPress {
    /// The first that is there: chromium is quick, weasyprint small.
    private static let tools: [Tool] = [.chromium, .weasyprint]
    /// Of a document of ours; much more than any has.
    private static let mostBytes = 32 << 20

    static func tool(in box: Toolbox) -> Tool? { tools.first(where: box.has) }

    /// - Parameter page: HTML of our own making, which loads and runs nothing.
    /// - Throws: what went wrong; nothing is left behind.
    package static func print(_ page: [UInt8], with box: Toolbox) throws(TypesettingProblem) -> [UInt8] {
        guard let tool = tool(in: box) else { throw .missing }
        do {
            let folder = try PrivateFolder(in: box.temporaryFolder)
            var sink = try FileSink(folder.file("page.html"))
            try sink.write(page)
            try sink.finish()
            try call(tool, in: folder.path).run(in: folder, with: box)
            let file = try FileSource(folder.file("page.pdf"))
            guard file.count <= mostBytes else { throw TypesettingProblem.tooLarge }
            let bytes = try file.bytes(at: 0, count: file.count)
            guard bytes.starts(with: "%PDF-".utf8) else { throw TypesettingProblem.broken }
            return bytes
        } catch let failure as ToolFailure {
            throw TypesettingProblem(failure)
        } catch let problem as TypesettingProblem {
            throw problem
        } catch {
            throw .broken
        }
    }

    /// Neither can reach the network: nothing in the page asks for it, and their way out leads nowhere.
    private static func call(_ tool: Tool, in folder: String) -> ToolCall {
        guard tool == .chromium else {
            var call = ToolCall(tool: tool, arguments: ["-q", "--encoding", "utf-8", "page.html", "page.pdf"])
            call.variables = ["http_proxy=http://127.0.0.1:9", "https_proxy=http://127.0.0.1:9"]
            return call
        }
        // A service has no right to make the sandbox of a browser; the page has no scripts, and none would be compiled.
        var call = ToolCall(
            tool: tool,
            arguments: [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-breakpad",
                "--no-first-run", "--js-flags=--jitless", "--proxy-server=127.0.0.1:9",
                "--user-data-dir=\(folder)/profile", "--no-pdf-header-footer", "--print-to-pdf=\(folder)/page.pdf",
                "file://\(folder)/page.html",
            ]
        )
        // It reserves far more addresses than it uses, and shares memory by files.
        call.memory = .written
        call.openFiles = 1_024
        return call
    }
}
