"""`python -m pcc.testing.coverage [OUT] [--jobs N] [--first]`: what holds of every op and every public function.

Everything is run, nothing is asserted: each check of `check_public` on each sample of every function of tiers 1 and 2,
and those of `check_jvp`, `check_vjp` and `check_vmap` on the first sample that moves of every op. OUT is a page of
tables, docs/coverage.md. `--first` takes the first sample of a function only.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pcc.dialects import pd
from pcc.frontends.paddle.capture import flatten
from pcc.frontends.paddle.private import paddle
from pcc.passes.jvp import NotDifferentiable
from pcc.testing import check_public
from pcc.testing.check_jvp import check_jvp
from pcc.testing.check_vjp import check_vjp
from pcc.testing.check_vmap import check_vmap, check_vmap_and_jvp
from pcc.testing.functions import table
from pcc.testing.functions.exceptions import NOT_COMPILED
from pcc.testing.functions.tiers import tier
from pcc.testing.inputs import draw

ROOT = Path(__file__).parents[2]
YES, NONE = "yes", ""  # it holds; there is nothing to hold, as nothing has a derivative
NEITHER = "Paddle has no gradient of it either; to ask for one is an error"
Check = Callable[[str, int], object]

FUNCTION_CHECKS: Mapping[str, Check] = {
    "compiles": lambda name, n: check_public.check_compiles(table()[name], n),
    "jvp": lambda name, n: check_public.check_derivatives(table()[name], n, 1),
    "second order": lambda name, n: check_public.check_derivatives(table()[name], n, 2),
    "third order": lambda name, n: check_public.check_derivatives(table()[name], n, 3),
    "reverse": lambda name, n: check_public.check_reverse(table()[name], n),
    "vmap": lambda name, n: check_public.check_batches(table()[name], n),
    "jvp and vmap": lambda name, n: check_public.check_compositions(table()[name], n),
}
OP_CHECKS: Mapping[str, Check] = {
    "jvp, jvp of jvp": lambda name, n: check_jvp(pd.ops()[name], n),
    "transposed jvp": lambda name, n: check_vjp(pd.ops()[name], n),
    "vmap": lambda name, n: check_vmap(pd.ops()[name], n),
    "jvp and vmap": lambda name, n: check_vmap_and_jvp(pd.ops()[name], n),
}
IMPLIED = {"jvp": "second order", "second order": "third order"}  # what another check has checked on its way
MOVES = {"jvp", "second order", "third order", "reverse", "jvp and vmap"}


@dataclass(frozen=True)
class Row:
    """What holds of one function or op, by the names of the checks; else the first reason against."""

    name: str
    cells: Mapping[str, str]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="pcc.testing.coverage")
    parser.add_argument("out", nargs="?", type=Path)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--first", action="store_true")
    options = parser.parse_args(arguments)
    with ProcessPoolExecutor(options.jobs, multiprocessing.get_context("spawn")) as pool:
        functions = pool.map(partial(function_row, first=options.first), table())
        ops = pool.map(op_row, sorted(pd.ops()))
        functions, ops = list(map(shown, functions)), [row for row in map(shown, ops) if row.cells]
    text = page(functions, ops, "the first sample" if options.first else "all samples")
    sys.stdout.write(text)
    if options.out is not None:
        options.out.write_text(text, encoding="utf-8")
    return 0


def shown(row: Row) -> Row:
    """A row, when it has been measured."""
    sys.stderr.write(f"{row.name}: {dict(row.cells)}\n")
    return row


# ---- measuring
def function_row(name: str, first: bool) -> Row:
    """All checks of a function on its samples; a check holds if it does for all."""
    entry, cells = table()[name], dict[str, str]()
    numbers = range(1 if first else len(entry.samples))
    for check in list(FUNCTION_CHECKS)[::-1]:
        if entry.flat and check in MOVES:
            cells[check] = NONE
        elif cells.get(IMPLIED.get(check, "")) in (YES, NONE):
            cells[check] = cells[IMPLIED[check]]
        else:
            cells[check] = worst([outcome(FUNCTION_CHECKS[check], name, n) for n in numbers])
    return Row(name, {check: cells[check] for check in FUNCTION_CHECKS})


def op_row(name: str) -> Row:
    """All checks of an op; none if nothing in it has a derivative."""
    samples = pd.ops()[name].SAMPLES
    moving = [n for n, s in enumerate(samples) if any("float" in spec.dtype for spec in s.specs)]
    if not moving:
        return Row(name, {})
    cells = {check: outcome(run, name, moving[0]) for check, run in OP_CHECKS.items()}
    if cells["jvp, jvp of jvp"].startswith(NotDifferentiable.__name__) and not paddle_has_gradient(name, moving[0]):
        cells = {check: cell if cell == YES else NEITHER for check, cell in cells.items()}
    return Row(name, {} if cells["jvp, jvp of jvp"] == NONE else cells)


def paddle_has_gradient(name: str, number: int) -> bool:
    """Whether a result of eager Paddle carries a gradient."""
    sample = pd.ops()[name].SAMPLES[number]
    tensors = draw(sample.specs, name)
    for tensor in tensors:
        tensor.stop_gradient = not tensor.is_floating_point()
    results, _ = flatten((sample.call(paddle, *tensors),), {})
    return not all(result.stop_gradient for result in results)


def outcome(check: Check, name: str, number: int) -> str:
    """YES, NONE, or why not."""
    try:
        return NONE if check(name, number) is None else YES
    except Exception as error:
        reason = str(error).splitlines()[0] if str(error) else ""
        return f"{type(error).__name__}: {reason.replace(f'{ROOT}/', '')}"


def worst(outcomes: Sequence[str]) -> str:
    reasons = [o for o in outcomes if o not in (YES, NONE)]
    return reasons[0] if reasons else YES if YES in outcomes else NONE


# ---- the page
def page(functions: Sequence[Row], ops: Sequence[Row], how: str) -> str:
    tiers = {n: [row for row in functions if tier(row.name) == n] for n in (1, 2)}
    parts = [
        "# Coverage",
        "",
        "Made by `python -m pcc.testing.coverage docs/coverage.md`, which runs every check ([testing.md](testing.md));",
        f"of each function {how}. Empty: nothing in it has a derivative. `vmap` never loops: what has no rule",
        "is an error.",
        "",
        "| of those that it applies to | " + " | ".join(FUNCTION_CHECKS) + " |",
        "| --- |" + " --- |" * len(FUNCTION_CHECKS),
        *(shares(f"tier {n}: {len(rows)} functions", rows, FUNCTION_CHECKS) for n, rows in tiers.items()),
        "",
        "| of those that it applies to | " + " | ".join(OP_CHECKS) + " |",
        "| --- |" + " --- |" * len(OP_CHECKS),
        shares(f"{len(ops)} ops with derivatives", ops, OP_CHECKS),
        "",
        *exceptions([*functions, *ops]),
        *(line for n, rows in tiers.items() for line in listing(f"Tier {n}", rows, FUNCTION_CHECKS)),
        *listing("Ops", ops, OP_CHECKS),
    ]
    return "\n".join(parts) + "\n"


def shares(title: str, rows: Sequence[Row], checks: Mapping[str, Check]) -> str:
    """A line of percentages."""
    cells: list[str] = []
    for check in checks:
        found = [row.cells[check] for row in rows if row.cells[check] not in (NONE, NEITHER)]
        held = found.count(YES)
        cells.append(f"{100 * held / max(len(found), 1):.1f} % ({held}/{len(found)})")
    return f"| {title} | {' | '.join(cells)} |"


def exceptions(rows: Sequence[Row]) -> list[str]:
    """What does not hold, and why."""
    lines = ["## Exceptions", "", "| what | check | why |", "| --- | --- | --- |"]
    for row in rows:
        reasons: dict[str, list[str]] = {}
        for check, cell in row.cells.items():
            if cell not in (YES, NONE):
                reasons.setdefault(NOT_COMPILED.get(row.name, cell).replace("|", "\\|"), []).append(check)
        lines += [f"| {row.name} | {', '.join(checks)} | {why} |" for why, checks in reasons.items()]
    return [*lines, ""]


def listing(title: str, rows: Sequence[Row], checks: Mapping[str, Check]) -> list[str]:
    """A table with a line each."""
    head = [f"## {title}", "", f"| name | {' | '.join(checks)} |", "| --- |" + " --- |" * len(checks)]
    cell = lambda value: value if value in (YES, NONE) else "-" if value == NEITHER else "**no**"  # noqa: E731
    return [*head, *(f"| {r.name} | {' | '.join(cell(r.cells[c]) for c in checks)} |" for r in rows), ""]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
