/// How much of everything a file may have; beyond it the file is refused before it costs anybody memory or time.

/// The limits of examination, text and redaction.
package struct DocumentLimits: Sendable, Hashable {
    /// Bytes of the file itself.
    package var fileBytes = 100 << 20
    /// Entries of a DOCX or XLSX file.
    package var entries = 5_000
    /// Bytes of all entries together when unpacked.
    package var unpackedBytes = 256 << 20
    /// How many times larger than packed a file may become, once it is larger than `ratioFrom`.
    package var ratio = 200
    /// Unpacked bytes below which the ratio does not matter.
    package var ratioFrom = 16 << 20
    /// Width or height of a picture, in pixels.
    package var pictureSide = 30_000
    /// Pixels of a picture, all frames together.
    package var pixels = 200_000_000
    /// Pages of a PDF.
    package var pages = 2_000
    /// Bytes of one stream of a PDF when unpacked.
    package var streamBytes = 256 << 20
    /// Bytes of text that are read out of one file, in UTF-8.
    package var textBytes = 8 << 20
    /// Seconds that one call of an outside program may take.
    package var toolSeconds = 60
    /// Bytes of memory that an outside program may address.
    package var toolMemory = 1 << 30
    /// Bytes of any one file that an outside program may write.
    package var toolOutput = 256 << 20

    /// The limits that the program uses.
    package init() {}
}
