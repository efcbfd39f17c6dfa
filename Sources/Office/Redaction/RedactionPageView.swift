import Disclosure
import Documents
import Html
import Text
import Web

/// One page of the file as it is now, with a grid of centimetres and what the scanner found framed in red.
struct RedactionPageView: Component {
    var reading: RedactionReading
    /// The page that is shown, from 1.
    var shown: Int
    /// The address of the file in the office.
    var url: String

    /// Pixels of the drawing across; a narrower window scrolls it, so that the numbers of the grid can be read.
    private static let across = 1_060

    private var page: PageLayout { reading.layout.pages[shown - 1] }

    func html(in language: Language) -> HTML {
        let count = reading.layout.pages.count
        let title = Phrase(zh: "第 \(shown) 页，共 \(count) 页", en: "Page \(shown) of \(count)")
        return PagePart(title, id: "page", "\(pager(language))\(drawing(title, language))").html(in: language)
    }

    private func pager(_ language: Language) -> HTML {
        let found = Set(reading.suggestions.map(\.page))
        let near = [1, shown - 1, shown + 1, reading.layout.pages.count]
        let pages = Set(near.filter { $0 != shown && reading.layout.pages.indices.contains($0 - 1) })
            .union(found.subtracting([shown])).sorted().prefix(40)
        guard !pages.isEmpty else { return .empty }
        let links = pages.map { page -> HTML in
            let words =
                found.contains(page)
                ? Phrase(zh: "第 \(page) 页（有发现）", en: "page \(page) (found)")
                : Phrase(zh: "第 \(page) 页", en: "page \(page)")
            return "<a href=\"\(url: "\(url)/redaction?page=\(page)#page")\">\(words[language])</a> "
        }
        return "<p>\(Phrase(zh: "转到：", en: "Go to: ")[language])\(links)</p>"
    }

    private func drawing(_ title: Phrase, _ language: Language) -> HTML {
        let (width, height) = (Self.points(page.width), Self.points(page.height))
        let boxes = reading.suggestions.flatMap(\.boxes).filter { $0.page == shown }.map { box -> HTML in
            """
            <rect x="\(Self.points(box.x))" y="\(Self.points(box.y))" width="\(Self.points(box.width))" \
            height="\(Self.points(box.height))" fill="none" stroke="#b3261e" stroke-width="1.5"/>
            """
        }
        return """
            <div class="table" role="region" tabindex="0" aria-label="\(title[language])">\
            <svg viewBox="0 0 \(width) \(height)" width="\(Self.across)" role="img" aria-label="\(title[language])">\
            <image href="\(url: "\(url)/pages/\(shown)")" width="\(width)" height="\(height)"/>\(grid)\(boxes)</svg></div>
            """
    }

    /// A line for each centimetre, named in millimetres.
    private var grid: HTML {
        let step = 720 / 25.4
        let size = Self.points(14 * page.width / Double(Self.across))
        var lines: [HTML] = []
        var names: [HTML] = []
        for number in 1...max(1, min(200, Int(max(page.width, page.height) / step))) {
            let at = Self.points(Double(number) * step)
            if Double(number) * step < page.width {
                lines.append("M\(at) 0V\(Self.points(page.height))")
                names.append("<text x=\"\(at)\" y=\"\(size)\">\(number * 10)</text>")
            }
            if Double(number) * step < page.height {
                lines.append("M0 \(at)H\(Self.points(page.width))")
                names.append("<text x=\"1\" y=\"\(at)\">\(number * 10)</text>")
            }
        }
        return """
            <g aria-hidden="true"><path d="\(lines)" stroke="#0a5ea8" stroke-opacity=".3" stroke-width=".5" fill="none"/>\
            <g font-size="\(size)" fill="#0a5ea8">\(names)</g></g>
            """
    }

    private static func points(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }
}

/// What was taken out of the files of a version, for reviewers: page and ground, never what stood there.
struct RedactionsView: Component {
    var reading: ItemReading

    func html(in language: Language) -> HTML {
        let files = reading.files.filter { reading.redactions[$0.attachment.sha256] != nil }
        guard !files.isEmpty else { return .empty }
        let rows = files.flatMap { file in
            (reading.redactions[file.attachment.sha256] ?? []).map { redaction in row(file, redaction, language) }
        }
        let table = DataTable(
            caption: Phrase(
                zh: "\(rows.count) 处。遮盖后再次提取框内文字：无；框内图像全黑；全文件查找：无",
                en:
                    "\(rows.count) in all. Text under the boxes extracted again: nothing; the pictures are black there; the whole file "
                    + "was searched: nothing"
            ),
            columns: [
                .init(label: Phrase(zh: "文件", en: "File")), .init(label: Phrase(zh: "页", en: "Page"), isNumber: true),
                .init(label: Phrase(zh: "不公开的理由", en: "Ground")), .init(label: Phrase(zh: "依据", en: "Basis")),
            ],
            rows: rows,
            id: "redactions-table"
        )
        return PagePart(Phrase(zh: "附件遮盖", en: "Redactions"), id: "redactions", table.html(in: language)).html(
            in: language
        )
    }

    private func row(_ file: AttachedFile, _ redaction: Redaction, _ language: Language) -> [DataTable.Cell] {
        [
            .text(file.attachment.name), .text("\(redaction.box.page)"), .text(redaction.ground.name[language]),
            .text(redaction.ground.basis[language]),
        ]
    }
}
