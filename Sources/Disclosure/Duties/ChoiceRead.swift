import Text

/// Reads a choice by the code or by the name in either language, so that a sheet may say 罚款 as well as `fine`.
extension FieldType {
    static func choice(_ typed: String, _ options: [Option]) -> Result<String, ValueProblem> {
        if let option = option(typed, of: options) { return .success(option.code) }
        return .failure(noOption(typed, options))
    }

    static func choices(_ typed: String, _ options: [Option]) -> Result<String, ValueProblem> {
        // A name may itself hold a 、, so the whole is tried first.
        if let option = option(typed, of: options) { return .success(option.code) }
        var chosen: Set<String> = []
        for part in typed.split(whereSeparator: { ",，、;；|\n".contains($0) }) {
            let part = FieldText.trimmed(String(part))
            guard !part.isEmpty else { continue }
            guard let option = option(part, of: options) else { return .failure(noOption(part, options)) }
            chosen.insert(option.code)
        }
        guard !chosen.isEmpty else { return .failure(noOption(typed, options)) }
        return .success(options.map(\.code).filter(chosen.contains).joined(separator: ","))
    }

    private static func option(_ typed: String, of options: [Option]) -> Option? {
        options.first { $0.code == typed } ?? options.first { $0.name.zh == typed }
            ?? options.first { $0.name.en.lowercased() == typed.lowercased() }
    }

    private static func noOption(_ typed: String, _ options: [Option]) -> ValueProblem {
        ValueProblem(
            zh: "没有「\(typed)」这个选项，请选：\(options.map(\.name.zh).joined(separator: "、"))",
            en: "There is no option «\(typed)»; choose one of: \(options.map(\.name.en).joined(separator: ", "))"
        )
    }
}
