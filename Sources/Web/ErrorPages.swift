import Database
import Disclosure
import Documents
import HTTPTypes
import Html
package import Hummingbird
import Logging
package import Text

/// The one place where what went wrong becomes a status and words: what happened, whether what was typed is safe, and what
/// to do.
package enum ErrorPages {
    package static func page(for error: any Error, visit: Visit) -> Response {
        switch error {
        case let refusal as Refusal: page(for: refusal, visit)
        case let refused as FormRefused: page(for: refused, visit)
        case let failure as MultipartFailure: page(for: failure, visit)
        case let failure as BlobFailure: page(for: failure, visit)
        case let problem as TypesettingProblem: page(for: problem, visit)
        default:
            if let outage = Outage(error) {
                page(for: outage, error, visit)
            } else {
                logged(error, visit)
            }
        }
    }

    /// The database cannot be used for a while: what was typed stands in the page, to be sent again.
    private static func page(for outage: Outage, _ error: any Error, _ visit: Visit) -> Response {
        visit.app.outages.note(error, visit.app.logger, at: visit.app.now())
        let retry = RetryForm(visit: visit)
        let words = Words(
            happened: outage.happened,
            isSafe: retry.isThere
                ? Phrase(
                    zh: "这次没有保存；您填写的内容还在这一页里，请不要关闭它",
                    en: "It was not saved; what you typed is kept in this page, so leave it open"
                ) : Words.safe,
            todo: outage.remedy
        )
        var response = show(words, visit, status: .serviceUnavailable, more: retry.html(in: visit.language))
        response.headers[.retryAfter] = "30"
        return response
    }

    private static func page(for refusal: Refusal, _ visit: Visit) -> Response {
        switch refusal {
        case .notFound: show(notFound, visit, status: .notFound)
        case .notAllowed(let act):
            show(
                Words(
                    happened: Phrase(zh: "您的角色不能\(act.name.zh)", en: "Your roles do not let you \(act.name.en)"),
                    todo: Phrase(
                        zh: "请联系本机关管理员，或换用有此权限的账号",
                        en: "Ask your agency's administrator, or use an account that may"
                    )
                ),
                visit,
                status: .forbidden
            )
        case .wrongState(let phrase):
            show(Words(happened: phrase, todo: goBack), visit, status: .conflict)
        case .conflict(let phrase):
            show(Words(happened: phrase, todo: goBack), visit, status: .conflict)
        case .signInFailed(let phrase):
            show(Words(happened: phrase, todo: goBack), visit, status: .unprocessableContent)
        case .tooMany(let seconds):
            tooMany(seconds, visit)
        case .invalid(let problems):
            show(
                Words(
                    happened: problems.first?.message ?? Phrase(zh: "输入有误", en: "Something typed is wrong"),
                    todo: goBack
                ),
                visit,
                status: .unprocessableContent
            )
        }
    }

    private static func tooMany(_ seconds: Int, _ visit: Visit) -> Response {
        let minutes = (seconds + 59) / 60
        let words = Words(
            happened: Phrase(zh: "尝试过于频繁，请稍候", en: "Too many tries in a short time"),
            todo: seconds <= 60
                ? Phrase(
                    zh: "请在 \(seconds) 秒后返回上一页再试",
                    en: seconds == 1
                        ? "Go back and try again in a second" : "Go back and try again in \(seconds) seconds"
                )
                : Phrase(zh: "请在 \(minutes) 分钟后返回上一页再试", en: "Go back and try again in \(minutes) minutes")
        )
        var response = show(words, visit, status: .tooManyRequests)
        response.headers[.retryAfter] = String(seconds)
        return response
    }

    private static func page(for refused: FormRefused, _ visit: Visit) -> Response {
        switch refused {
        case .foreign:
            show(
                Words(
                    happened: Phrase(
                        zh: "这张表单不是从本次登录的页面提交的",
                        en: "This form was not sent from a page of your present session"
                    ),
                    todo: Phrase(zh: "请返回上一页，刷新后重新提交", en: "Go back, reload the page and send it again")
                ),
                visit,
                status: .forbidden
            )
        case .unreadable:
            show(
                Words(
                    happened: Phrase(zh: "无法识别提交的内容", en: "What was sent cannot be read"),
                    todo: goBack
                ),
                visit,
                status: .unsupportedMediaType
            )
        case .ended:
            show(
                Words(
                    happened: Phrase(
                        zh: "这一页打开已超过一小时，文件没有保存",
                        en: "This page was opened more than an hour ago; the files were not stored"
                    ),
                    todo: Phrase(
                        zh: "请重新输入查询码和联系方式打开办件，再上传一次",
                        en: "Open your case again with its code, and upload them once more"
                    )
                ),
                visit,
                status: .forbidden
            )
        case .tooLarge:
            show(
                Words(
                    happened: Phrase(zh: "提交的内容超过 6 MB", en: "What was sent is larger than 6 MB"),
                    todo: Phrase(zh: "请返回上一页，缩短正文后重新提交", en: "Go back, shorten the text and send it again")
                ),
                visit,
                status: .contentTooLarge
            )
        }
    }

    private static func page(for failure: MultipartFailure, _ visit: Visit) -> Response {
        let megabytes = visit.app.settings.attachmentMegabytes
        let words =
            switch failure {
            case .fileTooLarge:
                Words(
                    happened: Phrase(
                        zh: "文件超过 \(megabytes) MB，没有保存",
                        en: "The file is larger than \(megabytes) MB and was not stored"
                    ),
                    todo: Phrase(
                        zh: "请返回上一页，拆分文件或压缩其中的图片后重新上传",
                        en: "Go back, split the file or make its pictures smaller, and upload it again"
                    )
                )
            case .headerTooLarge, .tooManyParts, .fieldTooLarge:
                Words(
                    happened: Phrase(zh: "表单里的内容太多，没有保存", en: "There is too much in this form; nothing was stored"),
                    todo: Phrase(zh: "请返回上一页，分几次上传", en: "Go back and upload it in several turns")
                )
            case .noBoundary, .notAForm, .badBoundary, .badHeader, .noName, .cutOff:
                Words(
                    happened: Phrase(zh: "上传没有完整到达，没有保存", en: "The upload did not arrive whole; nothing was stored"),
                    todo: Phrase(zh: "请返回上一页，重新上传", en: "Go back and upload it again")
                )
            }
        return show(words, visit, status: failure.isSize ? .contentTooLarge : .unprocessableContent)
    }

    private static func page(for failure: BlobFailure, _ visit: Visit) -> Response {
        visit.app.logger.error(
            "the folder of files cannot be used",
            metadata: ["request": "\(visit.requestID)", "path": "\(visit.path)", "error": "\(failure)"]
        )
        return show(noRoom, visit, status: .serviceUnavailable)
    }

    private static func page(for problem: TypesettingProblem, _ visit: Visit) -> Response {
        if problem == .broken {
            visit.app.logger.warning("a document could not be printed", metadata: ["request": "\(visit.requestID)"])
        }
        let words = Words(happened: problem.phrase, todo: problem.remedy)
        var response = show(words, visit, status: .serviceUnavailable)
        if problem == .busy { response.headers[.retryAfter] = "60" }
        return response
    }

    private static func logged(_ error: any Error, _ visit: Visit) -> Response {
        visit.app.logger.error(
            "request failed",
            metadata: ["request": "\(visit.requestID)", "path": "\(visit.path)", "error": "\(error)"]
        )
        return show(broken, visit, status: .internalServerError, requestID: visit.requestID)
    }

    private struct Words {
        static let safe = Phrase(zh: "已保存的内容不受影响", en: "Nothing that was saved is affected")

        var happened: Phrase
        var isSafe = safe
        var todo: Phrase
    }

    private static let goBack = Phrase(zh: "请返回上一页，按提示修改后再试", en: "Go back, change what is named and try again")
    private static let notFound = Words(
        happened: Phrase(zh: "这里没有您要找的页面", en: "There is no such page here"),
        todo: Phrase(zh: "请核对网址，或用站内搜索查找", en: "Check the address, or use the search")
    )
    private static let noRoom = Words(
        happened: Phrase(zh: "文件暂时无法保存或读取", en: "The file cannot be stored or read right now"),
        todo: Phrase(
            zh: "请告诉管理员检查附件文件夹和磁盘空间，稍后再试",
            en: "Tell the administrator to look at the folder of files and the space on its disk; try again later"
        )
    )
    private static let broken = Words(
        happened: Phrase(zh: "系统出错了，已记入日志", en: "Something went wrong here; it has been logged"),
        todo: Phrase(
            zh: "请稍后再试；如仍出错，请把下面的编号告诉管理员",
            en: "Try again later; if it stays, tell the administrator the number below"
        )
    )

    private static func show(
        _ words: Words,
        _ visit: Visit,
        status: HTTPResponse.Status,
        requestID: String? = nil,
        more: HTML = .empty
    ) -> Response {
        let notice = ErrorNotice(
            happened: words.happened,
            isSafe: words.isSafe,
            whatToDo: words.todo,
            requestID: requestID
        )
        guard visit.path.hasPrefix("/office") else {
            // With the masthead, so that whoever lost the way can search from here.
            var layout = PortalLayout(visit: visit, agency: nil, title: words.happened[visit.language])
            layout.isHiddenFromSearch = true
            return layout.page(notice.html(in: visit.language) + more, status: status)
        }
        let shell = PageShell(
            side: .office,
            title: words.happened[visit.language],
            siteName: siteName[visit.language],
            stylesheet: Stylesheet.url,
            heading: .plain(words.happened[visit.language]),
            isElder: visit.isElder,
            isHiddenFromSearch: true,
            otherLanguage: visit.otherLanguageURL
        )
        return .page(shell.html(in: visit.language, content: notice.html(in: visit.language) + more), status: status)
    }

    package static let siteName = Phrase(zh: "公开", en: "Gongkai")
}
