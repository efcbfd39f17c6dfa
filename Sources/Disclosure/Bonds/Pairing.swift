package import Database
package import Text

/// A policy document and its interpretation are prepared, signed and published together (同组织、同审签、同部署, 国办发〔2016〕80号):
/// neither goes out alone.
package enum Pairing: Sendable, Hashable {
    /// Signed on its own page; where the duty asks for an interpretation, the approver may say why there is none.
    case alone(without: Ground?)
    /// Signed with its partners in one transaction.
    case together

    /// Why a policy document goes without an interpretation.
    package enum Ground: String, Sendable, CaseIterable {
        case procedure, repeats, technical
        case selfExplanatory = "self-explanatory"

        package var name: Phrase {
            switch self {
            case .procedure:
                Phrase(zh: "只涉及行政机关内部工作安排，不影响公众权利义务", en: "It concerns work inside the administration only")
            case .repeats:
                Phrase(zh: "贯彻上级文件，上级已经发布解读", en: "It carries out a higher document that is interpreted already")
            case .technical:
                Phrase(zh: "只作文字、数据等技术性修改", en: "It mends wording or figures only")
            case .selfExplanatory:
                Phrase(zh: "内容简单明了，文件本身已作说明", en: "It is short and explains itself")
            }
        }
    }

    /// Called before an item is published: by the signature, and by whatever else publishes.
    ///
    /// - Throws: `wrongState` when a partner in work would stay behind, or a needed interpretation is missing.
    func requireReady(
        _ item: Item,
        _ version: Version,
        under duty: Duty,
        by actor: Actor,
        _ tx: any SQLConnection,
        in app: App
    ) throws {
        guard version.content[CommonFields.disclosure] == Duty.DisclosureMode.proactive.rawValue else { return }
        let interpretations = try tx.bonds.interpretations(of: item.id)
        if self != .together {
            let partners = try Pairing.partners(of: item, interpretations, tx)
            guard partners.isEmpty else { throw Self.belongsTogether(partners) }
        }
        guard duty.needsInterpretation, !interpretations.contains(where: { $0.state == .published || $0.isInWork })
        else { return }
        guard case .alone(let ground?) = self else { throw Self.isMissing }
        try tx.execute(
            """
            INSERT INTO interpretation_waiver (version, ground, person, at)
            VALUES (\(version.id), \(ground.rawValue), \(actor.person), \(app.now()))
            ON CONFLICT (version) DO NOTHING
            """
        )
        try tx.audit.record(
            "item.no-interpretation",
            of: "item",
            item.id.text,
            detail: ground.rawValue,
            by: actor,
            in: app
        )
    }

    /// The items in work that must be published with this one.
    package static func partners(of item: Item, _ tx: any SQLConnection) throws -> [Item] {
        try partners(of: item, tx.bonds.interpretations(of: item.id), tx)
    }

    private static func partners(
        of item: Item,
        _ interpretations: [Item],
        _ tx: any SQLConnection
    ) throws -> [Item] {
        let document = try tx.bonds.document(of: item.id).map { [$0] } ?? []
        return (document + interpretations).filter(\.isInWork)
    }

    private static func belongsTogether(_ partners: [Item]) -> Refusal {
        let names = partners.map(\.title)
        return .wrongState(
            Phrase(
                zh: "政策文件与解读须一起签发、一起公开：请在“一并签发”页办理，同时签发\(names.map { "《\($0)》" }.joined())",
                en:
                    "A policy and its interpretation are signed and published together; use the page «Sign together». It goes with: \(names.joined(separator: ", "))"
            )
        )
    }

    private static let isMissing = Refusal.wrongState(
        Phrase(
            zh: "这类政策文件须有解读一起公开：请起草人起草解读，或者选择不需要解读的理由后签发",
            en:
                "Policies of this kind are published with an interpretation; have one drafted, or choose why none is needed"
        )
    )
}

extension Item {
    /// On its way to the public: a draft, or before its reviewers.
    var isInWork: Bool { state == .draft || state == .review }
}
