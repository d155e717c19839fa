"""Functions that Paddle cannot trace, has no kernel for on CPU, or writes in a way without derivatives, by others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import factorial
from typing import Any

import numpy as np

from pcc.frontends.paddle.private import C_ops, Tensor, Value, linalg_module, loss_module, paddle
from pcc.frontends.paddle.replace import Patches
from pcc.frontends.paddle.tracer import Tracer

SINC_TERMS = 10  # for |pi x| < 1


def install(tracer: Tracer, patches: Patches) -> None:
    """Replace them."""
    for name, make in (("as_strided", _as_strided), ("unfold", _unfold), ("narrow", _narrow)):
        for owner in (paddle, Value, Tensor):
            patches.replace(owner, name, make(tracer))
    patches.replace(paddle, "view", lambda x, shape_or_dtype, name=None: x.view(shape_or_dtype))
    patches.replace(paddle, "view_as", lambda x, other, name=None: x.view_as(other))
    for owner in (paddle, Value, Tensor):
        patches.replace(owner, "sinc", lambda x, name=None: _sinc(tracer.read(x)))
    patches.replace(loss_module, "Assert", lambda *_: None)  # of the function below, and of no other
    patches.replace(paddle.nn.functional, "gaussian_nll_loss", _gaussian_nll_loss(loss_module.gaussian_nll_loss))
    patches.replace(C_ops, "equal_all", _equal_all)
    patches.replace(C_ops, "rms_norm", _rms_norm)
    for name in ("linspace", "logspace"):
        patches.replace(C_ops, name, _counted(getattr(C_ops, name)))
    for owner in (linalg_module, paddle.linalg, Value):
        patches.replace(owner, "householder_product", _householder_product)
        patches.replace(owner, "cov", _cov(linalg_module.cov))
    for owner in (paddle, paddle.nn.functional, paddle.nn.functional.distance):
        patches.replace(owner, "pdist", _pdist)


def _as_strided(tracer: Tracer) -> Callable[..., Any]:
    def as_strided(x: Any, shape: Sequence[int], stride: Sequence[int], offset: int = 0, name: Any = None) -> Any:
        now = tracer.read(x)
        owner = tracer.memory.owner(now)
        places = np.full(list(shape), offset // owner.itemsize)
        for axis, (extent, step) in enumerate(zip(shape, stride, strict=True)):
            places += np.arange(extent).reshape([-1] + [1] * (len(shape) - axis - 1)) * step
        if places.size and not 0 <= places.min() <= places.max() < np.prod(owner.shape):
            raise ValueError(f"as_strided reads elements up to {places.max()} of {list(owner.shape)}")
        flat = C_ops.reshape(owner, [-1])
        return _shared(tracer, now, C_ops.reshape(_gathered(flat, places, 0), list(shape)))

    return as_strided


def _unfold(tracer: Tracer) -> Callable[..., Any]:
    def unfold(x: Any, axis: int, size: int, step: int, name: Any = None) -> Any:
        now = tracer.read(x)
        axis, shape = axis % len(now.shape), list(now.shape)
        places = np.arange(0, shape[axis] - size + 1, step)[:, None] + np.arange(size)
        windows = C_ops.reshape(_gathered(now, places, axis), [*shape[:axis], *places.shape, *shape[axis + 1 :]])
        order = [d for d in range(len(shape) + 1) if d != axis + 1]
        return _shared(tracer, now, C_ops.transpose(windows, [*order, axis + 1]))

    return unfold


def _gathered(x: Any, places: np.ndarray[Any, Any], axis: int) -> Any:
    return paddle.gather(x, paddle.to_tensor(places.reshape(-1)), axis)


def _shared(tracer: Tracer, x: Any, view: Any) -> Any:
    """A view that in-place updates are not carried over to: reading it after one is an error."""
    tracer.memory.may_share(tracer.memory.owner(x), tracer.memory.owner(view))
    return view


def _narrow(tracer: Tracer) -> Callable[..., Any]:
    def narrow(input: Any, dim: int, start: int, length: int) -> Any:
        now = tracer.read(input)
        extent = now.shape[dim]
        first = start + extent if start < 0 else start
        if not 0 <= first <= extent - length:
            raise ValueError(f"narrow from {start} over {length} elements of {extent}")
        return paddle.slice(now, [dim], [first], [first + length])

    return narrow


def _sinc(x: Any) -> Any:
    """sin(pi x) / (pi x); near zero by the series, whose derivatives are right there, too."""
    y = x * np.pi
    near = y.abs() < 1
    square, series = paddle.where(near, y * y, 0.0), 0.0
    for n in reversed(range(SINC_TERMS)):
        series = series * square + (-1) ** n / factorial(2 * n + 1)
    return paddle.where(near, series, paddle.sin(y) / paddle.where(near, 1.0, y))


def _gaussian_nll_loss(plain: Callable[..., Any]) -> Callable[..., Any]:
    def gaussian_nll_loss(input: Any, label: Any, variance: Any, *args: Any, **options: Any) -> Any:
        """NaN for a negative variance, where eager Paddle raises."""
        made = plain(input, label, variance, *args, **options)
        return made * paddle.where(paddle.any(variance < 0), float("nan"), 1.0).astype(made.dtype)

    return gaussian_nll_loss


def _counted(plain: Callable[..., Any]) -> Callable[..., Any]:
    """With a known shape where the number of elements is one of Python's: Paddle's code looks at it."""

    def counted(start: Any, stop: Any, num: Any, *others: Any, **options: Any) -> Any:
        made, op = plain(start, stop, num, *others, **options), num.get_defining_op()
        if op is None or op.name() != "pd_op.full":
            return made
        return C_ops.reshape(made, [int(op.attrs()["value"])])

    return counted


def _equal_all(x: Any, y: Any) -> Any:
    if list(x.shape) != list(y.shape):
        return paddle.full([], False, "bool")
    return paddle.all(paddle.equal(x, y))


def _rms_norm(x: Any, weight: Any, normalized_shape: Sequence[int], eps: float) -> tuple[Any, Any]:
    axes = list(range(-len(normalized_shape), 0))
    inverse = paddle.rsqrt(paddle.mean(paddle.square(x), axes, keepdim=True) + eps)
    scaled = x * inverse
    return scaled if weight is None else scaled * weight, inverse.reshape(list(x.shape)[: axes[0]])


def _householder_product(x: Any, tau: Any, name: Any = None) -> Any:
    """I - V T V' with T^-1 = diag(1 / tau) + triu(V' V, 1) (Joffrain et al. 2006), times tau, which may be zero."""
    count, rows = tau.shape[-1], x.shape[-2]
    eye = lambda m, n: paddle.eye(m, n, dtype=x.dtype)  # noqa: E731
    vectors = paddle.tril(x, -1)[..., :count] + eye(rows, count)
    common = paddle.triu(paddle.matmul(vectors, vectors, transpose_x=True), 1)
    weighted = tau.unsqueeze(-1) * paddle.matrix_transpose(vectors)
    inner = paddle.linalg.triangular_solve(tau.unsqueeze(-1) * common + eye(count, count), weighted, unitriangular=True)
    return (eye(rows, rows) - paddle.matmul(vectors, inner))[..., : x.shape[-1]]


def _cov(plain: Callable[..., Any]) -> Callable[..., Any]:
    """Weights are not checked, which would need their numbers."""

    def cov(
        x: Any, rowvar: bool = True, ddof: bool = True, fweights: Any = None, aweights: Any = None, name: Any = None
    ) -> Any:
        given = [weights.astype(x.dtype) for weights in (fweights, aweights) if weights is not None]
        if not given:
            return plain(x, rowvar, ddof)
        rows = x.reshape([1, -1]) if x.ndim == 1 else x if rowvar or x.shape[0] == 1 else x.t()
        weights = given[0] * given[1] if len(given) == 2 else given[0]
        weighted, total = rows * weights, weights.sum()
        beyond = ddof if aweights is None or not ddof else (weights * given[-1]).sum() / total
        centred = rows - weighted.sum(axis=1, keepdim=True) / total
        return (paddle.matmul(centred, weighted, transpose_y=True) / paddle.clip(total - beyond, min=0)).squeeze()

    return cov


def _pdist(x: Any, p: float = 2.0, name: Any = None) -> Any:
    first, second = (_gathered(x, places, 0) for places in np.triu_indices(x.shape[0], 1))
    return paddle.linalg.norm(first - second, p, axis=-1)
