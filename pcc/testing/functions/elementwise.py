"""Functions of numbers, element by element."""

from __future__ import annotations

from pcc.dialects.pd.base import Spec
from pcc.testing.functions.base import function, functions, of_op, of_ops

X = Spec((3, 5))
POSITIVE = Spec((3, 5), low=0.3, high=3.0)
INSIDE, BEYOND = Spec((3, 5), low=-0.9, high=0.9), Spec((3, 5), low=1.1, high=3.0)

FUNCTIONS = (
    *of_ops("paddle", "sin cos tan atan sinh cosh tanh asinh", [1]),
    *functions("paddle", "asin acos atanh", INSIDE),
    *functions("paddle", "acosh", BEYOND),
    *of_ops("paddle", "exp expm1 log log2 log10 log1p sqrt rsqrt square reciprocal", [1]),
    *of_ops("paddle", "erf erfinv lgamma gammaln digamma i0 i0e i1 i1e stanh", [1]),
    *of_ops("paddle", "abs floor ceil round trunc sign angle conj", [1]),
    *of_ops("paddle", "add subtract multiply divide maximum minimum fmax fmin atan2 copysign", [1]),
    *of_ops("paddle", "heaviside floor_divide", [0, 1]),
    of_op("paddle.increment", "pd.increment"),
    of_op("paddle.lerp", "pd.lerp", [0, 1]),
    of_op("paddle.clip", "pd.clip", [0]),
    of_op("paddle.scale", "pd.scale", [0]),
    of_op("paddle.logit", "pd.logit", [1, 4]),
    *functions("paddle", "neg negative positive sgn deg2rad rad2deg frac sinc nan_to_num", X),
    *functions("paddle", "sub mul hypot logaddexp", X, (5,)),
    *functions("paddle", "div true_divide", X, Spec((5,), low=0.5, high=2.0)),
    *functions("paddle", "mod floor_mod remainder", X, Spec((5,), low=0.5, high=0.9)),
    function("paddle.pow", lambda paddle, x: paddle.pow(x, 3), X)
    .also(lambda paddle, x: paddle.pow(x, -1.5), POSITIVE)
    .also(lambda paddle, x, y: paddle.pow(x, y), POSITIVE, (5,)),
    function("paddle.clamp", lambda paddle, x: paddle.clamp(x, -0.5, 1.0), X).also(
        lambda paddle, x: paddle.clamp(x, min=0.25), X
    ),
    function("paddle.polygamma", lambda paddle, x: paddle.polygamma(x, 1), POSITIVE)
    .also(lambda paddle, x: paddle.polygamma(x, 0), POSITIVE)
    .also(lambda paddle, x: paddle.polygamma(x, 3), POSITIVE),
    function("paddle.cast", lambda paddle, x: paddle.cast(x, "float64"), X),
    function("paddle.assign", lambda paddle, x: paddle.assign(x), X),
    function("paddle.clone", lambda paddle, x: paddle.clone(x) * 2, X),
    function("paddle.add_n", lambda paddle, x, y, z: paddle.add_n([x, y, z]), X, X, X),
    function("paddle.where", lambda paddle, x, y: paddle.where(x > y, x, 2 * y), X, (5,)),
)
