import Civil
import Testing
import Text

@testable import Disclosure
@testable import Portal

/// Agencies by province and city, and who runs the site.
@Suite struct RegionGroupTests {
    private func agency(_ code: String, _ region: String, _ level: Duty.Level = .county) throws -> Agency {
        Agency(
            id: ID(code),
            code: code,
            level: level,
            name: Phrase(zh: code, en: code),
            regionCode: region,
            creditCode: "",
            siteIDCode: "",
            indexTemplate: try IndexTemplate("{serial:5}"),
            contact: Contact(),
            disclosureOffice: Contact(),
            isDemonstration: false,
            followsCatalogue: true,
            createdAt: Instant(milliseconds: 0)
        )
    }

    @Test func agenciesStandUnderTheirProvinceAndCity() throws {
        let agencies = [
            try agency("nanhai", "440605"), try agency("shaxian", "350427"), try agency("foshan", "440600", .city),
            try agency("chancheng", "440604"), try agency("guangdong", "440000", .province),
        ]
        let provinces = RegionGroup.groups(agencies, by: 2)
        #expect(provinces.map(\.name) == ["福建省", "广东省"])
        #expect(provinces[1].agencies.map(\.code) == ["guangdong", "foshan", "chancheng", "nanhai"])
        let cities = RegionGroup.groups(provinces[1].agencies, by: 4)
        #expect(cities.map(\.name) == ["广东省", "佛山市"])
        #expect(cities[1].agencies.map(\.code) == ["foshan", "chancheng", "nanhai"])
    }

    @Test func theSiteIsRunByTheOnlyAgencyOfTheHighestLevel() throws {
        let county = try agency("nanhai", "440605")
        let other = try agency("shaxian", "350427")
        let city = try agency("foshan", "440600", .city)
        #expect([Agency]().siteHost == nil)
        #expect([county].siteHost == county)
        #expect([county, other].siteHost == nil)
        #expect([county, city, other].siteHost == city)
    }
}
