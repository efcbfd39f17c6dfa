import Web

let formCases: [FuzzCase] = [
    FuzzCase("form: what is written is read", share: half) { chance in
        var pairs: [(String, String)] = []
        for _ in 0..<chance.number(below: 6) { pairs.append((chance.text(upTo: 20), chance.text(upTo: 60))) }
        let body = pairs.map { "\(queryEncoded($0.0))=\(queryEncoded($0.1))" }.joined(separator: "&")
        let read = FormFields(urlEncoded: body.utf8).fields
        try promise(read.count == pairs.count, "fields are lost or made up")
        for (field, pair) in zip(read, pairs) {
            try promise(
                Array(field.name.utf8) == withoutReturns(pair.0),
                "the name changed: \(pair.0.debugDescription)"
            )
            try promise(
                Array(field.value.utf8) == withoutReturns(pair.1),
                "the value changed: \(pair.1.debugDescription)"
            )
        }
    },
    FuzzCase("form: anything can be read", share: half) { chance in
        let input = mutation.input(&chance)
        let form = FormFields(urlEncoded: input)
        try promise(form.fields.count <= input.count { $0 == UInt8(ascii: "&") } + 1, "more fields than there can be")
        let length = form.fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        try promise(length <= input.count * 3, "the fields are longer than the form")
        for field in form.fields {
            try promise(!(field.name + field.value).utf8.contains(0x0D), "a carriage return was kept")
            _ = form.text(field.name)
        }
        let again = form.fields.map { "\(queryEncoded($0.name))=\(queryEncoded($0.value))" }.joined(separator: "&")
        try promise(same(FormFields(urlEncoded: again.utf8), form), "read again it is another form")
    },
]

private let mutation = Mutation(
    corpus: [
        "title=%E5%85%AC%E5%91%8A&text=a+b%0D%0Ac&csrf=0123456789abcdef", "q=%E5%AE%89%E5%85%A8&before=12",
        "a=1&a=2&=&b&&c==",
        "%%41=%4&x=%",
    ].map { Array($0.utf8) },
    words: ["%", "%4", "%41", "%E5%85", "%0D", "%00", "%F0%9F", "&", "=", "+", "%%", "&&&", "%2B"]
)

private func withoutReturns(_ text: String) -> [UInt8] { text.utf8.filter { $0 != 0x0D } }

/// Byte for byte: texts that only look alike differ.
private func same(_ one: FormFields, _ other: FormFields) -> Bool {
    one.fields.count == other.fields.count
        && zip(one.fields, other.fields).allSatisfy {
            $0.name.utf8.elementsEqual($1.name.utf8) && $0.value.utf8.elementsEqual($1.value.utf8)
        }
}
