import Disclosure
import Foundation
import TestKit
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The feed is Atom that any reader understands.
@Suite struct FeedTests {
    /// Reads an XML document into its texts by element path.
    private final class Reader: NSObject, XMLParserDelegate {
        var texts: [String: [String]] = [:]
        var attributes: [String: [[String: String]]] = [:]
        private var path: [String] = []
        private var text = ""

        static func read(_ xml: String) throws -> Reader {
            let reader = Reader()
            let parser = XMLParser(data: Data(xml.utf8))
            parser.delegate = reader
            try #require(parser.parse(), "not well-formed: \(String(describing: parser.parserError))")
            return reader
        }

        func parser(
            _ parser: XMLParser,
            didStartElement name: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String] = [:]
        ) {
            path.append(name)
            text = ""
            self.attributes[path.joined(separator: "/"), default: []].append(attributes)
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

        func parser(
            _ parser: XMLParser,
            didEndElement name: String,
            namespaceURI: String?,
            qualifiedName: String?
        ) {
            texts[path.joined(separator: "/"), default: []].append(text)
            path.removeLast()
            text = ""
        }
    }

    @Test(arguments: Engine.available) func theFeedHasWhatAtomAsks(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("NOTICE", Samples.notice.with(["title": "A & B <通知>", "text": "第一段\n第二段"]))
            test.clock.advance(days: 1)
            try await test.publish("PEN", Samples.penalty)
            let answer = try await test.get("/shiqiao/feed")
            #expect(answer.text.hasPrefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed"))
            let feed = try Reader.read(answer.text)
            #expect(feed.texts["feed/id"] == ["tag:127.0.0.1,2024-03-04:/shiqiao/feed"])
            #expect(feed.texts["feed/updated"] == ["2024-03-05T09:00:00+08:00"])
            #expect(feed.texts["feed/author/name"] == ["石桥县应急管理局"])
            #expect(
                feed.texts["feed/entry/id"] == [
                    "tag:127.0.0.1,2024-03-05:/shiqiao/items/SHIQIAO-PEN-2024-00001",
                    "tag:127.0.0.1,2024-03-04:/shiqiao/items/SHIQIAO-NOTICE-2024-00001",
                ]
            )
            #expect(feed.texts["feed/entry/title"]?.last == "A & B <通知>")
            #expect(feed.texts["feed/entry/summary"]?.last == "第一段 第二段")
            #expect(feed.attributes["feed/entry/category"]?.first == ["term": "PEN", "label": "行政处罚"])
            let own = feed.attributes["feed/link"]?.first { $0["rel"] == "self" }?["href"]
            #expect(own == "\(test.app.settings.publicURL)/shiqiao/feed")
            let page = feed.attributes["feed/entry/link"]?.last?["href"]
            #expect(page == "\(test.app.settings.publicURL)/shiqiao/items/SHIQIAO-NOTICE-2024-00001")
        }
    }

    @Test(arguments: Engine.available) func aColumnHasAFeedOfItsOwn(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("NOTICE", Samples.notice)
            try await test.publish("PEN", Samples.penalty)
            let feed = try Reader.read(try await test.get("/shiqiao/feed?column=news").text)
            #expect(feed.texts["feed/entry/title"] == ["关于开展春季安全生产检查的通知"])
            #expect(feed.texts["feed/id"]?.first?.hasSuffix("/shiqiao/feed?column=news") == true)
            let page = try await test.get("/shiqiao/columns/news").text
            #expect(
                page.contains("type=\"application/atom+xml\"") && page.contains("href=\"/shiqiao/feed?column=news\"")
            )
        }
    }

    @Test(arguments: Engine.available) func theFeedEndsAtFifty(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            for number in 1...51 { try await test.publish("NOTICE", Samples.notice.with(["title": "第\(number)号"])) }
            let feed = try Reader.read(try await test.get("/shiqiao/feed").text)
            #expect(feed.texts["feed/entry/title"]?.count == 50)
            #expect(feed.texts["feed/entry/title"]?.first == "第51号")
        }
    }

    @Test(arguments: Engine.available) func anEmptyFeedIsAFeed(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let feed = try Reader.read(try await test.get("/qingshan/feed").text)
            #expect(feed.texts["feed/updated"] == ["2024-03-04T09:00:00+08:00"])
            #expect(feed.texts["feed/entry/id"] == nil)
        }
    }
}
