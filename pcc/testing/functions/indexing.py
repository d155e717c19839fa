"""Functions that read and write where indices or masks say."""

from __future__ import annotations

from pcc.dialects.pd.base import Spec
from pcc.testing.functions.base import function, integers

M = Spec((3, 5))
MASK = Spec((3, 5), "bool", 0, 1)
ROWS = integers(4)
ONCE = integers(2, high=2, unique=True)  # rows, each at most once

FUNCTIONS = (
    # ---- read
    function("paddle.gather", lambda paddle, x, i: paddle.gather(x, i), M, ROWS).also(
        lambda paddle, x, i: paddle.gather(x, i, axis=1), M, ROWS
    ),
    function("paddle.gather_nd", lambda paddle, x, i: paddle.gather_nd(x, i), (3, 4, 5), integers(6, 2)),
    function("paddle.index_select", lambda paddle, x, i: paddle.index_select(x, i, axis=1), M, ROWS),
    function("paddle.index_sample", lambda paddle, x, i: paddle.index_sample(x, i), M, integers(3, 4, high=4)),
    function(
        "paddle.take_along_axis", lambda paddle, x, i: paddle.take_along_axis(x, i, axis=1), M, integers(3, 2, high=4)
    ).also(lambda paddle, x, i: paddle.take_along_axis(x, i, axis=0, broadcast=False), M, integers(2, 4)),
    function("paddle.take", lambda paddle, x, i: paddle.take(x, i), M, integers(2, 3, high=14)).also(
        lambda paddle, x, i: paddle.take(x, i, mode="wrap"), M, integers(4, low=-20, high=20)
    ),
    function("paddle.masked_select", lambda paddle, x, m: paddle.masked_select(x, m), M, MASK),
    function("F.embedding", lambda paddle, i, w: paddle.nn.functional.embedding(i, w), integers(2, 3, high=6), (7, 4)),
    # ---- write
    function("paddle.index_add", lambda paddle, x, i, v: paddle.index_add(x, i, 0, v), M, ROWS, (4, 5)),
    function("paddle.index_fill", lambda paddle, x, i: paddle.index_fill(x, i, 0, 0.5), M, ONCE),
    function("paddle.index_put", lambda paddle, x, i, v: paddle.index_put(x, (i,), v), M, ONCE, (2, 5)).also(
        lambda paddle, x, i, j, v: paddle.index_put(x, (i, j), v, accumulate=True), M, ROWS, ROWS, (4,)
    ),
    function(
        "paddle.put_along_axis",
        lambda paddle, x, i, v: paddle.put_along_axis(x, i, v, axis=0),
        M,
        integers(1, 5),
        (1, 5),
    )
    .also(lambda paddle, x, i, v: paddle.put_along_axis(x, i, v, 1, "add"), M, integers(3, 4), (3, 4))
    .also(lambda paddle, x, i, v: paddle.put_along_axis(x, i, v, 0, "mul"), M, integers(1, 5), (1, 5)),
    function("paddle.scatter", lambda paddle, x, i, v: paddle.scatter(x, i, v), M, ONCE, (2, 5)).also(
        lambda paddle, x, i, v: paddle.scatter(x, i, v, overwrite=False), M, ROWS, (4, 5)
    ),
    function("paddle.scatter_add", lambda paddle, x, i, v: paddle.scatter_add(x, 1, i, v), M, integers(3, 4), (3, 4)),
    *(
        function(
            "paddle.scatter_reduce",
            lambda paddle, x, i, v: paddle.scatter_reduce(x, 0, i, v, "sum"),
            M,
            integers(4, 5),
            (4, 5),
        )
        .also(lambda paddle, x, i, v: paddle.scatter_reduce(x, 0, i, v, "mean"), M, integers(4, 5), (4, 5))
        .also(lambda paddle, x, i, v: paddle.scatter_reduce(x, 0, i, v, "amax"), M, integers(4, 5), (4, 5))
        .also(lambda paddle, x, i, v: paddle.scatter_reduce(x, 0, i, v, "prod"), M, integers(4, 5), (4, 5))
        .also(
            lambda paddle, x, i, v: paddle.scatter_reduce(x, 0, i, v, "amin", include_self=False),
            M,
            integers(4, 5),
            (4, 5),
        ),
    ),
    function("paddle.scatter_nd", lambda paddle, i, v: paddle.scatter_nd(i, v, [3, 5]), integers(6, 1), (6, 5)),
    function("paddle.scatter_nd_add", lambda paddle, x, i, v: paddle.scatter_nd_add(x, i, v), M, integers(6, 2), (6,)),
    function("paddle.masked_fill", lambda paddle, x, m: paddle.masked_fill(x, m, 0.5), M, MASK).also(
        lambda paddle, x, m, v: paddle.masked_fill(x, m, v), M, MASK, ()
    ),
    function("paddle.masked_scatter", lambda paddle, x, m, v: paddle.masked_scatter(x, m, v), M, MASK, M),
    function("paddle.select_scatter", lambda paddle, x, v: paddle.select_scatter(x, v, 1, 2), M, (3,)),
    function("paddle.slice_scatter", lambda paddle, x, v: paddle.slice_scatter(x, v, [1], [1], [5], [2]), M, (3, 2)),
)
