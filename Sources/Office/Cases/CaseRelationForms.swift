import Disclosure
import Html
import Text
import Web

/// Merging, parting and splitting on the page of a case.
extension CaseForms {
    static let merge = "merge"
    static let part = "part"
    static let split = "split"

    /// The forms that are possible now, folded.
    func relations(in language: Language) -> HTML {
        guard reading.file.isOpen else { return .empty }
        let isLed = reading.related.lead != nil
        let together = isLed ? parting(language) : reading.related.merged.isEmpty ? merging(language) : .empty
        let canSplit =
            reading.procedure.state(reading.file.state)?.waits == .office
            && reading.procedure.fields.contains { $0.key == SplitCase.matter }
        return together + (canSplit ? splitting(language) : .empty)
    }

    private func merging(_ language: Language) -> HTML {
        let filled = filled(Self.merge)
        return form(
            Self.merge,
            Phrase(zh: "并案办理", en: "Handle with another case"),
            CaseFormFields.merge.map { filled.field($0) }.joined()
        )
    }

    private func parting(_ language: Language) -> HTML {
        form(Self.part, Phrase(zh: "取消并案", en: "Handle by itself again"), .empty)
    }

    private func splitting(_ language: Language) -> HTML {
        let filled = filled(Self.split)
        return form(
            Self.split,
            Phrase(zh: "拆分（一事一申请）", en: "Split, one matter to a case"),
            CaseFormFields.split.map { filled.field($0) }.joined()
        )
    }

    private func form(_ key: String, _ act: Phrase, _ fields: HTML) -> HTML {
        folded(
            key,
            act,
            Form(
                action: address(key),
                hidden: [visit.formToken],
                fields: fields,
                buttons: [Button(act: act, weight: .second)]
            ).html(in: visit.language)
        )
    }
}

/// The cases that belong to this one, and what was made public from it.
struct RelatedCasesView: Component {
    var reading: CaseReading
    var visit: Visit

    func html(in language: Language) -> HTML {
        let related = reading.related
        let parts: [(Phrase, [CaseFile])] = [
            (Phrase(zh: "并入", en: "Handled with"), [related.lead].compactMap { $0 }),
            (Phrase(zh: "并案办理的其他办件", en: "Cases handled with this one"), related.merged),
            (Phrase(zh: "拆分自", en: "Taken out of"), [related.origin].compactMap { $0 }),
            (Phrase(zh: "由本件拆分出", en: "Taken out of this one"), related.parts),
        ]
        let lists = parts.map { title, files in
            files.isEmpty
                ? HTML.empty
                : PagePart(title, CaseLinks(files: files, visit: visit).html(in: language)).html(in: language)
        }
        return lists.joined() + publicity(language)
    }

    /// What everybody may read of it, and the way to write that.
    private func publicity(_ language: Language) -> HTML {
        guard let publicity = reading.procedure.publicity, reading.reach.readsWords, !reading.file.isOpen else {
            return .empty
        }
        let lines = reading.items.map { item -> HTML in
            """
            <li><a href="\(url: visit.links.officeItem(item.id.text))">\(HTML.record(item.title, in: language))</a> \
            · \(item.state.name[language])</li>
            """
        }
        let draft: HTML
        if reading.history.mayBePublic(reading.content), reading.actor.may(.draftItem) {
            let address =
                visit.links.office("/items/new") + "?case=\(reading.file.id)"
                + (publicity.duty.map { "&duty=\($0)" } ?? "")
            draft = Button(
                act: Phrase(zh: "起草公开信息", en: "Draft an item for everybody"),
                weight: .second,
                does: .leads(to: address)
            ).html(in: language)
        } else {
            draft = .empty
        }
        guard !lines.isEmpty || !draft.bytes.isEmpty else { return .empty }
        let list: HTML = lines.isEmpty ? .empty : "<ul>\(lines.joined())</ul>"
        let hint =
            publicity.duty == nil
            ? Phrase(
                zh: "多个申请人申请同样的信息，或者信息应当让公众广泛知晓的，可以转为主动公开（条例第四十四条）。",
                en:
                    "What several applicants ask for, or what everybody should know, can be published (Regulations, art 44)."
            )
            : Phrase(
                zh: "来信人同意公开。表单带入时已遮盖疑似个人信息，公开前仍须审查、签发。",
                en:
                    "Who wrote it agrees. What looks personal is masked as the form is filled; it is reviewed and signed like any item."
            )
        return PagePart(
            Phrase(zh: "向社会公开", en: "For everybody"),
            "\(list)<p class=\"hint\">\(hint[language])</p><div class=\"buttons\">\(draft)</div>"
        ).html(in: language)
    }
}

/// Cases by number, kind, state and day.
struct CaseLinks: Component {
    var files: [CaseFile]
    var visit: Visit

    func html(in language: Language) -> HTML {
        let lines = files.map { file -> HTML in
            let procedure = visit.app.procedures.named(file.procedure)
            let state = procedure?.state(file.state)?.name[language] ?? file.state
            return """
                <li><a href="\(url: visit.links.office("/cases/\(file.id)"))">\(file.number)</a> \
                \(procedure?.name[language] ?? file.kind) · \(state) · \(file.receivedOn.element(in: language))</li>
                """
        }
        return "<ul>\(lines.joined())</ul>"
    }
}
