"""From facts to a pipeline: which passes must run, in which order, to reach a goal.

A state is the set of facts that are still wanted. The planner goes backwards: the last pass may be one that gives a
wanted fact and breaks none of the others; before it, what it awaits is wanted instead of what it gives. The plan is the
cheapest path from the goal to what holds at the start, so passes that give the same fact are alternatives, and a fact
that must be broken on the way is given again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pcc.passes.base import Fact, Facts, Pass, name_of, plannable

if TYPE_CHECKING:
    import networkx as nx

Kinds = Mapping[str, type[Pass]]
Options = Mapping[str, Mapping[str, object]]
_START = "start"  # the node behind every state that holds at the start
Cost = Callable[[type[Pass]], float]


def _one(kind: type[Pass]) -> float:
    return 1.0


class PlanError(Exception):
    """A goal that no order of passes reaches; the message is the cycle of passes, or the fact that none gives."""


def plan(
    have: Facts,
    goal: Facts,
    options: Options | None = None,
    kinds: Kinds | None = None,
    cost: Cost = _one,
    avoids: frozenset[str] = frozenset(),
) -> list[Pass]:
    """The cheapest pipeline after which all facts of `goal` hold, if those in `have` hold before; always the same one.

    Args:
        options: of passes, by the pass's name.
        kinds: the passes to choose from; by default all of pcc.
        avoids: names of passes of pcc that are not to be chosen.
        cost: of running a pass once; decides between alternatives.

    Raises:
        PlanError: contracts exclude each other, or no pass gives a fact.
    """
    all_kinds, given = plannable() if kinds is None else kinds, options or {}
    known = kinds is None and cost is _one
    names = _pcc_names(have, goal, avoids) if known else _names(have, goal, all_kinds, cost)
    return [all_kinds[name](**given.get(name, {})) for name in names]  # type: ignore[arg-type]


def toward(goal: Facts, kinds: Kinds) -> Kinds:
    """The passes that give something which is wanted on some way to a goal: not those of another target."""
    wanted, found = goal, dict[str, type[Pass]]()
    while True:
        new = {name: kind for name, kind in kinds.items() if name not in found and kind.gives & wanted}
        if not new:
            return found
        found |= new
        wanted = wanted.union(*(kind.awaits(kinds.values()) for kind in new.values()))


@cache
def _pcc_names(have: Facts, goal: Facts, avoids: frozenset[str]) -> Sequence[str]:
    """Of pcc's own passes: every program asks for the same."""
    return _names(have, goal, {name: kind for name, kind in plannable().items() if name not in avoids}, _one)


def _names(have: Facts, goal: Facts, kinds: Kinds, cost: Cost) -> Sequence[str]:
    """The pipeline by the passes' names."""
    import networkx as nx  # its import takes longer than a plan: not for who only asks what passes there are

    graph = states(have, goal, kinds, cost)
    ends = [state for state in graph if state <= have]
    if not ends:
        raise PlanError(_conflict(graph, have, kinds))
    graph.add_edges_from((end, _START, {"cost": 0.0}) for end in ends)
    path = nx.dijkstra_path(graph, goal, _START, weight="cost")
    return [graph.edges[edge]["step"] for edge in pairwise(path[:-1])][::-1]


def states(have: Facts, goal: Facts, kinds: Kinds, cost: Cost) -> nx.DiGraph[Any]:
    """All states between a goal and what holds at the start; an edge goes back over the cheapest pass, its `step`."""
    import networkx as nx

    graph: nx.DiGraph[Any] = nx.DiGraph()
    graph.add_node(goal)
    pending = [goal]
    while pending:
        wanted = pending.pop()
        for name in sorted(kinds, reverse=True) if not wanted <= have else ():
            before = _before(kinds[name], wanted, kinds)
            if before is not None:
                pending += [] if before in graph else [before]
                price = cost(kinds[name])
                if price <= graph.get_edge_data(wanted, before, {"cost": price})["cost"]:
                    graph.add_edge(wanted, before, step=name, cost=price)
    return graph


def _before(kind: type[Pass], wanted: Facts, kinds: Kinds) -> Facts | None:
    """What is wanted before a pass after which `wanted` holds; None if it gives nothing of it or breaks some."""
    rest = wanted - kind.gives
    return rest | kind.awaits(kinds.values()) if rest != wanted and not kind.lost(rest) else None


def _conflict(graph: nx.DiGraph[Any], have: Facts, kinds: Kinds) -> str:
    """Why no path ends: of every fact that is still wanted, each pass that gives it breaks another one."""
    import networkx as nx

    stuck = [state for state in graph if not graph.out_degree(state)]
    if not stuck:
        steps = [graph.edges[edge[:2]]["step"] for edge in nx.find_cycle(graph)]
        return "passes need what each other give: " + ", ".join(dict.fromkeys(steps))
    wanted: Facts = min(stuck, key=lambda state: sorted(map(name_of, state)))
    order: nx.DiGraph[str] = nx.DiGraph()
    for fact in sorted(wanted - have, key=name_of):
        makers = _makers(fact, kinds)
        if not makers:
            return f"no pass gives {name_of(fact)}"
        for maker in makers:
            for lost in sorted(kinds[maker].lost(wanted), key=name_of):
                again = _makers(lost, kinds)
                if not again:
                    return f"{maker}, which gives {name_of(fact)}, breaks {name_of(lost)}, which no pass gives again"
                order.add_edges_from((maker, other, {"fact": name_of(lost)}) for other in again)
    reasons = [f"{a} must precede {b} (it breaks {order.edges[a, b]['fact']})" for a, b, *_ in nx.find_cycle(order)]
    return "passes exclude each other: " + "; ".join(reasons)


def _makers(fact: type[Fact], kinds: Kinds) -> list[str]:
    return [name for name in sorted(kinds) if fact in kinds[name].gives]
