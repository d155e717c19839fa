"""Eigenvalues and singular values where no routine is, of matrices that are hard for rotations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from pcc.dialects.text import parse_module
from pcc.passes.base import Analyses
from pcc.passes.decompose import Decompose
from pcc.runtime.artifact import signature
from pcc.runtime.build import main_of
from pcc.runtime.compiled import Compiled

Array = Any
MATRICES: dict[str, Callable[[Array, Array, int], Array]] = {
    "random": lambda q, r, n: r,
    "tiny": lambda q, r, n: r * 1e-30,
    "huge": lambda q, r, n: r * 1e30,
    "zero": lambda q, r, n: 0 * r,
    "one number": lambda q, r, n: 0 * r + 3,
    "diagonal": lambda q, r, n: np.diag(np.arange(n)),
    "graded": lambda q, r, n: q * 10.0 ** np.linspace(0, -6, n) @ q.T,
    "clustered": lambda q, r, n: q * (1 + 1e-5 * r[0]) @ q.T,
    "repeated": lambda q, r, n: q * (1 + np.arange(n) // 2 % 2) @ q.T,
    "of rank one": lambda q, r, n: np.outer(r[0], r[0]),
    "of half the rank": lambda q, r, n: r[:, : n // 2] @ r[: n // 2],
}
CASES = [(name, n, dtype) for name in MATRICES for n in (1, 2, 7, 24) for dtype in ("float32", "float64")]
BODY = """func.func @main(%x: tensor<{n}x{n}x{t}>) -> ({types}) {{
  %0:{count} = {op} : (tensor<{n}x{n}x{t}>) -> ({types})
  func.return {results} : {types}
}}"""


def run(op: str, shapes: list[str], x: Array) -> list[Array]:
    kind, names = {"float32": "f32", "float64": "f64"}[str(x.dtype)], [f"%0#{k}" for k in range(len(shapes))]
    types = ", ".join(f"tensor<{s.replace('n', str(len(x)))}x{kind}>" for s in shapes)
    text = BODY.format(n=len(x), t=kind, types=types, count=len(shapes), op=op, results=", ".join(names))
    module = parse_module(text)
    Decompose(routines=False).run(main_of(module), Analyses(main_of(module)))
    assert "pd.while" in str(module) or len(x) == 1
    return [np.asarray(result, "float64") for result in Compiled(signature(module, {}))(x)]


def drawn(name: str, n: int, dtype: str) -> Array:
    r = np.random.default_rng(n).standard_normal((n, n))
    return MATRICES[name](np.linalg.qr(r)[0], r, n).astype(dtype)


@pytest.mark.parametrize(("name", "n", "dtype"), CASES)
def test_eigenvectors(name: str, n: int, dtype: str) -> None:
    x = drawn(name, n, dtype)
    x = np.tril(x) + np.tril(x, -1).T
    values, vectors = run('pd.eigh %x {UPLO = "L"}', ["n", "nxn"], x)
    limit = 20 * n * np.finfo(dtype).eps
    assert np.abs(vectors.T @ vectors - np.eye(n)).max() <= limit
    assert np.abs(vectors * values @ vectors.T - x).max() <= limit * np.abs(values).max()
    assert np.abs(values - np.linalg.eigvalsh(x.astype("float64"))).max() <= limit * np.abs(values).max()


@pytest.mark.parametrize(("name", "n", "dtype"), CASES)
def test_singular_vectors(name: str, n: int, dtype: str) -> None:
    x = drawn(name, n, dtype)
    u, s, vh = run("pd.svd %x {full_matrices = false}", ["nxn", "n", "nxn"], x)
    limit = 20 * n * np.finfo(dtype).eps
    for orthogonal in (u, vh):
        assert np.abs(orthogonal.T @ orthogonal - np.eye(n)).max() <= limit
    assert np.abs(u * s @ vh - x).max() <= limit * s.max()
    assert np.abs(s - np.linalg.svd(x.astype("float64"))[1]).max() <= limit * s.max()
    assert (np.diff(s) <= 0).all()


def test_nan_ends() -> None:
    values, _ = run('pd.eigh %x {UPLO = "L"}', ["n", "nxn"], np.full((4, 4), np.nan))
    assert np.isnan(values).all()
