/// Some scalars are only another way to write others: the roman numeral Ⅱ, the unit ㎡, the radical ⼯ that PDF files put
/// in place of 工. Search treats both as one (a subset of Unicode NFKC, with the deviations named below).

/// Replacements for compatibility scalars.
enum Compatibility {
    /// What to read in place of the scalar, or nil when it stands for itself.
    ///
    /// Deviates from NFKC where that would glue things together: ①, ⑴ and ㈠ are set off by spaces, since they follow
    /// words as footnote marks.
    static func replacement(_ value: UInt32) -> String? {
        switch value {
        case 0x2F00...0x2FD5: String(kangxiRadicals[Int(value - 0x2F00)])
        case 0x2E80...0x2EF3: simplifiedRadicals[value]
        case 0xF900...0xFAD9: String(compatibilityIdeographs[Int(value - 0xF900)])
        case 0x2160...0x216B: romanNumerals[Int(value - 0x2160)]
        case 0x2170...0x217B: romanNumerals[Int(value - 0x2170)]
        case 0x2460...0x2473: " \(value - 0x2460 + 1) "
        case 0x2474...0x2487: " \(value - 0x2474 + 1) "
        case 0x2488...0x249B: " \(value - 0x2488 + 1) "
        case 0x3220...0x3229: " \(chineseNumerals[Int(value - 0x3220)]) "
        case 0x3280...0x3289: " \(chineseNumerals[Int(value - 0x3280)]) "
        case 0x2080...0x2089: String(value - 0x2080)
        case 0x2074...0x2079: String(value - 0x2070)
        default: single[value]
        }
    }

    private static let single: [UInt32: String] = [
        0xAA: "a", 0xB2: "2", 0xB3: "3", 0xB5: "μ", 0xB9: "1", 0xBA: "o", 0x17F: "s", 0x3C2: "σ", 0x2070: "0",
        0x338E: "mg", 0x338F: "kg", 0x339C: "mm", 0x339D: "cm", 0x339E: "km", 0x33A1: "m2", 0x33A5: "m3",
        0x33C4: "cc", 0x33D5: "mil", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl",
        0xFB05: "st", 0xFB06: "st",
    ]

    private static let romanNumerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]

    private static let chineseNumerals = Array("一二三四五六七八九十".unicodeScalars)

    /// U+2F00…U+2FD5 in order.
    private static let kangxiRadicals = Array(
        """
        一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女\
        子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠\
        止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸\
        禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕\
        豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟\
        鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
        """.unicodeScalars
    )

    /// Simplified radicals of U+2E80…U+2EF3, which NFKC leaves alone though they look like the characters beside them.
    private static let simplifiedRadicals: [UInt32: String] = {
        let pairs = Array(
            """
            ⺁厂⺅亻⺉刂⺒巳⺖忄⺗心⺘扌⺟母⺠民⺡氵⺩王⺶羊⺼月⺾艹⻁虎⻂衤⻄西⻅见\
            ⻆角⻈讠⻉贝⻋车⻍辶⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻠饣⻢马⻣骨⻤鬼\
            ⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟
            """.unicodeScalars
        )
        var radicals: [UInt32: String] = [:]
        for index in stride(from: 0, to: pairs.count - 1, by: 2) {
            radicals[pairs[index].value] = String(pairs[index + 1])
        }
        return radicals
    }()

    /// U+F900…U+FAD9 in order; the few that Unicode counts as unified stand for themselves.
    private static let compatibilityIdeographs = Array(
        """
        豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉\
        臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢\
        樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰\
        沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯\
        輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿\
        料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥\
        理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降\
        見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷\
        侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突\
        節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵𤋮舘﩮﩯並况全侀充冀勇勺喝啕喙嗢\
        塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱\
        甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難\
        靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎
        """.unicodeScalars
    )
}
