package import Civil
package import Text

/// A bureau (机关).
///
/// Everything belongs to one agency; one deployment serves one or thousands.
package struct Agency: Sendable, Hashable {
    package var id: ID<Agency>
    /// Unique in the deployment, lower-case letters, digits and hyphens; the first step of its public address and,
    /// in capitals, of its leaf ids.
    package var code: String
    package var level: Duty.Level
    package var name: Phrase
    package var regionCode: String
    package var creditCode: String
    /// The website identifier (网站标识码), empty where there is none.
    package var siteIDCode: String
    package var indexTemplate: IndexTemplate
    package var contact: Contact
    /// 政府信息公开工作机构 (条例 art 12: named in the guide with address, hours, telephone, fax, net address).
    package var disclosureOffice: Contact
    /// Invented records only: pages carry a banner and are not indexed.
    package var isDemonstration: Bool
    /// Its columns are those of the duty catalogue, and grow with it; otherwise it keeps a tree of its own.
    package var followsCatalogue: Bool
    package var createdAt: Instant

    /// The part of a leaf id that names the agency.
    package var leafCode: String { code.uppercased() }
}

/// Where an organ or its disclosure office is found.
package struct Contact: Sendable, Hashable, Codable {
    package var name: String
    package var address: String
    package var hours: String
    package var telephone: String
    package var fax: String
    package var email: String
    package var postcode: String

    package init(
        name: String = "",
        address: String = "",
        hours: String = "",
        telephone: String = "",
        fax: String = "",
        email: String = "",
        postcode: String = ""
    ) {
        self.name = name
        self.address = address
        self.hours = hours
        self.telephone = telephone
        self.fax = fax
        self.email = email
        self.postcode = postcode
    }

    /// One `key=value` line per entry that is not empty; the stored form.
    var stored: String {
        Self.keys.compactMap { key, path in
            let value = self[keyPath: path].filter { !$0.isNewline }
            return value.isEmpty ? nil : "\(key)=\(value)"
        }.joined(separator: "\n")
    }

    init(stored: String) {
        self.init()
        // By bytes: every public page reads two of them.
        for line in stored.utf8.split(separator: UInt8(ascii: "\n")) {
            guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { continue }
            guard let path = Self.keys.first(where: { $0.0.utf8.elementsEqual(line[..<equals]) })?.1 else { continue }
            self[keyPath: path] = String(Substring(line[line.index(after: equals)...]))
        }
    }

    private static let keys: [(String, any WritableKeyPath<Contact, String> & Sendable)] = [
        ("name", \.name), ("address", \.address), ("hours", \.hours), ("telephone", \.telephone), ("fax", \.fax),
        ("email", \.email), ("postcode", \.postcode),
    ]
}

/// A name that an agency had before, with its dates (沙县安监局 → 沙县应急管理局).
package struct FormerName: Sendable, Hashable {
    package var name: Phrase
    package var from: CivilDate
    /// The last day of that name.
    package var to: CivilDate?

    package init(name: Phrase, from: CivilDate, to: CivilDate?) {
        self.name = name
        self.from = from
        self.to = to
    }
}

/// An office inside an agency (科室) or one of its sub-offices (分局).
package struct Section: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable { case section, subOffice = "sub-office" }

    package var id: ID<Section>
    package var agency: ID<Agency>
    package var code: String
    package var kind: Kind
    package var name: Phrase
    package var place: Int
}

/// One of the classes by which an agency counts its items; an item has exactly one.
package struct ItemClass: Sendable, Hashable {
    package var id: ID<ItemClass>
    package var agency: ID<Agency>
    package var code: String
    package var name: Phrase
    package var place: Int
}

/// A column (栏目) of the agency's site, in a tree of three levels.
package struct Column: Sendable, Hashable {
    package var id: ID<Column>
    package var agency: ID<Agency>
    package var parent: ID<Column>?
    package var level: Int
    /// Slugs joined by `/`, one for each level; unique in the agency.
    package var path: String
    /// The catalogue's column whose items come here of themselves, if any.
    package var catalogueColumn: String?
    package var name: Phrase
    package var place: Int
}
