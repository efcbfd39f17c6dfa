/// The document as one page of HTML, set as official documents are (GB/T 9704): A4, 仿宋 16 pt, lines of 28 pt.

extension TypesetDocument {
    /// The page in UTF-8; it loads and runs nothing, and says so to whoever opens it.
    package var page: [UInt8] {
        let number = number.map { "<p class=\"number\">\(Self.escaped($0))</p>" } ?? ""
        let html = """
            <!doctype html>
            <html lang="\(Self.escaped(language))"><head><meta charset="utf-8">\
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">\
            <title>\(Self.escaped(title))</title><style>\(Self.style)</style></head>
            <body><h1>\(Self.escaped(title))</h1>\(number)
            \(blocks.map(Self.html).joined(separator: "\n"))
            </body></html>

            """
        return Array(html.utf8)
    }

    private static func html(_ block: Block) -> String {
        switch block {
        case .heading(let text, let level):
            let name = "h\(min(max(level, 1), 3) + 1)"
            return "<\(name)>\(escaped(text))</\(name)>"
        case .addressee(let text): return "<p class=\"to\">\(escaped(text))</p>"
        case .paragraph(let text): return "<p>\(escaped(text))</p>"
        case .table(let caption, let heads, let rows):
            let head = heads.map { "<th>\(escaped($0))</th>" }.joined()
            let body = rows.map { row in "<tr>\(row.map { "<td>\(escaped($0))</td>" }.joined())</tr>" }.joined()
            return """
                <table><caption>\(escaped(caption))</caption><thead><tr>\(head)</tr></thead><tbody>\(body)</tbody></table>
                """
        case .picture(let svg, let words):
            return "<img alt=\"\(escaped(words))\" src=\"data:image/svg+xml;base64,\(base64(svg))\">"
        case .signature(let lines):
            return "<p class=\"signature\">\(lines.map(escaped).joined(separator: "<br>"))</p>"
        }
    }

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
        h2,h3,h4{margin:0;font-size:16pt;break-after:avoid;text-indent:2em}\
        h2{font-family:"Noto Sans CJK SC","Source Han Sans SC",SimHei,sans-serif}\
        p{margin:0;text-indent:2em;orphans:2;widows:2}.to{text-indent:0}.number{margin-bottom:28pt;text-align:center;text-indent:0}\
        .signature{margin-top:56pt;padding-right:4em;text-align:right;text-indent:0;break-inside:avoid}\
        table{width:100%;margin:14pt 0;border-collapse:collapse;font-size:12pt;line-height:18pt;text-align:left}\
        caption{font-weight:bold;break-after:avoid}thead{display:table-header-group}tr{break-inside:avoid}\
        th,td{padding:3pt 5pt;border:.5pt solid #000;vertical-align:top}img{display:block;max-width:100%;margin:14pt auto}
        """
}
