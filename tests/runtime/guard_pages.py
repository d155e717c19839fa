"""Runs programs on memory that ends, or begins, at pages that may not be touched: a wrong address kills the process.

python -m tests.runtime.guard_pages FILE.mlir ...        prints each function before it runs it
"""

from __future__ import annotations

import ctypes
import mmap
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from xdsl.dialects.builtin import ModuleOp, StringAttr
from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation

from pcc.dialects.text import parse_module
from pcc.runtime.artifact import signature
from pcc.runtime.compiled import Compiled
from pcc.runtime.tensors import TensorSpec

PAGE = mmap.PAGESIZE
FORMS = 2  # of one op: its first samples


class Guarded:
    """Memory of `size` bytes between forbidden pages; at their end or at their begin."""

    def __init__(self, size: int, at_end: bool) -> None:
        whole = -(-size // PAGE) * PAGE
        self.memory = mmap.mmap(-1, whole + 2 * PAGE)
        start = ctypes.addressof(ctypes.c_char.from_buffer(self.memory))
        libc = ctypes.CDLL(None, use_errno=True)
        for place in (start, start + PAGE + whole):
            assert libc.mprotect(ctypes.c_void_p(place), ctypes.c_size_t(PAGE), 0) == 0
        self.address = start + PAGE + (whole - size if at_end else 0)


def fill(spec: TensorSpec, address: int, generator: np.random.Generator) -> None:
    if spec.storage.kind == "f":
        values = generator.uniform(-2, 2, spec.shape).astype(spec.storage)
    else:
        values = generator.integers(0, 2 if spec.dtype == "bool" else 100, spec.shape).astype(spec.storage)
    ctypes.memmove(address, values.ctypes.data, spec.nbytes)


def run(compiled: Compiled, at_end: bool) -> None:
    generator = np.random.default_rng(0)
    specs = [*compiled.inputs, *compiled.outputs]
    memory = [Guarded(spec.nbytes, at_end) for spec in specs]
    for spec, place in zip(compiled.inputs, memory, strict=False):
        fill(spec, place.address, generator)
    compiled._executable([place.address for place in memory])


def functions(paths: Sequence[Path]) -> Iterator[tuple[str, FuncOp]]:
    """Functions of files, not more than some of each op."""
    seen: Counter[str] = Counter()
    for path in paths:
        for op in list(parse_module(path.read_bytes(), str(path)).ops):
            assert isinstance(op, FuncOp)
            first: Operation | None = op.body.block.first_op
            assert first is not None
            seen[first.name] += 1
            if seen[first.name] <= FORMS or first.name == "pd.cast":
                yield op.sym_name.data, op


def main(paths: Sequence[str]) -> None:
    for name, function in functions([Path(path) for path in paths]):
        print(name, flush=True)
        function.detach()
        function.properties["sym_name"] = StringAttr("main")
        compiled = Compiled(signature(ModuleOp([function]), {}))
        for at_end in (False, True):
            run(compiled, at_end)


if __name__ == "__main__":
    main(sys.argv[1:])
