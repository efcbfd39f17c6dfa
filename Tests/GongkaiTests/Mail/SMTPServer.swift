import Foundation
import Synchronization

/// A small mail server on this machine's own address: it speaks as much SMTP as curl needs, and misbehaves as it is told.
final class SMTPServer: Sendable {
    enum Manner: Sendable, Hashable {
        case takes
        /// Answers to the recipient.
        case refuses(Int)
        /// Answers to the message.
        case refusesMessage(Int)
        /// Wants a name and a password, and takes only this pair.
        case asksLogin(String)
        case closesAtOnce
        case closesAfterMessage
        case silent
    }

    struct Taken: Sendable, Hashable {
        var helo = ""
        var from = ""
        var to: [String] = []
        var message = ""
    }

    let port: UInt16
    private let socket: Int32
    private let manner: Mutex<Manner>
    private let messages = Mutex<[Taken]>([])

    var taken: [Taken] { messages.withLock { $0 } }
    var address: String { "smtp://127.0.0.1:\(port)" }

    init(_ manner: Manner = .takes) throws {
        self.manner = Mutex(manner)
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = socket
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                bind(listener, raw, length) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, raw, &length) == 0
            }
        }
        guard isBound else { throw CocoaError(.fileNoSuchFile) }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [self] in serve() }
    }

    func behave(_ manner: Manner) { self.manner.withLock { $0 = manner } }

    func stop() { shutdown(socket, Int32(SHUT_RDWR)) }

    private func serve() {
        while true {
            let client = accept(socket, nil, nil)
            guard client >= 0 else { return }
            Thread.detachNewThread { [self] in
                talk(client)
                close(client)
            }
        }
    }

    private func talk(_ client: Int32) {
        let manner = manner.withLock { $0 }
        if manner == .closesAtOnce { return }
        if manner == .silent {
            while line(client) != nil {}
            return
        }
        var taken = Taken()
        say("220 test", client)
        while let said = line(client) {
            let verb = said.prefix(4).uppercased()
            switch verb {
            case "EHLO", "HELO":
                taken.helo = String(said.dropFirst(5))
                if case .asksLogin = manner {
                    say("250-test", client)
                    say("250 AUTH PLAIN", client)
                } else {
                    say("250 test", client)
                }
            case "AUTH":
                guard case .asksLogin(let pair) = manner else { return say("503 no", client) }
                var given = String(said.dropFirst("AUTH PLAIN".count).drop { $0 == " " })
                if given.isEmpty {
                    say("334 ", client)
                    given = line(client) ?? ""
                }
                let plain = Data(base64Encoded: given).map { String(decoding: $0, as: UTF8.self) } ?? ""
                let isRight = plain.split(separator: "\0").joined(separator: ":") == pair
                say(isRight ? "235 right" : "535 wrong password", client)
            case "MAIL":
                taken.from = String(said.dropFirst(10))
                say("250 ok", client)
            case "RCPT":
                if case .refuses(let code) = manner {
                    say("\(code) \(said) is not here", client)
                } else {
                    taken.to.append(String(said.dropFirst(8)))
                    say("250 ok", client)
                }
            case "DATA":
                say("354 go on", client)
                var message: [String] = []
                while let part = line(client), part != "." { message.append(part) }
                taken.message = message.joined(separator: "\r\n")
                if manner == .closesAfterMessage {
                    messages.withLock { $0.append(taken) }
                    return
                }
                if case .refusesMessage(let code) = manner {
                    say("\(code) not now", client)
                } else {
                    messages.withLock { $0.append(taken) }
                    say("250 taken", client)
                }
            case "QUIT":
                return say("221 bye", client)
            default: say("250 ok", client)
            }
        }
    }

    private func say(_ text: String, _ client: Int32) {
        let bytes = Array((text + "\r\n").utf8)
        _ = send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// One line without its end; nil when the other side has gone.
    private func line(_ client: Int32) -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while recv(client, &byte, 1, 0) == 1 {
            if byte == UInt8(ascii: "\n") { return String(decoding: bytes.filter { $0 != 13 }, as: UTF8.self) }
            bytes.append(byte)
        }
        return nil
    }
}
