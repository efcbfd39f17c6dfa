import Database
package import Text

/// Why records cannot be used for a while, through nobody's fault who is at work: what is the case, and what mends it.
package enum Outage: String, Sendable, Hashable, CaseIterable {
    case unreachable, full
    case readOnly = "read-only"

    /// Nil for an error of another kind.
    package init?(_ error: any Error) {
        switch error {
        case DatabaseError.unavailable: self = .unreachable
        case DatabaseError.full: self = .full
        case DatabaseError.readOnly: self = .readOnly
        default: return nil
        }
    }

    /// Whether pages can be read meanwhile.
    var canBeRead: Bool { self != .unreachable }

    package var happened: Phrase {
        switch self {
        case .unreachable: Phrase(zh: "数据库暂时无法访问", en: "The database cannot be reached right now")
        case .full: Phrase(zh: "服务器磁盘已满，暂时不能保存", en: "The server's disk is full: nothing can be saved right now")
        case .readOnly: Phrase(zh: "数据库目前只读，暂时不能保存", en: "The database is read-only: nothing can be saved right now")
        }
    }

    /// For whoever sees the page, and for the operator whom they tell.
    package var remedy: Phrase {
        switch self {
        case .unreachable:
            Phrase(
                zh: "请稍候片刻再试；一直如此时请告诉系统管理员：检查数据库是否运行、磁盘是否有故障",
                en:
                    "Wait a moment and try again; if it stays, tell the operator to see whether the database runs and its disk is sound"
            )
        case .full:
            Phrase(
                zh: "请告诉系统管理员：清理数据库所在磁盘的空间，随即恢复，无须重启",
                en:
                    "Tell the operator to make room on the disk of the database; saving works again at once, without a restart"
            )
        case .readOnly:
            Phrase(
                zh: "请告诉系统管理员：检查磁盘是否有故障、数据库文件是否可写、PostgreSQL 是否为备机",
                en:
                    "Tell the operator to see whether the disk is sound, the file may be written, or PostgreSQL is a standby"
            )
        }
    }
}
