import Documents
import Foundation

/// A folder for one test, gone with the test.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "gongkai-documents-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes bytes under a name that says nothing about what they are.
    func write(_ bytes: [UInt8], _ name: String = "upload") throws -> String {
        let file = "\(path)/\(name)"
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    func read(_ file: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: file))) }

    /// A program of the test's own, in a folder that a toolbox can be pointed at.
    func program(_ name: String, _ script: String) throws {
        let file = try write(Array("#!/bin/sh\n\(script)\n".utf8), name)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    }

    /// A toolbox that writes into this folder.
    func toolbox(_ searchPath: [String] = ["/usr/local/bin", "/usr/bin", "/bin"]) throws -> Toolbox {
        let folder = "\(path)/private"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return Toolbox(searchPath: searchPath, temporaryFolder: folder)
    }

    /// What calls of programs have left behind.
    func leftovers() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: "\(path)/private") }
}

/// The problem that an examination finds; nil for a good file.
func problem(_ bytes: [UInt8], limits: DocumentLimits = DocumentLimits()) throws -> DocumentProblem? {
    let scratch = try Scratch()
    let file = try scratch.write(bytes)
    do throws(DocumentProblem) {
        _ = try DocumentExamination.examine(file, limits: limits)
        return nil
    } catch {
        return error
    }
}

/// What the examination of a good file finds.
func examined(_ bytes: [UInt8], limits: DocumentLimits = DocumentLimits()) throws -> DocumentExamination {
    let scratch = try Scratch()
    return try DocumentExamination.examine(try scratch.write(bytes), limits: limits)
}

/// The most memory that this process has held so far, in bytes.
func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1_024
}

extension [UInt8] {
    static func + (bytes: [UInt8], text: String) -> [UInt8] { bytes + Array(text.utf8) }
    func contains(text: String) -> Bool { Data(self).range(of: Data(text.utf8)) != nil }
}
