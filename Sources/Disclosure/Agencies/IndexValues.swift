package import Civil
import Database

extension Agency {
    /// What the places of the index template (索引号) stand for, for one item.
    package func indexValues(
        duty: Duty,
        section: Section?,
        itemClass: ItemClass?,
        formedOn: CivilDate
    ) -> [IndexTemplate.Place: String] {
        [
            .organisationCode: String(creditCode.dropFirst(8).prefix(9)),
            .creditCode: creditCode,
            .region: regionCode,
            .department: leafCode,
            .category: itemClass?.code ?? duty.matter.code,
            .group: duty.code,
            .section: section?.code ?? "00",
            .year: String(formedOn.year),
            .date: formedOn.iso.filter { $0 != "-" },
        ]
    }
}

extension AgencyStore {
    /// The serial that the next index number of a scope would get; nothing is taken.
    package func comingSerial(of agency: ID<Agency>, scope: String) throws -> Int {
        let row = try tx.first("SELECT last FROM index_serial WHERE agency = \(agency) AND scope = \(scope)")
        return (try row?.number("last") ?? 0) + 1
    }
}
