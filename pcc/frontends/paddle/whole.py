"""Functions that Paddle makes of many ops, kept as one op, whose derivative is that of the whole."""

from __future__ import annotations

from typing import Any

from pcc.dialects.pd.exponential import MatrixExpOp
from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.marks import Mark, closed
from pcc.frontends.paddle.private import linalg_module, paddle
from pcc.frontends.paddle.replace import Patches
from pcc.frontends.paddle.tracer import Tracer


def install(tracer: Tracer, patches: Patches) -> None:
    """Replace them; arguments that the ops do not take go to Paddle's functions."""
    plain = linalg_module.matrix_exp

    def matrix_exp(x: Any, name: str | None = None) -> Any:
        if x.dtype not in (paddle.float32, paddle.float64) or x.ndim < 2 or x.shape[-1] != x.shape[-2] or 0 in x.shape:
            return plain(x)
        mark = Mark(user_line(), "matrix_exp", lambda importer, operands: [importer.add(MatrixExpOp, *operands)])
        return closed(tracer, mark, [x], [(list(x.shape), x.dtype)])[0]

    for owner in (linalg_module, paddle.linalg):
        patches.replace(owner, "matrix_exp", matrix_exp)
