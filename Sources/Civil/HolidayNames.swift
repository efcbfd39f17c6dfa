/// The holidays of the notices in English beside their official names (全国年节及纪念日放假办法 art 2).
enum HolidayNames {
    /// Official name first; a name joined with «、» is translated part by part, an unknown one stays Chinese.
    static func words(for official: String) -> Words {
        let parts = official.split(separator: "、").map { english[String($0)] ?? String($0) }
        return Words(zh: official, en: parts.joined(separator: " and "))
    }

    /// The holidays that a year's arrangement must have, each with the spellings by which a notice calls it.
    ///
    /// Seven since 2008 (国务院令第513号); before, four.
    static func expected(in year: Int) -> [[String]] {
        let always = [
            ["元旦"], ["春节"], ["劳动节", "“五一”国际劳动节", "国际劳动节", "“五一”"], ["国庆节", "“十一”"],
        ]
        return year < 2008 ? always : always + [["清明节"], ["端午节"], ["中秋节"]]
    }

    private static let english = [
        "元旦": "New Year's Day",
        "春节": "Spring Festival",
        "清明节": "Qingming Festival",
        "劳动节": "Labour Day",
        "国际劳动节": "Labour Day",
        "“五一”": "Labour Day",
        "“五一”国际劳动节": "Labour Day",
        "端午节": "Dragon Boat Festival",
        "中秋节": "Mid-Autumn Festival",
        "国庆节": "National Day",
        "“十一”": "National Day",
        "抗日战争暨世界反法西斯战争胜利70周年纪念日": "70th anniversary of victory in the War of Resistance",
    ]
}
