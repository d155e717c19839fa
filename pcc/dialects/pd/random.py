"""Random numbers, by one counter-based generator: Philox4x32-10 (Salmon, Moraes, Dror, Shaw, SC'11).

Element i of a random op is a function of the run's `state` (two 64-bit numbers, drawn from Paddle's generator at each
call, so `paddle.seed` rules them), the op's own `stream`, and i alone: threads and vectors do not change it. The
numbers are not those that Paddle would draw; their distributions are.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from math import erf, pi, sqrt
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from xdsl.dialects.builtin import DenseArrayBase, FloatAttr, IntegerAttr, StringAttr, TensorType, f32, f64, i64
from xdsl.ir import Attribute, SSAValue, TypeAttribute
from xdsl.irdl import (
    AttrSizedOperandSegments,
    base,
    irdl_op_definition,
    operand_def,
    opt_operand_def,
    prop_def,
    result_def,
)

from pcc.dialects.index import Expr, linear
from pcc.dialects.pd.base import (
    PdOp,
    Tensor,
    TypeRuleError,
    attribute_of,
    dtype_of,
    is_float,
    is_integer,
    py,
    sample,
    shape_of,
    tensor,
    type_of,
)
from pcc.dialects.pd.linear import Flat, again
from pcc.dialects.relation import Mark, Relation, letters
from pcc.dialects.scalars import Index, Scalars, compute_type

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")

ROUNDS = 10
_MULTIPLIERS = (0xD2511F53, 0xCD9E8D57)
_WEYL = (0x9E3779B9, 0xBB67AE85)
_WORD = 0xFFFFFFFF


def philox(k: Scalars[S], counter: Sequence[S], key: Sequence[S]) -> list[S]:
    """Four random 32-bit words, in 64-bit integers, from four counter words and two key words."""
    words, keys = list(counter), list(key)
    for _ in range(ROUNDS):
        high, low = zip(*(_product(k, words[w], m) for w, m in zip((0, 2), _MULTIPLIERS, strict=True)), strict=True)
        mixed = [
            k.logical_xor(k.logical_xor(h, words[w]), key)
            for h, w, key in zip(high, (3, 1), reversed(keys), strict=True)
        ]
        words = [mixed[1], low[1], mixed[0], low[0]]
        keys = [k.logical_and(k.add(key, step), k.constant(_WORD, i64)) for key, step in zip(keys, _WEYL, strict=True)]
    return words


def _product(k: Scalars[S], a: S, b: int) -> tuple[S, S]:
    """The high and the low word of a product of words."""
    product = k.mul(a, b)
    return _shifted(k, product, 32), k.logical_and(product, k.constant(_WORD, i64))


def _shifted(k: Scalars[S], x: S, by: int) -> S:
    """Bits moved down, zeros in."""
    return k.apply("arith.shrui", [x, k.constant(by, i64)], i64)


class Drawn(PdOp):
    """An op whose results are random: drawn by the run's `state`, unless it has none."""

    @property
    def draws(self) -> bool:
        return getattr(self, "state", None) is not None


class Random(Drawn):
    """An op whose elements are drawn independently of each other; `draw` says how."""

    state = operand_def(base(TensorType))
    stream = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))

    @abstractmethod
    def draw(self, k: Scalars[S], words: Sequence[S], index: Index) -> S:
        """An element from four random words."""

    def words(self, k: Scalars[S], index: Index, shape: Sequence[int]) -> list[S]:
        """The random words that belong to an element."""
        return words_of(k, self.state, py(self.stream), linear(list(index), tuple(shape)))

    def element(self, k: Scalars[S], index: Index) -> S:
        return self.draw(k, self.words(k, index, shape_of(self.out)), index)


def words_of(k: Scalars[S], state: SSAValue, stream: int, place: Expr) -> list[S]:
    """The words of element number `place` of a stream."""
    halves = [part for n in range(2) for part in _split(k, k.read(state, [Expr((), n)]))]
    at = k.index(place)
    counter = [*_split(k, at), k.logical_xor(halves[2], k.constant(stream & _WORD, i64)), halves[3]]
    return philox(k, counter, halves[:2])


def _split(k: Scalars[S], x: S) -> tuple[S, S]:
    """The low and the high word of a 64-bit number."""
    return k.logical_and(x, k.constant(_WORD, i64)), _shifted(k, x, 32)


def uniform(k: Scalars[S], words: Sequence[S], dtype: Attribute, first: int = 0) -> S:
    """A number in [0, 1) of the dtype's full precision, from words first, first + 1."""
    if dtype != f64:
        return k.mul(k.cast(_shifted(k, words[first], 8), f32), 2.0**-24)
    high = k.mul(_shifted(k, words[first], 5), 1 << 26)
    return k.mul(k.cast(k.logical_or(high, _shifted(k, words[first + 1], 6)), f64), 2.0**-53)


def above_zero(k: Scalars[S], u: S) -> S:
    """1 - u: from [0, 1) to (0, 1], for logarithms."""
    return k.add(k.neg(u), 1)


def normal(k: Scalars[S], words: Sequence[S], dtype: Attribute) -> S:
    """A standard normal number, by the transform of Box and Muller (1958)."""
    radius = k.math("sqrt", k.mul(k.math("log", above_zero(k, uniform(k, words, dtype))), -2))
    return k.mul(radius, k.math("cos", k.mul(uniform(k, words, dtype, 2), 2 * pi)))


class Shaped(Random):
    """A random op that makes a tensor of a given shape and dtype."""

    shape = prop_def(base(DenseArrayBase))
    dtype = prop_def(base(TypeAttribute))

    def infer(self) -> Sequence[Tensor]:
        if any(e < 0 for e in py(self.shape)):
            raise TypeRuleError(f"{self.name} of shape {tuple(py(self.shape))}")
        return [tensor([int(e) for e in py(self.shape)], self.dtype)]

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        """Other numbers for every call."""
        if any(batched):
            return NotImplemented
        return again(self, b, operands, {**self.properties, "shape": attribute_of([size, *shape_of(self.out)])})

    def compute(self) -> Attribute:
        """The float type that its elements are computed in."""
        if not is_float(self.dtype):
            raise TypeRuleError(f"{self.name} of {self.dtype}")
        return compute_type(self.dtype)


@irdl_op_definition
class UniformOp(Shaped):
    """Uniform in [min, max)."""

    name = "pd.uniform"
    min = prop_def(base(FloatAttr) | base(IntegerAttr))
    max = prop_def(base(FloatAttr) | base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.uniform([3, 5], min=2.0, max=2.0) + x, (3, 5)),
        sample(lambda paddle, x: paddle.floor(paddle.rand([3, 33])) + x, (3, 33)),
    )

    def draw(self, k: Scalars[S], words: Sequence[S], index: Index) -> S:
        low, high = float(py(self.min)), float(py(self.max))
        return k.add(k.mul(uniform(k, words, self.compute()), high - low), low)


@irdl_op_definition
class GaussianOp(Shaped):
    """Normal with a mean and a standard deviation."""

    name = "pd.gaussian"
    mean = prop_def(base(FloatAttr))
    std = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = (sample(lambda paddle, x: paddle.normal(2.0, 0.0, [3, 5]) + x, (3, 5)),)

    def draw(self, k: Scalars[S], words: Sequence[S], index: Index) -> S:
        return k.add(k.mul(normal(k, words, self.compute()), py(self.std)), py(self.mean))


@irdl_op_definition
class TruncatedGaussianOp(Shaped):
    """Normal, kept in mean + std * [a, b], by inversion of its distribution function."""

    name = "pd.truncated_gaussian_random"
    mean = prop_def(base(FloatAttr))
    std = prop_def(base(FloatAttr))
    a = prop_def(base(FloatAttr))
    b = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = (
        sample(
            lambda paddle, x: (
                x
                + paddle._C_ops.truncated_gaussian_random(
                    [3, 33], 2.0, 1e-9, 0, -2.0, 2.0, paddle.float32, paddle.CPUPlace()
                )
            ),
            (3, 33),
        ),
    )

    def draw(self, k: Scalars[S], words: Sequence[S], index: Index) -> S:
        low, high = (erf(py(bound) / sqrt(2)) for bound in (self.a, self.b))
        at = k.add(k.mul(uniform(k, words, self.compute()), high - low), low)
        number = k.mul(k.math("erfinv", at), sqrt(2))
        number = k.min(k.max(number, py(self.a)), py(self.b))
        return k.add(k.mul(number, py(self.std)), py(self.mean))


@irdl_op_definition
class RandintOp(Shaped):
    """Uniform integers in [low, high)."""

    name = "pd.randint"
    low = prop_def(base(IntegerAttr))
    high = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (sample(lambda paddle, x: paddle.randint(7, 8, [3, 33]).astype("float32") + x, (3, 33)),)

    def draw(self, k: Scalars[S], words: Sequence[S], index: Index) -> S:
        low, size = py(self.low), py(self.high) - py(self.low)
        if not is_integer(self.dtype) or not 0 < size <= _WORD:
            raise TypeRuleError(f"randint of {size} values of {self.dtype}")
        return k.cast(k.add(_shifted(k, k.mul(words[0], size), 32), low), self.dtype)


class Derived(Drawn, Flat):
    """A random op with one element for each of x, made of a number u that is uniform in [0, 1)."""

    state = operand_def(base(TensorType))
    x = operand_def(base(TensorType))
    stream = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))

    def infer(self) -> Sequence[Tensor]:
        if not is_float(dtype_of(self.x)):
            raise TypeRuleError(f"{self.name} of {dtype_of(self.x)}")
        return [type_of(self.x)]

    @abstractmethod
    def made(self, b: Builder, u: SSAValue) -> SSAValue:
        """The elements from the numbers."""

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        options: dict[str, Any] = {"shape": list(shape_of(self.x)), "dtype": compute_type(dtype_of(self.x))}
        u = b.op(UniformOp, self.state, stream=py(self.stream), min=0.0, max=1.0, **options)
        return [b.cast(self.made(b, u), dtype_of(self.x))]


@irdl_op_definition
class BernoulliOp(Derived):
    """1 with probability x, else 0."""

    name = "pd.bernoulli"
    SAMPLES: ClassVar = (sample(lambda paddle, x: paddle.bernoulli((x > 0).astype("float32")), (3, 33)),)

    def made(self, b: Builder, u: SSAValue) -> SSAValue:
        return b.greater(b.cast(self.x, dtype_of(u)), u)


@irdl_op_definition
class ExponentialOp(Derived):
    """Exponential with rate lam, in the shape of x."""

    name = "pd.exponential"
    lam = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = (sample(lambda paddle, x: paddle.clone(x).exponential_(1e30) + x, (3, 33)),)

    def made(self, b: Builder, u: SSAValue) -> SSAValue:
        return b.scale(b.log(b.sub(1.0, u)), -1 / py(self.lam))


@irdl_op_definition
class DropoutOp(Drawn):
    """x with each element zero with probability p, and the mask of those that stay.

    In training, upscale_in_train divides what stays by 1 - p; in tests, downgrade_in_infer multiplies x by 1 - p.
    """

    name = "pd.dropout"
    irdl_options = (AttrSizedOperandSegments(as_property=True),)
    x = operand_def(base(TensorType))
    state = opt_operand_def(base(TensorType))
    p = prop_def(base(FloatAttr) | base(IntegerAttr))
    is_test = prop_def(base(IntegerAttr))
    mode = prop_def(base(StringAttr))
    stream = prop_def(base(IntegerAttr))
    dtype = prop_def(base(TypeAttribute))
    out = result_def(base(TensorType))
    mask = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.nn.functional.dropout(x, 0.3, training=False), (3, 33)),
        sample(
            lambda paddle, x: paddle.nn.functional.dropout(x, 0.3, training=False, mode="downscale_in_infer"), (3, 33)
        ),
    )

    def infer(self) -> Sequence[Tensor]:
        return [type_of(self.x), tensor(shape_of(self.x), self.dtype)]

    def relation(self) -> Relation:
        names = letters(len(shape_of(self.x)))
        dims = tuple((n,) for n in names)
        side = [(("_",),)] * (self.state is not None)
        return Relation((dims, *side), (dims, dims), dict.fromkeys(names, Mark.WHOLE) if side else {})

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        p, upscale, dtype = float(py(self.p)), py(self.mode) == "upscale_in_train", dtype_of(self.x)
        if py(self.is_test) or self.state is None:
            kept = b.full(shape_of(self.x), 1, self.dtype)
            return [self.x if upscale else b.mul(self.x, 1 - p), kept]
        options: dict[str, Any] = {"shape": list(shape_of(self.x)), "dtype": f32, "min": 0.0, "max": 1.0}
        u = b.op(UniformOp, self.state, stream=py(self.stream), **options)
        dropped, scale = b.greater(p, u), 1 / (1 - p) if upscale and p < 1 else 1.0
        mask = b.where(dropped, b.full([], 0, self.dtype), b.full([], 1, self.dtype))
        return [b.where(dropped, b.full([], 0.0, dtype), b.mul(self.x, scale) if scale != 1 else self.x), mask]
