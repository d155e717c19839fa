"""No module-level mutable state: a module-level container is never changed, and nothing is `global`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import sources
from tests.house.sources import FILES, parse, where

DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MAKERS = {"list", "dict", "set", "bytearray", "defaultdict", "deque", "OrderedDict", "Counter", "ChainMap", "count"}
MAKERS |= {"WeakKeyDictionary", "WeakValueDictionary", "WeakSet", "local", "ContextVar"}
ALWAYS_STATE = {"WeakKeyDictionary", "WeakValueDictionary", "WeakSet", "count", "local", "ContextVar"}
MUTATORS = {"append", "add", "extend", "insert", "update", "setdefault", "pop", "popitem", "remove", "discard", "clear"}
MUTATORS |= {"appendleft", "popleft", "sort", "reverse"}


def called(node: ast.expr | None) -> str:
    """`deque` for `collections.deque(...)`, else the empty string."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def containers(tree: ast.Module) -> dict[str, ast.expr]:
    """Module-level names bound to a mutable container, with the expression that makes it."""
    found: dict[str, ast.expr] = {}
    for node in tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        if isinstance(node.value, DISPLAYS) or called(node.value) in MAKERS:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {target.id: node.value for target in targets if isinstance(target, ast.Name)}
    return found


def changed(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions that a node changes in place."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MUTATORS:
        yield node.func.value
    elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
        yield node.value
    elif isinstance(node, ast.AugAssign):
        yield node.target


def statements_in_functions(tree: ast.Module) -> Iterator[ast.AST]:
    """Nodes that run after the module is imported; building a table while it is imported is no state."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from ast.walk(node)


def state(path: Path) -> list[str]:
    tree = parse(path)
    names = containers(tree)
    hits = [f"{where(path, node)}: {name}" for name, node in names.items() if called(node) in ALWAYS_STATE]
    for node in statements_in_functions(tree):
        if isinstance(node, ast.Global):
            hits.append(f"{where(path, node)}: global {', '.join(node.names)}")
        hits += [
            f"{where(path, target)}: {target.id} is changed"
            for target in changed(node)
            if isinstance(target, ast.Name) and target.id in names
        ]
    return hits


@pytest.mark.parametrize("path", FILES, ids=where)
def test_no_module_level_state(path: Path) -> None:
    assert not state(path)


def test_the_rule_sees_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = "from collections import deque\nA = []\nB: dict = {}\nC = deque()\nD = [1]\nD.append(2)\n"
    source += "def f():\n    global E\n    A.append(1)\n    B['x'] = 1\n    C.pop()\n    return D\n"
    (tmp_path / "m.py").write_text(source)
    monkeypatch.setattr(sources, "ROOT", tmp_path)
    assert [hit.split(": ")[1] for hit in state(tmp_path / "m.py")] == [
        "global E",
        "A is changed",
        "B is changed",
        "C is changed",
    ]
