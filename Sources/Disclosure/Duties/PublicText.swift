/// What the public gets of a stored value: all of it, a masked form, or nothing.
extension Field {
    /// The canonical text with what is masked hidden; nil when the field is never published or nothing is left of it.
    package func publicText(of canonical: String) -> String? {
        guard !canonical.isEmpty else { return nil }
        switch showing {
        case .never: return nil
        case .masked(let mask): return Masks.masked(canonical, by: mask)
        case .shown: break
        }
        guard case .table(let columns) = type else { return canonical }
        return TableInput.rows(canonical).map { cells in
            zip(columns, cells).map { $0.publicText(of: $1) }.joined(separator: "\t")
        }.joined(separator: "\n")
    }
}

extension FieldType.Column {
    /// The cell as the public gets it; empty when the column is never published.
    package func publicText(of cell: String) -> String {
        switch showing {
        case .shown: cell
        case .masked(let mask): cell.isEmpty ? "" : Masks.masked(cell, by: mask)
        case .never: ""
        }
    }
}

extension Duty {
    /// The content as the public gets it, in the order of the form.
    package func publicContent(of content: ItemContent) -> ItemContent {
        let masked = MaskedPassages(content)
        var shown = ItemContent()
        for field in allFields {
            shown[field.key] = content[field.key].flatMap(field.publicText).map { masked.hidden(in: $0, of: field) }
        }
        return shown
    }
}
