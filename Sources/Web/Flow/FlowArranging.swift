import Disclosure
import Text

/// Puts the steps of a chart one below the other.
struct FlowArranging {
    typealias Measure = FlowLayout.Measure
    typealias Box = FlowLayout.Box
    typealias Point = FlowLayout.Point

    let words: FlowWords
    let language: Language
    let columns: Int
    private(set) var boxes: [Box] = []
    private(set) var paths: [FlowLayout.Path] = []
    /// Where the next step begins.
    private var top = FlowLayout.Measure.margin
    /// Lines that end at the next step, by where they go down and where they begin.
    private var arriving: [Point] = []

    init(words: FlowWords, language: Language, columns: Int) {
        self.words = words
        self.language = language
        self.columns = columns
    }

    mutating func add(_ section: ProcedureFlow.Section) {
        let state = place(section.state, x: Measure.margin, y: top, width: Measure.stateWidth)
        for start in arriving { paths.append(.init(points: [start, Point(x: start.x, y: state.y)], hasArrow: true)) }
        arriving = []
        var bottoms = Array(repeating: state.bottom + Measure.gap, count: columns)
        // The last box of each column that the line of the step leads to.
        var ends = Array(repeating: 0, count: columns)
        for block in section.blocks {
            let column = self.column(for: bottoms, before: section.onward)
            let (bottom, end) = add(block, column: column, top: bottoms[column])
            bottoms[column] = bottom + Measure.gap * 2
            ends[column] = max(ends[column], end)
        }
        if section.onward.count == 1, let event = section.onward.first {
            // On the line itself.
            let box = place(event, x: Measure.margin, y: bottoms[0] + Measure.gap / 2, width: Measure.stateWidth)
            let line = [Point(x: Measure.line, y: state.bottom), Point(x: Measure.line, y: box.y)]
            paths.append(.init(points: line, hasArrow: true))
            arriving = [Point(x: Measure.line, y: box.bottom)]
            bottoms[0] = box.bottom
        } else if section.onward.count > 1 {
            let (bottom, end, rail) = addEntries(section.onward, column: 0, top: bottoms[0])
            bottoms[0] = bottom
            ends[0] = end
            arriving = rail.map { [$0] } ?? []
        }
        for column in 0..<columns where ends[column] > 0 && !(column == 0 && section.onward.count == 1) {
            let x = Measure.lineX(column)
            let start =
                column == 0
                ? [Point(x: x, y: state.bottom)]
                : [Point(x: state.right, y: state.middle), Point(x: x, y: state.middle)]
            paths.append(.init(points: start + [Point(x: x, y: ends[column])], hasArrow: false))
        }
        top = (bottoms.max() ?? top) + Measure.arrow + Measure.gap / 2
    }

    /// The column that ends highest; the first has what leads onward still to come.
    private func column(for bottoms: [Int], before onward: [Procedure.Event]) -> Int {
        let coming = onward.isEmpty ? 0 : Measure.onward
        return bottoms.indices.min { bottoms[$0] + ($0 == 0 ? coming : 0) < bottoms[$1] + ($1 == 0 ? coming : 0) } ?? 0
    }

    // MARK: Beside a step

    /// Where the block ends, and how far down the line of the step has to go.
    private mutating func add(_ block: ProcedureFlow.Block, column: Int, top: Int) -> (bottom: Int, end: Int) {
        let x = Measure.columnX(column)
        if block.exits.isEmpty, block.entries.count == 1, let event = block.entries.first, let state = block.state {
            let box = addEntry(event, column: column, top: top, returns: false)
            return (add(state, isElsewhere: block.isElsewhere, below: box).bottom, box.middle)
        }
        var (bottom, end, rail) = addEntries(
            block.entries,
            column: column,
            top: top,
            returns: block.state == nil && block.exits.isEmpty
        )
        if let state = block.state {
            let y = block.entries.isEmpty ? top : bottom + Measure.arrow
            let box =
                block.isElsewhere
                ? reference(state, x: x, y: y, width: Measure.block) : place(state, x: x, y: y, width: Measure.block)
            if let start = rail {
                paths.append(.init(points: [start, Point(x: start.x, y: box.y)], hasArrow: true))
            }
            bottom = box.bottom
            rail = Point(x: x + Measure.block - Measure.around / 2, y: box.bottom)
        }
        guard let start = rail, !block.exits.isEmpty else { return (bottom, end) }
        var last = start
        for exit in block.exits {
            let (lower, back) = add(exit, column: column, y: bottom + Measure.gap, rail: start.x)
            last.y = boxes.last { $0.key == exit.event.key }?.middle ?? last.y
            bottom = lower
            if back { end = max(end, last.y) }
        }
        paths.append(.init(points: [start, last], hasArrow: false))
        return (bottom, end)
    }

    /// Boxes that the line of the step leads to, and behind them the line that goes on.
    private mutating func addEntries(
        _ events: [Procedure.Event],
        column: Int,
        top: Int,
        returns: Bool = false
    ) -> (bottom: Int, end: Int, rail: Point?) {
        let rail = Measure.columnX(column) + Measure.block - Measure.around / 2
        var bottom = top
        var places: [Int] = []
        for event in events {
            let y = places.isEmpty ? top : bottom + Measure.gap
            let box = addEntry(event, column: column, top: y, returns: returns)
            if !returns {
                let out = [Point(x: box.right, y: box.middle), Point(x: rail, y: box.middle)]
                paths.append(.init(points: out, hasArrow: false))
            }
            places.append(box.middle)
            bottom = box.bottom
        }
        guard let first = places.first, let last = places.last else { return (bottom, 0, nil) }
        return (bottom, last, returns ? nil : Point(x: rail, y: first))
    }

    /// A box that the line of the step leads to.
    private mutating func addEntry(_ event: Procedure.Event, column: Int, top: Int, returns: Bool) -> Box {
        let x = Measure.columnX(column)
        let box = place(event, x: x, y: top, width: Measure.block - Measure.around)
        let line = [Point(x: Measure.lineX(column), y: box.middle), Point(x: x, y: box.middle)]
        paths.append(.init(points: line, hasArrow: true, returns: returns))
        return box
    }

    /// A state straight below the event that leads to it: an end, or the name of a state that is drawn elsewhere.
    private mutating func add(_ state: Procedure.State, isElsewhere: Bool, below event: Box) -> Box {
        let y = event.bottom + Measure.arrow - 4
        let box =
            isElsewhere
            ? reference(state, x: event.x, y: y, width: event.width)
            : place(state, x: event.x, y: y, width: event.width)
        let x = event.x + Measure.line
        paths.append(.init(points: [Point(x: x, y: event.bottom), Point(x: x, y: box.y)], hasArrow: true))
        return box
    }

    private mutating func add(
        _ exit: ProcedureFlow.Exit,
        column: Int,
        y: Int,
        rail: Int
    ) -> (bottom: Int, goesBack: Bool) {
        let x = Measure.columnX(column)
        let box = place(exit.event, x: x, y: y, width: Measure.block - Measure.around)
        var stays = false
        if case .stays = exit.leads { stays = true }
        let line = [Point(x: rail, y: box.middle), Point(x: box.right, y: box.middle)]
        paths.append(.init(points: line, hasArrow: true, returns: stays))
        switch exit.leads {
        case .stays: return (box.bottom, false)
        case .back:
            let line = [Point(x: x, y: box.middle), Point(x: Measure.lineX(column), y: box.middle)]
            paths.append(.init(points: line, hasArrow: true))
            return (box.bottom, true)
        case .to(let state):
            let isElsewhere = state.waits != .nobody || !words.isEnd(state)
            let end = add(state, isElsewhere: isElsewhere, below: box)
            return (end.bottom, false)
        }
    }

    // MARK: Boxes

    private mutating func place(_ state: Procedure.State, x: Int, y: Int, width: Int) -> Box {
        let text = width - Measure.padding * 2
        // The shape of an end says that it is one.
        let waits = state.waits == .nobody && words.isEnd(state) ? "" : words.waits(state)[language]
        let lines =
            FlowText.lines(state.name[language], .state, width: text)
            + FlowText.lines(waits, .small, width: text)
        return place(.state(state.waits), state.key, lines, x, y, width)
    }

    private mutating func reference(_ state: Procedure.State, x: Int, y: Int, width: Int) -> Box {
        let name = Phrase(zh: "回到「\(state.name.zh)」", en: "On to «\(state.name.en)»")
        let lines = FlowText.lines(name[language], .small, width: width - Measure.padding * 2)
        return place(.reference, state.key, lines, x, y, width)
    }

    private mutating func place(_ event: Procedure.Event, x: Int, y: Int, width: Int) -> Box {
        let text = width - Measure.padding * 2
        let lines =
            FlowText.lines(event.name[language], .event, width: text)
            + words.lines(event).flatMap { FlowText.lines($0[language], .small, width: text) }
        return place(.event(event.by), event.key, lines, x, y, width)
    }

    private mutating func place(
        _ kind: Box.Kind,
        _ key: String,
        _ lines: [FlowText],
        _ x: Int,
        _ y: Int,
        _ width: Int
    ) -> Box {
        let height = lines.reduce(16) { $0 + $1.style.leading }
        let box = Box(kind: kind, key: key, x: x, y: y, width: width, height: height, lines: lines)
        boxes.append(box)
        return box
    }
}
