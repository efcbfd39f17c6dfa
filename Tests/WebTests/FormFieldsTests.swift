import Testing

@testable import Web

/// What fuzzing found in the reading of forms: escapes that are none stay as they are, wherever they stand.
@Suite struct FormFieldsTests {
    @Test(arguments: [
        ("a=%", "%"), ("a=%4", "%4"), ("a=100%25", "100%"), ("a=%%41", "%A"), ("a=%zz%41", "%zzA"),
        ("a=%0D%0Ab", "\nb"),
        ("a=x\ry", "xy"), ("a=%E5%85", "\u{FFFD}"),
    ])
    func whatIsNoEscapeStays(typed: String, value: String) {
        #expect(FormFields(query: typed)["a"] == value)
    }
}
