import Foundation
import FuzzKit
import Testing

/// Every reader and writer keeps its promises on inputs by chance.
///
/// The same inputs every time, few, for the build is not optimised: `script/fuzz` tries a million.
/// `FUZZ_INPUTS` says how many, `FUZZ_SEED` from where.
@Suite struct FuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let inputs = Int(environment["FUZZ_INPUTS"] ?? "") ?? 4000
    private static let seed = UInt64(environment["FUZZ_SEED"] ?? "") ?? 20_240_301

    @Test(arguments: FuzzCase.all) func promisesAreKept(_ fuzzed: FuzzCase) throws {
        let total = max(1, Int(Double(Self.inputs) * fuzzed.share))
        for number in 0..<total {
            do {
                try fuzzed.run(seed: Self.seed, number: number)
            } catch {
                Issue.record("input \(number): \(error)")
                return
            }
        }
    }
}
