"""Activation functions, elementwise."""

from __future__ import annotations

from collections.abc import Sequence
from math import pi, sqrt
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from xdsl.dialects.builtin import FloatAttr, IntegerAttr
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, prop_def

from pcc.dialects.pd.base import Sample, Spec, Tensor, TypeRuleError, dtype_of, is_float, py, sample
from pcc.dialects.pd.elementwise import Differentiable, Unary
from pcc.dialects.scalars import Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


class Activation(Unary):
    """out = f(x) on floats; integers are left to Paddle."""

    def infer(self) -> Sequence[Tensor]:
        if not is_float(dtype_of(self.x)):
            raise TypeRuleError(f"{self.name} takes floats, not {dtype_of(self.x)}; cast before")
        return super().infer()


def activation(name: str, special: bool = True, bfloat16: bool = False, **options: Any) -> tuple[Sample, ...]:
    """Samples of `paddle.nn.functional.<name>(x, **options)`."""
    call = lambda paddle, x: getattr(paddle.nn.functional, name)(x, **options)  # noqa: E731
    specs = [Spec((3, 5), special=special), Spec((4, 33), low=-8, high=8), Spec((7,), "float64", -8, 8), Spec(())]
    specs += [Spec((3, 7), "bfloat16", -8, 8)] if bfloat16 else []
    return tuple(sample(call, spec, tolerance=4e-6) for spec in specs)


# ---- rectifiers
@irdl_op_definition
class ReluOp(Activation):
    """out = max(x, 0), and 0 for NaN."""

    name = "pd.relu"
    SAMPLES: ClassVar = activation("relu", bfloat16=True)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.select(k.compare("gt", args[0], 0), args[0], 0)


@irdl_op_definition
class Relu6Op(Activation):
    """out = x between 0 and 6."""

    name = "pd.relu6"
    SAMPLES: ClassVar = activation("relu6")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.min(k.max(args[0], 0.0), 6.0)


@irdl_op_definition
class LeakyReluOp(Activation):
    """out = x from zero on, else negative_slope x."""

    name = "pd.leaky_relu"
    negative_slope = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = (
        *activation("leaky_relu", negative_slope=0.1),
        *activation("leaky_relu", negative_slope=1.5)[:1],
    )

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,) = args
        return k.select(k.compare("lt", x, 0), k.mul(x, py(self.negative_slope)), x)


@irdl_op_definition
class ThresholdedReluOp(Activation):
    """out = x above threshold, else value."""

    name = "pd.thresholded_relu"
    threshold = prop_def(base(FloatAttr))
    value = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = activation("thresholded_relu", special=False, threshold=0.5, value=-0.25)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,) = args
        return k.select(k.compare("le", x, py(self.threshold)), py(self.value), x)


# ---- exponential units
def elu(k: Scalars[S], x: S, alpha: float, scale: float = 1.0, divisor: float = 1.0) -> S:
    """scale x above zero, else scale alpha (e^(x / divisor) - 1).

    What is not chosen is finite, too: reverse mode multiplies its derivative by zero.
    """
    positive = k.compare("gt", x, 0)
    inside = k.select(positive, 0.0, x)
    below = k.mul(k.math("expm1", k.div(inside, divisor) if divisor != 1 else inside), scale * alpha)
    return k.select(positive, k.mul(x, scale) if scale != 1 else x, below)


@irdl_op_definition
class EluOp(Activation):
    """out = x above zero, else alpha (e^x - 1)."""

    name = "pd.elu"
    alpha = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = (*activation("elu"), *activation("elu", alpha=0.3)[:2])

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return elu(k, args[0], py(self.alpha))


@irdl_op_definition
class CeluOp(Activation):
    """out = x above zero, else alpha (e^(x / alpha) - 1)."""

    name = "pd.celu"
    alpha = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = (*activation("celu"), *activation("celu", alpha=0.3)[:2])

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return elu(k, args[0], py(self.alpha), divisor=py(self.alpha))


@irdl_op_definition
class SeluOp(Activation):
    """out = scale x above zero, else scale alpha (e^x - 1)."""

    name = "pd.selu"
    scale = prop_def(base(FloatAttr))
    alpha = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = activation("selu")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return elu(k, args[0], py(self.alpha), py(self.scale))


# ---- sigmoid and its kin
@irdl_op_definition
class SigmoidOp(Activation, Differentiable):
    """out = 1 / (1 + e^-x)."""

    name = "pd.sigmoid"
    SAMPLES: ClassVar = activation("sigmoid", bfloat16=True)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.math("sigmoid", args[0])

    def slope(self, b: Builder) -> SSAValue:
        return b.mul(self.out, b.sub(1.0, self.out))


@irdl_op_definition
class LogSigmoidOp(Activation):
    """out = log(sigmoid(x)) = min(x, 0) - log(1 + e^-|x|)."""

    name = "pd.logsigmoid"
    SAMPLES: ClassVar = activation("log_sigmoid", special=False)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,) = args
        return k.sub(k.min(x, 0.0), k.math("log1p", k.math("exp", k.neg(k.abs(x)))))


class SelfGated(Activation):
    """out = x sigmoid(x)."""

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.mul(args[0], k.math("sigmoid", args[0]))


@irdl_op_definition
class SiluOp(SelfGated):
    """out = x sigmoid(x)."""

    name = "pd.silu"
    SAMPLES: ClassVar = activation("silu", special=False)


@irdl_op_definition
class SwishOp(SelfGated):
    """out = x sigmoid(x)."""

    name = "pd.swish"
    SAMPLES: ClassVar = activation("swish", special=False)


@irdl_op_definition
class GeluOp(Activation):
    """out = x * Phi(x), with erf, or its tanh approximation (Hendrycks and Gimpel, arXiv 1606.08415)."""

    name = "pd.gelu"
    approximate = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        *activation("gelu", special=False, bfloat16=True),
        *activation("gelu", special=False, approximate=True),
    )

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,) = args
        half = k.mul(x, 0.5)
        if py(self.approximate):
            inner = k.mul(k.add(k.mul(k.mul(k.mul(x, x), x), 0.044715), x), sqrt(2 / pi))
            return k.add(k.mul(half, k.math("tanh", inner)), half)
        return k.add(k.mul(half, k.math("erf", k.mul(x, sqrt(0.5)))), half)


@irdl_op_definition
class SoftplusOp(Activation):
    """out = log(1 + e^(beta x)) / beta, and x where beta x > threshold."""

    name = "pd.softplus"
    beta = prop_def(base(FloatAttr))
    threshold = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = (*activation("softplus"), *activation("softplus", beta=2.0, threshold=5.0)[:3])

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,), beta = args, py(self.beta)
        scaled = k.mul(x, beta) if beta != 1 else x
        linear = k.compare("gt", scaled, py(self.threshold))
        soft = k.math("log1p", k.math("exp", k.select(linear, 0.0, scaled)))  # finite where it is not chosen, as in elu
        soft = k.div(soft, beta) if beta != 1 else soft
        return k.select(linear, x, soft)


@irdl_op_definition
class MishOp(Activation):
    """out = x tanh(log(1 + e^x)) = x w / (w + 2), w = e^x (e^x + 2)."""

    name = "pd.mish"
    SAMPLES: ClassVar = activation("mish", special=False)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,) = args
        e = k.math("exp", k.min(x, 30.0))
        w = k.mul(e, k.add(e, 2.0))
        return k.div(k.mul(x, w), k.add(w, 2.0))


# ---- piecewise linear
@irdl_op_definition
class HardtanhOp(Activation):
    """out = x between t_min and t_max."""

    name = "pd.hardtanh"
    t_min = prop_def(base(FloatAttr))
    t_max = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = (*activation("hardtanh"), *activation("hardtanh", min=-0.5, max=2.0)[:2])

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.min(k.max(args[0], py(self.t_min)), py(self.t_max))


@irdl_op_definition
class HardsigmoidOp(Activation):
    """out = slope x + offset between 0 and 1."""

    name = "pd.hardsigmoid"
    slope = prop_def(base(FloatAttr))
    offset = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = (*activation("hardsigmoid"), *activation("hardsigmoid", slope=0.2, offset=0.4)[:2])

    def scalar(self, k: Scalars[S], *args: S) -> S:
        line = k.add(k.mul(args[0], py(self.slope)), py(self.offset))
        return k.min(k.max(line, 0.0), 1.0)


@irdl_op_definition
class HardswishOp(Activation):
    """out = x times x + 3 between 0 and 6, over 6."""

    name = "pd.hardswish"
    SAMPLES: ClassVar = activation("hardswish", special=False)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,) = args
        gate = k.min(k.max(k.add(x, 3.0), 0.0), 6.0)
        return k.mul(k.mul(x, gate), 1 / 6)


# ---- shrinking
@irdl_op_definition
class SoftsignOp(Activation):
    """out = x / (1 + |x|)."""

    name = "pd.softsign"
    SAMPLES: ClassVar = activation("softsign")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.div(args[0], k.add(k.abs(args[0]), 1.0))


@irdl_op_definition
class SoftshrinkOp(Activation):
    """out = x moved towards zero by threshold, 0 where it would pass it."""

    name = "pd.softshrink"
    threshold = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = (
        *activation("softshrink", special=False),
        *activation("softshrink", special=False, threshold=1.5)[:2],
    )

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,), t = args, py(self.threshold)
        moved = k.select(k.compare("gt", x, 0), k.sub(x, t), k.add(x, t))
        return k.select(k.compare("le", k.abs(x), t), 0.0, moved)


@irdl_op_definition
class HardshrinkOp(Activation):
    """out = 0 where |x| < threshold, else x."""

    name = "pd.hardshrink"
    threshold = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = (*activation("hardshrink"), *activation("hardshrink", threshold=1.5)[:2])

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.select(k.compare("lt", k.abs(args[0]), py(self.threshold)), 0.0, args[0])


@irdl_op_definition
class TanhShrinkOp(Activation):
    """out = x - tanh(x)."""

    name = "pd.tanh_shrink"
    SAMPLES: ClassVar = activation("tanhshrink", special=False)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.sub(args[0], k.math("tanh", args[0]))
