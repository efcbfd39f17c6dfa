import Foundation
package import Text

/// Why a file cannot be read at all, in words for the clerk who chose it.
package struct UnreadableFile: Error, Sendable, Hashable {
    package var message: Phrase

    package init(zh: String, en: String) {
        message = Phrase(zh: zh, en: en)
    }
}

/// The character encodings in which offices keep their tables.
package enum FileEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    /// GB 18030 and, within it, GBK and GB 2312: what spreadsheets of Chinese offices save.
    case gb18030
}

/// The bytes of a file as UTF-8, piece by piece: memory does not grow with the file.
///
/// GB 18030 goes through the `iconv` program. A byte order mark is dropped.
package final class FileBytes {
    private static let pieceSize = 256 * 1024

    private let handle: FileHandle?
    private let converter: Process?
    private let name: String
    private var given: ArraySlice<[UInt8]> = []
    private var isAtStart = true
    /// Bytes handed out so far, after conversion.
    private(set) var count = 0

    /// Bytes that are at hand already, in the pieces in which they come.
    package init(pieces: [[UInt8]]) {
        name = ""
        handle = nil
        converter = nil
        given = pieces[...]
    }

    /// - Throws: `UnreadableFile` when there is no such file, or no `iconv` program for another encoding.
    init(path: String, encoding: FileEncoding) throws {
        name = FileBytes.name(of: path)
        switch encoding {
        case .utf8:
            guard let handle = FileHandle(forReadingAtPath: path) else { throw FileBytes.missing(path) }
            self.handle = handle
            converter = nil
        case .gb18030:
            guard FileManager.default.isReadableFile(atPath: path) else { throw FileBytes.missing(path) }
            let process = Process()
            let pipe = Pipe()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["iconv", "-f", "GB18030", "-t", "UTF-8", path]
            process.standardOutput = pipe
            process.standardError = FileHandle.nullDevice
            do {
                try process.run()
            } catch {
                throw FileBytes.noConverter
            }
            handle = pipe.fileHandleForReading
            converter = process
        }
    }

    deinit {
        try? handle?.close()
        if let converter, converter.isRunning { converter.terminate() }
    }

    /// The next piece, or nil at the end.
    /// - Throws: `UnreadableFile` when the disk or the conversion fails half-way.
    func next() throws -> [UInt8]? {
        guard let piece = try readPiece(), !piece.isEmpty else {
            try checkConversion()
            return nil
        }
        count += piece.count
        guard isAtStart else { return piece }
        isAtStart = false
        if piece.starts(with: [0xFF, 0xFE]) || piece.starts(with: [0xFE, 0xFF]) {
            throw UnreadableFile(
                zh: "文件「\(name)」是 UTF-16 编码，请另存为 UTF-8 或 GB18030 编码的 CSV 后再导入",
                en: "“\(name)” is UTF-16; save it as CSV in UTF-8 or GB18030 and import that"
            )
        }
        return piece.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(piece.dropFirst(3)) : piece
    }

    private func readPiece() throws -> [UInt8]? {
        guard let handle else { return given.popFirst() }
        do {
            return try handle.read(upToCount: Self.pieceSize).map { [UInt8]($0) }
        } catch {
            throw UnreadableFile(zh: "文件「\(name)」读到一半出错", en: "“\(name)” could not be read to its end")
        }
    }

    private func checkConversion() throws {
        guard let converter else { return }
        converter.waitUntilExit()
        switch converter.terminationStatus {
        case 0: return
        case 127: throw FileBytes.noConverter
        default:
            throw UnreadableFile(
                zh: "文件「\(name)」既不是 UTF-8 也不是完整的 GB18030 编码，请另存为 UTF-8 编码的 CSV 后再导入",
                en: "“\(name)” is neither UTF-8 nor sound GB18030; save it as CSV in UTF-8 and import that"
            )
        }
    }

    private static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    private static func missing(_ path: String) -> UnreadableFile {
        UnreadableFile(zh: "找不到文件「\(path)」，或无权读取", en: "There is no file “\(path)”, or it may not be read")
    }

    private static let noConverter = UnreadableFile(
        zh: "转换编码需要 iconv 程序，但没有找到；请安装，或把文件另存为 UTF-8 编码",
        en: "Converting the encoding takes the program iconv, which is not there; install it or save the file as UTF-8"
    )
}

extension FileEncoding {
    /// UTF-8 where all of the file is that, GB 18030 otherwise.
    /// - Throws: `UnreadableFile`.
    static func guess(path: String) throws -> FileEncoding {
        let bytes = try FileBytes(path: path, encoding: .utf8)
        var check = UTF8Check()
        while let piece = try bytes.next() {
            guard check.accepts(piece) else { return .gb18030 }
        }
        return check.isComplete ? .utf8 : .gb18030
    }
}

/// Whether bytes that come piece by piece are UTF-8 (RFC 3629: no overlong forms, no surrogates).
package struct UTF8Check {
    private var awaited = 0
    /// The bounds of the next continuation byte, which the first byte of a sequence may narrow.
    private var bounds: ClosedRange<UInt8> = 0x80...0xBF

    package init() {}

    /// Whether no sequence is open.
    package var isComplete: Bool { awaited == 0 }

    /// Whether the next piece can go on what came before.
    package mutating func accepts(_ piece: [UInt8]) -> Bool {
        for byte in piece {
            if awaited > 0 {
                guard bounds.contains(byte) else { return false }
                awaited -= 1
                bounds = 0x80...0xBF
                continue
            }
            switch byte {
            case 0..<0x80: continue
            case 0xC2...0xDF: awaited = 1
            case 0xE0: (awaited, bounds) = (2, 0xA0...0xBF)
            case 0xED: (awaited, bounds) = (2, 0x80...0x9F)
            case 0xE1...0xEF: awaited = 2
            case 0xF0: (awaited, bounds) = (3, 0x90...0xBF)
            case 0xF1...0xF3: awaited = 3
            case 0xF4: (awaited, bounds) = (3, 0x80...0x8F)
            default: return false
            }
        }
        return true
    }
}
