internal import CTables

/// Administrative divisions (GB/T 2260): those in force and, because old credit codes keep them, those that were.
package enum Regions {
    /// The code that stands for no place; tests and demonstrations use it.
    package static let nowhere = "999999"

    private static let table = CodeTable { gongkai_table_regions().bytes }

    /// The name of a province, city or county by its six digits; of a code given twice in history the latest name.
    package static func name(of code: String) -> String? {
        if code == nowhere { return "虚构地区（演示）" }
        return table.line(of: code)?.dropFirst().first
    }

    /// The name with what it lies in: 广东省佛山市南海区.
    ///
    /// Names that only say 市辖区 or 县 are left out above others.
    package static func fullName(of code: String) -> String? {
        guard let name = name(of: code) else { return nil }
        let above = [code.prefix(2) + "0000", code.prefix(4) + "00"].filter { $0 != code }
        let names = above.compactMap { self.name(of: String($0)) }.filter { !isMereGroup($0) && $0 != name }
        return names.joined() + name
    }

    /// The year after which a code was no longer in force, as far as the lists show it; nil for a code in force.
    package static func lastYear(of code: String) -> Int? {
        guard let line = table.line(of: code), line.count > 2 else { return nil }
        return Int(line[2])
    }

    /// The code of a full name, or of a plain name that only one place in force bears.
    package static func code(named name: String) -> String? {
        let plain = table.lines(named: name).filter { $0.count == 2 }.map { $0[0] }
        if plain.count == 1, !isMereGroup(name) { return plain[0] }
        guard let province = provinces.first(where: { name.hasPrefix($0.name) }) else { return nil }
        // The last part is what follows the province and at most one city.
        let rest = name.dropFirst(province.name.count)
        for length in stride(from: rest.count, to: 0, by: -1) {
            let lines = table.lines(named: String(rest.suffix(length))).filter { $0.count == 2 }
            let code = lines.map { $0[0] }.first { $0.hasPrefix(province.prefix) && fullName(of: $0) == name }
            if let code { return code }
        }
        return nil
    }

    private static func isMereGroup(_ name: String) -> Bool {
        ["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖县", "自治区直辖县", "市辖县", "直辖县"].contains(name)
    }

    private static let provinces: [(prefix: String, name: String)] = (11...82).compactMap { number in
        name(of: "\(number)0000").map { ("\(number)", $0) }
    }
}

/// Industries of the national economy (GB/T 4754-2017): sections, divisions, groups and classes.
package enum Industries {
    private static let table = CodeTable { gongkai_table_industries().bytes }

    /// The name of a section (A–T), division (2 digits), group (3) or class (4).
    package static func name(of code: String) -> String? {
        table.line(of: code)?.dropFirst().first
    }

    /// The letter of the section that a code belongs to.
    package static func section(of code: String) -> String? {
        table.line(of: code)?.last
    }

    /// The code of a name; where a group and its only class share the name, the broader one.
    package static func code(named name: String) -> String? {
        table.lines(named: name).map { $0[0] }.min { $0.utf8.count < $1.utf8.count }
    }
}
