"""Compiled code stays inside its tensors: every op's samples, and narrow results of odd lengths, on guarded memory."""

from __future__ import annotations

import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FAMILIES = sorted(path for path in (ROOT / "test/lit/dialects/pd").glob("*.mlir") if path.stem != "invalid")
LENGTHS = (1, 3, 9, 16, 17, 33, 47)


def check(*paths: Path) -> None:
    command = [sys.executable, "-m", "tests.runtime.guard_pages", *map(str, paths)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    last = (done.stdout.splitlines() or ["nothing"])[-1]
    assert done.returncode == 0, (
        f"{last} touches memory outside of its tensors ({done.returncode})\n{done.stderr[-800:]}"
    )


@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_samples(path: Path) -> None:
    check(path)


def test_narrow_results(tmp_path: Path) -> None:
    """What LLVM 22 gets wrong by itself: see the printer of masked stores."""
    casts = [("f32", ("i8", "ui8", "i16", "i1", "f16", "bf16")), ("i32", ("i8", "ui8", "i16", "i1"))]
    casts += [("i64", ("i8", "ui8", "i16", "i32", "i1")), ("f64", ("f32", "bf16", "i32"))]
    text = ""
    for length, (source, targets) in product(LENGTHS, casts):
        for target in targets:
            types = f"tensor<3x{length}x{source}>", f"tensor<3x{length}x{target}>"
            text += f"func.func @{source}_to_{target}_{length}(%x: {types[0]}) -> {types[1]} {{\n"
            text += f"  %0 = pd.cast %x {{dtype = {target}}} : ({types[0]}) -> {types[1]}\n"
            text += f"  func.return %0 : {types[1]}\n}}\n"
    (tmp_path / "casts.mlir").write_text(text)
    check(tmp_path / "casts.mlir")
