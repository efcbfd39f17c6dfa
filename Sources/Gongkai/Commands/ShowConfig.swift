import ArgumentParser
import Text

/// Prints the settings in force, each with the place where it was said; passwords are left out.
struct ShowConfig: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: Phrase(
            zh: "显示生效的设置及其来源（不含密码）",
            en: "Print the settings in force and where each comes from, without secrets"
        ).inTerminal
    )

    @OptionGroup var options: SettingsOptions

    func run() throws {
        let loaded = try options.load()
        _ = try Program.catalogue(of: loaded.settings)
        _ = try Program.procedures(of: loaded.settings)
        _ = try Program.figures(of: loaded.settings)
        _ = try Program.reports(of: loaded.settings)
        Terminal.say(loaded.shown(in: Terminal.language))
    }
}
