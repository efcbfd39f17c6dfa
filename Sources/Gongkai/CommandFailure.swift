import Database
import Disclosure
import Text

/// Why a command could not do its work, in words that say what to do, and its exit status.
struct CommandFailure: Error {
    /// The exit status for settings or a catalogue with mistakes (EX_CONFIG of sysexits.h): trying again does not help.
    static let badSettings: Int32 = 78

    var message: Phrase
    var status: Int32 = 1

    init(zh: String, en: String, status: Int32 = 1) {
        message = Phrase(zh: zh, en: en)
        self.status = status
    }

    /// Any error in words.
    init(_ error: any Error) {
        if let outage = Outage(error) {
            self.init(
                zh: "\(outage.happened.zh)（\(error)）。\(outage.remedy.zh)",
                en: "\(outage.happened.en) (\(error)). \(outage.remedy.en)"
            )
            return
        }
        switch error {
        case let failure as CommandFailure:
            self = failure
        case let error as SettingsError:
            self.init(message: error.message, status: Self.badSettings)
        case let error as CatalogueError:
            self.init(message: error.message, status: Self.badSettings)
        case let error as MigrationError:
            self.init(
                zh: "数据库与本程序不符：\(error.description)",
                en: "the database does not fit this program: \(error.description)",
                status: Self.badSettings
            )
        case let refusal as Refusal:
            self.init(message: Self.words(of: refusal))
        case let error as DatabaseError:
            self.init(zh: "数据库出错：\(error.description)", en: error.description)
        case let problem as FieldProblem:
            self.init(message: problem.message)
        default:
            self.init(zh: "出错：\(error)", en: "\(error)")
        }
    }

    private init(message: Phrase, status: Int32 = 1) {
        self.message = message
        self.status = status
    }

    private static func words(of refusal: Refusal) -> Phrase {
        switch refusal {
        case .notFound:
            Phrase(zh: "没有找到", en: "nothing of that name is there")
        case .notAllowed(let act):
            Phrase(zh: "没有权限：\(act.name.zh)", en: "not allowed to \(act.name.en)")
        case .wrongState(let reason), .conflict(let reason), .signInFailed(let reason):
            reason
        case .tooMany(let seconds):
            Phrase(zh: "请在 \(seconds) 秒后再试", en: "try again in \(seconds) seconds")
        case .invalid(let problems):
            Phrase(
                zh: problems.map { "\($0.key)：\($0.message.zh)" }.joined(separator: "\n"),
                en: problems.map { "\($0.key): \($0.message.en)" }.joined(separator: "\n")
            )
        }
    }
}
