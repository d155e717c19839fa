"""Norms, factorisations, solutions of linear systems."""

from __future__ import annotations

from typing import Any

from pcc.dialects.pd.base import Spec
from pcc.testing.functions.base import function, functions

A = Spec((2, 3, 3))  # general matrices, well enough conditioned with the identity's threefold
B = Spec((2, 3, 2))
TALL = Spec((5, 3))


def regular(paddle: Any, a: Any) -> Any:
    """A matrix that is far from singular."""
    return a + 5 * paddle.eye(a.shape[-1], dtype=a.dtype)


def definite(paddle: Any, a: Any) -> Any:
    """A symmetric positive definite matrix."""
    return paddle.matmul(a, a, transpose_y=True) + paddle.eye(a.shape[-1], dtype=a.dtype)


def symmetric(paddle: Any, a: Any) -> Any:
    """A symmetric matrix whose eigenvalues are apart."""
    spread = paddle.diag(paddle.arange(0, 15, 5).astype(a.dtype))
    return a + paddle.matrix_transpose(a) + spread


def sine(paddle: Any, values: Any, vectors: Any) -> Any:
    """The sine of a symmetric matrix, in which the signs of eigenvectors do not show."""
    return values, paddle.matmul(vectors * paddle.sin(values).unsqueeze(-2), vectors, transpose_y=True)


def smoothed(paddle: Any, u: Any, s: Any, vh: Any) -> Any:
    """A matrix with smaller singular values, in which the signs of singular vectors do not show."""
    return s, paddle.matmul(u * paddle.tanh(s).unsqueeze(-2), vh)


FUNCTIONS = (
    # ---- norms
    function("linalg.norm", lambda paddle, x: paddle.linalg.norm(x), TALL)
    .also(lambda paddle, x: paddle.linalg.norm(x, p=3, axis=-1), TALL)
    .also(lambda paddle, x: paddle.linalg.norm(x, p=float("inf"), axis=1, keepdim=True), TALL)
    .also(lambda paddle, x: paddle.linalg.norm(x, p="fro", axis=[0, 1]), TALL),
    function("linalg.vector_norm", lambda paddle, x: paddle.linalg.vector_norm(x, 3, axis=-1), TALL).also(
        lambda paddle, x: paddle.linalg.vector_norm(x), TALL
    ),
    function("linalg.matrix_norm", lambda paddle, x: paddle.linalg.matrix_norm(x), A).also(
        lambda paddle, x: paddle.linalg.matrix_norm(x, 1), A
    ),
    function("linalg.cov", lambda paddle, x: paddle.linalg.cov(x), TALL).also(
        lambda paddle, x: paddle.linalg.cov(x, rowvar=False, ddof=False), TALL
    ),
    function("linalg.cond", lambda paddle, x: paddle.linalg.cond(regular(paddle, x), "fro"), A),
    # ---- determinants and inverses
    *(
        function(f"linalg.{name}", lambda paddle, x, name=name: getattr(paddle.linalg, name)(regular(paddle, x)), A)
        for name in ("det", "slogdet", "inv", "pinv", "lu", "qr", "svdvals")
    ),
    function("linalg.matrix_power", lambda paddle, x: paddle.linalg.matrix_power(x, 3), A).also(
        lambda paddle, x: paddle.linalg.matrix_power(regular(paddle, x), -2), A
    ),
    *functions("linalg", "matrix_exp", A),
    # ---- solutions
    function("linalg.solve", lambda paddle, a, b: paddle.linalg.solve(regular(paddle, a), b), A, B),
    function(
        "linalg.triangular_solve",
        lambda paddle, a, b: paddle.linalg.triangular_solve(paddle.triu(regular(paddle, a)), b),
        *(A, B),
    ).also(
        lambda paddle, a, b: paddle.linalg.triangular_solve(
            paddle.tril(regular(paddle, a)), b, upper=False, transpose=True
        ),
        *(A, B),
    ),
    function("linalg.lstsq", lambda paddle, a, b: paddle.linalg.lstsq(a, b)[0], TALL, (5, 2)),
    function(
        "linalg.lu_solve",
        lambda paddle, a, b: paddle.linalg.lu_solve(b, *paddle.linalg.lu(regular(paddle, a))),
        *(A, B),
    ),
    # ---- symmetric matrices
    function("linalg.cholesky", lambda paddle, a: paddle.linalg.cholesky(definite(paddle, a)), A).also(
        lambda paddle, a: paddle.linalg.cholesky(definite(paddle, a), upper=True), A
    ),
    function(
        "linalg.cholesky_solve",
        lambda paddle, a, b: paddle.linalg.cholesky_solve(b, paddle.linalg.cholesky(definite(paddle, a))),
        *(A, B),
    ),
    function(
        "linalg.cholesky_inverse",
        lambda paddle, a: paddle.linalg.cholesky_inverse(paddle.tril(regular(paddle, a))),
        (3, 3),
    ),
    function("linalg.eigvalsh", lambda paddle, a: paddle.linalg.eigvalsh(symmetric(paddle, a)), A),
    function("linalg.eigh", lambda paddle, a: sine(paddle, *paddle.linalg.eigh(symmetric(paddle, a))), A),
    function("linalg.svd", lambda paddle, a: smoothed(paddle, *paddle.linalg.svd(a, full_matrices=False)), TALL),
)
