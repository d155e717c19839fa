"""Products of matrices and vectors."""

from __future__ import annotations

from pcc.testing.functions.base import function, functions

FUNCTIONS = (
    function("paddle.matmul", lambda paddle, x, y: paddle.matmul(x, y), (2, 3, 4), (4, 5)).also(
        lambda paddle, x, y: paddle.matmul(x, y, transpose_x=True, transpose_y=True), (4, 3), (5, 4)
    ),
    function("linalg.matmul", lambda paddle, x, y: paddle.linalg.matmul(x, y), (3, 4), (4,)),
    *functions("paddle", "mm", (3, 4), (4, 5)),
    *functions("paddle", "bmm", (2, 3, 4), (2, 4, 5)),
    *functions("paddle", "mv", (3, 4), (4,)),
    *functions("paddle", "dot", (3, 4), (3, 4)),
    *functions("paddle", "inner", (3, 4), (2, 4)),
    *functions("paddle", "outer", (3,), (4,)),
    *functions("paddle", "kron", (2, 3), (3, 2)),
    function("paddle.vecdot", lambda paddle, x, y: paddle.vecdot(x, y, axis=1), (2, 3, 4), (2, 3, 4)),
    function("linalg.vecdot", lambda paddle, x, y: paddle.linalg.vecdot(x, y), (3, 4), (3, 4)),
    function("paddle.cross", lambda paddle, x, y: paddle.cross(x, y), (2, 3), (2, 3)),
    function("linalg.cross", lambda paddle, x, y: paddle.linalg.cross(x, y, axis=0), (3, 4), (3, 4)),
    function(
        "paddle.addmm", lambda paddle, c, x, y: paddle.addmm(c, x, y, beta=0.5, alpha=2.0), (3, 5), (3, 4), (4, 5)
    ),
    function("paddle.baddbmm", lambda paddle, c, x, y: paddle.baddbmm(c, x, y), (2, 3, 5), (2, 3, 4), (2, 4, 5)),
    function("paddle.tensordot", lambda paddle, x, y: paddle.tensordot(x, y, axes=2), (2, 3, 4), (3, 4, 5)).also(
        lambda paddle, x, y: paddle.tensordot(x, y, axes=[[0], [1]]), (2, 3), (4, 2)
    ),
    function("paddle.einsum", lambda paddle, x, y: paddle.einsum("bij,bjk->bik", x, y), (2, 3, 4), (2, 4, 5))
    .also(lambda paddle, x: paddle.einsum("ijk->kj", x), (3, 2, 4))
    .also(lambda paddle, x, y, z: paddle.einsum("i,ij,j->", x, y, z), (3,), (3, 4), (4,)),
    function("linalg.multi_dot", lambda paddle, x, y, z: paddle.linalg.multi_dot([x, y, z]), (3, 4), (4, 5), (5, 2)),
    function("F.linear", lambda paddle, x, w, b: paddle.nn.functional.linear(x, w, b), (3, 4), (4, 5), (5,)).also(
        lambda paddle, x, w: paddle.nn.functional.linear(x, w), (3, 4), (4, 5)
    ),
    function("F.bilinear", lambda paddle, x, y, w: paddle.nn.functional.bilinear(x, y, w), (3, 4), (3, 5), (2, 4, 5)),
    function(
        "F.scaled_dot_product_attention",
        lambda paddle, q, k, v: paddle.nn.functional.scaled_dot_product_attention(q, k, v),
        *[(2, 5, 2, 4)] * 3,
    ).also(
        lambda paddle, q, k, v: paddle.nn.functional.scaled_dot_product_attention(q, k, v, is_causal=True),
        *[(2, 5, 2, 4)] * 3,
    ),
)
