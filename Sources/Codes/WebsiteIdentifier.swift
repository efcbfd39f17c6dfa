/// Every government website shows its identifier 网站标识码 in its pages (《政府网站发展指引》国办发〔2017〕47号).

/// A website identifier: two small letters and eight digits for ministries, ten digits for local units.
package struct WebsiteIdentifier: Code {
    /// Ten characters, for example bm64130001 or 4406050001.
    package let text: String

    private static let name = (zh: "政府网站标识码", en: "government website identifier")

    /// Reads an identifier; capital letters are taken as small ones.
    package init(_ typed: String) throws(CodeProblem) {
        let characters = TypedCode.characters(of: typed).flatMap { $0.lowercased() }
        guard characters.count == 10 else {
            throw .wrongLength(Self.name, characters.count, expected: "10")
        }
        let letters = characters.prefix(2).filter { ("a"..."z").contains($0) }.count
        guard letters != 1 else {
            throw CodeProblem(
                zh: "政府网站标识码前两位应同为字母（部委，如bm）或同为数字（地方），请核对。",
                en:
                    "The first two characters must both be letters (ministries, as bm) or both digits (local). Check them."
            )
        }
        if let other = TypedCode.digits(characters.dropFirst(letters)).firstOther {
            throw .notADigit(Self.name, characters[letters + other], place: letters + other)
        }
        text = String(characters)
    }
}
