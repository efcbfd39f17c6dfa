/// Every publication can be proven: the box says where it stands in the public log (公开日志) and how to check it.

package import Civil
package import Html
package import Text

/// The proof of one publication.
package struct ProofBox: Component {
    /// The place of the entry in the log, counted from one as readers count.
    package var entry: Int
    /// When the signed checkpoint (检查点) that covers the entry was made; nothing while it is still to come.
    package var checkpoint: Instant?
    package var proofURL: String
    package var explanationURL: String
    /// The page's address as a QR code (an SVG that we drew ourselves).
    package var code: HTML?

    package init(
        entry: Int,
        checkpoint: Instant? = nil,
        proofURL: String,
        explanationURL: String,
        code: HTML? = nil
    ) {
        self.entry = entry
        self.checkpoint = checkpoint
        self.proofURL = proofURL
        self.explanationURL = explanationURL
        self.code = code
    }

    package func html(in language: Language) -> HTML {
        """
        <section class="proof\(code == nil ? "" : " proof-coded")"><div>
        <h2>\(heading[language])</h2>
        <p>\(written(in: language))</p>
        <p class="quiet">\(how[language])</p>
        <p class="proof-links"><a href="\(url: proofURL)" download>\(Icon.download.html)\(download[language])</a>\
        <a href="\(url: explanationURL)">\(Icon.shield.html)\(verify[language])</a></p>
        </div>\(optional: code.map { "<div class=\"proof-code\">\($0)</div>" })</section>
        """
    }

    private func written(in language: Language) -> HTML {
        let number: HTML = "<span class=\"number\">\(entry.grouped(in: language))</span>"
        guard let checkpoint else {
            return language == .zh
                ? "已写入公开日志第 \(number) 条，检查点将在几分钟内签出。"
                : "Entry \(number) of the public log; its checkpoint will be signed within minutes."
        }
        return language == .zh
            ? "已写入公开日志第 \(number) 条，检查点签于 \(checkpoint.element(in: language))。"
            : "Entry \(number) of the public log, under the checkpoint signed \(checkpoint.element(in: language))."
    }

    private var heading: Phrase { Phrase(zh: "公开证明", en: "Proof of publication") }
    private var how: Phrase {
        Phrase(
            zh: "下载证明，用任何一种通用核验工具，就能自己确认本页没有被改动、日期没有被倒填。",
            en: "Download the proof and check with any standard tool that this page was neither changed nor back-dated."
        )
    }
    private var download: Phrase { Phrase(zh: "下载证明", en: "Download the proof") }
    private var verify: Phrase { Phrase(zh: "怎样核验", en: "How to verify") }
}
