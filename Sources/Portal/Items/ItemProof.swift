import Disclosure
import Html
import Text
import Web

/// The proof of a publication: where it stands in the public log, the exact bytes, and how anybody recomputes them.
struct ItemProof: Sendable {
    var reading: ItemReading

    init(_ reading: ItemReading) { self.reading = reading }

    func html(_ visit: Visit) -> HTML {
        guard let entry = reading.entries.last else { return .empty }
        let language = visit.language
        let base = "/\(reading.agency.code)/items/\(reading.leafID)"
        let verdict = verdict
        return """
            <section class="proof" id="proof"><div>
            <h2>\(heading[language])</h2>
            <p>\(written(entry, language))</p>
            <p>\(verdict.tag.html(in: language)) <span class="small quiet">\(verdict.why[language])</span></p>
            <p class="proof-links"><a href="\(url: "\(base)/proof.txt")" download>\(Icon.download.html)\
            \(Phrase(zh: "下载证明", en: "Download the proof")[language])</a>\
            <a href="\(url: "\(base)/public-version")" download="\(reading.leafID).txt">\(Icon.download.html)\
            \(Phrase(zh: "下载公开文本", en: "Download the public text")[language])</a></p>
            <details><summary>\(Phrase(zh: "怎样核验", en: "How to verify")[language])</summary>\(how(entry, language))</details>
            </div></section>
            """
    }

    private func written(_ entry: LedgerEntry, _ language: Language) -> HTML {
        let number: HTML = "<span class=\"number\">\(Int(entry.index + 1).grouped(in: language))</span>"
        return language == .zh
            ? "已写入公开日志第 \(number) 条，写入时间 \(entry.at.element(in: language))。日志只能增加，不能改动。"
            : "Entry \(number) of the public log, written \(entry.at.element(in: language)). The log only grows; nothing in it changes."
    }

    private func how(_ entry: LedgerEntry, _ language: Language) -> HTML {
        let rows = SummaryList(rows: [
            .init(
                label: Phrase(zh: "叶子序号（从 0 起）", en: "Leaf index (from 0)"),
                value: "<span class=\"number\">\(entry.index)</span>"
            ),
            .init(label: Phrase(zh: "叶子哈希", en: "Leaf hash"), value: "<code>\(entry.hash)</code>"),
            .init(
                label: Phrase(zh: "盐", en: "Salt"),
                value: "<code>\(Hex.text(reading.given.salt))</code>"
            ),
        ])
        return """
            \(rows.html(in: language))
            <p>\(leafBytes[language])</p>
            \(block(String(decoding: entry.bytes, as: UTF8.self)))
            <p>\(first[language])</p>
            \(block("sed '1,/^$/d' proof.txt > leaf\n(printf '\\0'; cat leaf) | sha256sum"))
            <p>\(second[language])</p>
            \(block("(sed -n 's/^salt //p' proof.txt | xxd -r -p; cat \(reading.leafID).txt) | sha256sum"))
            """
    }

    private func block(_ text: String) -> HTML {
        "<div class=\"table\" tabindex=\"0\"><pre class=\"hash\">\(text)</pre></div>"
    }

    private var heading: Phrase { Phrase(zh: "公开证明", en: "Proof of publication") }
    /// Whether the page agrees with the log; tags stay short, for they do not wrap.
    private var verdict: (tag: Tag, why: Phrase) {
        if reading.matchesLedger {
            return (
                Tag(kind: .onTime, word: Phrase(zh: "本页内容与日志一致", en: "Agrees with the log")),
                Phrase(zh: "每次打开本页都重新核对。", en: "Checked anew whenever the page is opened.")
            )
        }
        if reading.duty == nil {
            return (
                Tag(kind: .plain, word: Phrase(zh: "无法自动核对", en: "Cannot be checked")),
                Phrase(zh: "公开事项目录已不含此事项。", en: "The catalogue no longer has this duty.")
            )
        }
        return (
            Tag(kind: .late, word: Phrase(zh: "本页内容与日志不一致", en: "Differs from the log")),
            Phrase(zh: "请向本机关反映。", en: "Please tell the agency.")
        )
    }

    private var leafBytes: Phrase {
        Phrase(
            zh: "日志里这一条的全部内容如下，不含标题和当事人，因此依法撤下后日志仍可公开：",
            en:
                "The whole entry of the log follows. It names no title and no party, so that it can stay after a lawful withdrawal:"
        )
    }
    private var first: Phrase {
        Phrase(
            zh: "一、确认日志条目：下载证明，在空行以下即为条目原文；前面加一个零字节求 SHA-256，应得到叶子哈希。",
            en:
                "1. Check the entry: in the downloaded proof it stands below the empty line. SHA-256 over a zero byte and the entry gives the leaf hash."
        )
    }
    private var second: Phrase {
        Phrase(
            zh: "二、确认本页内容：公开文本前面加上盐求 SHA-256，应得到条目中 body 一行的值。",
            en:
                "2. Check this page: SHA-256 over the salt and the public text gives the value in the entry's line “body”."
        )
    }
}
