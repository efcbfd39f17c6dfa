import Foundation

/// Markup that no picture needs: a browser or a server could take such a file for a page or a program.

/// Looks for words in a whole file, whatever their case.
enum ByteSearch {
    /// None shorter than six bytes: among the pixels of a photograph of 10 MB «<svg» stands by chance in one of fifty.
    private static let scripts = [
        "<script", "<?php ", "<?php\n", "<?php\r", "<html>", "<html ", "<iframe", "<svg xmlns", "onload=", "onerror=",
        "javascript:",
    ]

    /// Whether markup that runs stands anywhere in it.
    static func findsScript(in source: any ByteSource) throws(DocumentProblem) -> Bool {
        try finds(scripts.map { Array($0.utf8) }, in: source)
    }

    /// Whether one of these lower-case words stands in it; letters match in either case.
    static func finds(_ words: [[UInt8]], in source: any ByteSource) throws(DocumentProblem) -> Bool {
        let overlap = (words.map(\.count).max() ?? 1) - 1
        var position = 0
        while position < source.count {
            let window = try source.bytes(at: position, count: 1 << 16)
            if words.contains(where: { window.contains(word: $0) }) { return true }
            position += max(1, window.count - overlap)
            if position + overlap >= source.count { break }
        }
        return false
    }
}

extension [UInt8] {
    /// Whether a lower-case word stands in the bytes, in either case.
    func contains(word: [UInt8]) -> Bool {
        guard let first = word.first else { return true }
        var starts = [first]
        if first >= 0x61 && first <= 0x7A { starts.append(first - 0x20) }
        for start in starts {
            var from = 0
            while let found = position(of: start, from: from) {
                if matches(word, at: found) { return true }
                from = found + 1
            }
        }
        return false
    }

    private func matches(_ word: [UInt8], at place: Int) -> Bool {
        guard place + word.count <= count else { return false }
        for (offset, letter) in word.enumerated() {
            let byte = self[place + offset]
            let folded = byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
            if folded != letter { return false }
        }
        return true
    }

    /// The place of the last such bytes.
    func lastPosition(of word: [UInt8]) -> Int? {
        guard !word.isEmpty, count >= word.count else { return nil }
        return stride(from: count - word.count, through: 0, by: -1).first { place in
            self[place] == word[0] && self[place..<(place + word.count)].elementsEqual(word)
        }
    }
}
