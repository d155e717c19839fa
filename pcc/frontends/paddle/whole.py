"""Functions that Paddle makes of many ops, kept as one op, whose derivative is that of the whole."""

from __future__ import annotations

from typing import Any

from pcc.dialects.pd.base import PdOp
from pcc.dialects.pd.exponential import MatrixExpOp
from pcc.dialects.pd.pseudo_inverse import PseudoInverseOp
from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.marks import Mark, closed
from pcc.frontends.paddle.private import Value, linalg_module, paddle
from pcc.frontends.paddle.replace import Patches
from pcc.frontends.paddle.tracer import Tracer


def install(tracer: Tracer, patches: Patches) -> None:
    """Replace them; arguments that the ops do not take go to Paddle's functions."""
    plain_exp, plain_pinv = linalg_module.matrix_exp, linalg_module.pinv

    def op(kind: type[PdOp], x: Any, shape: list[int], **attributes: Any) -> Any:
        make = lambda importer, operands: [importer.add(kind, *operands, **attributes)]  # noqa: E731
        return closed(tracer, Mark(user_line(), kind.name.removeprefix("pd."), make), [x], [(shape, x.dtype)])[0]

    def matrix_exp(x: Any, name: str | None = None) -> Any:
        if not _is_matrix(x) or x.shape[-1] != x.shape[-2]:
            return plain_exp(x)
        return op(MatrixExpOp, x, list(x.shape))

    def pinv(x: Any, rcond: Any = 1e-15, hermitian: bool = False, name: str | None = None) -> Any:
        if not _is_matrix(x) or not isinstance(rcond, int | float):
            return plain_pinv(x, rcond, hermitian)
        *lead, rows, columns = x.shape
        return op(PseudoInverseOp, x, [*lead, columns, rows], rcond=float(rcond), hermitian=hermitian)

    for owner in (linalg_module, paddle.linalg):
        patches.replace(owner, "matrix_exp", matrix_exp)
    for owner in (linalg_module, paddle.linalg, Value):
        patches.replace(owner, "pinv", pinv)


def _is_matrix(x: Any) -> bool:
    return x.dtype in (paddle.float32, paddle.float64) and x.ndim >= 2 and 0 not in x.shape
