import Civil
import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// Changing a draft, or an item in review: a save names the version it began from, so that nobody overwrites another.
enum EditPages {
    static func form(_ visit: Visit) async throws -> Response {
        let reading = try await read(visit)
        try requireOpen(reading.item)
        try await visit.writeDownReading(of: reading.version, under: reading.duty)
        let typed = TypedItem(reading.version.content, of: reading.item, under: reading.duty)
        return page(visit, reading, typed)
    }

    static func save(_ visit: Visit) async throws -> Response {
        let reading = try await read(visit)
        let typed = TypedItem(visit.form)
        if let table = visit.form[TypedItem.Key.addRow] {
            return page(visit, reading, typed, base: visit.form[TypedItem.Key.base], addsRowTo: table)
        }
        let save = SaveDraft(
            item: reading.item.id,
            base: ID(visit.form[TypedItem.Key.base] ?? ""),
            duty: reading.item.duty,
            typed: typed.values,
            placement: typed.placement,
            actor: try visit.actor()
        )
        do {
            return try await DraftSaved.answer(visit, try await save.run(in: visit.app))
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            guard case .conflict = refusal else {
                return page(visit, reading, typed, refused, base: visit.form[TypedItem.Key.base])
            }
            // What is saved next replaces the version that is shown now, and not one in between.
            return page(visit, try await read(visit), typed, refused, isConflict: true)
        }
    }

    private static func requireOpen(_ item: Item) throws(Refusal) {
        guard item.stage == .draft || item.stage == .review else {
            throw .wrongState(
                Phrase(
                    zh: "这条信息\(item.state.name.zh)，不能直接修改；已公开的信息请先发起修订",
                    en:
                        "This item is “\(item.state.name.en)” and is not changed directly; start a revision of what is public"
                )
            )
        }
    }

    private struct Reading: Sendable {
        var frame: OfficeFrame
        var choices: PlacementChoices
        var item: Item
        var version: Version
        var duty: Duty
        var opinionCount: Int
    }

    private static func read(_ visit: Visit) async throws -> Reading {
        let id = ID<Item>(try visit.parameter("id"))
        let app = visit.app
        return try await app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            guard let item = try tx.items.find(id), item.agency == frame.agency.id,
                let version = try tx.items.version(item.currentVersion), let duty = app.catalogue.duty(item.duty)
            else { throw Refusal.notFound }
            return Reading(
                frame: frame,
                choices: try PlacementChoices(of: frame.agency.id, tx),
                item: item,
                version: version,
                duty: duty,
                opinionCount: try tx.items.opinions(on: version.id).count
            )
        }
    }

    private static func page(
        _ visit: Visit,
        _ reading: Reading,
        _ typed: TypedItem,
        _ refused: Refused? = nil,
        base: String? = nil,
        addsRowTo table: String? = nil,
        isConflict: Bool = false
    ) -> Response {
        let language = visit.language
        let path = "/items/\(reading.item.id)"
        var typed = typed
        // The form shows files and sends none.
        for field in reading.duty.fileFields { typed.values[field.key] = reading.version.content[field.key] }
        let form = DraftForm(
            duty: reading.duty,
            typed: typed,
            choices: reading.choices,
            refused: refused,
            addsRowTo: table,
            action: visit.links.office("\(path)/edit"),
            hidden: [
                visit.formToken, HiddenField(name: TypedItem.Key.base, value: base ?? reading.version.id.text),
            ],
            isInReview: reading.item.stage == .review,
            language: language
        )
        let conflict =
            isConflict
            ? ConflictView(
                saved: reading.version,
                typed: reading.duty.check(typed.values, in: FieldContext(today: visit.app.now().date)).content,
                duty: reading.duty
            ).html(in: language) : .empty
        return OfficePage(
            reading.frame,
            .items,
            title: Phrase(zh: "修改", en: "Change")[language],
            steps: [.init(label: reading.item.title, url: visit.links.office(path))],
            hasErrors: refused != nil
        ).response(
            to: visit,
            """
            \(refused?.summary(in: language) ?? .empty)\(conflict)\(warning(reading, language))\
            \(form.html)
            """,
            status: refused?.status ?? .ok
        )
    }

    private static func warning(_ reading: Reading, _ language: Language) -> HTML {
        if let reason = reading.item.returnedReason {
            return Notice(
                kind: .care,
                title: Phrase(zh: "退回理由", en: "Why it was sent back"),
                more: "<p>\(HTML.lines(reason, in: language))</p>"
            ).html(in: language)
        }
        guard reading.item.stage == .review, reading.opinionCount > 0 else { return .empty }
        let count = reading.opinionCount
        return Notice(
            kind: .care,
            title: Phrase(
                zh: "保存后，已有的 \(count) 个意见作废",
                en: count == 1
                    ? "Saving voids the opinion already given" : "Saving voids the \(count) opinions already given"
            ),
            text: Phrase(
                zh: "意见只对当时的版本有效，新版本须重新审查。",
                en: "An opinion holds for its version only; the new one is reviewed again."
            )
        ).html(in: language)
    }
}

/// Two people changed one item: both texts stand side by side, field by field, where they differ.
struct ConflictView: Component {
    var saved: Version
    var typed: ItemContent
    var duty: Duty

    func html(in language: Language) -> HTML {
        let rows = duty.allFields.compactMap { field -> [DataTable.Cell]? in
            let (theirs, mine) = (saved.content[field.key], typed[field.key])
            guard theirs != mine, field.type != .attachment else { return nil }
            return [.text(field.name[language]), cell(theirs, field, language), cell(mine, field, language)]
        }
        return DataTable(
            caption: Phrase(
                zh: rows.isEmpty ? "两份内容相同，直接保存即可" : "两份内容不同之处",
                en: rows.isEmpty ? "Both texts are the same; just save" : "Where the two differ"
            ),
            columns: [
                .init(label: Phrase(zh: "内容", en: "Field")),
                .init(
                    label: Phrase(zh: "别人保存的第 \(saved.number) 版", en: "Version \(saved.number), saved by somebody else")
                ),
                .init(label: Phrase(zh: "您输入的（下面的表单里）", en: "What you typed (in the form below)")),
            ],
            rows: rows,
            id: "conflict"
        ).html(in: language)
    }

    private func cell(_ canonical: String?, _ field: Field, _ language: Language) -> DataTable.Cell {
        guard let canonical else { return .blank }
        return .markup(HTML.lines(field.displayText(of: canonical, language: language), in: language))
    }
}

extension HTML {
    /// A text of several lines as they are.
    static func lines(_ text: String, in language: Language) -> HTML {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { HTML(text: String($0)) }
        guard let tag = HTML.languageTag(of: text, in: language) else { return lines.joined(by: "<br>") }
        return "<span lang=\"\(tag)\">\(lines.joined(by: "<br>"))</span>"
    }
}
