"""Types of results that Paddle's tracing gets wrong, put right as its kernels have them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pcc.frontends.paddle.private import C_ops, paddle, pir
from pcc.frontends.paddle.replace import Patches
from pcc.frontends.paddle.tracer import Tracer


def install(tracer: Tracer, patches: Patches) -> None:
    """Install on Paddle's ops."""

    def corrected(name: str, correct: Callable[..., None]) -> None:
        plain = getattr(C_ops, name)

        def op(*args: Any) -> Any:
            made = plain(*args)
            correct(made, *args)
            return made

        patches.replace(C_ops, name, op)

    corrected("slogdet", lambda made, x: _retype(made, [2, *x.shape[:-2]]))
    corrected("solve", _solve)
    corrected("lstsq", _lstsq)
    corrected("matrix_rank", lambda made, x, *_: _retype(made, x.shape[:-2], "int64"))
    for name in ("matrix_rank_tol", "matrix_rank_atol_rtol"):
        corrected(name, _rank)


def _retype(value: Any, shape: Sequence[int], dtype: str | None = None) -> None:
    like = value if dtype is None else paddle.full([0], 0, dtype)
    value.set_type(pir.create_shaped_type(like.type(), list(shape)))


def _solve(made: Any, x: Any, y: Any) -> None:
    """As many right-hand sides as matrices."""
    if y.shape == x.shape[:-1]:
        _retype(made, y.shape)


def _rank(made: Any, x: Any, limit: Any, *_: Any) -> None:
    """Of each matrix, with each limit."""
    _retype(made, paddle.broadcast_shape(list(x.shape[:-2]), list(limit.shape)), "int64")


def _lstsq(made: Sequence[Any], x: Any, y: Any, rcond: Any, driver: str) -> None:
    _, residuals, rank, singular = made
    rows, columns = x.shape[-2:]
    _retype(rank, x.shape[:-2], "int32")
    _retype(residuals, [*x.shape[:-2], y.shape[-1]] if rows > columns and driver != "gelsy" else [0])
    _retype(singular, [*x.shape[:-2], min(rows, columns)])
