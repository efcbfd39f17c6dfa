package import Text

/// The closed lists of the standard catalogue in its own words (安全生产领域基层政务公开标准目录).
extension ChannelKind {
    /// What the catalogue calls the channel (公开渠道和载体).
    package var name: Phrase {
        switch self {
        case .portal: Phrase(zh: "政府网站", en: "Government website")
        case .gazette: Phrase(zh: "政府公报", en: "Government gazette")
        case .wechat: Phrase(zh: "微信公众号", en: "WeChat account")
        case .weibo: Phrase(zh: "微博", en: "Weibo account")
        case .app: Phrase(zh: "移动客户端", en: "Mobile app")
        case .pressConference: Phrase(zh: "发布会、听证会", en: "Press conference or hearing")
        case .broadcast: Phrase(zh: "广播电视", en: "Radio and television")
        case .press: Phrase(zh: "纸质媒体", en: "Printed press")
        case .readingPoint: Phrase(zh: "公开查阅点", en: "Public reading point")
        case .serviceCentre: Phrase(zh: "政务服务中心", en: "Government service centre")
        case .servicePoint: Phrase(zh: "便民服务站", en: "Local service point")
        case .onSite: Phrase(zh: "入户、现场", en: "At the door or on site")
        case .noticeBoard: Phrase(zh: "社区、企事业单位、村公示栏（电子屏）", en: "Notice board or screen")
        case .targeted: Phrase(zh: "精准推送", en: "Sent to those concerned")
        case .sms: Phrase(zh: "短信", en: "Text message")
        case .magazine: Phrase(zh: "刊物", en: "Magazine")
        case .chatGroup: Phrase(zh: "工作群", en: "Chat group")
        case .vehicleScreen: Phrase(zh: "车载屏幕", en: "Screens on buses")
        case .otherSite: Phrase(zh: "其他机关网站", en: "Another organ's website")
        case .other: Phrase(zh: "其他", en: "Other")
        }
    }
}

extension Duty.DisclosureMode {
    /// 公开方式.
    package var name: Phrase {
        switch self {
        case .proactive: Phrase(zh: "主动公开", en: "Proactive")
        case .onRequest: Phrase(zh: "依申请公开", en: "On request")
        }
    }
}

extension Duty.Audience {
    /// 公开对象.
    package var name: Phrase {
        switch self {
        case .everyone: Phrase(zh: "全社会", en: "Everyone")
        case .group: Phrase(zh: "特定群体", en: "Those concerned")
        }
    }
}

extension Duty.Level {
    /// 公开层级.
    package var name: Phrase {
        switch self {
        case .province: Phrase(zh: "省级", en: "Province")
        case .city: Phrase(zh: "市级", en: "City")
        case .county: Phrase(zh: "县级", en: "County")
        case .township: Phrase(zh: "乡级", en: "Township")
        }
    }
}

extension Duty.Stage {
    /// 五公开.
    package var name: Phrase {
        switch self {
        case .decision: Phrase(zh: "决策公开", en: "Decision")
        case .execution: Phrase(zh: "执行公开", en: "Execution")
        case .management: Phrase(zh: "管理公开", en: "Management")
        case .service: Phrase(zh: "服务公开", en: "Service")
        case .result: Phrase(zh: "结果公开", en: "Result")
        }
    }
}

extension Delivery.Stage {
    /// How far a delivery has come.
    package var name: Phrase {
        switch self {
        case .submitted: Phrase(zh: "已报送", en: "Submitted")
        case .accepted: Phrase(zh: "已采用", en: "Accepted")
        case .delivered: Phrase(zh: "已发布", en: "Delivered")
        }
    }
}
