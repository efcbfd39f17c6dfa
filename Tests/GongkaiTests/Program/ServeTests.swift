import Database
import Disclosure
import Foundation
import TestKit
import Testing

@testable import Gongkai

/// The program from start to end as an operator sees it: it answers, it stops when told, and it says what is wrong.
struct ServeTests {
    @Test(arguments: [SIGTERM, SIGINT])
    func servesUntilToldToStop(_ signal: Int32) async throws {
        try await BuiltProgram.inFolder { program in
            let port = try PlainHTTP.freePort()
            let server = try program.start(["serve", "--port", "\(port)", "--log-format", "json"])
            let answer = await firstAnswer(of: server, port: port)
            #expect(answer?.hasPrefix("HTTP/1.1 200") == true, "\(answer ?? server.log)")
            server.send(signal)
            let outcome = await server.outcome()
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
            for line in outcome.errors.split(separator: "\n") {
                let read = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
                #expect(read?["time"]?.hasSuffix("+08:00") == true, "\(line)")
            }
            // The database was closed, so nothing is left in its journal.
            let data = program.folder + "/data"
            let names = try FileManager.default.contentsOfDirectory(atPath: data)
            #expect(
                names.filter { !$0.hasSuffix("-shm") && !$0.hasSuffix("-wal") }.sorted()
                    == ["gongkai.keys", "gongkai.sqlite"]
            )
            #expect(try mode(of: data + "/gongkai.keys") == 0o600)
            #expect(SQLiteJournal.size(beside: data + "/gongkai.sqlite") == 0)
            #expect(try mode(of: data) == 0o700)
            #expect(try mode(of: data + "/gongkai.sqlite") == 0o600)
        }
    }

    @Test func aDatabaseInUseIsNotReplaced() async throws {
        try await BuiltProgram.inFolder { program in
            let port = try PlainHTTP.freePort()
            let server = try program.start(["serve", "--port", "\(port)"])
            _ = await firstAnswer(of: server, port: port)
            let backup = try await program.run("backup", "copy.sqlite")
            #expect(backup.status == 0, "\(backup.errors)")
            let refused = try await program.run("restore", "copy.sqlite", "--replace")
            #expect(refused.status == 1)
            #expect(refused.errors.contains("is in use; stop gongkai serve first"))
            server.send(SIGTERM)
            #expect(await server.outcome().status == 0)
            let restored = try await program.run("restore", "copy.sqlite", "--replace")
            #expect(restored.status == 0, "\(restored.errors)")
            #expect(restored.output.contains("gongkai.sqlite.replaced-"))
        }
    }

    @Test func aPortThatIsTakenIsSaid() async throws {
        try await BuiltProgram.inFolder { program in
            let port = try PlainHTTP.freePort()
            let server = try program.start(["serve", "--port", "\(port)"])
            _ = await firstAnswer(of: server, port: port)
            let second = try await program.run("serve", "--port", "\(port)")
            #expect(second.status == 1)
            #expect(second.errors.contains("gongkai: cannot listen on 127.0.0.1:\(port): another program may do so"))
            let backup = try await program.run("backup", "data/gongkai.sqlite")
            #expect(backup.errors.contains("is there already; choose another name"))
            server.send(SIGTERM)
            #expect(await server.outcome().status == 0)
        }
    }

    @Test func wrongSettingsDoNotStart() async throws {
        try await BuiltProgram.inFolder { program in
            try Data("prot: 80\n".utf8).write(to: URL(fileURLWithPath: program.folder + "/gongkai.yaml"))
            for command in ["serve", "worker", "config", "doctor", "migrate"] {
                let outcome = try await program.run(command)
                #expect(outcome.status == 78)
                #expect(outcome.errors.contains("gongkai.yaml:1:1: key «prot»: no such key; allowed: host, port"))
                #expect(outcome.errors.contains("没有这个键"))
            }
            #expect(!FileManager.default.fileExists(atPath: program.folder + "/data"))
        }
    }

    @Test func aCatalogueWithAMistakeDoesNotStart() async throws {
        try await BuiltProgram.inFolder { program in
            let folder = program.folder + "/duties"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data("dutys: []\n".utf8).write(to: URL(fileURLWithPath: folder + "/own.yaml"))
            let outcome = try await program.run("serve", "--catalogue-directory", "duties")
            #expect(outcome.status == 78)
            #expect(outcome.errors.contains("own.yaml:1:1: key «dutys»: no such key"))
            let check = try await program.run("duties", "check", "duties/own.yaml")
            #expect(check.status == 78)
            #expect(check.errors.contains("duties/own.yaml:1:1: key «dutys»"))
        }
    }

    @Test(arguments: Engine.available)
    func anUnmigratedDatabaseIsNotServed(_ engine: Engine) async throws {
        try await engine.withLocation(migrations: []) { location in
            try await BuiltProgram.inFolder { program in
                let place = [
                    "GONGKAI_DATABASE": location.setting, "GONGKAI_MIGRATE_AT_START": "false",
                    "GONGKAI_FILES_DIRECTORY": program.folder + "/blobs",
                ]
                let refused = try await program.run("serve", environment: place)
                #expect(refused.status == 78)
                #expect(refused.errors.contains("run gongkai migrate first"))
                #expect(try await program.run("migrate", "--check", environment: place).status == 1)
                let migrated = try await program.run("migrate", environment: place)
                #expect(migrated.status == 0, "\(migrated.errors)")
                #expect(migrated.output.split(separator: "\n").count == Migration.all.count)
                #expect(try await program.run("migrate", "--check", environment: place).status == 0)
            }
        }
    }

    @Test func aCommandBesideTheSiteLeavesTheSchemaAlone() async throws {
        try await BuiltProgram.inFolder { program in
            let data = program.folder + "/data"
            try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
            let old = try SQLiteDatabase.open(path: data + "/gongkai.sqlite")
            _ = try await Migrator(Array(Migration.all.prefix(2))).migrate(old)
            await old.close()
            let refused = try await program.run("user", "list")
            #expect(refused.status == 78)
            #expect(refused.errors.contains("\(Migration.all.count - 2) migrations wait for this database"))
            let port = try PlainHTTP.freePort()
            let server = try program.start(["serve", "--port", "\(port)"])
            #expect(await firstAnswer(of: server, port: port)?.hasPrefix("HTTP/1.1 200") == true)
            #expect(try await program.run("user", "list").status == 0)
            server.send(SIGTERM)
            #expect(await server.outcome().status == 0)
        }
    }

    private func firstAnswer(of server: RunningProgram, port: Int) async -> String? {
        let deadline = ContinuousClock.now + .seconds(90)
        while ContinuousClock.now < deadline, server.isRunning {
            if let answer = PlainHTTP.get("/health/ready", port: port) { return answer }
            try? await Task.sleep(for: .milliseconds(50))
        }
        return nil
    }

    private func mode(of path: String) throws -> Int? {
        (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
    }
}

extension DatabaseLocation {
    /// As the setting `database` says it.
    var setting: String {
        switch self {
        case .file(let path): path
        case .server(let url): url
        case .memory: ":memory:"
        }
    }
}
