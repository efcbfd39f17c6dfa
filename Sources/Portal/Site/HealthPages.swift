import Civil
import Database
import Disclosure
import HTTPTypes
import Hummingbird
import Web

/// Whether the site can serve.
enum Readiness: Sendable, Hashable {
    /// The age of the oldest due job tells whether a worker runs; a site without one still serves its pages.
    case ready(oldestDueJobSeconds: Int64)
    /// The tables are those of an earlier program.
    case waiting(migrations: [Int])
    /// The database does not answer.
    case down

    init(of app: App) async {
        do {
            let waiting = try await Migrator(Migration.all).pending(app.database)
            guard waiting.isEmpty else {
                self = .waiting(migrations: waiting.map(\.number))
                return
            }
            let due = try await app.database.read { try $0.jobs.oldestDue() }
            let age = due.map { max(0, $0.milliseconds(until: app.now()) / 1_000) } ?? 0
            self = .ready(oldestDueJobSeconds: age)
        } catch {
            self = .down
        }
    }

    var status: HTTPResponse.Status {
        if case .ready = self { .ok } else { .serviceUnavailable }
    }

    var json: String {
        switch self {
        case .ready(let age):
            "{\"status\":\"ready\",\"database\":\"up\",\"pendingMigrations\":[],\"oldestDueJobSeconds\":\(age)}"
        case .waiting(let migrations):
            """
            {"status":"unready","database":"up",\
            "pendingMigrations":[\(migrations.map(String.init).joined(separator: ","))]}
            """
        case .down: "{\"status\":\"unready\",\"database\":\"down\"}"
        }
    }
}

/// What a supervisor or load balancer asks: does the process run, and can it serve.
enum HealthPages {
    /// Answers `/health/live`: the process runs.
    static func live(_ visit: Visit) async throws -> Response { answer("{\"status\":\"live\"}", .ok) }

    /// Answers `/health/ready` with 200 when the database answers and has every migration, else with 503.
    static func ready(_ visit: Visit) async throws -> Response {
        let readiness = await Readiness(of: visit.app)
        return answer(readiness.json, readiness.status)
    }

    private static func answer(_ json: String, _ status: HTTPResponse.Status) -> Response {
        var answer = Response.bytes(Array(json.utf8), type: "application/json", status: status)
        answer.headers[.cacheControl] = "no-store"
        return answer
    }
}
