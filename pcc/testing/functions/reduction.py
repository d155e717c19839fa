"""Reductions, cumulative sums and the like, and what orders numbers."""

from __future__ import annotations

from pcc.dialects.pd.base import Spec
from pcc.testing.functions.base import distinct, function, of_ops

X = Spec((3, 4, 5))
RANKED = distinct(3, 5)
POSITIVE = Spec((3, 4), low=0.5, high=2.0)

FUNCTIONS = (
    function("paddle.sum", lambda paddle, x: paddle.sum(x, axis=1), X)
    .also(lambda paddle, x: paddle.sum(x), X)
    .also(lambda paddle, x: paddle.sum(x, axis=[0, -1], keepdim=True), X),
    function("paddle.mean", lambda paddle, x: paddle.mean(x, axis=-1), X).also(lambda paddle, x: paddle.mean(x), X),
    function("paddle.prod", lambda paddle, x: paddle.prod(x, axis=1), POSITIVE).also(
        lambda paddle, x: paddle.prod(x, keepdim=True), POSITIVE
    ),
    function("paddle.logsumexp", lambda paddle, x: paddle.logsumexp(x, axis=1), X).also(
        lambda paddle, x: paddle.logsumexp(x, axis=[0, 2], keepdim=True), X
    ),
    function("paddle.std", lambda paddle, x: paddle.std(x, axis=1), X).also(
        lambda paddle, x: paddle.std(x, unbiased=False, keepdim=True), X
    ),
    function("paddle.var", lambda paddle, x: paddle.var(x, axis=[0, 2]), X).also(
        lambda paddle, x: paddle.var(x, axis=0, unbiased=False, keepdim=True), X
    ),
    function("paddle.nansum", lambda paddle, x: paddle.nansum(x, axis=1), X),
    function("paddle.nanmean", lambda paddle, x: paddle.nanmean(x, axis=1, keepdim=True), X),
    function("paddle.softmax", lambda paddle, x: paddle.softmax(x, dim=1), X),
    function("paddle.dist", lambda paddle, x, y: paddle.dist(x, y, 3), (3, 5), (5,)).also(
        lambda paddle, x, y: paddle.dist(x, y), (3, 5), (3, 5)
    ),
    function("paddle.cdist", lambda paddle, x, y: paddle.cdist(x, y), (2, 3, 5), (2, 4, 5))
    .also(lambda paddle, x, y: paddle.cdist(x, y, p=1.0), (3, 5), (4, 5))
    .also(lambda paddle, x, y: paddle.cdist(x, y, p=3.0), (3, 5), (4, 5))
    .also(lambda paddle, x, y: paddle.cdist(x, y, compute_mode="donot_use_mm_for_euclid_dist"), (3, 5), (4, 5)),
    *of_ops("paddle", "reduce_as trace", [0]),
    # ---- running
    function("paddle.cumsum", lambda paddle, x: paddle.cumsum(x, axis=1), X).also(
        lambda paddle, x: paddle.cumsum(x), X
    ),
    function("paddle.cumprod", lambda paddle, x: paddle.cumprod(x, dim=0), POSITIVE),
    function("paddle.cummax", lambda paddle, x: paddle.cummax(x, axis=1), RANKED).also(
        lambda paddle, x: paddle.cummax(x)[0], RANKED
    ),
    function("paddle.cummin", lambda paddle, x: paddle.cummin(x, axis=0), RANKED),
    function("paddle.logcumsumexp", lambda paddle, x: paddle.logcumsumexp(x, axis=-1), X),
    function("paddle.trapezoid", lambda paddle, y: paddle.trapezoid(y, dx=0.5), (3, 5)).also(
        lambda paddle, y, x: paddle.trapezoid(y, paddle.cumsum(x), axis=0), (5, 3), Spec((5,), low=0.2, high=1.0)
    ),
    function("paddle.cumulative_trapezoid", lambda paddle, y: paddle.cumulative_trapezoid(y, axis=0), (5, 3)),
    function("paddle.diff", lambda paddle, x: paddle.diff(x), (3, 5)).also(
        lambda paddle, x, y: paddle.diff(x, n=2, axis=0, prepend=y), (5, 3), (1, 3)
    ),
    # ---- order
    *(
        function(f"paddle.{name}", lambda paddle, x, name=name: getattr(paddle, name)(x, axis=1), RANKED).also(
            lambda paddle, x, name=name: getattr(paddle, name)(x, keepdim=True), RANKED
        )
        for name in ("max", "min", "amax", "amin")
    ),
    function("paddle.sort", lambda paddle, x: paddle.sort(x, axis=0), RANKED).also(
        lambda paddle, x: paddle.sort(x, descending=True), RANKED
    ),
    function("paddle.topk", lambda paddle, x: paddle.topk(x, 2), RANKED).also(
        lambda paddle, x: paddle.topk(x, 2, axis=0, largest=False), RANKED
    ),
    function("paddle.median", lambda paddle, x: paddle.median(x, axis=1), RANKED)
    .also(lambda paddle, x: paddle.median(x), distinct(4, 5))
    .also(lambda paddle, x: paddle.median(x, axis=0, mode="min"), distinct(4, 3)),
    function("paddle.quantile", lambda paddle, x: paddle.quantile(x, 0.3, axis=1), RANKED)
    .also(lambda paddle, x: paddle.quantile(x, [0.2, 0.7], axis=0, keepdim=True), RANKED)
    .also(lambda paddle, x: paddle.quantile(x, 0.4, interpolation="nearest"), RANKED),
)
