extension Int {
    /// The number with its digits in groups of three: a space in Chinese (GB/T 15835-2011), a comma in English.
    package func grouped(in language: Language) -> String {
        let digits = String(magnitude)
        var result = self < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index).isMultiple(of: 3) {
                result += language == .zh ? "\u{A0}" : ","
            }
            result.append(digit)
        }
        return result
    }
}
