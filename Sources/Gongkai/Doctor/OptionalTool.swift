import Text

/// A program that Gongkai can do without and does more with; it is called, never linked.
struct OptionalTool: Sendable, Hashable {
    /// How its presence is seen.
    enum Sign: Sendable, Hashable {
        /// Any of these programs is on the path.
        case program([String])
        /// Any of these files is there.
        case file([String])
    }

    var name: String
    var sign: Sign
    /// The Debian package that brings it.
    var package: String
    var adds: Phrase
    /// Whether this release calls it; the others are looked for so that an operator can plan.
    var isCalled = false

    /// All of them, in the order of the report.
    static let all: [OptionalTool] = [
        OptionalTool(
            "curl",
            isCalled: true,
            adds: Phrase(
                zh: "检查其他机关的公布地址能否打开；发送邮件提醒",
                en: "checking whether addresses of other organs open; sending notices by e-mail"
            )
        ),
        OptionalTool("qrencode", adds: Phrase(zh: "页面与证明上的二维码", en: "QR codes on pages and proofs")),
        OptionalTool(
            "pdftotext",
            package: "poppler-utils",
            isCalled: true,
            adds: Phrase(
                zh: "PDF 附件的文字，供检索和敏感信息检查；PDF 遮盖",
                en: "the text of PDF attachments, for search and the privacy scan; redaction of PDF"
            )
        ),
        OptionalTool(
            "qpdf",
            isCalled: true,
            adds: Phrase(
                zh: "清除 PDF 附件的作者等元数据；PDF 遮盖",
                en: "removing the metadata of PDF attachments; redaction of PDF"
            )
        ),
        OptionalTool(
            "chromium/weasyprint",
            programs: ["chromium", "weasyprint"],
            package: "chromium",
            isCalled: true,
            adds: Phrase(
                zh: "文书的 PDF（chromium 较快，weasyprint 较小）",
                en: "letters as PDF (chromium is quicker, weasyprint smaller)"
            )
        ),
        OptionalTool(
            "pandoc/libreoffice",
            programs: ["pandoc", "libreoffice", "soffice"],
            package: "pandoc",
            adds: Phrase(zh: "读取其他文字处理软件的文档", en: "reading documents of other word processors")
        ),
        OptionalTool(
            "clamav",
            programs: ["clamdscan"],
            package: "clamav-daemon clamdscan",
            adds: Phrase(zh: "检查附件中的恶意程序", en: "finding malware in attachments")
        ),
        OptionalTool(
            "iconv",
            package: "libc-bin",
            isCalled: true,
            adds: Phrase(zh: "导入 GB18030 编码的文件", en: "importing files in GB18030")
        ),
        OptionalTool("tidy", adds: Phrase(zh: "整理导入的网页", en: "cleaning imported web pages")),
        OptionalTool(
            name: "fonts-noto-cjk",
            sign: .file([
                "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
                "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
                "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
            ]),
            package: "fonts-noto-cjk",
            isCalled: true,
            adds: Phrase(zh: "PDF 中的中文字体", en: "Chinese type in PDF output")
        ),
    ]

    private init(name: String, sign: Sign, package: String, isCalled: Bool = false, adds: Phrase) {
        self.name = name
        self.sign = sign
        self.package = package
        self.isCalled = isCalled
        self.adds = adds
    }

    private init(
        _ name: String,
        programs: [String]? = nil,
        package: String? = nil,
        isCalled: Bool = false,
        adds: Phrase
    ) {
        self.init(
            name: name,
            sign: .program(programs ?? [name]),
            package: package ?? name,
            isCalled: isCalled,
            adds: adds
        )
    }
}

extension FindingGroup {
    /// What this release calls, with the one line that adds what is missing; then what it does not call yet.
    static func tools(isThere: (OptionalTool.Sign) -> Bool) -> [FindingGroup] {
        let missing = OptionalTool.all.filter { $0.isCalled && !isThere($0.sign) }.map(\.package).joined(separator: " ")
        return [
            FindingGroup(
                name: Phrase(zh: "可选程序", en: "Optional programs"),
                findings: lines(OptionalTool.all.filter(\.isCalled), isThere),
                advice: missing.isEmpty
                    ? nil
                    : Phrase(
                        zh: "补装：sudo apt-get install \(missing)",
                        en: "to add them: sudo apt-get install \(missing)"
                    )
            ),
            FindingGroup(
                name: Phrase(zh: "本版本尚未调用的可选程序", en: "Optional programs that this release does not call yet"),
                findings: lines(OptionalTool.all.filter { !$0.isCalled }, isThere),
                advice: nil
            ),
        ]
    }

    private static func lines(_ tools: [OptionalTool], _ isThere: (OptionalTool.Sign) -> Bool) -> [Finding] {
        tools.map { tool in
            Finding(
                mark: isThere(tool.sign) ? .fine : .absent,
                subject: Phrase(zh: tool.name, en: tool.name),
                detail: tool.adds
            )
        }
    }
}
