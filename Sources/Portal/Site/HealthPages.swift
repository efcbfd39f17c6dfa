import Civil
import Database
import Disclosure
import Hummingbird
import Web

/// What a supervisor or load balancer asks: does the process run, and can it serve.
enum HealthPages {
    /// `/health/live`: the process answers.
    static func live(_ visit: Visit) async throws -> Response {
        json("{\"status\":\"live\"}")
    }

    /// Answers `/health/ready` with 200 when the database answers and has every migration, else with 503.
    ///
    /// The age of the oldest due job tells whether a worker runs; a site without one still serves its pages.
    static func ready(_ visit: Visit) async throws -> Response {
        let app = visit.app
        do {
            let waiting = try await Migrator(Migration.all).pending(app.database)
            guard waiting.isEmpty else {
                let numbers = waiting.map { String($0.number) }.joined(separator: ",")
                return json(
                    "{\"status\":\"unready\",\"database\":\"up\",\"pendingMigrations\":[\(numbers)]}",
                    status: .serviceUnavailable
                )
            }
            let due = try await app.database.read { try $0.jobs.oldestDue() }
            let age = due.map { max(0, $0.milliseconds(until: app.now()) / 1_000) } ?? 0
            return json(
                "{\"status\":\"ready\",\"database\":\"up\",\"pendingMigrations\":[],\"oldestDueJobSeconds\":\(age)}"
            )
        } catch {
            return json("{\"status\":\"unready\",\"database\":\"down\"}", status: .serviceUnavailable)
        }
    }

    private static func json(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        var answer = Response.bytes(Array(text.utf8), type: "application/json", status: status)
        answer.headers[.cacheControl] = "no-store"
        return answer
    }
}
