/// The words from which the demonstration's sentences are made; all invented for it.
enum WordLists {
    static let towns = [
        "青石镇", "云岭街道", "临江镇", "松溪镇", "白鹭街道", "河湾镇", "东岭镇", "南屏街道", "石桥镇", "金沙街道", "柳塘镇", "枫林镇",
        "平湖街道", "望海镇", "沙田镇", "竹园镇",
    ]

    static let firstCharacters = ["恒", "宏", "远", "顺", "嘉", "卓", "启", "盛", "和", "立", "汇", "博"]
    static let secondCharacters = ["图", "泽", "朗", "越", "景", "洲", "岳", "帆", "禾", "澜", "拓", "桥"]
    static let stems = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]

    static let trades = [
        InventedParty.Trade(name: "五金制品", industry: "33"),
        InventedParty.Trade(name: "塑料制品", industry: "29"),
        InventedParty.Trade(name: "家具", industry: "21"),
        InventedParty.Trade(name: "纺织", industry: "17"),
        InventedParty.Trade(name: "鞋材", industry: "19"),
        InventedParty.Trade(name: "陶瓷", industry: "30"),
        InventedParty.Trade(name: "化工", industry: "26"),
        InventedParty.Trade(name: "机械", industry: "34"),
        InventedParty.Trade(name: "食品", industry: "14"),
        InventedParty.Trade(name: "包装印刷", industry: "23"),
        InventedParty.Trade(name: "电子", industry: "39"),
        InventedParty.Trade(name: "铝型材", industry: "32"),
        InventedParty.Trade(name: "仓储", industry: "59"),
        InventedParty.Trade(name: "服装", industry: "18"),
    ]

    static let topics = [
        "有限空间作业", "粉尘涉爆", "危险化学品储存", "烟花爆竹零售", "液氨制冷", "高处作业", "动火作业", "临时用电", "特种作业持证",
        "疏散通道", "铸造熔炼", "职业健康", "仓储物流", "出租厂房", "夏季高温", "汛期防范", "岁末年初", "节后复工", "机械防护",
        "安全标准化", "隐患自查自报", "应急演练", "主要负责人履职", "三级安全教育", "劳动防护用品", "加油站", "电气线路", "锅炉房",
        "建筑装修", "餐饮用气",
    ]

    static let measures = [
        "停用不合格设备并更换防护装置", "补齐安全警示标志和操作规程", "清理堵塞的疏散通道", "对电气线路重新敷设并做接地测试",
        "组织全员安全教育并逐人考核", "把危险物品移入专用库房分类存放", "加装可燃气体报警装置并联网", "完善作业审批和现场监护制度",
    ]

    static let hazards = [
        "喷涂车间未设置防爆电气", "疏散通道被原料占用", "粉尘收集系统未按规定清扫", "危险化学品与杂物混存", "冲压设备防护光栅失效",
        "配电箱私拉乱接且无漏电保护", "有限空间未设警示标志和审批制度", "起重设备限位装置损坏", "氨制冷机房未装泄漏报警", "仓库夹层违规住人",
    ]

    static let activities = ["安全生产月", "防灾减灾周", "安全宣传咨询日", "职业健康宣传周", "消防安全日", "百日攻坚行动", "警示教育月"]

    static let weathers = ["持续高温", "强对流天气", "台风外围影响", "连续强降雨", "寒潮大风", "大雾", "雷电频发"]

    static let organs = ["省安全生产监督管理局", "市安全生产委员会办公室", "市安全生产监督管理局", "省安全生产委员会办公室", "市人民政府办公室"]

    static let services = [
        "危险化学品经营许可", "烟花爆竹经营（零售）许可", "第三类非药品类易制毒化学品备案", "安全生产许可证延期", "应急预案备案", "特种作业操作证复审",
    ]

    static let audiences = ["企业主要负责人", "安全管理人员", "班组长", "特种作业人员", "新入职员工", "镇街安监员", "社区网格员"]
}
