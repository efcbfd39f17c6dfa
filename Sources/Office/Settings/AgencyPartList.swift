import Civil
import Database
import Disclosure
import Html
import Text
import Web

/// The parts of one kind that an agency has.
enum AgencyPartList: Component {
    case sections([Section])
    case classes([ItemClass])
    case columns([Disclosure.Column])
    case channels([Channel])
    case names([FormerName])

    init(_ part: SettingsPart, of agency: ID<Agency>, _ tx: any SQLConnection) throws {
        switch part {
        case .agency, .sections: self = .sections(try tx.agencies.sections(of: agency))
        case .classes: self = .classes(try tx.agencies.classes(of: agency))
        case .columns: self = .columns(try tx.agencies.columns(of: agency))
        case .channels: self = .channels(try tx.channels.all(of: agency))
        case .names: self = .names(try tx.agencies.formerNames(of: agency))
        }
    }

    func html(in language: Language) -> HTML {
        let rows = rows(language)
        guard !rows.isEmpty else {
            return EmptyState(whatWouldBeHere: what, howItGetsHere: why).html(in: language)
        }
        return DataTable(
            caption: Phrase(zh: "共 \(rows.count) 个", en: "\(rows.count) in all"),
            columns: heads.map { .init(label: $0) },
            rows: rows,
            id: "parts"
        ).html(in: language)
    }

    private var heads: [Phrase] {
        let name = Phrase(zh: "名称", en: "Name")
        let code = Phrase(zh: "代码", en: "Code")
        let kind = Phrase(zh: "种类", en: "Kind")
        return switch self {
        case .sections: [name, code, kind]
        case .classes: [name, code]
        case .columns: [name, Phrase(zh: "路径", en: "Path"), Phrase(zh: "目录栏目", en: "Column of the catalogue")]
        case .channels: [name, code, kind, Phrase(zh: "发布", en: "Delivered by")]
        case .names: [name, Phrase(zh: "起", en: "From"), Phrase(zh: "止", en: "To")]
        }
    }

    private func rows(_ language: Language) -> [[DataTable.Cell]] {
        switch self {
        case .sections(let sections):
            sections.map { [.text($0.name[language]), .text($0.code), .text($0.kind.name[language])] }
        case .classes(let classes):
            classes.map { [.text($0.name[language]), .text($0.code)] }
        case .columns(let columns):
            columns.sorted { $0.path < $1.path }.map { column in
                let name = String(repeating: "　", count: column.level - 1) + column.name[language]
                return [.text(name), .text(column.path), column.catalogueColumn.map { .text($0) } ?? .blank]
            }
        case .channels(let channels):
            channels.map { channel in
                [
                    .text(channel.name[language]), .text(channel.code), .text(channel.kind.name[language]),
                    .text(
                        (channel.isAutomatic
                            ? Phrase(zh: "系统自动", en: "the program") : Phrase(zh: "人工登记", en: "a clerk, by hand"))[
                                language
                            ]
                    ),
                ]
            }
        case .names(let names):
            names.map { name in
                [
                    .text(name.name[language]), .markup(name.from.element(in: language)),
                    name.to.map { .markup($0.element(in: language)) } ?? .blank,
                ]
            }
        }
    }

    private var what: Phrase {
        switch self {
        case .sections: Phrase(zh: "还没有科室", en: "No sections yet")
        case .classes: Phrase(zh: "还没有类别", en: "No classes yet")
        case .columns: Phrase(zh: "还没有栏目", en: "No columns yet")
        case .channels: Phrase(zh: "还没有渠道", en: "No channels yet")
        case .names: Phrase(zh: "没有曾用名", en: "No former names")
        }
    }

    private var why: Phrase {
        switch self {
        case .sections: Phrase(zh: "科室用来标明信息由谁提供，在下面添加。", en: "Sections say who provides an item; add them below.")
        case .classes:
            Phrase(
                zh: "机关按类别统计公开的信息。添加第一个类别之后，每条信息都必须选一个类别。",
                en: "An agency counts its items by class. Once there is a class, every item must have one."
            )
        case .columns: Phrase(zh: "栏目是网站上的位置，在下面添加。", en: "Columns are the places on the site; add them below.")
        case .channels: Phrase(zh: "渠道是信息发布到的地方，在下面添加。", en: "Channels are where items go; add them below.")
        case .names:
            Phrase(zh: "机关更名后，把旧名和起止日期写在这里。", en: "After a change of name, write the old one here with its dates.")
        }
    }
}

extension Section.Kind {
    /// 科室 or 分局.
    var name: Phrase {
        switch self {
        case .section: Phrase(zh: "科室", en: "Section")
        case .subOffice: Phrase(zh: "分局、派出机构", en: "Sub-office")
        }
    }
}
