"""Writes test/lit/dialects/pd/<family>.mlir: every op of the dialect as its samples give it, printed and parsed back.

python tools_dev/make_round_trips.py [family ...]        after ops were added; look at the diff
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import Block, Region

from pcc.dialects import pd
from pcc.dialects.pd.base import PdOp
from pcc.testing.check_op import check_capture, check_import, places
from pcc.testing.failures import CheckFailure
from pcc.testing.inputs import draw

ROOT = Path(__file__).parents[1]
HEAD = "// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s\n// Made by tools_dev/make_round_trips.py.\n"


def function(op: PdOp, name: str) -> FuncOp:
    """A function of the one op."""
    operands = list(dict.fromkeys(op.operands))
    block = Block(arg_types=[operand.type for operand in operands])
    clone = op.clone(dict(zip(operands, block.args, strict=True)))
    block.add_ops([clone, ReturnOp(*clone.results)])
    return FuncOp(name, ([a.type for a in block.args], list(clone.result_types)), Region(block))


def sampled(kind: type[PdOp]) -> list[FuncOp]:
    """One function for every different form of the op that its samples give."""
    made: dict[str, FuncOp] = {}
    for number, sample in enumerate(kind.SAMPLES):
        label = f"{kind.name} sample {number}"
        try:
            module = check_import(kind, check_capture(sample, draw(sample.specs, label), label), label).module
        except CheckFailure as error:
            sys.stderr.write(f"{error}\n")
            continue
        op = next(iter([op for op in module.walk() if isinstance(op, kind)] if places(kind, module) else []), None)
        if op is not None and not op.regions:
            made.setdefault(str(op), function(op, f"{kind.name.removeprefix('pd.')}_{len(made)}"))
    return list(made.values())


def checked(made: FuncOp) -> str:
    """The function's text, after a check of its op line."""
    name = made.sym_name.data
    lines = str(ModuleOp([made])).split("\n")[1:-1]
    op = re.sub(r"%[\w]+", "{{%[0-9a-z_]+}}", lines[1].strip())
    results, _, rest = op.partition(" = ")
    pattern = rest or results
    return "\n".join([f"// CHECK-LABEL: func.func @{name}(", f"// CHECK: {pattern}", *(line[2:] for line in lines), ""])


def main(chosen: list[str]) -> None:
    families: defaultdict[str, list[FuncOp]] = defaultdict(list)
    for kind in pd.ops().values():
        family = kind.__module__.rsplit(".", 1)[-1]
        if not chosen or family in chosen:
            families[family] += sampled(kind)
    folder = ROOT / "test" / "lit" / "dialects" / "pd"
    folder.mkdir(parents=True, exist_ok=True)
    for family, functions in families.items():
        if functions:
            (folder / f"{family}.mlir").write_text(HEAD + "\n" + "\n".join(map(checked, functions)))


if __name__ == "__main__":
    main(sys.argv[1:])
