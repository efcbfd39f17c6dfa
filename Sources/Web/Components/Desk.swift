/// The desk says what waits for me, what is going late and what waits for others; a row is one line with one main act.

package import Html
package import Text

/// The first page of everyone in the office.
package struct Desk: Component {
    /// A piece of work.
    package struct Row: Sendable {
        package var title: String
        package var url: String
        /// Where it stands, such as «待保密审查».
        package var note: Phrase?
        /// The deadline in words with its urgency.
        package var due: Tag
        /// The one main act, and where it is done.
        package var act: Phrase
        package var actURL: String

        package init(
            title: String,
            url: String,
            note: Phrase? = nil,
            due: Tag,
            act: Phrase,
            actURL: String
        ) {
            self.title = title
            self.url = url
            self.note = note
            self.due = due
            self.act = act
            self.actURL = actURL
        }
    }

    package var waitsForMe: [Row]
    package var goingLate: [Row]
    package var waitsForOthers: [Row]

    package init(
        waitsForMe: [Row],
        goingLate: [Row],
        waitsForOthers: [Row]
    ) {
        self.waitsForMe = waitsForMe
        self.goingLate = goingLate
        self.waitsForOthers = waitsForOthers
    }

    /// How many rows call for action by whoever looks at the desk, for the browser's title.
    package var count: Int { waitsForMe.count + goingLate.count }

    package func html(in language: Language) -> HTML {
        let me = Phrase(zh: "等我处理", en: "Waits for me")
        let late = Phrase(zh: "快要逾期", en: "Going late")
        let others = Phrase(zh: "等别人处理", en: "Waits for others")
        return """
            <div class="desk">\
            \(list(me, waitsForMe, Phrase(zh: "送到您这里的审查、签发和办件会列在这里。", en: "Reviews, sign-offs and cases sent to you appear here."), language))\
            \(list(late, goingLate, Phrase(zh: "离到期不足三个工作日的会列在这里。", en: "Work due within three working days appears here."), language))\
            \(list(others, waitsForOthers, Phrase(zh: "您送出、还没有回来的会列在这里。", en: "What you sent on and is not back yet appears here."), language))\
            </div>
            """
    }

    private func list(_ title: Phrase, _ rows: [Row], _ empty: Phrase, _ language: Language) -> HTML {
        let lines = rows.map { line($0, in: language) }
        let body: HTML =
            rows.isEmpty ? "<p class=\"quiet\">\(empty[language])</p>" : "<ul class=\"ruled\">\(lines)</ul>"
        return """
            <section><h2>\(title[language])<span class="count">\(rows.count.grouped(in: language))</span></h2>\(body)</section>
            """
    }

    private func line(_ row: Row, in language: Language) -> HTML {
        """
        <li>\(row.due.html(in: language))<div class="what"><a href="\(url: row.url)">\(HTML.record(row.title, in: language))</a>\
        \(optional: row.note.map { " <span class=\"quiet\">\($0[language])</span>" })</div>\
        <a class="button button-second" href="\(url: row.actURL)">\(row.act[language])\
        <span class="unseen">\(Phrase(zh: "：", en: ": ")[language])\(HTML.record(row.title, in: language))</span></a></li>
        """
    }
}
