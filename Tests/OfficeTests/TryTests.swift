import Civil
import Database
import Disclosure
import Foundation
import NIOPosix
import Synchronization
import TestKit
import Testing
import Web

/// Tries are counted by address and by account; hashing passwords holds nobody up; existence is not told.
@Suite struct TryTests {
    private static let behindProxy = Settings(
        database: .sqlite(path: ""),
        dataDirectory: "",
        clientAddressHeader: "X-Real-IP"
    )

    private func signIn(_ test: TestApp, _ login: String, from address: String) async throws -> Answer {
        try await test.post(
            "/office/sign-in",
            form: [("login", login), ("password", "some password")],
            headers: ["X-Real-IP": address]
        )
    }

    @Test func anAddressIsStopped() async throws {
        try await TestApp.run(on: .sqlite, settings: Self.behindProxy) { test async throws in
            // A whole bureau may come from one address.
            for number in 1...60 { #expect(try await signIn(test, "nobody\(number)", from: "192.0.2.1").status == 422) }
            let stopped = try await signIn(test, "editor", from: "192.0.2.1")
            #expect(stopped.status == 429 && stopped.headers["retry-after"] == "2")
            #expect(stopped.says("尝试过于频繁", "2 秒后"))
            #expect(try await signIn(test, "editor", from: "192.0.2.2").status == 422)
            test.clock.advance(milliseconds: 6_000)
            #expect(try await signIn(test, "nobody", from: "192.0.2.1").status == 422)
            // Of an IPv6 address the whole network counts.
            for number in 1...60 { _ = try await signIn(test, "n\(number)", from: "2001:db8:1:2::\(number)") }
            #expect(try await signIn(test, "n", from: "2001:db8:1:2:ffff::1").status == 429)
            #expect(try await signIn(test, "n", from: "2001:db8:1:3::1").status == 422)
        }
    }

    @Test func anAccountIsStoppedFromWhereverItComes() async throws {
        try await TestApp.run(on: .sqlite, settings: Self.behindProxy) { test async throws in
            // An account that does not exist is counted like one that does.
            for login in ["editor", "nobody"] {
                for number in 1...20 { #expect(try await signIn(test, login, from: "192.0.2.\(number)").status == 422) }
                let stopped = try await signIn(test, login, from: "198.51.100.1")
                #expect(stopped.status == 429 && stopped.headers["retry-after"] == "6", "\(login)")
            }
        }
    }

    @Test func linksAreNotGuessed() async throws {
        try await TestApp.run(on: .sqlite, settings: Self.behindProxy) { test async throws in
            let from = ["X-Real-IP": "192.0.2.1"]
            for number in 1...20 {
                #expect(try await test.get("/office/welcome/guess\(number)", headers: from).status == 404)
            }
            let stopped = try await test.get("/office/welcome/guess", headers: from)
            #expect(stopped.status == 429 && stopped.headers["retry-after"] != nil)
        }
    }

    /// Without the setting nobody's header is believed.
    @Test func anUnaskedHeaderCountsNothing() async throws {
        try await TestApp.run(on: .sqlite) { test async throws in
            for number in 1...30 {
                #expect(try await signIn(test, "nobody\(number)", from: "192.0.2.1").status == 422)
            }
        }
    }

    /// While every thread for passwords is busy, pages are answered, and a sign-in waits for its turn: be it for a person
    /// or for nobody.
    @Test(arguments: ["editor", "nobody"]) func hashingStandsBesideTheRequests(login: String) async throws {
        let threads = NIOThreadPool(numberOfThreads: 1)
        threads.start()
        let gate = Gate()
        try await TestApp.run(on: .sqlite, passwords: PasswordHasher(rounds: 16, threads: threads)) {
            test async throws in
            _ = try await test.token(of: .colleague)
            let blocked = Task { try await threads.runIfActive { gate.wait() } }
            while !gate.isReached { await Task.yield() }
            let isDone = Mutex(false)
            let signIn = Task {
                let answer = try await test.post(
                    "/office/sign-in",
                    form: [("login", login), ("password", Seat.password)]
                )
                isDone.withLock { $0 = true }
                return answer.status
            }
            for _ in 1...20 {
                #expect(try await test.get("/office", as: .colleague).status == 200)
                #expect(try await test.get("/shiqiao").status == 200)
            }
            #expect(isDone.withLock { $0 } == false, "the password was hashed outside its threads, or not at all")
            gate.open()
            try await blocked.value
            #expect(try await signIn.value == (login == "editor" ? 303 : 422))
        }
        try await threads.shutdownGracefully()
    }

    /// A name that does not exist costs what a wrong password costs: one hash, one transaction, one line in the trail.
    @Test(arguments: Engine.available) func anUnknownNameCostsTheSame(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test async throws in
            for login in ["editor", "nobody"] {
                let before = try await test.app.database.read { try $0.integer("SELECT count(*) FROM audit") }
                let answer = try await test.post(
                    "/office/sign-in",
                    form: [("login", login), ("password", "wrong one")]
                )
                let after = try await test.app.database.read { try $0.integer("SELECT count(*) FROM audit") }
                #expect(answer.status == 422 && after == before + 1, "\(login)")
            }
            // And the name itself, which may be a password in the wrong field, is written nowhere.
            let lines = try await test.app.database.read { try $0.rows("SELECT * FROM audit WHERE agency IS NULL") }
            #expect(try !lines.contains { try ($0.text("subject") + $0.text("detail")).contains("nobody") })
        }
    }
}

/// Holds one thread until it is opened.
private final class Gate: Sendable {
    private let state = Mutex((isReached: false, isOpen: false))

    var isReached: Bool { state.withLock { $0.isReached } }

    func wait() {
        state.withLock { $0.isReached = true }
        while !state.withLock({ $0.isOpen }) { Thread.sleep(forTimeInterval: 0.002) }
    }

    func open() { state.withLock { $0.isOpen = true } }
}
