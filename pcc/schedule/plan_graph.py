"""A pipeline as a picture: which pass waits for which, and for what. SVG without scripts or outside references."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from pcc.passes.base import Fact, Pass, name_of
from pcc.passes.pipeline import print_pipeline

if TYPE_CHECKING:
    import networkx as nx

WIDTH, HEIGHT, GAP_X, GAP_Y, MARGIN = 170, 40, 120, 26, 20  # of a box, between boxes, around all; pixels
_STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#1f2937}.fact{font-size:10px;fill:#6b7280}"
    "rect{fill:#eef2ff;stroke:#6366f1}path{fill:none;stroke:#9ca3af;stroke-width:1.3}.breaks{stroke-dasharray:4 3}"
)


def waits(steps: Sequence[Pass]) -> nx.DiGraph[int]:
    """Edges from a step to one that awaits a fact it gave last (`needs`), or gives again one it broke (`breaks`)."""
    import networkx as nx

    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(steps)))
    for number, step in enumerate(steps):
        earlier = range(number - 1, -1, -1)
        for kind, facts in (("breaks", step.gives), ("needs", step.awaits(map(type, steps)))):
            for fact in sorted(facts, key=name_of):
                source = next((n for n in earlier if _touches(steps[n], fact, kind)), None)
                if source is not None:
                    known = graph.get_edge_data(source, number, {"facts": [], "kind": kind})
                    graph.add_edge(source, number, facts=[*known["facts"], fact.__name__], kind=kind)
    return graph


def _touches(step: Pass, fact: type[Fact], kind: str) -> bool:
    return fact in step.gives if kind == "needs" else bool(step.lost(frozenset([fact])))


def drawing(steps: Sequence[Pass]) -> str:
    """The SVG: passes in columns by what they wait for; its facts show under the mouse."""
    import networkx as nx

    graph = waits(steps)
    columns = [sorted(column) for column in nx.topological_generations(graph)]
    places = {step: (x, y) for x, column in enumerate(columns) for y, step in enumerate(column)}
    tallest = max(map(len, columns), default=0)
    width = len(columns) * (WIDTH + GAP_X) - GAP_X + 2 * MARGIN
    height = tallest * (HEIGHT + GAP_Y) - GAP_Y + 2 * MARGIN
    corner = {
        step: (
            MARGIN + x * (WIDTH + GAP_X),
            MARGIN + y * (HEIGHT + GAP_Y) + (tallest - len(columns[x])) * (HEIGHT + GAP_Y) // 2,
        )
        for step, (x, y) in places.items()
    }
    lines = [_edge(corner[a], corner[b], data["kind"], data["facts"]) for a, b, data in graph.edges(data=True)]
    boxes = [_box(*corner[number], step) for number, step in enumerate(steps)]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    return "\n".join([head, f"<style>{_STYLE}</style>", *lines, *boxes, "</svg>"]) + "\n"


def _box(x: int, y: int, step: Pass) -> str:
    gives = ", ".join(sorted(fact.__name__ for fact in step.gives))
    return (
        f"<g><title>{escape(print_pipeline([step]))}</title>"
        f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="6"/>'
        f'<text x="{x + 10}" y="{y + 17}">{escape(step.name)}</text>'
        f'<text class="fact" x="{x + 10}" y="{y + 32}">{escape(gives)}</text></g>'
    )


def _edge(start: tuple[int, int], end: tuple[int, int], kind: str, facts: Sequence[str]) -> str:
    x0, y0, x1, y1 = start[0] + WIDTH, start[1] + HEIGHT // 2, end[0], end[1] + HEIGHT // 2
    bend = (x1 - x0) // 2
    title = escape(f"{kind} {', '.join(facts)}")
    path = f"M{x0} {y0}C{x0 + bend} {y0} {x1 - bend} {y1} {x1} {y1}"
    return f'<path class="{kind}" d="{path}"><title>{title}</title></path>'
