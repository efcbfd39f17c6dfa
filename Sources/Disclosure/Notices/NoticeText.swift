import Text

/// What a notice says: that there is news, where to look, and how to have no more of them.
struct NoticeText {
    var file: CaseFile
    var agency: Agency
    var notice: CaseNotice
    var publicURL: String

    var subject: String { "\(agency.name.zh)：您的办件\(file.number)有新进展" }

    private var address: String { "\(publicURL)/\(agency.code)/cases" }
    private var englishAddress: String { "\(publicURL)/en/\(agency.code)/cases" }

    var text: String {
        let zh = """
            您在\(agency.name.zh)的办件\(file.number)\(news.zh)。

            请打开下面的网址，用提交时得到的查询码和联系方式查看：
            \(address)

            本邮件不含办件内容，由系统自动发出，请不要回复。不想再收到提醒的，在上述页面打开办件，点击「停止邮件提醒」。
            """
        let en = """
            \(news.en) case \(file.number) at \(agency.name.en).

            Open this page with the code that you got when you filed, and your contact:
            \(englishAddress)

            This message was sent by a program and holds nothing of your case; please do not answer it. To stop these \
            notices, open your case on that page and press «Stop the notices».
            """
        return WrappedText.lines(zh + "\n\n-- \n\n" + en + "\n")
    }

    private var news: Phrase {
        switch notice.occasion {
        case .event: Phrase(zh: "有新进展", en: "There is news about your")
        case .lapse: Phrase(zh: "等您回复的期限即将届满，逾期可能不再处理", en: "Your time to answer ends soon, and with it perhaps your")
        }
    }
}
