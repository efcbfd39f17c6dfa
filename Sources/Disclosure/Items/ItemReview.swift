extension Version {
    /// How far the opinions on this version have come; of all that are given, only those on this version count.
    package func review(under duty: Duty, opinions: [Opinion]) -> Review {
        Review(needed: duty.neededOpinions(for: content), given: opinions.filter { $0.version == id })
    }
}
