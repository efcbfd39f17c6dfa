import Civil
package import Codes
package import Database
package import Documents
package import Text

/// What may not be public is taken out of a document that otherwise is (条例 art 37: what can be separated is separated).

/// Why a passage of a document is withheld; the law knows no others.
package enum RedactionGround: String, CaseIterable, Sendable, Hashable {
    /// State secrets (条例 art 14).
    case stateSecret = "state-secret"
    /// 三安全一稳定 (条例 art 14).
    case security
    /// Trade secrets (条例 art 15).
    case tradeSecret = "trade-secret"
    /// Personal privacy (条例 art 15).
    case privacy
    /// Personal information without consent or duty to publish it (个人信息保护法 art 25).
    case personalInformation = "personal-information"
    /// Internal affairs and papers of a procedure that is not closed (条例 art 16).
    case internalAffair = "internal-affair"

    /// The ground as the law names it.
    package var name: Phrase {
        switch self {
        case .stateSecret: Phrase(zh: "国家秘密", en: "state secret")
        case .security:
            Phrase(zh: "危及国家安全、公共安全、经济安全、社会稳定", en: "national, public or economic security, social stability")
        case .tradeSecret: Phrase(zh: "商业秘密", en: "trade secret")
        case .privacy: Phrase(zh: "个人隐私", en: "personal privacy")
        case .personalInformation: Phrase(zh: "个人信息", en: "personal information")
        case .internalAffair: Phrase(zh: "内部事务或过程性信息", en: "internal or preparatory information")
        }
    }

    /// Law and article.
    package var basis: Phrase {
        switch self {
        case .stateSecret, .security: Phrase(zh: "政府信息公开条例第十四条", en: "Regulation art. 14")
        case .tradeSecret, .privacy: Phrase(zh: "政府信息公开条例第十五条", en: "Regulation art. 15")
        case .personalInformation: Phrase(zh: "个人信息保护法第二十五条", en: "PIPL art. 25")
        case .internalAffair: Phrase(zh: "政府信息公开条例第十六条", en: "Regulation art. 16")
        }
    }

    /// The ground that what the scanner found mostly has.
    package static func usual(for kind: SensitiveFinding.Kind) -> RedactionGround {
        switch kind {
        case .identityNumber, .mobileNumber, .bankCard: .personalInformation
        case .secrecyMark, .copyNumber: .stateSecret
        case .workSecret, .internalMatter, .notForPublication: .internalAffair
        }
    }
}

/// One place of a page that is covered, and why.
package struct Redaction: Sendable, Hashable {
    /// Where.
    package var box: PageBox
    /// Why.
    package var ground: RedactionGround

    /// A place and its ground.
    package init(box: PageBox, ground: RedactionGround) {
        self.box = box
        self.ground = ground
    }
}

/// Redactions in the database.
package struct RedactionStore {
    let tx: any SQLConnection

    /// What was taken out of a file and of those that it was made from, by page and place; empty for one as it came.
    package func all(of sha256: String) throws -> [Redaction] {
        try tx.rows(
            """
            WITH RECURSIVE source (blob) AS (
                SELECT CAST(\(sha256) AS TEXT) UNION SELECT r.original FROM redaction r JOIN source s ON s.blob = r.blob
            )
            SELECT r.page, r.x, r.y, r.width, r.height, r.ground FROM redaction r JOIN source s ON s.blob = r.blob
            ORDER BY r.page, r.y, r.x, r.blob, r.place
            """
        ).map { row in
            let points = { (name: String) in Double(try row.number(name)) / 100 }
            return Redaction(
                box: PageBox(
                    page: try row.number("page"),
                    x: try points("x"),
                    y: try points("y"),
                    width: try points("width"),
                    height: try points("height")
                ),
                ground: try row.choice("ground")
            )
        }
    }

    /// Writes down what was taken out of a file; the same file made once more stays as it was written down.
    func insert(_ redactions: [Redaction], in sha256: String, from original: String, by actor: Actor, in app: App)
        throws
    {
        let hundredths = { (points: Double) in Int((points * 100).rounded()) }
        for (place, redaction) in redactions.enumerated() {
            let box = redaction.box
            try tx.execute(
                """
                INSERT INTO redaction (blob, place, original, page, x, y, width, height, ground, person, at)
                VALUES (\(sha256), \(place), \(original), \(box.page), \(hundredths(box.x)), \(hundredths(box.y)),
                    \(hundredths(box.width)), \(hundredths(box.height)), \(redaction.ground.rawValue), \(actor.person), \(app.now()))
                ON CONFLICT (blob, place) DO NOTHING
                """
            )
        }
    }
}

extension SQLConnection {
    /// Redactions in the database.
    package var redactions: RedactionStore { RedactionStore(tx: self) }
}
