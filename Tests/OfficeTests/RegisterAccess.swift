import TestKit

/// Who may come to the registers that people keep by hand: everybody reads them, and who leads disclosure writes them.
extension AccessTests {
    static let registrars: Set<Seat> = [.officer, .administrator, .everybody]

    static let registerRules: [Rule] = [
        Rule("GET", "/office/readings", staff),
        Rule("POST", "/office/readings", registrars),
        Rule("GET", "/office/readings/new", registrars),
        Rule("GET", "/office/readings/ledger.csv", staff),
        Rule("GET", "/office/readings/{id}", staff),
        Rule("GET", "/office/readings/{id}/correction", registrars),
        Rule("POST", "/office/readings/{id}/correction", registrars),
        Rule("GET", "/office/remedies", staff),
        Rule("POST", "/office/remedies", registrars),
        Rule("GET", "/office/remedies/new", registrars),
        Rule("GET", "/office/remedies/{id}", staff),
        Rule("POST", "/office/remedies/{id}/end", registrars),
        Rule("GET", "/office/remedies/{id}/correction", registrars),
        Rule("POST", "/office/remedies/{id}/correction", registrars),
    ]
}
