import Foundation
import FuzzKit
import Synchronization

/// How many inputs are tried at a time.
private let lanes = ProcessInfo.processInfo.activeProcessorCount

/// Which case and input each lane is at, for the line that is printed when the process is about to end by a trap.
///
/// Outside of isolation because a signal handler reads it: each lane writes its own place alone, and nothing frees it.
nonisolated(unsafe) private let places = UnsafeMutablePointer<(place: Int, number: Int)>.allocate(capacity: lanes)

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
        places.initialize(repeating: (-1, 0), count: lanes)
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
                for lane in 0..<lanes where places[lane].place >= 0 {
                    let name = FuzzCase.all[places[lane].place].name
                    FuzzProgram.say("TRAPPED while at «\(name)» --from \(places[lane].number)")
                }
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }

    /// One stretch of a case: every core has one until none is left.
    private struct Stretch: Sendable {
        var place: Int
        var numbers: Range<Int>
    }

    private struct Outcome: Sendable {
        var place: Int
        var inputs: Int
        var seconds: Double
        var isSound: Bool
    }

    private static let stretchLength = 20_000

    private var stretches: [Stretch] {
        FuzzCase.all.enumerated().flatMap { place, fuzzed -> [Stretch] in
            guard only.isEmpty || fuzzed.name.contains(only) else { return [] }
            let end = from + max(1, Int(Double(inputs) * fuzzed.share))
            return stride(from: from, to: end, by: Self.stretchLength).map {
                Stretch(place: place, numbers: $0..<min(end, $0 + Self.stretchLength))
            }
        }
    }

    /// What is still to be tried, and which cases are broken: the rest of such a case would say the same.
    private final class Queue: Sendable {
        private let state: Mutex<(left: ArraySlice<Stretch>, broken: Set<Int>)>

        init(_ stretches: [Stretch]) { state = Mutex((stretches[...], [])) }

        func next() -> Stretch? {
            state.withLock { state in
                while let stretch = state.left.popFirst() {
                    if !state.broken.contains(stretch.place) { return stretch }
                }
                return nil
            }
        }

        func leave(_ place: Int) { state.withLock { _ = $0.broken.insert(place) } }
    }

    private func run() async -> Bool {
        let queue = Queue(stretches)
        let begin = ContinuousClock.now
        let outcomes = await withTaskGroup(of: [Outcome].self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    var done: [Outcome] = []
                    while let stretch = queue.next() {
                        let outcome = attempt(stretch, in: lane)
                        if !outcome.isSound { queue.leave(stretch.place) }
                        done.append(outcome)
                    }
                    return done
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        let seconds = (ContinuousClock.now - begin) / .seconds(1)
        for (place, fuzzed) in FuzzCase.all.enumerated() {
            let mine = outcomes.filter { $0.place == place }
            guard !mine.isEmpty, mine.allSatisfy(\.isSound) else { continue }
            let spent = Self.rounded(mine.reduce(0) { $0 + $1.seconds })
            Self.say("sound  \(mine.reduce(0) { $0 + $1.inputs }) inputs in \(spent) s  \(fuzzed.name)")
        }
        Self.say("\(outcomes.reduce(0) { $0 + $1.inputs }) inputs in \(Self.rounded(seconds)) s on \(lanes) cores")
        return outcomes.allSatisfy(\.isSound)
    }

    private static func rounded(_ seconds: Double) -> Double { (seconds * 10).rounded() / 10 }

    private func attempt(_ stretch: Stretch, in lane: Int) -> Outcome {
        let fuzzed = FuzzCase.all[stretch.place]
        let begin = ContinuousClock.now
        var outcome = Outcome(place: stretch.place, inputs: 0, seconds: 0, isSound: true)
        for number in stretch.numbers where outcome.isSound {
            places[lane] = (stretch.place, number)
            do {
                try fuzzed.run(seed: seed, number: number)
            } catch {
                Self.say("BROKEN «\(fuzzed.name)» --seed \(seed) --from \(number): \(error)")
                outcome.isSound = false
            }
            outcome.inputs += 1
        }
        places[lane] = (-1, 0)
        outcome.seconds = (ContinuousClock.now - begin) / .seconds(1)
        return outcome
    }
}
