import Database
import Disclosure
import Foundation
import TestKit
import Testing

@testable import Gongkai

/// The key file: made once, for its owner alone, missed when it is gone, and given up only in so many words.
struct KeyFileTests {
    private static let agency = [
        "agency", "add", "shiqiao", "--name", "石桥县应急管理局", "--name-en", "Shiqiao County Emergency Management Bureau",
        "--credit-code", "11999999MB0A00018H", "--region-code", "999999",
    ]

    @Test func itIsMadeOnceAndMissedAfterwards() async throws {
        try await BuiltProgram.inFolder { program in
            let path = program.folder + "/data/gongkai.keys"
            #expect(try await program.start(Self.agency).outcome().status == 0)
            let made = try String(contentsOfFile: path, encoding: .utf8)
            #expect(made.split(separator: "\n").filter { $0.hasPrefix("key ") }.count == 1)
            #expect(try await program.run("user", "list").status == 0)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == made, "later starts leave it alone")
            let doctor = try await program.run("doctor")
            #expect(doctor.output.contains("keys: 1; back it up apart from the database"), "\(doctor.output)")

            let id = KeyRing.id(of: try #require(KeyFile(path: path).secrets().first))
            try FileManager.default.moveItem(atPath: path, toPath: path + ".kept")
            for command in [["user", "list"], ["serve"]] {
                let refused = try await program.start(command).outcome()
                #expect(refused.status == 78)
                #expect(refused.errors.contains("lacks key \(id): bring the file back from its backup"))
            }
            #expect(!FileManager.default.fileExists(atPath: path), "a lost key is not replaced in silence")
            #expect(try await program.run("doctor").output.contains("is gone: bring it back from its backup"))

            // Lost for good: a new key, and the old one is given up in so many words.
            #expect(try await program.run("keys", "add").status == 0)
            #expect(try await program.run("user", "list").status == 78)
            #expect(try await program.run("keys", "list").output.contains("\(id)  MISSING in the file"))
            let given = try await program.run("keys", "forget", id)
            #expect(given.status == 0 && given.output.contains("Key \(id) is given up"))
            #expect(try await program.run("user", "list").status == 0)
            #expect(try await program.run("keys", "forget", id).errors.contains("has not used a key"))
        }
    }

    @Test func aNewKeySealsAndTheOldOneStays() async throws {
        try await BuiltProgram.inFolder { program in
            #expect(try await program.start(Self.agency).outcome().status == 0)
            let file = KeyFile(path: program.folder + "/data/gongkai.keys")
            let old = try file.secrets()
            #expect(try await program.run("keys", "add").output.contains("Restart the site"))
            let both = try file.secrets()
            #expect(both.count == 2 && both.first == old.first)
            var status = stat()
            #expect(stat(file.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
            let list = try await program.run("keys", "list").output.split(separator: "\n")
            #expect(
                list.map { $0.split(separator: " ").dropFirst().joined(separator: " ") } == [
                    "opens older secrets", "in use",
                ]
            )
            #expect(!list.joined().contains(Hex.text(both[1])))
            let held = KeyRing(both).ids
            #expect(try await program.run("keys", "forget", held[0]).errors.contains("still in the file"))
        }
    }

    @Test func aDamagedFileIsNotUsed() async throws {
        try await BuiltProgram.inFolder { program in
            #expect(try await program.start(Self.agency).outcome().status == 0)
            let path = program.folder + "/data/gongkai.keys"
            let secret = String(repeating: "ab", count: 31)
            try Data("key \(secret)\n".utf8).write(to: URL(fileURLWithPath: path))
            let refused = try await program.run("user", "list")
            #expect(refused.status == 78 && refused.errors.contains("gongkai.keys:1: no key; allowed: «key» and 64"))
            #expect(!refused.errors.contains(secret), "a slip of the pen is not repeated in the log")
        }
    }

    /// Two machines on one server: the second needs the first one's file.
    @Test(arguments: Engine.available) func everyMachineNeedsTheSameFile(_ engine: Engine) async throws {
        try await engine.withLocation(migrations: Migration.all) { location in
            try await BuiltProgram.inFolder { program in
                let place = ["GONGKAI_DATABASE": location.setting, "GONGKAI_FILES_DIRECTORY": "files"]
                let first = place.merging(["GONGKAI_KEY_FILE": "one/keys"]) { $1 }
                let second = place.merging(["GONGKAI_KEY_FILE": "two/keys"]) { $1 }
                #expect(try await program.run("user", "list", environment: first).status == 0)
                let refused = try await program.run("user", "list", environment: second)
                #expect(refused.status == 78 && refused.errors.contains("from the other machine"))
                try FileManager.default.createDirectory(
                    atPath: program.folder + "/two",
                    withIntermediateDirectories: true
                )
                try FileManager.default.copyItem(
                    atPath: program.folder + "/one/keys",
                    toPath: program.folder + "/two/keys"
                )
                #expect(try await program.run("user", "list", environment: second).status == 0)
            }
        }
    }
}

/// A rotation at the terminal.
struct KeyRotationTests {
    @Test func anOldKeyIsRemovedWhenNothingNeedsIt() async throws {
        try await BuiltProgram.inFolder { program in
            _ = try await program.run("migrate")
            #expect(try await program.run("user", "list").status == 0)
            let file = KeyFile(path: program.folder + "/data/gongkai.keys")
            #expect(try await program.run("keys", "add").status == 0)
            let both = try file.secrets()
            let ids = KeyRing(both).ids
            let early = try await program.run("keys", "remove", ids[0])
            #expect(early.status == 1 && early.errors.contains("run gongkai keys reseal first"))
            #expect(try await program.run("keys", "remove", ids[1]).errors.contains("seals now and cannot be removed"))
            let resealed = try await program.run("keys", "reseal")
            #expect(resealed.status == 0 && resealed.output.contains("done with key \(ids[1])"), "\(resealed.errors)")
            let removed = try await program.run("keys", "remove", ids[0])
            #expect(removed.status == 0 && removed.output.contains("Key \(ids[0]) is removed"), "\(removed.errors)")
            #expect(try file.secrets() == [both[1]])
            #expect(try await program.run("keys", "list").output == "\(ids[1])  in use\n")
            #expect(try await program.run("user", "list").status == 0)
            #expect(try await program.run("check").status == 0)
        }
    }
}
