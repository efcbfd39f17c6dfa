// swift-tools-version:6.2
import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Tests leave `InternalImportsByDefault` off: retroactive conformances there need public imports.
let tests: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")

let package = Package(
    name: "gongkai",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "gongkai", targets: ["Gongkai"])],
    traits: [
        .trait(
            name: "PostgreSQL",
            description: "Several machines may serve one site from a PostgreSQL server (links libpq)."
        ),
        .default(enabledTraits: ["PostgreSQL"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CDocuments", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "Database",
            dependencies: [
                .product(name: "GRDB", package: "GRDB.swift"),
                "CSQLite",
                .target(name: "CLibPQ", condition: .when(traits: ["PostgreSQL"])),
                crypto, logging, nioPosix,
            ],
            swiftSettings: house
        ),
        .target(name: "Html", swiftSettings: house),
        .target(name: "Civil", swiftSettings: house),
        .target(name: "Codes", dependencies: ["Civil"], swiftSettings: house),
        .target(name: "Text", swiftSettings: house),
        .target(name: "Documents", dependencies: ["CDocuments", "Text"], swiftSettings: house),
        // Region and industry codes and the duty catalogue, embedded as bytes: too large for Swift literals.
        .target(name: "CTables", exclude: ["catalogue", "figures", "letters.yaml", "procedures", "reports", "tables"]),
        .target(
            name: "Disclosure",
            dependencies: [
                "CTables", "Database", "Civil", "Codes", "Documents", "Text", crypto, cryptoExtras, logging, lifecycle,
                nioPosix,
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: house
        ),
        .target(
            name: "Web",
            dependencies: [
                "Disclosure", "Database", "Documents", "Html", "Civil", "Codes", "Text", crypto, logging, hummingbird,
                httpTypes, nioCore,
            ],
            resources: [.embedInCode("Assets")],
            swiftSettings: house
        ),
        .target(
            name: "Portal",
            dependencies: [
                "Web", "Disclosure", "Database", "Documents", "Html", "Civil", "Codes", "Text", hummingbird, httpTypes,
                nioCore,
            ],
            swiftSettings: house
        ),
        .target(
            name: "Office",
            dependencies: [
                "Web", "Disclosure", "Database", "Documents", "Html", "Civil", "Codes", "Text", hummingbird, httpTypes,
                nioCore,
            ],
            swiftSettings: house
        ),
        .target(
            name: "Site",
            dependencies: ["Portal", "Office", "Web", "Disclosure", hummingbird],
            swiftSettings: house
        ),
        .executableTarget(
            name: "Gongkai",
            dependencies: [
                "Site", "Web", "Disclosure", "Database", "Civil", "Codes", "Text",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                crypto, logging, lifecycle, unixSignals, hummingbird, nioCore, nioPosix,
            ],
            swiftSettings: house
        ),
        .target(
            name: "TestKit",
            dependencies: [
                "Site", "Web", "Html", "Disclosure", "Database", "Documents", "Civil", "Codes", "Text",
                logging, hummingbird, httpTypes, nioCore,
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            swiftSettings: house
        ),
        // Promises of readers and writers under inputs by chance; `Fuzz` tries many of them, built with optimisation.
        .target(
            name: "FuzzKit",
            dependencies: ["Web", "Html", "Disclosure", "Civil", "Codes", "Text"],
            swiftSettings: house
        ),
        .executableTarget(name: "Fuzz", dependencies: ["FuzzKit"], swiftSettings: house),
        // How fast the engine of cases is; script/bench builds and runs it.
        .executableTarget(
            name: "CaseEngineBenchmark",
            dependencies: ["Disclosure", "Database", "Civil", "Text", logging],
            path: "Benchmarks/CaseEngine",
            swiftSettings: house
        ),
        .testTarget(name: "FuzzTests", dependencies: ["FuzzKit"], swiftSettings: tests),
        .testTarget(name: "DatabaseTests", dependencies: ["Database", "TestKit"], swiftSettings: tests),
        .testTarget(name: "HtmlTests", dependencies: ["Html"], swiftSettings: tests),
        .testTarget(name: "CivilTests", dependencies: ["Civil"], swiftSettings: tests),
        .testTarget(name: "CodesTests", dependencies: ["Codes", "Civil"], swiftSettings: tests),
        .testTarget(name: "TextTests", dependencies: ["Text"], swiftSettings: tests),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents", "CDocuments", "Text"], swiftSettings: tests),
        .testTarget(
            name: "DisclosureTests",
            dependencies: ["Disclosure", "Database", "Documents", "Civil", "Codes", "Text", "TestKit", crypto],
            exclude: ["Golden"],
            swiftSettings: tests
        ),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Html", "Civil", "Text", "Disclosure", "Documents", "TestKit", hummingbird, httpTypes,
            ],
            exclude: ["Golden"],
            swiftSettings: tests
        ),
        .testTarget(
            name: "PortalTests",
            dependencies: [
                "Portal", "Web", "Html", "Disclosure", "Database", "Documents", "Civil", "Text", "TestKit", crypto,
                httpTypes,
            ],
            swiftSettings: tests
        ),
        .testTarget(
            name: "OfficeTests",
            dependencies: [
                "Office", "Web", "Disclosure", "Database", "Documents", "Civil", "Text", "TestKit", nioPosix, httpTypes,
            ],
            swiftSettings: tests
        ),
        .testTarget(
            name: "GongkaiTests",
            dependencies: ["Gongkai", "Disclosure", "Database", "Civil", "Text", "TestKit", logging],
            exclude: ["Golden"],
            swiftSettings: tests
        ),
    ]
)
