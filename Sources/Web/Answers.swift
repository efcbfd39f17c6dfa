package import HTTPTypes
package import Html
package import Hummingbird
import NIOCore

/// The kinds of answer a page gives.
extension Response {
    package static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        bytes(html.bytes, type: "text/html; charset=utf-8", status: status)
    }

    package static func bytes(_ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    package static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        bytes(Array(text.utf8), type: "text/plain; charset=utf-8", status: status)
    }

    /// A file that was made for this answer, to be kept by the reader and by nobody on the way.
    package static func file(_ bytes: [UInt8], type: String, name: String) -> Response {
        var answer = Response.bytes(bytes, type: type)
        answer.headers[.contentDisposition] = "attachment; \(FileAnswer.names(name))"
        answer.headers[.contentSecurityPolicy] = "default-src 'none'; sandbox"
        answer.headers[.cacheControl] = "no-store"
        return answer
    }

    /// To another page, by GET.
    package static func seeOther(_ location: String) -> Response {
        Response(status: .seeOther, headers: [.location: location])
    }
}
