"""Small is the house style: no function over 80 lines, no file over 400, half the functions within ten."""

from __future__ import annotations

import ast
from statistics import median

from tests.house.sources import FILES, functions, parse, where

MAX_FILE, MAX_FUNCTION, MAX_MEDIAN = 400, 80, 10


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the last statement, decorators left out."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_is_long() -> None:
    counts = {where(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert not {name: count for name, count in counts.items() if count > MAX_FILE}


def test_no_function_is_long() -> None:
    long = [
        f"{where(path, node)} {node.name}: {lines(node)} lines"
        for path in FILES
        for node in functions(parse(path))
        if lines(node) > MAX_FUNCTION
    ]
    assert not long, "\n".join(long)


def test_most_functions_are_short() -> None:
    assert median(lines(node) for path in FILES for node in functions(parse(path))) <= MAX_MEDIAN
