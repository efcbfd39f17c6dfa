/// Hides what the public may not see of a person (个人信息保护法 arts 25, 28; practice of 行政处罚 publication).
enum Masks {
    static func masked(_ text: String, by mask: Field.Mask) -> String {
        switch mask {
        case .surname: names(text)
        case .identity: identity(text)
        case .phone: phone(text)
        case .address: address(text)
        }
    }

    /// 王某, 欧阳某某: every name of a list keeps its surname.
    private static func names(_ text: String) -> String {
        var masked = ""
        var name = ""
        for character in text {
            if "、，,；;/\n".contains(character) {
                masked += surname(name) + String(character)
                name = ""
            } else {
                name.append(character)
            }
        }
        return masked + surname(name)
    }

    private static func surname(_ typed: String) -> String {
        let name = FieldText.trimmed(typed)
        guard let first = name.first else { return "" }
        // A name in Latin letters, or one of several parts such as 阿依古丽·买买提, keeps its first character only.
        if first.isASCII { return "\(first)***" }
        guard !name.contains(where: { "·•．. ".contains($0) }) else { return "\(first)某某" }
        let surname =
            name.count > 2 && doubleSurnames.contains(String(name.prefix(2))) ? name.prefix(2) : name.prefix(1)
        let given = max(1, min(2, name.count - surname.count))
        return surname + String(repeating: "某", count: given)
    }

    /// 110105********002X; other numbers keep two characters at each end at most.
    private static func identity(_ text: String) -> String {
        switch text.count {
        case 18: covered(text, head: 6, tail: 4)
        case 15: covered(text, head: 6, tail: 3)
        case 8...: covered(text, head: 2, tail: 2)
        default: covered(text, head: 0, tail: 0)
        }
    }

    /// 138****8000; shorter numbers keep less.
    private static func phone(_ text: String) -> String {
        switch text.count {
        case 11...: covered(text, head: 3, tail: 4)
        case 7...10: covered(text, head: 2, tail: 2)
        default: covered(text, head: 0, tail: 0)
        }
    }

    private static func covered(_ text: String, head: Int, tail: Int) -> String {
        let hidden = max(1, text.count - head - tail)
        return text.prefix(head) + String(repeating: "*", count: hidden) + text.suffix(tail)
    }

    /// 广东省佛山市南海区***: no more than province, city and county.
    private static func address(_ text: String) -> String {
        let characters = Array(FieldText.trimmed(text))
        var kept = 0
        var begin = 0
        var levels = 0
        for (index, character) in characters.enumerated() where levels < 3 {
            if character.isNumber || "镇乡村路街巷弄号栋幢".contains(character) { break }
            guard "省市区县旗州盟".contains(character), (1...10).contains(index - begin) else { continue }
            if character == "区", index > 0, "小社园厂院校库矿发新住".contains(characters[index - 1]) { break }
            // 自治州, 自治县 and the like end with their last character only.
            if character == "州", index < 2 || characters[index - 1] != "治" { continue }
            kept = index + 1
            begin = index + 1
            levels += 1
        }
        return String(characters.prefix(kept)) + "***"
    }

    private static let doubleSurnames: Set<String> = [
        "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连",
        "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于",
        "司空", "闾丘", "子车", "亓官", "司寇", "巫马", "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正", "宰父", "谷梁", "拓跋",
        "夹谷", "轩辕", "令狐", "段干", "百里", "呼延", "东郭", "南门", "羊舌", "微生", "梁丘", "左丘", "西门", "第五", "南荣",
        "东里", "东宫", "仲长", "即墨", "达奚", "褚师", "欧陽", "司馬", "諸葛", "東方", "長孫", "鍾離", "皇普",
    ]
}
