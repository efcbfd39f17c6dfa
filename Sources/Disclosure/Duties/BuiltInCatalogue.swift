internal import CTables

/// The catalogue as shipped: one embedded YAML file for the laws and one for each first-level matter, in this order.
extension CatalogueFile {
    /// The embedded files in the order of the catalogue.
    package static var builtIn: [CatalogueFile] {
        [
            CatalogueFile(embedded: "laws.yaml", gongkai_catalogue_laws()),
            CatalogueFile(embedded: "agency.yaml", gongkai_catalogue_agency()),
            CatalogueFile(embedded: "policy.yaml", gongkai_catalogue_policy()),
            CatalogueFile(embedded: "decisions.yaml", gongkai_catalogue_decisions()),
            CatalogueFile(embedded: "enforcement.yaml", gongkai_catalogue_enforcement()),
            CatalogueFile(embedded: "inspection.yaml", gongkai_catalogue_inspection()),
            CatalogueFile(embedded: "accidents.yaml", gongkai_catalogue_accidents()),
            CatalogueFile(embedded: "hazards.yaml", gongkai_catalogue_hazards()),
            CatalogueFile(embedded: "emergency.yaml", gongkai_catalogue_emergency()),
            CatalogueFile(embedded: "services.yaml", gongkai_catalogue_services()),
            CatalogueFile(embedded: "finance.yaml", gongkai_catalogue_finance()),
            CatalogueFile(embedded: "interaction.yaml", gongkai_catalogue_interaction()),
            CatalogueFile(embedded: "disclosure.yaml", gongkai_catalogue_disclosure()),
        ]
    }

    private init(embedded name: String, _ table: GongkaiTable) {
        self.init(name: name, text: table.text)
    }
}

extension GongkaiTable {
    /// The embedded bytes; they live as long as the program.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: Int(count)) }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}
