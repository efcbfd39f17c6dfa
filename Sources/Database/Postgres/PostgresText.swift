#if PostgreSQL
    import CLibPQ

    /// How the text format of PostgreSQL's types is read, by type number (`pg_type.oid`).
    enum PostgresDecoder {
        case integer, flag, real, numeric, bytes, text

        init(type: Oid) {
            self =
                switch type {
                case 20, 21, 23, 26: .integer
                case 16: .flag
                case 700, 701: .real
                case 1700: .numeric
                case 17: .bytes
                default: .text
                }
        }

        /// The value, or nil when the text is not of the type.
        func decode(_ bytes: UnsafeRawBufferPointer) -> SQLValue? {
            switch self {
            case .text: .text(String(decoding: bytes, as: UTF8.self))
            case .integer: PostgresDecoder.integer(bytes).map { .int($0) }
            case .flag: bytes.first.map { .int($0 == UInt8(ascii: "t") ? 1 : 0) }
            case .real: Double(String(decoding: bytes, as: UTF8.self)).map { .double($0) }
            // sum() of integers is numeric: whole numbers come back as integers, as in SQLite.
            case .numeric:
                PostgresDecoder.integer(bytes).map { .int($0) }
                    ?? Double(String(decoding: bytes, as: UTF8.self)).map { .double($0) }
            case .bytes: Hexadecimal.decode(bytes).map { .blob($0) }
            }
        }

        /// Decimal digits with an optional minus sign, or nil for anything else and for what needs more than 64 bits.
        private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64? {
            var number: Int64 = 0
            var isNegative = false
            for (position, byte) in bytes.enumerated() {
                if position == 0, byte == UInt8(ascii: "-"), bytes.count > 1 {
                    isNegative = true
                    continue
                }
                guard case UInt8(ascii: "0")...UInt8(ascii: "9") = byte else { return nil }
                let digit = Int64(byte - UInt8(ascii: "0"))
                let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
                // Counting downwards reaches the smallest Int64, which has no positive twin.
                let (sum, overflows) = tens.subtractingReportingOverflow(digit)
                if isTooLarge || overflows { return nil }
                number = sum
            }
            if bytes.isEmpty { return nil }
            if isNegative { return number }
            return number == .min ? nil : -number
        }
    }

    /// PostgreSQL's `hex` format of `bytea`: `\x` and two digits per byte.
    enum Hexadecimal {
        private static let digits = Array("0123456789abcdef".utf8)

        /// Appends the text of the bytes.
        static func append(_ bytes: [UInt8], to text: inout [UInt8]) {
            text.reserveCapacity(text.count + bytes.count * 2 + 2)
            text += [UInt8(ascii: "\\"), UInt8(ascii: "x")]
            for byte in bytes {
                text.append(digits[Int(byte >> 4)])
                text.append(digits[Int(byte & 15)])
            }
        }

        /// The bytes of a text, or nil when it is no such text.
        static func decode(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
            guard text.count >= 2, text.count % 2 == 0, text[0] == UInt8(ascii: "\\"), text[1] == UInt8(ascii: "x")
            else {
                return nil
            }
            var isSound = true
            let bytes = [UInt8](unsafeUninitializedCapacity: text.count / 2 - 1) { buffer, count in
                for index in 0..<(text.count / 2 - 1) {
                    let high = value(text[2 + index * 2])
                    let low = value(text[3 + index * 2])
                    isSound = isSound && high < 16 && low < 16
                    buffer[index] = high << 4 | (low & 15)
                }
                count = text.count / 2 - 1
            }
            return isSound ? bytes : nil
        }

        private static func value(_ digit: UInt8) -> UInt8 {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
            default: 255
            }
        }
    }

    /// The values of a statement in text format, with the type that each is declared to have.
    ///
    /// Types are declared because inference is a trap: in `at > $1 + 5` PostgreSQL would take `$1` for 32 bits.
    struct PostgresParameters {
        /// Type numbers, 0 where the server shall infer.
        let types: [Oid]
        private let text: [UInt8]
        private let starts: [Int]

        init(_ rendered: RenderedSQL) {
            var text: [UInt8] = []
            var starts: [Int] = []
            var types: [Oid] = []
            for (value, type) in zip(rendered.values, rendered.types) {
                types.append(PostgresParameters.type(of: value, declared: type))
                if case .null = value {
                    starts.append(-1)
                    continue
                }
                starts.append(text.count)
                switch value {
                case .null: break
                case .int(let number): text += Array(String(number).utf8)
                case .double(let number): text += Array(String(number).utf8)
                case .text(let string): text += Array(string.utf8)
                case .blob(let bytes): Hexadecimal.append(bytes, to: &text)
                }
                text.append(0)
            }
            self.text = text
            self.starts = starts
            self.types = types
        }

        /// Tells statements of the same text apart when their types differ.
        var signature: String { types.map { String($0) }.joined(separator: ",") }

        /// Lends the values as C strings.
        func withPointers<Result>(_ body: (_ count: Int32, _ values: [UnsafePointer<CChar>?]) -> Result) -> Result {
            text.withUnsafeBytes { buffer in
                let base = buffer.bindMemory(to: CChar.self).baseAddress
                return body(Int32(starts.count), starts.map { start in start < 0 ? nil : base.map { $0 + start } })
            }
        }

        private static func type(of value: SQLValue, declared: SQLType) -> Oid {
            switch value {
            case .int: 20
            case .double: 701
            case .text: 25
            case .blob: 17
            case .null:
                switch declared {
                case .integer: 20
                case .real: 701
                case .text: 25
                case .blob: 17
                case .unspecified: 0
                }
            }
        }
    }
#endif
