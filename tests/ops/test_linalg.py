"""Functions of paddle.linalg, compiled whole: numbers against NumPy, derivatives against differences, bad input."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import paddle
import pytest

import pcc

linalg: Any = paddle.linalg
Array = Any
Function = Callable[..., Any]

SHAPES = [(0, 0), (1, 1), (2, 2), (5, 5), (17, 17), (3, 2, 2), (2, 3, 5, 5), (0, 2, 2)]


def drawn(shape: tuple[int, ...], seed: int = 0) -> Array:
    return np.random.default_rng(seed).standard_normal(shape)


def spd(x: Any) -> Any:
    eye = paddle.eye(x.shape[-1], dtype=x.dtype)
    return paddle.matmul(x, x, transpose_y=True) + eye


def np_spd(x: Array) -> Array:
    return x @ np.swapaxes(x, -1, -2) + np.eye(x.shape[-1])


def rebuilt_svd(x: Any) -> Any:
    u, s, vh = linalg.svd(x)
    return (
        paddle.matmul(u * s.unsqueeze(-2), vh),
        paddle.matmul(u, u, transpose_x=True),
        paddle.matmul(vh, vh, False, True),
    )


def rebuilt_eigh(x: Any) -> Any:
    values, vectors = linalg.eigh(spd(x))
    return paddle.matmul(vectors * values.unsqueeze(-2), vectors, transpose_y=True), values


def rebuilt_lu(x: Any) -> Any:
    p, lower, upper = linalg.lu_unpack(*linalg.lu(x))
    return paddle.matmul(paddle.matmul(p, lower), upper)


def identity(x: Array) -> Array:
    return np.broadcast_to(np.eye(x.shape[-1]), x.shape)


NUMBERS: dict[str, tuple[Function, Function]] = {
    "cholesky": (lambda x: linalg.cholesky(spd(x)), lambda x: np.linalg.cholesky(np_spd(x))),
    "cholesky_solve": (
        lambda x: linalg.cholesky_solve(x, linalg.cholesky(spd(x), True), True),
        lambda x: np.linalg.solve(np_spd(x), x),
    ),
    "inv": (linalg.inv, np.linalg.inv),
    "solve": (lambda x: linalg.solve(x, x.mT), lambda x: np.linalg.solve(x, np.swapaxes(x, -1, -2))),
    "triangular_solve": (
        lambda x: linalg.triangular_solve(spd(x), x, upper=False, transpose=True),
        lambda x: np.linalg.solve(np.triu(np_spd(x)), x),
    ),
    "det": (linalg.det, np.linalg.det),
    "slogdet": (linalg.slogdet, lambda x: np.stack(np.linalg.slogdet(x))),
    "lu": (rebuilt_lu, lambda x: x),
    "lu_solve": (lambda x: linalg.lu_solve(x.mT, *linalg.lu(x), "T"), identity),
    "qr": (lambda x: paddle.matmul(*linalg.qr(x)), lambda x: x),
    "eigh": (rebuilt_eigh, lambda x: (np_spd(x), np.linalg.eigvalsh(np_spd(x)))),
    "eigvalsh": (linalg.eigvalsh, np.linalg.eigvalsh),
    "svd": (rebuilt_svd, lambda x: (x, identity(x), identity(x))),
    "svdvals": (linalg.svdvals, lambda x: np.linalg.svd(x, compute_uv=False)),
    "pinv": (linalg.pinv, np.linalg.pinv),
    "lstsq": (lambda x: linalg.lstsq(x, x.mT)[0], lambda x: np.linalg.solve(x, np.swapaxes(x, -1, -2))),
    "matrix_power": (lambda x: linalg.matrix_power(x, -3), lambda x: np.linalg.matrix_power(x, -3)),
    "matrix_rank": (linalg.matrix_rank, np.linalg.matrix_rank),
}


@pytest.mark.parametrize("name", NUMBERS)
def test_numbers(name: str) -> None:
    function, reference = NUMBERS[name]
    for shape in SHAPES:
        x = drawn(shape)
        if name == "matrix_rank" and not x.size:
            continue  # NumPy has none
        got, want = pcc.jit(function, strict=True)(paddle.to_tensor(x)), reference(x)
        pairs = zip(got, want, strict=True) if isinstance(want, tuple) else [(got, want)]
        for a, b in pairs:
            np.testing.assert_allclose(a.numpy(), b, rtol=1e-8, atol=1e-9, err_msg=f"{name} of {shape}")


@pytest.mark.parametrize("options", [{}, {"rowvar": False}, {"ddof": False}])
def test_covariance_with_weights(options: dict[str, bool]) -> None:
    x, all_given = drawn((4, 4)), {"fweights": np.arange(1, 5), "aweights": np.arange(1, 5) / 7}
    rows, less = options.get("rowvar", True), int(options.get("ddof", True))
    for names in (("fweights",), ("aweights",), ("fweights", "aweights")):
        given = {name: paddle.to_tensor(all_given[name]) for name in names}
        got = pcc.jit(lambda x, **w: linalg.cov(x, **options, **w), strict=True)(paddle.to_tensor(x), **given)
        plain: dict[str, Any] = {name: all_given[name] for name in names}
        want = np.cov(x, rowvar=rows, ddof=less, **plain)
        np.testing.assert_allclose(got.numpy(), want, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("shape", [(5, 3), (3, 5), (2, 7, 2), (0, 3), (3, 0)])
def test_rectangles(shape: tuple[int, ...]) -> None:
    x = drawn(shape)
    tensor = paddle.to_tensor(x)
    for full in (False, True):
        u, s, vh = pcc.jit(lambda x, full=full: linalg.svd(x, full), strict=True)(tensor)
        k = s.shape[-1]
        np.testing.assert_allclose(
            (u.numpy()[..., :k] * s.numpy()[..., None, :]) @ vh.numpy()[..., :k, :], x, atol=1e-13
        )
        for side in (np.swapaxes(u.numpy(), -1, -2) @ u.numpy(), vh.numpy() @ np.swapaxes(vh.numpy(), -1, -2)):
            np.testing.assert_allclose(side, np.broadcast_to(np.eye(side.shape[-1]), side.shape), atol=1e-13)
    for mode in ("reduced", "complete"):
        q, r = pcc.jit(lambda x, mode=mode: linalg.qr(x, mode), strict=True)(tensor)
        np.testing.assert_allclose(q.numpy() @ r.numpy(), x, atol=1e-13)
        assert not np.tril(r.numpy(), -1).any()


@pytest.mark.parametrize("rank", [0, 1, 3])
def test_vectors_of_zero_singular_values_are_orthonormal(rank: int) -> None:
    x = drawn((6, rank)) @ drawn((rank, 6), 1)
    u, s, vh = pcc.jit(linalg.svd, strict=True)(paddle.to_tensor(x))
    np.testing.assert_allclose((u.numpy() * s.numpy()) @ vh.numpy(), x, atol=1e-13)
    np.testing.assert_allclose(u.numpy().T @ u.numpy(), np.eye(6), atol=1e-13)
    np.testing.assert_allclose(vh.numpy() @ vh.numpy().T, np.eye(6), atol=1e-13)
    assert (s.numpy()[rank:] < 1e-14).all()


@pytest.mark.parametrize(
    ("dtype", "scale"), [("float32", 1e-30), ("float32", 1e30), ("float64", 1e-200), ("float64", 1e200)]
)
def test_elements_whose_squares_are_no_numbers(dtype: str, scale: float) -> None:
    x = (drawn((2, 5, 3)) * np.array([scale, 1.0])[:, None, None]).astype(dtype)
    s = pcc.jit(linalg.svdvals, strict=True)(paddle.to_tensor(x)).numpy()
    np.testing.assert_allclose(s, np.linalg.svd(x.astype("float64"))[1], rtol=1e-5 if dtype == "float32" else 1e-12)
    square = x[:, :3] + np.swapaxes(x[:, :3], -1, -2)
    values = pcc.jit(linalg.eigvalsh, strict=True)(paddle.to_tensor(square)).numpy()
    want = np.linalg.eigvalsh(square.astype("float64"))
    np.testing.assert_allclose(values, want, rtol=1e-5 if dtype == "float32" else 1e-12)


# ---- derivatives
def squared(x: Any) -> Any:
    """Of vectors, whose signs may be any: the sum of their products with themselves, each with a weight."""
    return paddle.matmul(x * paddle.arange(1, 1 + x.shape[-1], dtype=x.dtype), x, transpose_y=True)


POINT = drawn((4, 4)) + 2 * np.diag([1.0, -2.0, 3.0, 4.0])
DERIVATIVES: dict[str, Function] = {
    "cholesky": lambda x: linalg.cholesky(spd(x)),
    "cholesky_upper": lambda x: linalg.cholesky(spd(x), upper=True),
    "cholesky_inverse": lambda x: linalg.cholesky_inverse(linalg.cholesky(spd(x))),
    "cholesky_solve": lambda x: linalg.cholesky_solve(x, linalg.cholesky(spd(x))),
    "inv": linalg.inv,
    "solve": lambda x: linalg.solve(x, x.mT),
    "solve_vector": lambda x: linalg.solve(x, x[0]),
    "triangular_solve": lambda x: linalg.triangular_solve(x, x, transpose=True),
    "det": linalg.det,
    "slogdet": linalg.slogdet,
    "lu": lambda x: linalg.lu(x)[0],
    "lu_solve": lambda x: linalg.lu_solve(x, *linalg.lu(x.mT), "T"),
    "qr": linalg.qr,
    "qr_wide": lambda x: linalg.qr(x[:2]),
    "qr_tall": lambda x: linalg.qr(x[:, :2]),
    "eigh": lambda x: linalg.eigh(x)[0],
    "eigh_vectors": lambda x: squared(linalg.eigh(x, "U")[1][:, :2]),
    "svd": lambda x: [squared(v) for v in (linalg.svd(x)[0][:, :2], linalg.svd(x)[2].mT[:, :2])],
    "svd_tall": lambda x: squared(linalg.svd(x[:, :2])[0][:, :1]),
    "svd_wide": lambda x: squared(linalg.svd(x[:2])[2].mT[:, :1]),
    "svdvals": linalg.svdvals,
    "pinv": lambda x: linalg.pinv(x[:, :2]),
    "pinv_of_one": lambda x: linalg.pinv(x - paddle.to_tensor(POINT) + paddle.eye(4, dtype=x.dtype)),
    "pinv_symmetric": lambda x: linalg.pinv(x, hermitian=True),
    "lstsq": lambda x: linalg.lstsq(x[:, :2], x)[0],
    "lstsq_wide": lambda x: linalg.lstsq(x[:2], x[:2] ** 2)[0],
    "lstsq_of_some_values": lambda x: linalg.lstsq(x, x[:, :1], rcond=0.5, driver="gelsd")[0],
    "householder_product": lambda x: linalg.householder_product(x[:, :3] + 0, x[0, :2] + 0),
    "ormqr": lambda x: linalg.ormqr(x + 0, x[0] + 0, x, transpose=True),
    "pdist": paddle.pdist,
    "matrix_exp": linalg.matrix_exp,
    "matrix_power": lambda x: linalg.matrix_power(x, -2),
    "multi_dot": lambda x: linalg.multi_dot([x[0], x, x, x[1]]),
    "cond": linalg.cond,
    "nuclear": lambda x: linalg.matrix_norm(x, "nuc"),
    "spectral": lambda x: linalg.matrix_norm(x, 2),
    "cov": linalg.cov,
    "corrcoef": linalg.corrcoef,
}


def flat(nest: Any) -> Array:
    parts = nest if isinstance(nest, list | tuple) else [nest]
    return np.concatenate([np.asarray(p.numpy()).reshape(-1) for p in parts])


def tangent(function: Function, along: Any) -> Function:
    return lambda x: pcc.jvp(function, (x,), (along,))[1]


@pytest.mark.parametrize("name", DERIVATIVES)
def test_first_and_second_derivatives(name: str) -> None:
    """Against differences of Paddle's own numbers, and of the first derivative."""
    function, step = DERIVATIVES[name], 1e-6
    x = paddle.to_tensor(POINT)
    first, second = (paddle.to_tensor(drawn((4, 4), seed)) for seed in (1, 2))
    slope = tangent(function, first)
    pairs = ((function, first, slope), (slope, second, tangent(slope, second)))
    for of, along, derivative in pairs:
        wanted = (flat(of(x + step * along)) - flat(of(x - step * along))) / (2 * step)
        got = flat(derivative(x))
        np.testing.assert_allclose(got, wanted, rtol=1e-5, atol=1e-6 * max(1, np.abs(wanted).max()))


# ---- bad input
@pytest.mark.parametrize(
    "name", ["cholesky", "inv", "solve", "lu", "det", "qr", "eigh", "eigvalsh", "svdvals", "matrix_exp"]
)
def test_nan_ends(name: str) -> None:
    x = drawn((5, 5))
    x[2, 3] = x[3, 2] = np.nan
    function = NUMBERS[name][0] if name in NUMBERS else linalg.matrix_exp
    assert np.isnan(flat(pcc.jit(function)(paddle.to_tensor(x)))).any()


def test_singular() -> None:
    zero = paddle.zeros([3, 3], "float64")
    assert float(pcc.jit(linalg.det)(zero)) == 0
    assert pcc.jit(linalg.slogdet)(zero).tolist() == [0, -np.inf]
    assert not np.isfinite(pcc.jit(linalg.inv)(zero).numpy()).all()
    assert not np.isfinite(pcc.jit(linalg.solve)(zero, paddle.ones([3, 2], "float64")).numpy()).all()
    assert np.isnan(pcc.jit(linalg.cholesky)(-paddle.eye(3)).numpy()).any()
    *_, info = pcc.jit(lambda x: linalg.lu(x, get_infos=True))(zero)
    assert int(info) == 1


SHARING: dict[str, Function] = {
    "jvp": lambda x, y: pcc.jvp(lambda x: linalg.solve(x, y), (x,), (x,)),
    "jvp_twice": lambda x, y: pcc.jvp(tangent(lambda x: linalg.solve(x, y), x), (x,), (x,)),
    "grad": lambda x, y: pcc.value_and_grad(lambda x: linalg.solve(x, y).sum())(x),
    "hvp": lambda x, y: pcc.jvp(pcc.grad(lambda x: linalg.slogdet(x)[1]), (x,), (x,)),
    "vmap": lambda x, y: pcc.vmap(lambda y: linalg.solve(x, y))(paddle.stack([y, y])),
    "jacobian": lambda x, y: pcc.jacrev(lambda y: linalg.solve(x, y))(y),
}


@pytest.mark.parametrize("name", SHARING)
def test_a_matrix_is_factorized_once(name: str) -> None:
    x, y = paddle.to_tensor(drawn((4, 4))), paddle.to_tensor(drawn((4, 2)))
    text = pcc.trace(SHARING[name])(x, y).lower().compile().ir("kernel")
    assert re.findall(r"pd\.lu .*-> \(tensor<(\w+)>", text) == ["4x4xf64"]
