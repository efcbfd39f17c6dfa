import Foundation
import FuzzKit

/// Which input each case is at, for the line that is printed when the process is about to end by a trap.
nonisolated(unsafe) private let places = UnsafeMutablePointer<Int>.allocate(capacity: FuzzCase.all.count)

/// Tries every reader and writer with inputs by chance, quickly: built with `-c release`, as script/fuzz does.
@main
struct FuzzProgram {
    var inputs = 1_000_000
    var seed: UInt64 = 20_240_301
    var only = ""
    var from = 0

    static func main() async {
        guard let program = FuzzProgram(CommandLine.arguments.dropFirst()) else {
            say("usage: fuzz [--inputs N] [--seed N] [--only TEXT] [--from N]")
            exit(2)
        }
        for place in FuzzCase.all.indices { places[place] = -1 }
        watchForTraps()
        let isSound = await program.run()
        exit(isSound ? 0 : 1)
    }

    init?(_ arguments: ArraySlice<String>) {
        var rest = arguments
        while let name = rest.popFirst() {
            guard let value = rest.popFirst() else { return nil }
            switch name {
            case "--inputs": inputs = Int(value) ?? inputs
            case "--seed": seed = UInt64(value) ?? seed
            case "--only": only = value
            case "--from": from = Int(value) ?? from
            default: return nil
            }
        }
    }

    private static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    private static func watchForTraps() {
        for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT] {
            signal(number) { number in
                for (place, fuzzed) in FuzzCase.all.enumerated() where places[place] >= 0 {
                    FuzzProgram.say("TRAPPED while at «\(fuzzed.name)» --from \(places[place])")
                }
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }

    private func run() async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            for (place, fuzzed) in FuzzCase.all.enumerated() where only.isEmpty || fuzzed.name.contains(only) {
                group.addTask { attempt(fuzzed, at: place) }
            }
            var isSound = true
            for await outcome in group { isSound = isSound && outcome }
            return isSound
        }
    }

    private func attempt(_ fuzzed: FuzzCase, at place: Int) -> Bool {
        let total = max(1, Int(Double(inputs) * fuzzed.share))
        let begin = ContinuousClock.now
        defer { places[place] = -1 }
        for number in from..<(from + total) {
            places[place] = number
            do {
                try fuzzed.run(seed: seed, number: number)
            } catch {
                Self.say("BROKEN «\(fuzzed.name)» --seed \(seed) --from \(number): \(error)")
                return false
            }
        }
        let seconds = (ContinuousClock.now - begin) / .seconds(1)
        Self.say("sound  \(total) inputs in \((seconds * 10).rounded() / 10) s  \(fuzzed.name)")
        return true
    }
}
