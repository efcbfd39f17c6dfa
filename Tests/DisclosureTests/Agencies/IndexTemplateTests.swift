import Disclosure
import Testing
import Text

/// Index numbers (索引号) have no national pattern: six real shapes, and what a template may not be.
@Suite struct IndexTemplateTests {
    struct Shape: Sendable {
        var template: String
        var serial: Int
        var number: String
    }

    static let values: [IndexTemplate.Place: String] = [
        .organisationCode: "000014349", .creditCode: "11441700007280420Y", .region: "440605", .department: "GSD0122",
        .category: "15", .group: "002", .section: "03", .year: "2017", .date: "20170105",
    ]

    @Test(arguments: [
        Shape(template: "{organisation-code}/{year}-{serial:5}", serial: 110, number: "000014349/2017-00110"),
        Shape(template: "{credit-code}/{year}-{serial:5}", serial: 50, number: "11441700007280420Y/2017-00050"),
        Shape(
            template: "{region}-{department}-{category}-{group}-{date}-{serial:4}",
            serial: 7,
            number: "440605-GSD0122-15-002-20170105-0007"
        ),
        Shape(template: "{department}-{category}-{year}-{serial:5}", serial: 1, number: "GSD0122-15-2017-00001"),
        Shape(
            template: "{region}{department}{category}{section}{year}{serial:5}",
            serial: 3,
            number: "440605GSD01221503201700003"
        ),
        Shape(
            template: "{department}{category}{group}-{year}-{serial:5}",
            serial: 12,
            number: "GSD012215002-2017-00012"
        ),
        Shape(template: "第{serial:1}号", serial: 12, number: "第12号"),
    ])
    func theSixShapes(shape: Shape) throws {
        let template = try IndexTemplate(shape.template)
        #expect(template.number(Self.values, serial: shape.serial) == shape.number)
        #expect(template.text == shape.template)
    }

    @Test func theScopeIsEverythingButTheSerial() throws {
        let template = try IndexTemplate("{credit-code}/{year}-{serial:5}")
        var next = Self.values
        next[.year] = "2018"
        #expect(template.scope(Self.values) == template.scope(Self.values))
        #expect(template.scope(Self.values) != template.scope(next))
    }

    @Test(arguments: [
        "", "{year}", "{serial}", "{serial:0}", "{serial:12}", "{serial:5}{serial:5}", "{nonsense}{serial:5}", "{year",
    ])
    func everythingElseIsRefusedInWords(text: String) {
        #expect {
            try IndexTemplate(text)
        } throws: {
            ($0 as? FieldProblem)?.key == "index-template" && ($0 as? FieldProblem)?.message.zh.isEmpty == false
        }
    }
}
