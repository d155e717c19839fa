"""Minimum cuts against networkx."""

from __future__ import annotations

import random
from math import inf
from typing import Any

import networkx as nx
import pytest

from pcc.passes.minimum_cut import minimum_cut


@pytest.mark.parametrize("seed", range(60))
def test_cuts_are_those_of_networkx(seed: int) -> None:
    rng = random.Random(seed)
    count = rng.randint(2, 30)
    pairs = {(a, b) for a, b in (sorted(rng.sample(range(count), 2)) for _ in range(3 * count)) if (a, b) != (0, 1)}
    edges = [(a, b, inf if rng.random() < 0.3 and b != 1 else float(rng.randint(0, 9))) for a, b in pairs]
    graph: Any = nx.DiGraph()
    graph.add_nodes_from((0, 1))
    graph.add_edges_from((a, b, {} if c == inf else {"capacity": c}) for a, b, c in edges)
    _, (_, side) = nx.minimum_cut(graph, 0, 1)
    assert minimum_cut(edges, 0, 1) == side


def test_the_fewest_nodes_are_on_the_sinks_side() -> None:
    assert minimum_cut([("s", "a", 1.0), ("a", "b", 1.0), ("b", "t", 1.0)], "s", "t") == {"t"}
