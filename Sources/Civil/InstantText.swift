/// How a moment is written and read: to the minute for people, RFC 3339 with +08:00 for feeds and interfaces.
extension Instant {
    /// "2018-03-08 14:05".
    package var minuteText: String {
        let (hour, minute, _) = clock
        return "\(date.iso) \(padded(hour, to: 2)):\(padded(minute, to: 2))"
    }

    /// "2018-03-08T14:05:00+08:00" (RFC 3339, as Atom asks); milliseconds are left out.
    package var iso8601: String {
        let (hour, minute, second) = clock
        return "\(date.iso)T\(padded(hour, to: 2)):\(padded(minute, to: 2)):\(padded(second, to: 2))+08:00"
    }

    /// «2018年3月8日14时05分».
    package var chinese: String {
        let (hour, minute, _) = clock
        return "\(date.chinese)\(hour)时\(padded(minute, to: 2))分"
    }

    /// "14:05 on 8 March 2018".
    package var english: String {
        let (hour, minute, _) = clock
        return "\(padded(hour, to: 2)):\(padded(minute, to: 2)) on \(date.english)"
    }

    /// Reads `YYYY-MM-DD`, then `T` or one blank, then `hh:mm` or `hh:mm:ss`, optionally `.` and one to nine digits,
    /// then nothing (read as +08:00, as a form sends it), `Z`, or an offset such as `+08:00`; `nil` for anything else.
    ///
    /// Digits of the second beyond the third are dropped. Leap seconds (`:60`) are refused.
    package static func read(_ typed: String) -> Instant? {
        var rest = Array(typed.utf8)[...]
        guard rest.count >= 16, let date = CivilDate(String(decoding: rest.prefix(10), as: UTF8.self)) else {
            return nil
        }
        rest = rest.dropFirst(10)
        guard let mark = rest.popFirst(), mark == UInt8(ascii: "T") || mark == UInt8(ascii: " ") else { return nil }
        guard let hour = twoDigits(&rest), hour < 24, colon(&rest), let minute = twoDigits(&rest), minute < 60 else {
            return nil
        }
        var ofDay = Int64(hour * 60 + minute) * 60_000
        if rest.first == UInt8(ascii: ":") {
            rest.removeFirst()
            guard let second = twoDigits(&rest), second < 60, let fraction = fraction(&rest) else { return nil }
            ofDay += Int64(second * 1000 + fraction)
        }
        guard let offset = offset(rest) else { return nil }
        return Instant(milliseconds: Int64(date.dayNumber) * day + ofDay - offset)
    }

    private static func twoDigits(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let tens = rest.popFirst().flatMap(decimalDigit), let ones = rest.popFirst().flatMap(decimalDigit) else {
            return nil
        }
        return tens * 10 + ones
    }

    private static func colon(_ rest: inout ArraySlice<UInt8>) -> Bool { rest.popFirst() == UInt8(ascii: ":") }

    private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.first == UInt8(ascii: ".") else { return 0 }
        rest.removeFirst()
        var value = 0
        var count = 0
        while let digit = rest.first.flatMap(decimalDigit) {
            if count < 3 { value = value * 10 + digit }
            count += 1
            rest.removeFirst()
        }
        guard (1...9).contains(count) else { return nil }
        for _ in count..<max(count, 3) { value *= 10 }
        return value
    }

    private static func offset(_ rest: ArraySlice<UInt8>) -> Int64? {
        if rest.isEmpty { return zone }
        if rest.elementsEqual([UInt8(ascii: "Z")]) { return 0 }
        var rest = rest
        guard let sign = rest.popFirst(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        guard let hour = twoDigits(&rest), hour < 24, colon(&rest), let minute = twoDigits(&rest), minute < 60 else {
            return nil
        }
        guard rest.isEmpty else { return nil }
        let size = Int64(hour * 60 + minute) * 60_000
        return sign == UInt8(ascii: "+") ? size : -size
    }
}
