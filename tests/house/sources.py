"""The Python files of pcc/, parsed: what the house rules look at."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "pcc").rglob("*.py"))


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def where(path: Path, node: ast.expr | ast.stmt | None = None) -> str:
    """`pcc/passes/fuse.py:12`, as editors open it."""
    line = f":{node.lineno}" if node else ""
    return f"{path.relative_to(ROOT)}{line}"


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
