/// A file as a test sends it with a form.
package struct FormFile: Sendable {
    package var field: String
    package var name: String
    package var type: String
    package var bytes: [UInt8]

    package init(_ field: String, _ name: String, _ bytes: [UInt8], type: String = "application/octet-stream") {
        self.field = field
        self.name = name
        self.bytes = bytes
        self.type = type
    }

    /// What stands between the parts.
    package static let boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW"

    /// The body of a form as Chromium writes it.
    package static func body(fields: [(String, String)], files: [FormFile]) -> [UInt8] {
        var body: [UInt8] = []
        for (name, value) in fields {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
        }
        for file in files {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; ".utf8
            body += "filename=\"\(file.name.replacing("\"", with: "%22"))\"\r\nContent-Type: \(file.type)\r\n\r\n".utf8
            body += file.bytes
            body += "\r\n".utf8
        }
        return body + "--\(boundary)--\r\n".utf8
    }
}
