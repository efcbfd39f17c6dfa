/// How much of a form with files is taken before it is refused.
package struct MultipartLimits: Sendable, Hashable {
    /// Bytes of the header of one part.
    package var headerSize: Int
    /// Parts of the form, fields and files together.
    package var parts: Int
    /// Bytes of one field that is no file.
    package var fieldSize: Int
    /// Bytes of all such fields together.
    package var fieldsSize: Int
    /// Bytes of one file.
    package var fileSize: Int
    /// Bytes before the first and behind the last boundary.
    package var strayBytes: Int

    package init(
        headerSize: Int = 8 * 1024,
        parts: Int = 200,
        fieldSize: Int = 1024 * 1024,
        fieldsSize: Int = 6 * 1024 * 1024,
        fileSize: Int,
        strayBytes: Int = 4 * 1024
    ) {
        self.headerSize = headerSize
        self.parts = parts
        self.fieldSize = fieldSize
        self.fieldsSize = fieldsSize
        self.fileSize = fileSize
        self.strayBytes = strayBytes
    }
}

/// Why a form with files is not taken.
package enum MultipartFailure: Error, Sendable, Hashable, CaseIterable {
    /// There is no boundary in `Content-Type`, or none that the standard allows.
    case noBoundary
    /// More than a little stands outside the boundaries.
    case notAForm
    /// Something stands behind a boundary on its line.
    case badBoundary
    /// A header that cannot be read.
    case badHeader
    /// A part that does not say which field it is.
    case noName
    /// The form ends before its last boundary.
    case cutOff
    case headerTooLarge
    case tooManyParts
    case fieldTooLarge
    case fileTooLarge

    /// Whether it is a matter of size; the others are mistakes of form.
    package var isSize: Bool {
        switch self {
        case .headerTooLarge, .tooManyParts, .fieldTooLarge, .fileTooLarge: true
        case .noBoundary, .notAForm, .badBoundary, .badHeader, .noName, .cutOff: false
        }
    }
}

/// What stands between the parts of a form: 1 to 70 characters (RFC 2046 §5.1.1).
package struct MultipartBoundary: Sendable, Hashable {
    package let bytes: [UInt8]

    /// Reads it from the value of the header `Content-Type`; nil when that is no form with files.
    ///
    /// - Throws: `.noBoundary` for a form with files whose boundary is missing or cannot be used.
    package init?(contentType: String) throws(MultipartFailure) {
        let value = HeaderValue(contentType.utf8)
        guard value.kind == "multipart/form-data" else { return nil }
        guard let boundary = value["boundary"], (1...70).contains(boundary.count), boundary.last != 0x20,
            boundary.allSatisfy(Self.isAllowed)
        else { throw .noBoundary }
        bytes = boundary
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: "'()+_,-./:=? ".utf8.contains(byte)
        }
    }
}
