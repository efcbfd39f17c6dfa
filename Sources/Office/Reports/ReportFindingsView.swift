import Disclosure
import Html
import Text
import Web

/// What breaks the rules of a report: errors with the numbers to look at, warnings with the sentence that answers them.
struct ReportFindingsView {
    var reading: ReportReading
    var mayWrite: Bool
    var filled: FilledForm
    var visit: Visit

    var html: HTML {
        guard reading.isOpen else { return .empty }
        let language = visit.language
        let lines = reading.findings.map(line)
        let none = Phrase(zh: "勾稽关系全部相符。", en: "Every rule is kept.")
        let content: HTML = lines.isEmpty ? "<p>\(none[language])</p>" : "<ul class=\"ruled\">\(lines.joined())</ul>"
        return PagePart(Phrase(zh: "勾稽检查", en: "Rules"), "<div id=\"findings\">\(content)</div>").html(in: language)
    }

    private func line(_ finding: ReportFinding) -> HTML {
        let language = visit.language
        let tag =
            finding.level == .error
            ? Tag(kind: .late, word: Phrase(zh: "错误", en: "Error"))
            : Tag(kind: .soon, word: Phrase(zh: "提醒", en: "Warning"))
        let address = reading.address(visit)
        let numbers = finding.numbers.prefix(12).map { number -> HTML in
            let text =
                "\(reading.sheet.name(of: number)[language]) \((reading.sheet.values[number] ?? .missing).text(in: language))"
            return "<a href=\"\(url: address(number))\">\(text)</a>"
        }
        let section = (mayWrite ? finding.section : nil).map { key -> HTML in
            let url = visit.links.officeReport(reading.report.id, "/sections/\(key)")
            return "<a href=\"\(url: url)\">\(ReportPage.write[language])</a>"
        }
        let links = numbers + [section].compactMap { $0 }
        let ways: HTML = links.isEmpty ? .empty : "<p class=\"chips\">\(links.joined(by: " "))</p>"
        return """
            <li>\(tag.html(in: language)) <b>\(finding.rule[language])</b> <span>\(finding.says[language])</span>\
            \(ways)\(finding.level == .warning ? answer(finding) : .empty)</li>
            """
    }

    private func answer(_ finding: ReportFinding) -> HTML {
        let language = visit.language
        let given = reading.answers[finding.id] ?? ""
        let isMine = filled.typed["finding"] == finding.id
        guard mayWrite else { return given.isEmpty ? .empty : "<p class=\"quiet\">\(given)</p>" }
        let own = isMine ? filled : FilledForm(language: language)
        let field = FormField(
            key: "sentence",
            label: Phrase(zh: "说明（一句话）", en: "Why it is so, in a sentence"),
            isRequired: true,
            control: .text(.init(longest: 500))
        )
        let form = Form(
            action: visit.links.officeReport(reading.report.id, "/answers"),
            hidden: [visit.formToken, HiddenField(name: "finding", value: finding.id)],
            fields: own.field(field, otherwise: given),
            buttons: [Button(act: Phrase(zh: "保存说明", en: "Save"), weight: .second)]
        )
        let summary =
            given.isEmpty ? Phrase(zh: "请说明", en: "Explain it") : Phrase(zh: "已说明：\(given)", en: "Explained: \(given)")
        return """
            <details\(flag: "open", if: isMine)><summary>\(summary[language])</summary>\(form.html(in: language))</details>
            """
    }
}
