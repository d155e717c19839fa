"""Minimum cuts (Dinitz 1970). Our own, as the import of a graph library takes longer than a warm start."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from itertools import pairwise

Residual = dict[Hashable, dict[Hashable, float]]


def minimum_cut(edges: Iterable[tuple[Hashable, Hashable, float]], source: Hashable, sink: Hashable) -> set[Hashable]:
    """The nodes on the sink's side of a minimum cut, as few as there are.

    Args:
        edges: from, to, and what cutting it costs; some edge on each way from source to sink costs a finite number.
    """
    graph: Residual = {source: {}, sink: {}}
    for start, end, capacity in edges:
        ahead, back = graph.setdefault(start, {}), graph.setdefault(end, {})
        ahead[end] = ahead.get(end, 0.0) + capacity
        back.setdefault(start, 0.0)
    while source in (distance := _distances(graph, sink)):
        _saturate(graph, distance, source, sink)
    return set(distance)


def _distances(graph: Residual, sink: Hashable) -> dict[Hashable, int]:
    """Of all nodes that still reach the sink, the number of edges to it."""
    found, level = {sink: 0}, [sink]
    for number in range(1, len(graph) + 1):
        level = dict.fromkeys(u for v in level for u in graph[v] if u not in found and graph[u][v] > 0)
        found.update(dict.fromkeys(level, number))
        if not level:
            break
    return found


def _saturate(graph: Residual, distance: Mapping[Hashable, int], source: Hashable, sink: Hashable) -> None:
    """Push flow until every shortest way has a full edge."""
    nearer = {u: [v for v in graph[u] if distance.get(v) == place - 1] for u, place in distance.items()}
    path = [source]
    while path:
        ahead = nearer[path[-1]]
        if path[-1] == sink:
            _push(graph, path)
        elif not ahead:
            path.pop()
            if path:
                nearer[path[-1]].pop()
        elif graph[path[-1]][ahead[-1]] > 0:
            path.append(ahead[-1])
        else:
            ahead.pop()


def _push(graph: Residual, path: list[Hashable]) -> None:
    """Fill the narrowest edge of a path, and leave the path up to it."""
    steps = list(pairwise(path))
    amount = min(graph[u][v] for u, v in steps)
    for u, v in steps:
        graph[u][v] -= amount
        graph[v][u] += amount
    full = next(n for n, (u, v) in enumerate(steps) if graph[u][v] <= 0)
    del path[full + 1 :]
