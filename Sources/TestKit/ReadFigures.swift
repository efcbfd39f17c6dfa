package import Disclosure

extension CatalogueFile {
    /// Figures of 石桥 that people write down: followers and money, which no record can give.
    package static let readFigures = CatalogueFile(
        name: "shiqiao.yaml",
        text: """
            agency: shiqiao
            figures:
              - key: fans
                zh: 微博粉丝
                en: Followers on Weibo
                unit: { zh: 人, en: followers }
                group: channels
                counts: readings
                how: { zh: 年末读数。, en: Read at the end of the year. }
              - key: fees
                zh: 信息公开收费
                en: Fees for disclosure
                unit: { zh: 元, en: yuan }
                group: requests
                counts: readings
                how: { zh: 财务报表。, en: From the books. }
              - key: funds
                zh: 专项经费
                en: Funds
                unit: { zh: 万元, en: ten thousand yuan }
                group: organisation
                counts: readings
                how: { zh: 财务报表。, en: From the books. }
            """ + "\n"
    )
}
