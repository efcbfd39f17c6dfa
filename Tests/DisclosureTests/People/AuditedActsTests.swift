import Foundation
import Testing

@testable import Disclosure

/// Every act that the program records is known: what right it rests on, or that it is everybody's own.
@Suite struct AuditedActsTests {
    private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/Disclosure")

    /// The first text of every call of `record`, read from the source.
    private static func recorded() throws -> Set<String> {
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var acts: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for call in text.components(separatedBy: "audit.record(").dropFirst() {
                let head = call.components(separatedBy: "of:")[0]
                for (place, piece) in head.components(separatedBy: "\"").enumerated() where place % 2 == 1 {
                    acts.insert(piece)
                }
            }
        }
        return acts
    }

    @Test func everyRecordedActIsKnown() throws {
        let known = AuditedActs.own.union(AuditedActs.permissions.keys).union(AuditedActs.dependent)
        let recorded = try Self.recorded()
        #expect(recorded.count > 20)
        #expect(recorded.subtracting(known) == [])
        #expect(AuditedActs.own.isDisjoint(with: AuditedActs.permissions.keys))
    }

    @Test func anOpinionRestsOnItsKind() {
        #expect(AuditedActs.permission("item.opinion", detail: "sign-off pass 00ff") == .giveOpinion(.signOff))
        #expect(AuditedActs.permission("item.opinion", detail: "") == nil)
        #expect(AuditedActs.permission("item.submit", detail: "") == .draftItem)
        #expect(AuditedActs.permission("person.sign-in", detail: "") == nil)
    }
}
