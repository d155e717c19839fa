"""Losses and distances."""

from __future__ import annotations

from pcc.dialects.pd.base import Spec
from pcc.testing.functions.base import function, functions, integers, of_op

X, Y = Spec((4, 5)), Spec((4, 5), low=-1.9, high=2.1)
CHANCE, TRUTH = Spec((4, 5), low=0.1, high=0.9), Spec((4, 5), low=0.05, high=0.95)
LABELS, SIGNS = integers(4, high=4), Spec((4,), "int64", 1, 1)

FUNCTIONS = (
    *functions("F", "mse_loss l1_loss square_error_cost cosine_similarity pairwise_distance", X, Y),
    function("F.smooth_l1_loss", lambda paddle, x, y: paddle.nn.functional.smooth_l1_loss(x, y), X, Y).also(
        lambda paddle, x, y: paddle.nn.functional.smooth_l1_loss(x, y, reduction="sum", delta=0.3), X, Y
    ),
    function(
        "F.binary_cross_entropy", lambda paddle, x, y: paddle.nn.functional.binary_cross_entropy(x, y), CHANCE, TRUTH
    ),
    function(
        "F.binary_cross_entropy_with_logits",
        lambda paddle, x, y: paddle.nn.functional.binary_cross_entropy_with_logits(x, y),
        *(X, TRUTH),
    ).also(
        lambda paddle, x, y, w: paddle.nn.functional.binary_cross_entropy_with_logits(
            x, y, reduction="none", pos_weight=w
        ),
        *(X, TRUTH, Spec((5,), low=0.5, high=2.0)),
    ),
    function("F.cross_entropy", lambda paddle, x, y: paddle.nn.functional.cross_entropy(x, y), X, LABELS)
    .also(
        lambda paddle, x, y: paddle.nn.functional.cross_entropy(
            x, paddle.nn.functional.softmax(y), soft_label=True, reduction="sum"
        ),
        *(X, Y),
    )
    .also(
        lambda paddle, x, y, w: paddle.nn.functional.cross_entropy(x, y, weight=w),
        *(X, LABELS, Spec((5,), low=0.5, high=2.0)),
    )
    .also(lambda paddle, x, y: paddle.nn.functional.cross_entropy(x, y, label_smoothing=0.1), X, LABELS),
    function(
        "F.nll_loss",
        lambda paddle, x, y: paddle.nn.functional.nll_loss(paddle.nn.functional.log_softmax(x), y),
        *(X, LABELS),
    ),
    function("F.kl_div", lambda paddle, x, y: paddle.nn.functional.kl_div(x, y), X, TRUTH).also(
        lambda paddle, x, y: paddle.nn.functional.kl_div(x, y, reduction="batchmean", log_target=True), X, Y
    ),
    of_op("F.label_smooth", "pd.label_smooth", [0, 1]),
    function(
        "F.gaussian_nll_loss",
        lambda paddle, x, y, v: paddle.nn.functional.gaussian_nll_loss(x, y, v, full=True),
        *(X, Y, Spec((4, 5), low=0.5, high=2.0)),
    ),
    function("F.poisson_nll_loss", lambda paddle, x, y: paddle.nn.functional.poisson_nll_loss(x, y), X, TRUTH).also(
        lambda paddle, x, y: paddle.nn.functional.poisson_nll_loss(x, y, log_input=False, full=True),
        *(CHANCE, Spec((4, 5), low=1.5, high=4.0)),
    ),
    function(
        "F.cosine_embedding_loss",
        lambda paddle, x, y, s: paddle.nn.functional.cosine_embedding_loss(x, y, s),
        *(X, Y, SIGNS),
    ).also(
        lambda paddle, x, y, s: paddle.nn.functional.cosine_embedding_loss(x, y, -s, margin=-0.9),
        *(X, Y, SIGNS),
    ),
    function(
        "F.margin_ranking_loss",
        lambda paddle, x, y, s: paddle.nn.functional.margin_ranking_loss(x, y, 2 * s.astype(x.dtype) - 1, 0.1),
        *(X, Y, Spec((4, 5), "bool", 0, 1)),
    ),
    function(
        "F.triplet_margin_loss",
        lambda paddle, x, y, z: paddle.nn.functional.triplet_margin_loss(x, y, z, margin=1.5, swap=True),
        *(X, Y, X),
    ),
)
