import ArgumentParser
import Disclosure
import Text

/// A command `check FILE…` for files of the place's own: each mistake with file, line and key, all at once.
protocol OverlayCheck: ParsableCommand {
    /// What is built in, under these files.
    static var subject: Phrase { get }
    var overlay: OverlayFiles { get }

    /// Reads the files over what is built in.
    ///
    /// - Returns: what else there is to say when there is no mistake.
    static func load(_ files: [CatalogueFile]) throws(CatalogueError) -> Phrase?
}

/// The files that such a command is given.
struct OverlayFiles: ParsableArguments {
    @Argument(help: ArgumentHelp(zh: "YAML 文件", en: "YAML files", valueName: "file"))
    var files: [String]
}

extension OverlayCheck {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: Phrase(
                zh: "检查叠加在内置\(subject.zh)之上的 YAML 文件",
                en: "Check YAML files as they would lie over the built-in \(subject.en)"
            ).inTerminal
        )
    }

    func run() throws {
        var files: [CatalogueFile] = []
        for path in overlay.files { files.append(try CatalogueFile.file(at: path)) }
        let more = try Self.load(files)
        Terminal.say(
            Phrase(
                zh: "没有问题" + (more.map { "：\($0.zh)" } ?? ""),
                en: "no mistakes" + (more.map { ": \($0.en)" } ?? "")
            ).inTerminal
        )
    }
}
