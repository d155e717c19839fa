"""Functions to booleans and integers, which have no derivative."""

from __future__ import annotations

from pcc.dialects.pd.base import Spec
from pcc.testing.functions.base import function, functions, integers, of_op, of_ops

FEW = Spec((3, 5), "int64", 0, 2)
BOOLS = Spec((3, 5), "bool", 0, 1)
RANKED = Spec((4, 7), low=-2.0, high=2.0, unique=True)

FUNCTIONS = (
    *of_ops("paddle", "equal not_equal less_than less_equal greater_than greater_equal", [3], flat="boolean"),
    *functions("paddle", "eq ne lt less le gt greater ge", FEW, FEW, flat="boolean"),
    *of_ops("paddle", "logical_and logical_or logical_xor logical_not", [1], flat="boolean"),
    *of_ops("paddle", "bitwise_and bitwise_or bitwise_not", [0], flat="integer"),
    *of_ops("paddle", "isnan isinf isfinite isclose allclose", [0], flat="boolean"),
    *functions("paddle", "equal_all", FEW, FEW, flat="boolean"),
    function("paddle.all", lambda paddle, x: paddle.all(x, axis=1), BOOLS, flat="boolean").also(
        lambda paddle, x: paddle.all(x), BOOLS
    ),
    function("paddle.any", lambda paddle, x: paddle.any(x, axis=0, keepdim=True), BOOLS, flat="boolean").also(
        lambda paddle, x: paddle.any(x), BOOLS
    ),
    function("paddle.argmax", lambda paddle, x: paddle.argmax(x, axis=1), RANKED, flat="integer").also(
        lambda paddle, x: paddle.argmax(x, axis=0, keepdim=True), RANKED
    ),
    function("paddle.argmin", lambda paddle, x: paddle.argmin(x, axis=-1), RANKED, flat="integer").also(
        lambda paddle, x: paddle.argmin(x), RANKED
    ),
    function("paddle.argsort", lambda paddle, x: paddle.argsort(x, axis=0), RANKED, flat="integer").also(
        lambda paddle, x: paddle.argsort(x, descending=True), RANKED
    ),
    function("paddle.count_nonzero", lambda paddle, x: paddle.count_nonzero(x, axis=1), FEW, flat="integer"),
    function("paddle.nonzero", lambda paddle, x: paddle.nonzero(x), FEW, flat="integer"),
    function("paddle.numel", lambda paddle, x: paddle.numel(x), (3, 5), flat="integer"),
    function("paddle.shape", lambda paddle, x: paddle.shape(x), (3, 5), flat="integer"),
    of_op("paddle.searchsorted", "pd.searchsorted", [0], flat="integer"),
    function(
        "paddle.bucketize", lambda paddle, x, s: paddle.bucketize(x, paddle.sort(s)), (3, 5), (7,), flat="integer"
    ),
    function("F.one_hot", lambda paddle, x: paddle.nn.functional.one_hot(x, 5), integers(3, 2, high=4), flat="integer"),
    of_op("F.sequence_mask", "pd.sequence_mask", [0], flat="integer"),
)
