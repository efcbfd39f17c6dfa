import Disclosure
import Foundation
import Testing

/// The worked example of docs/DUTIES.md is a catalogue that loads, and the page names every key there is.
struct DocumentedExampleTests {
    private func page() throws -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/DUTIES.md")
        return try String(contentsOf: file.standardized, encoding: .utf8)
    }

    @Test func theExampleLoads() throws {
        let page = try page()
        let start = try #require(page.range(of: "```yaml\n"))
        let end = try #require(page.range(of: "```\n", range: start.upperBound..<page.endIndex))
        let text = String(page[start.upperBound..<end.lowerBound])
        let catalogue = try Catalogue.load(overlay: [CatalogueFile(name: "DUTIES.md", text: text)])
        let vessel = try #require(catalogue.duty("VESSEL"))
        #expect(vessel.limits(for: ItemContent([("result", "fit")])).map(\.length) == [.workingDays(10)])
        let stopped = vessel.limits(for: ItemContent([("result", "stopped")]))
        #expect(stopped.map(\.length) == [.workingDays(10), .hours(24)])
    }

    @Test func thePageNamesEveryValue() throws {
        let page = try page()
        let values =
            ChannelKind.allCases.map(\.rawValue) + Duty.Stage.allCases.map(\.rawValue)
            + Duty.Level.allCases.map(\.rawValue) + Field.Mask.allCases.map(\.rawValue)
            + Duty.DisplayPeriod.End.allCases.map(\.rawValue) + Duty.Audience.allCases.map(\.rawValue)
            + FieldType.Money.allCases.map(\.rawValue) + Duty.DisclosureMode.allCases.map(\.rawValue)
        #expect(values.filter { !page.contains($0) } == [])
    }
}
