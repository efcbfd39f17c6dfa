import Civil
import Html

/// An Atom feed (RFC 4287) with tag URIs as ids (RFC 4151), so that an entry stays the same wherever it is fetched from.
struct AtomFeed: Sendable {
    struct Entry: Sendable {
        /// Path of the page, part of the id.
        var path: String
        var title: String
        var published: Instant
        /// Code and name of the duty.
        var category: (code: String, name: String)
        var summary: String
        var files: [File] = []
    }

    /// A file that belongs to an entry (RFC 4287 §4.2.7.2, `enclosure`).
    struct File: Sendable {
        var path: String
        var mediaType: String
        /// In bytes.
        var size: Int
        var name: String
    }

    /// How the public reaches the site, without a slash at the end.
    var publicURL: String
    /// The authority of the tags: the site's host name.
    var domain: String
    var title: String
    var author: String
    /// Path of the page that the feed is of.
    var path: String
    /// Path of the feed itself, query included.
    var ownPath: String
    /// The day from which the site names things; part of the feed's id.
    var since: CivilDate
    /// When the newest entry came, or the feed began.
    var updated: Instant
    var entries: [Entry]

    /// The document in UTF-8.
    var xml: [UInt8] {
        let feed: HTML = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
            <id>\(tag(ownPath, on: since))</id>
            <title>\(title)</title>
            <updated>\(updated.iso8601)</updated>
            <author><name>\(author)</name></author>
            <link rel="self" type="application/atom+xml" href="\(publicURL)\(ownPath)"/>
            <link rel="alternate" type="text/html" href="\(publicURL)\(path)"/>
            <generator>Gongkai</generator>
            \(entries.map(entry))</feed>

            """
        return feed.bytes
    }

    private func entry(_ entry: Entry) -> HTML {
        """
        <entry>
        <id>\(tag(entry.path, on: entry.published.date))</id>
        <title>\(entry.title)</title>
        <link rel="alternate" type="text/html" href="\(publicURL)\(entry.path)"/>
        <published>\(entry.published.iso8601)</published>
        <updated>\(entry.published.iso8601)</updated>
        <category term="\(entry.category.code)" label="\(entry.category.name)"/>
        <summary>\(entry.summary)</summary>\(entry.files.map(enclosure))
        </entry>

        """
    }

    private func enclosure(_ file: File) -> HTML {
        """

        <link rel="enclosure" type="\(file.mediaType)" length="\(file.size)" title="\(file.name)" \
        href="\(publicURL)\(file.path)"/>
        """
    }

    private func tag(_ path: String, on day: CivilDate) -> String { "tag:\(domain),\(day.iso):\(path)" }
}
