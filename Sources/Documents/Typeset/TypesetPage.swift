/// The document as one page of HTML, set as official documents are (GB/T 9704): A4, 仿宋 16 pt, lines of 28 pt.

import Text

extension TypesetDocument {
    /// The page in UTF-8; it loads and runs nothing, and says so to whoever opens it.
    package var page: [UInt8] {
        let number = number.map { "<p class=\"number\">\(Self.escaped($0))</p>" } ?? ""
        let html = """
            <!doctype html>
            <html lang="\(Self.escaped(language))"><head><meta charset="utf-8">\
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">\
            <title>\(Self.escaped(title))</title><style>\(Self.style)</style></head>
            <body>\(Self.heading(title))\(number)
            \(body)
            </body></html>

            """
        return Array(html.utf8)
    }

    /// Blocks that lie across share their pages.
    private var body: String {
        var parts: [String] = []
        var isAcross = false
        for (block, lies) in zip(blocks, areAcross) {
            if lies != isAcross { parts.append(lies ? "<div class=\"across\">" : "</div>") }
            isAcross = lies
            parts.append(html(block))
        }
        return (isAcross ? parts + ["</div>"] : parts).joined(separator: "\n")
    }

    private func html(_ block: Block) -> String {
        let escaped = Self.escaped
        switch block {
        case .heading(let text, let level):
            let name = "h\(min(max(level, 1), 3) + 1)"
            return "<\(name)>\(escaped(text))</\(name)>"
        case .addressee(let text): return "<p class=\"to\">\(escaped(text))</p>"
        case .paragraph(let text): return "<p>\(Self.breakable(text))</p>"
        case .list(let items, let isNumbered):
            let name = isNumbered ? "ol" : "ul"
            return "<\(name)>\(items.map { "<li>\(Self.breakable($0))</li>" }.joined())</\(name)>"
        case .note(let text): return "<p class=\"note\">\(escaped(text))</p>"
        case .table(let table): return Self.html(table)
        case .chart(let chart):
            let source = Self.source(chart.svg(for: .paper, in: tongue))
            return """
                <figure><figcaption>\(escaped(chart.title[tongue]))</figcaption>\
                <img alt="\(escaped(chart.words(in: tongue)))" src="\(source)">\
                <p class="note">\(escaped(chart.origin[tongue]))</p></figure>
                """
        case .picture(let svg, let words):
            return "<img alt=\"\(escaped(words))\" src=\"\(Self.source(svg))\">"
        case .signature(let lines):
            return "<p class=\"signature\">\(lines.map(escaped).joined(separator: "<br>"))</p>"
        }
    }

    /// The title, whose lines end before the year or before 政府信息公开 and not within a word, as far as they are long enough.
    private static func heading(_ title: String) -> String {
        var parts: [Substring] = []
        var begin = title.startIndex
        for place in title.indices.dropFirst() {
            let isYear = title[place].isASCII && title[place].isNumber && !title[title.index(before: place)].isASCII
            guard isYear || title[place...].hasPrefix("政府信息公开") else { continue }
            parts.append(title[begin..<place])
            begin = place
        }
        parts.append(title[begin...])
        let isWhole = parts.count > 1 && parts.allSatisfy { TypeMeasure.width(of: String($0)) < longestPart }
        guard isWhole else { return "<h1>\(escaped(title))</h1>" }
        return "<h1 class=\"parts\">\(parts.map { escaped(String($0)) }.joined(separator: "<wbr>"))</h1>"
    }

    /// A line of the title, in hundredths of the size of its type.
    private static let longestPart = 2_000

    /// A line may end before what a rate is made of; else the line above would be drawn out to fill its width.
    private static func breakable(_ text: String) -> String { escaped(text).replacing("%（", with: "%<wbr>（") }

    private static func source(_ svg: [UInt8]) -> String { "data:image/svg+xml;base64,\(base64(svg))" }

    private static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        var place = 0
        while place < bytes.count {
            let group = (0..<3).map { place + $0 < bytes.count ? Int(bytes[place + $0]) : 0 }
            let number = group[0] << 16 | group[1] << 8 | group[2]
            let count = min(3, bytes.count - place)
            for digit in 0..<4 {
                text.append(digit <= count ? digits[number >> (18 - digit * 6) & 63] : UInt8(ascii: "="))
            }
            place += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let style = """
        @page{size:A4;margin:37mm 26mm 35mm 28mm;@bottom-center{content:"— " counter(page) " —";\
        font:14pt "Noto Serif CJK SC","Source Han Serif SC",SimSun,serif}}\
        body{margin:0;color:#000;font:16pt/28pt FangSong,FangSong_GB2312,STFangsong,"Noto Serif CJK SC",\
        "Source Han Serif SC",SimSun,serif;text-align:justify;overflow-wrap:anywhere;line-break:strict}\
        h1{margin:0 0 14pt;font:bold 22pt/34pt "Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;text-align:center}\
        h1,figcaption{text-wrap:balance}.parts{word-break:keep-all}h2,h3,h4{margin:0;font-size:16pt;break-after:avoid;text-indent:2em}\
        h2{font-family:"Noto Sans CJK SC","Source Han Sans SC",SimHei,sans-serif}\
        p{margin:0;text-indent:2em;orphans:2;widows:2}.to{text-indent:0}.number{margin-bottom:28pt;text-align:center;text-indent:0}\
        .signature{margin-top:56pt;padding-right:4em;text-align:right;text-indent:0;break-inside:avoid}\
        ol,ul{margin:0;padding-left:4em}.note{margin:0 0 14pt;font-size:12pt;line-height:18pt;text-indent:0}\
        :is(p:not(.note),ol,ul)+.note{margin-top:14pt}.short{break-inside:avoid}\
        figure{margin:14pt 0;break-inside:avoid}figcaption{font-weight:bold;text-align:center;break-after:avoid}\
        figure img{margin:6pt auto}\
        @page across{size:A4 landscape;margin:28mm 37mm 26mm 35mm}.across{page:across}\
        table{width:100%;margin:14pt 0;border-collapse:collapse;font-size:12pt;line-height:18pt;text-align:left}\
        table{table-layout:fixed;line-height:1.5}\
        caption{font-size:14pt;font-weight:bold;text-align:center;break-after:avoid}thead{display:table-header-group}tr{break-inside:avoid}.g{break-inside:auto}\
        th,td{padding:3pt 3.5pt;border:.5pt solid #000;vertical-align:middle}th{font-weight:normal}\
        thead th{text-align:center;text-wrap:balance}.n{text-align:right;white-space:nowrap}img{display:block;max-width:100%;margin:14pt auto}
        """
}
