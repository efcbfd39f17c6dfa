import Database
import Disclosure
import Foundation
import TestKit
import Testing
import Text

/// Where an item stands × what somebody tries × who it is: the one table of what happens.
@Suite struct StateTableTests {
    /// By what they are to an item of `editor`; every second one reads English, and so each refusal is read in both.
    private static let seats: [Seat] = [
        .editor, .colleague, .officer, .secrecy, .approver, .auditor, .stranger, .everybody,
    ]
    @Test(arguments: Engine.available) func everyCellIsAsTheTableSays(engine: Engine) async throws {
        try await TestApp.run(on: engine, overlay: [HarbourDuty.plainFile], documents: PlainReader()) { test in
            let bench = try await StateBench(test)
            for standing in Standing.allCases { try await Self.tryAll(bench, standing) }
        }
    }

    /// First all that must be refused, on one item that stays as it is; then each act that is open, on an item of its own.
    private static func tryAll(_ bench: StateBench, _ standing: Standing) async throws {
        let id = try await bench.item(standing)
        let before = try await bench.test.item(id)
        for attempt in Attempt.allCases {
            for seat in seats {
                let expected = status(attempt, standing, seat)
                guard expected != 303 else { continue }
                let answer = try await bench.reply(to: attempt, on: id, as: seat)
                let cell = Comment(rawValue: "\(attempt) on \(standing) as \(seat)")
                #expect(answer.status == expected, cell)
                let words = told(answer, seat)
                #expect(words, cell)
            }
        }
        let after = try await bench.test.item(id)
        #expect(after == before, "\(standing)")
        for (place, attempt) in Attempt.allCases.enumerated() where attempt.open.contains(standing) {
            let able = seats.filter { status(attempt, standing, $0) == 303 }
            let seat = able[place % able.count]
            let answer = try await bench.reply(to: attempt, on: bench.item(standing), as: seat)
            #expect(answer.status == 303, "\(attempt) on \(standing) as \(seat): \(answer.text.suffix(3000))")
        }
    }

    private static func status(_ attempt: Attempt, _ standing: Standing, _ seat: Seat) -> Int {
        guard attempt.seats.contains(seat) else { return 403 }
        guard seat != .stranger else { return 404 }
        return attempt.open.contains(standing) ? 303 : attempt.refusal
    }

    /// Whether the refusal has words, in the language of whoever is refused.
    private static func told(_ answer: StateBench.Reply, _ seat: Seat) -> Bool {
        guard let start = answer.text.range(of: "role=\"alert\">"),
            let end = answer.text[start.upperBound...].range(of: "</div>")
        else { return false }
        let alert = answer.text[start.upperBound..<end.lowerBound]
        // Of an erroneous form not its heading, but what is the matter.
        let list = alert.range(of: "<ul>").map { alert[$0.upperBound...] } ?? alert
        let words = list.replacing(#/<[^>]*>/#, with: " ")
        let isChinese = words.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        let isEnglish = words.contains(#/[a-z]{3} /#)
        return StateBench.english.contains(seat) ? isEnglish : isChinese
    }
}
