"""Run a `pd` module on NumPy arrays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import ReturnOp
from xdsl.ir import SSAValue

from pcc.dialects.pd.base import dtype_of, shape_of
from pcc.runtime.build import build, main_of
from pcc.testing.inputs import Array, storage


def returned(module: ModuleOp) -> ReturnOp:
    """The end of the program's function."""
    last = main_of(module).body.block.last_op
    assert isinstance(last, ReturnOp)
    return last


def results_of(module: ModuleOp) -> list[SSAValue]:
    return list(returned(module).operands)


class Compiled:
    """A module as compiled code for the host's CPU; the module is lowered on the way and cannot be used again.

    `texts` is given the text of every level.
    """

    def __init__(self, module: ModuleOp, texts: dict[str, str] | None = None) -> None:
        self.outputs = [(shape_of(v), storage(dtype_of(v))) for v in results_of(module)]
        built = build(module, keep_text=texts is not None)
        if texts is not None:
            texts |= built.texts
        self.executable = built.executable

    def __call__(self, arrays: Sequence[Array]) -> list[Array]:
        inputs = [np.ascontiguousarray(a).reshape(a.shape) for a in arrays]
        outputs = [np.empty(shape, dtype) for shape, dtype in self.outputs]
        self.executable([a.ctypes.data for a in (*inputs, *outputs)])
        return outputs


def run(module: ModuleOp, arrays: Sequence[Array], texts: dict[str, str] | None = None) -> list[Array]:
    """The results of a module, which is compiled once; see `Compiled`."""
    return Compiled(module, texts)(arrays)
