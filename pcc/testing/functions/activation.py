"""Activations."""

from __future__ import annotations

from pcc.dialects.pd.base import Spec
from pcc.testing.functions.base import function, functions, of_op, of_ops

X = Spec((3, 4, 6))

FUNCTIONS = (
    *of_ops("F", "elu celu hardshrink hardsigmoid hardtanh softplus softshrink gelu", [1, 5]),
    of_op("F.leaky_relu", "pd.leaky_relu", [1, 4]),
    *of_ops("F", "relu relu6 selu sigmoid silu swish mish softsign hardswish", [1]),
    of_op("F.log_sigmoid", "pd.logsigmoid", [1]),
    of_op("F.tanhshrink", "pd.tanh_shrink", [1]),
    of_op("F.prelu", "pd.prelu", [0, 1]),
    of_op("F.swiglu", "pd.swiglu", [0, 1]),
    *functions("F", "tanh logsigmoid glu", X),
    function("F.softmax", lambda paddle, x: paddle.nn.functional.softmax(x), X).also(
        lambda paddle, x: paddle.nn.functional.softmax(x, axis=1), X
    ),
    function("F.log_softmax", lambda paddle, x: paddle.nn.functional.log_softmax(x, axis=1), X),
)
