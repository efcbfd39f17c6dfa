import Text

/// Puts the files of a catalogue together: laws, matters and columns of all files first, then the duties that name them.
final class CatalogueAssembly {
    let problems = YamlProblems()
    private(set) var laws: [String: Duty.LegalBasis] = [:]
    private(set) var matters: [Duty.Matter] = []
    private(set) var columns: [CatalogueColumn] = []
    /// Whether all laws and columns could be read; if not, one that a duty names may be among those that could not.
    private(set) var namesAreSound = true
    private var duties: [Duty] = []
    private var replaced: Set<String> = []
    private var dropped: Set<String> = []
    /// Codes of all duties written down, sound or not, so that one mistake is not reported as two.
    private var attempted: Set<String> = []
    /// Codes of other duties named somewhere, looked up when all duties are known.
    private var mentions: [(code: String, value: YamlValue, owner: String)] = []

    private static let topKeys = ["matter", "laws", "columns", "drops", "duties"]

    private struct Opened {
        var root: YamlMap
        var isOverlay: Bool
        var matter: Duty.Matter?
    }

    func catalogue(of builtIn: [CatalogueFile], overlay: [CatalogueFile]) -> Catalogue {
        var files: [Opened] = []
        for (file, isOverlay) in builtIn.map({ ($0, false) }) + overlay.map({ ($0, true) }) {
            let reader = YamlReader(file: file.name, problems: problems)
            guard let root = reader.root(of: file.text, keys: Self.topKeys) else { continue }
            readLaws(of: root)
            files.append(Opened(root: root, isOverlay: isOverlay, matter: nil))
        }
        for index in files.indices { files[index].matter = readMatter(of: files[index].root) }
        for file in files { readColumns(of: file.root, matter: file.matter) }
        namesAreSound = problems.all.isEmpty
        for file in files { readDuties(of: file) }
        for file in files { readDrops(of: file) }
        checkMentions()
        return Catalogue(duties: duties, matters: matters, columns: columns)
    }

    /// Remembers that a duty of that code is written down.
    func attempt(_ code: String) {
        attempted.insert(code)
    }

    /// Remembers that a value of the duty beginning at `owner` names another duty.
    func mention(_ code: String, at value: YamlValue, owner: String) {
        mentions.append((code, value, owner))
    }

    private func readLaws(of root: YamlMap) {
        for entry in root["laws"]?.map()?.entries ?? [] {
            guard Spelling.isKey(entry.key) else {
                entry.value.refuse(Phrase(zh: "键的写法不对", en: "the key is misspelt"), allowed: Spelling.key)
                continue
            }
            guard let law = readLaw(entry) else { continue }
            if let known = laws[entry.key], known != law {
                let what = Phrase(zh: "该法律键已指《\(known.law.zh)》", en: "this law key already means \(known.law.en)")
                entry.value.refuse(what, allowed: Phrase(zh: "另一个键", en: "another key"))
            } else {
                laws[entry.key] = law
            }
        }
    }

    private func readLaw(_ entry: YamlMap.Entry) -> Duty.LegalBasis? {
        guard let map = entry.value.map(keys: ["zh", "en", "number"]),
            let zh = map.required("zh")?.string(limit: 100),
            let en = map.required("en")?.string(limit: 200)
        else { return nil }
        let number = map["number"]?.string(limit: 60) ?? ""
        return Duty.LegalBasis(law: Phrase(zh: zh, en: en), article: "", version: entry.key, number: number)
    }

    private func readMatter(of root: YamlMap) -> Duty.Matter? {
        guard let value = root["matter"] else { return nil }
        guard value.isMap else {
            let code = value.oneOf(matters.map(\.code))
            return matters.first { $0.code == code }
        }
        guard let map = value.map(keys: ["code", "zh", "en"]),
            let code = map.required("code")?.spelt(Spelling.isCode, Spelling.code),
            let zh = map.required("zh")?.string(limit: 60),
            let en = map.required("en")?.string(limit: 100)
        else { return nil }
        let matter = Duty.Matter(code: code, name: Phrase(zh: zh, en: en))
        if let known = matters.first(where: { $0.code == code }), known != matter {
            let what = Phrase(zh: "该代码已指「\(known.name.zh)」", en: "this code already means «\(known.name.en)»")
            map.refuse("code", what, allowed: Phrase(zh: "另一个代码", en: "another code"))
        } else if !matters.contains(matter) {
            matters.append(matter)
        }
        return matter
    }

    private func readColumns(of root: YamlMap, matter: Duty.Matter?) {
        guard let list = root["columns"]?.list() else { return }
        guard let matter else { return refuseWithoutMatter(root) }
        for value in list {
            guard let map = value.map(keys: ["slug", "zh", "en"]),
                let slug = map.required("slug")?.spelt(Spelling.isSlug, Spelling.slug),
                let zh = map.required("zh")?.string(limit: 60),
                let en = map.required("en")?.string(limit: 100)
            else { continue }
            guard !columns.contains(where: { $0.slug == slug }) else {
                let what = Phrase(zh: "栏目「\(slug)」已有", en: "the column «\(slug)» exists already")
                map.refuse("slug", what, allowed: Phrase(zh: "另一个路径", en: "another path"))
                continue
            }
            columns.append(CatalogueColumn(slug: slug, name: Phrase(zh: zh, en: en), matter: matter))
        }
    }

    private func refuseWithoutMatter(_ root: YamlMap) {
        guard root["matter"] == nil else { return }
        _ = root.required("matter", allowed: Phrase(zh: "一级事项", en: "the first-level matter"))
    }

    private func readDuties(of file: Opened) {
        guard let list = file.root["duties"]?.list() else { return }
        guard let matter = file.matter else { return refuseWithoutMatter(file.root) }
        for value in list {
            guard let map = value.map(keys: DutyReading.keys) else { continue }
            let reading = DutyReading(map: map, matter: matter, assembly: self)
            let replaces = map["replaces"]?.bool() ?? false
            guard let duty = reading.duty() else { continue }
            place(duty, from: map, replaces: replaces)
        }
    }

    private func place(_ duty: Duty, from map: YamlMap, replaces: Bool) {
        guard let index = duties.firstIndex(where: { $0.code == duty.code }) else {
            if replaces {
                let what = Phrase(zh: "没有可替换的事项 \(duty.code)", en: "there is no duty \(duty.code) to replace")
                map.refuse("replaces", what, allowed: codes)
                return
            }
            let last = duties.lastIndex { $0.matter.code == duty.matter.code } ?? duties.count - 1
            duties.insert(duty, at: last + 1)
            return
        }
        guard replaces, replaced.insert(duty.code).inserted else {
            let known = duties[index].origin
            let what = Phrase(zh: "代码 \(duty.code) 已用于 \(known)", en: "the code \(duty.code) is used at \(known)")
            let allowed = Phrase(zh: "另一个代码，或写 replaces: true 一次", en: "another code, or replaces: true once")
            map.refuse("code", what, allowed: allowed)
            return
        }
        duties[index] = duty
    }

    private func readDrops(of file: Opened) {
        guard let value = file.root["drops"] else { return }
        guard file.isOverlay else {
            value.refuse(
                Phrase(zh: "自带目录不能撤销事项", en: "the built-in catalogue drops nothing"),
                allowed: Phrase(zh: "只在地方目录中使用", en: "in an overlay only")
            )
            return
        }
        for entry in value.list() ?? [] {
            guard let code = entry.oneOf(duties.map(\.code)) else { continue }
            duties.removeAll { $0.code == code }
            dropped.insert(code)
        }
    }

    private func checkMentions() {
        let known = attempted.subtracting(dropped)
        let owners = Set(duties.map(\.origin))
        for (code, value, owner) in mentions where !known.contains(code) && owners.contains(owner) {
            let isGone = dropped.contains(code)
            value.refuse(
                isGone
                    ? Phrase(zh: "事项 \(code) 已被撤销", en: "the duty \(code) has been dropped")
                    : Phrase(zh: "没有事项 \(code)", en: "there is no duty \(code)"),
                allowed: codes
            )
        }
    }

    private var codes: Phrase {
        let list = duties.map(\.code)
        return Phrase(zh: list.joined(separator: "、"), en: list.joined(separator: ", "))
    }
}
