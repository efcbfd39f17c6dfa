/// Makes an input of sound ones: what is nearly right goes deeper than noise.
struct Mutation {
    /// Sound inputs.
    var corpus: [[UInt8]]
    /// What means something in the format.
    var words: [String]
    /// No input is longer, in bytes.
    var limit = 4096

    func input(_ chance: inout Chance) -> [UInt8] {
        var bytes = chance.one(of: corpus)
        for _ in 0..<chance.number(below: 6) { change(&bytes, &chance) }
        return bytes.count > limit ? Array(bytes.prefix(limit)) : bytes
    }

    private func change(_ bytes: inout [UInt8], _ chance: inout Chance) {
        let place = chance.number(below: bytes.count + 1)
        switch chance.number(below: 10) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(chance.number(below: 8))
        case 1 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: chance.next())
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + chance.number(below: 8)))
        case 3: bytes.removeSubrange(place...)
        case 4:
            // A stretch of it again, somewhere else.
            let start = chance.number(below: bytes.count + 1)
            let stretch = Array(bytes[start..<min(bytes.count, start + chance.number(below: 40))])
            bytes.insert(contentsOf: stretch, at: place)
        case 5:
            // The end of another.
            let other = chance.one(of: corpus)
            bytes.replaceSubrange(place..., with: other[chance.number(below: other.count + 1)...])
        case 6: bytes.insert(contentsOf: [UInt8](repeating: chance.one(of: bytes + [0x20]), count: 40), at: place)
        case 7: bytes.insert(contentsOf: chance.text(upTo: 40).utf8, at: place)
        default:
            if words.isEmpty { break }
            bytes.insert(contentsOf: chance.one(of: words).utf8, at: place)
        }
    }
}
