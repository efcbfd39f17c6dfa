/// From what the title and the text of an item of one duty are made.
struct DutyTexts: Sendable {
    var titles: [String]
    /// The first of a text, so that it begins with what it is about.
    var openings: [String]
    var sentences: [String]

    /// By the duty's code; every duty of a plan has one.
    static let all: [String: DutyTexts] = enforcement.merging(office) { own, _ in own }
        .merging(everyday) { own, _ in own }
        .merging(accidents) { own, _ in own }
}
