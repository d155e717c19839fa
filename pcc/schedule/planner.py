"""From facts to a pipeline: which passes must run, in which order, to reach a goal."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pcc.passes.base import Fact, Facts, Pass, passes


class PlanError(Exception):
    """A goal that no order of passes reaches."""


def plan(have: Facts, goal: type[Fact], options: Mapping[str, Mapping[str, object]] | None = None) -> list[Pass]:
    """The passes that establish `goal` when the facts in `have` hold, each once, in an order that respects contracts.

    A pass that breaks a fact runs before the pass that gives it. Options are per pass name. Raises PlanError.
    """
    import networkx as nx  # its import takes 0.2 s: not for who only asks what passes there are

    chosen = _needed(have, goal)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(chosen)
    for name, kind in chosen.items():
        for other, its in chosen.items():
            if name != other and (kind.gives & its.needs or kind.breaks & its.gives - kind.needs):
                graph.add_edge(name, other)
    if not nx.is_directed_acyclic_graph(graph):
        cycle = [a for a, _ in nx.find_cycle(graph)]
        raise PlanError("passes exclude each other: " + " must precede ".join([*cycle, cycle[0]]))
    given = options or {}
    return [chosen[name](**given.get(name, {})) for name in nx.lexicographical_topological_sort(graph)]  # type: ignore[arg-type]


def _needed(have: Collection[type[Fact]], goal: type[Fact]) -> dict[str, type[Pass]]:
    """The passes that give the goal and, transitively, what they need; broken facts are given again."""
    makers: dict[type[Fact], type[Pass]] = {f: p for p in passes().values() for f in p.gives}
    chosen: dict[str, type[Pass]] = {}
    pending: list[type[Fact]] = [goal]
    while pending:
        fact = pending.pop()
        broken = any(fact in p.breaks for p in chosen.values())
        if fact in have and not broken:
            continue
        if fact not in makers:
            raise PlanError(f"no pass gives {fact.__name__}")
        maker = makers[fact]
        if maker.name not in chosen:
            chosen[maker.name] = maker
            pending += maker.needs
            have = [f for f in have if f not in maker.breaks]
    return chosen
