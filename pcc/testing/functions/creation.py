"""Functions that make tensors, also of random numbers."""

from __future__ import annotations

from pcc.dialects.pd.base import Spec
from pcc.testing.functions.base import function, functions, of_op

X = Spec((3, 5))
WEIGHTS = Spec((3, 5), low=0.1, high=1.0)

FUNCTIONS = (
    function("paddle.zeros", lambda paddle, x: paddle.zeros([3, 5]) + x, X),
    function("paddle.ones", lambda paddle, x: paddle.ones([5]) * x, X),
    function("paddle.full", lambda paddle, x: paddle.full([3, 5], 1.5) * x, X),
    function("paddle.empty", lambda paddle, x: paddle.zeros_like(paddle.empty([3, 5])) + x, X),
    *functions("paddle", "zeros_like ones_like", X),
    function("paddle.full_like", lambda paddle, x: paddle.full_like(x, 2.0), X),
    function("paddle.empty_like", lambda paddle, x: paddle.zeros_like(paddle.empty_like(x)), X),
    function("paddle.arange", lambda paddle, x: paddle.arange(5, dtype="float32") * x, X).also(
        lambda paddle, x: paddle.arange(1, 2, 0.2) * x, X
    ),
    function("paddle.linspace", lambda paddle, x: paddle.linspace(0, 1, 5) * x, X).also(
        lambda paddle, x: paddle.linspace(x[0], x[1], 4, x.dtype), (2,)
    ),
    function("paddle.eye", lambda paddle, x: paddle.eye(3, 5) * x, X),
    # ---- random numbers: made so that all of them are known
    of_op("paddle.uniform", "pd.uniform", [0]),
    of_op("paddle.rand", "pd.uniform", [1]),
    of_op("paddle.randint", "pd.randint"),
    of_op("paddle.normal", "pd.gaussian"),
    function("paddle.randn", lambda paddle, x: paddle.randn([3, 5]) * 0 + x, X),
    function("paddle.standard_normal", lambda paddle, x: paddle.standard_normal([3, 5]) * 0 + x, X),
    function("paddle.randperm", lambda paddle, x: paddle.sort(paddle.randperm(5)).astype("float32") * x, X),
    function("paddle.bernoulli", lambda paddle, x: paddle.bernoulli((x > 0).astype("float32")) * x, X),
    function(
        "paddle.multinomial",
        lambda paddle, x: paddle.sort(paddle.multinomial(x, 5), axis=-1),
        WEIGHTS,
        flat="integer",
    ).also(lambda paddle, x: paddle.multinomial(x[:, :1], 2, replacement=True), WEIGHTS),
    function("F.dropout", lambda paddle, x: paddle.nn.functional.dropout(x, 0.3, training=False), X)
    .also(lambda paddle, x: paddle.nn.functional.dropout(x, 0.0), X)
    .also(lambda paddle, x: paddle.nn.functional.dropout(x, 0.3, mode="downscale_in_infer", training=False), X),
    function(
        "F.gumbel_softmax", lambda paddle, x: paddle.nn.functional.gumbel_softmax(x, 0.5).sum(-1) + x.sum(-1), X
    ).also(lambda paddle, x: paddle.nn.functional.gumbel_softmax(x * 1e4, 0.5, hard=True), Spec((3, 5), unique=True)),
)
