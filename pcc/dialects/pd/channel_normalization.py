"""Normalizations with one scale and bias a channel: batch, group and instance normalization."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import TYPE_CHECKING, Any, ClassVar

from xdsl.dialects.builtin import FloatAttr, IntegerAttr, StringAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import (
    AttrSizedOperandSegments,
    base,
    irdl_op_definition,
    operand_def,
    opt_operand_def,
    prop_def,
    result_def,
)

from pcc.dialects.pd.base import (
    PdOp,
    Sample,
    Spec,
    Tensor,
    TypeRuleError,
    dtype_of,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
    type_of,
)
from pcc.dialects.relation import Dim, Mark, Relation, letters

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


def channel_axis(rank: int, data_format: str) -> int:
    """Where the channels are: axis 1 in NCHW and the like (and of a matrix), the last in NHWC."""
    if rank < 2:
        raise TypeRuleError(f"normalization of channels needs rank 2 or more, not {rank}")
    return 1 if data_format.startswith("NC") else rank - 1


def along(b: Builder, vector: SSAValue, rank: int, axis: int) -> SSAValue:
    """A vector laid along one axis of a tensor of some rank."""
    return b.reshape(vector, [*shape_of(vector), *[1] * (rank - 1 - axis)])


class ChannelNormalization(PdOp):
    """An op with optional `scale` and `bias` of one element a channel."""

    irdl_options = (AttrSizedOperandSegments(as_property=True),)
    x = operand_def(base(TensorType))
    scale = opt_operand_def(base(TensorType))
    bias = opt_operand_def(base(TensorType))

    def axis(self) -> int:
        raise NotImplementedError

    def check_vectors(self, **vectors: SSAValue | None) -> None:
        channels = shape_of(self.x)[self.axis()]
        for name, vector in vectors.items():
            if vector is not None and shape_of(vector) != (channels,):
                raise TypeRuleError(f"{self.name}: {name} has shape {shape_of(vector)}, x has {channels} channels")

    def scaled(self, b: Builder, x: SSAValue) -> SSAValue:
        """x * scale + bias, where given."""
        rank, axis = rank_of(self.x), self.axis()
        if self.scale is not None:
            x = b.mul(x, along(b, self.scale, rank, axis))
        return x if self.bias is None else b.add(x, along(b, self.bias, rank, axis))

    def channelwise(self, results: Sequence[tuple[Dim, ...]], whole: Sequence[int]) -> Relation:
        """The relation of x and operands of one element a channel; axes in `whole` are needed at once."""
        names = letters(rank_of(self.x))
        dims = tuple((n,) for n in names)
        operands = tuple(dims if o is self.x else (dims[self.axis()],) for o in self.operands)
        return Relation(operands, (dims, *results), {names[d]: Mark.WHOLE for d in whole})


def batch_norm(shape: tuple[int, ...], training: bool, dtype: str = "float32", **options: Any) -> Sample:
    """A sample of `paddle.nn.functional.batch_norm` with running statistics, scale and bias."""
    channels = shape[channel_axis(len(shape), options.get("data_format", "NCHW"))]

    def call(paddle: Any, x: Any, mean: Any, variance: Any, scale: Any, bias: Any) -> Any:
        return paddle.nn.functional.batch_norm(x, mean, variance, scale, bias, training=training, **options)

    vector = lambda low: Spec((channels,), dtype, low, 2.0)  # noqa: E731
    return sample(call, Spec(shape, dtype), vector(-1), vector(0.5), vector(-1), vector(-1), tolerance=2e-5)


def _all_results(paddle: Any, x: Any, mean: Any, variance: Any, scale: Any, bias: Any) -> Any:
    """Batch normalization in training, with the statistics that it gives."""
    return paddle._C_ops.batch_norm(x, mean, variance, scale, bias, False, 0.9, 1e-5, "NCHW", False, False)[:5]


@irdl_op_definition
class BatchNormOp(ChannelNormalization):
    """(x - mean) / sqrt(variance + epsilon) * scale + bias per channel.

    With the running statistics in test mode or with use_global_stats, else with those of the batch, which then move
    the running ones: new = momentum * old + (1 - momentum) * batch (biased variance). Results: out, the running
    mean and variance, and the batch's mean and inverse deviation (zeros where the batch's are not used).
    """

    name = "pd.batch_norm"
    mean = operand_def(base(TensorType))
    variance = operand_def(base(TensorType))
    is_test = prop_def(base(IntegerAttr))
    momentum = prop_def(base(FloatAttr))
    epsilon = prop_def(base(FloatAttr))
    data_format = prop_def(base(StringAttr))
    use_global_stats = prop_def(base(IntegerAttr))
    trainable_statistics = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    mean_out = result_def(base(TensorType))
    variance_out = result_def(base(TensorType))
    saved_mean = result_def(base(TensorType))
    saved_variance = result_def(base(TensorType))
    FIXED: ClassVar = ("mean", "variance")
    SAMPLES: ClassVar = (
        batch_norm((2, 3, 5, 7), False),
        batch_norm((2, 3, 5, 7), True),
        batch_norm((2, 5, 7, 16), False, data_format="NHWC"),
        batch_norm((2, 5, 7, 3), True, data_format="NHWC"),
        batch_norm((9, 33), False),
        batch_norm((9, 33), True, momentum=0.7),
        batch_norm((2, 3, 4, 5, 6), True, "float64", epsilon=1e-3),
        batch_norm((2, 3, 8), True, use_global_stats=True),
        batch_norm((1, 6, 1, 1), True),
        sample(_all_results, (4, 3, 5), Spec((3,), low=-1), Spec((3,), low=0.5), (3,), (3,), tolerance=2e-5),
    )

    def axis(self) -> int:
        return channel_axis(rank_of(self.x), py(self.data_format))

    def global_stats(self) -> bool:
        return bool((py(self.is_test) and not py(self.trainable_statistics)) or py(self.use_global_stats))

    def infer(self) -> Sequence[Tensor]:
        self.check_vectors(mean=self.mean, variance=self.variance, scale=self.scale, bias=self.bias)
        return [type_of(self.x), *[type_of(self.mean)] * 4]

    def relation(self) -> Relation:
        axis, rank = self.axis(), rank_of(self.x)
        row = ((letters(rank)[axis],),)
        whole = [] if self.global_stats() else [d for d in range(rank) if d != axis]
        return self.channelwise([row] * 4, whole)

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        channels = shape_of(self.mean)
        zeros = b.full(channels, 0.0, dtype_of(self.mean))
        if self.global_stats():
            return [self._affine(b), self.mean, self.variance, zeros, zeros]
        axis, shape = self.axis(), shape_of(self.x)
        axes = [d for d in range(len(shape)) if d != axis]
        if prod(shape[d] for d in axes) == 1:  # one element a channel: Paddle passes it through
            return [self.x, self.mean, self.variance, zeros, zeros]
        return self._normalized(b, axes)

    def _affine(self, b: Builder) -> SSAValue:
        """One multiply-add an element; its factors are computed once a channel."""
        rank, axis = rank_of(self.x), self.axis()
        factor = b.rsqrt(b.add(self.variance, py(self.epsilon)))
        if self.scale is not None:
            factor = b.mul(factor, self.scale)
        shift = b.mul(self.mean, factor)
        shift = b.sub(0.0, shift) if self.bias is None else b.sub(self.bias, shift)
        x = b.cast(self.x, dtype_of(factor))
        out = b.add(b.mul(x, along(b, factor, rank, axis)), along(b, shift, rank, axis))
        return b.cast(out, dtype_of(self.x))

    def _normalized(self, b: Builder, axes: list[int]) -> Sequence[SSAValue]:
        channels, momentum = shape_of(self.mean), py(self.momentum)
        x = b.cast(self.x, dtype_of(self.mean))
        mean = b.mean(x, axes, keepdim=True)
        centered = b.sub(x, mean)
        variance = b.mean(b.mul(centered, centered), axes, keepdim=True)
        deviation = b.rsqrt(b.add(variance, py(self.epsilon)))
        out = b.cast(self.scaled(b, b.mul(centered, deviation)), dtype_of(self.x))
        mean, variance, deviation = (b.reshape(v, channels) for v in (mean, variance, deviation))
        moved = lambda old, new: b.add(b.mul(old, momentum), b.mul(new, 1 - momentum))  # noqa: E731
        return [out, moved(self.mean, mean), moved(self.variance, variance), mean, deviation]


def group_norm(shape: tuple[int, ...], groups: int, data_format: str = "NCHW", dtype: str = "float32") -> Sample:
    """A sample of `paddle.nn.functional.group_norm` with scale and bias."""
    channels = shape[1] if data_format.startswith("NC") else shape[-1]

    def call(paddle: Any, x: Any, scale: Any, bias: Any) -> Any:
        return paddle.nn.functional.group_norm(x, groups, 1e-5, scale, bias, data_format)

    return sample(call, Spec(shape, dtype), Spec((channels,), dtype), Spec((channels,), dtype), tolerance=2e-5)


@irdl_op_definition
class GroupNormOp(ChannelNormalization):
    """(x - mean) * rsqrt(variance + epsilon) * scale + bias with the statistics of each image's groups of channels.

    Also gives mean and variance per image and group.
    """

    name = "pd.group_norm"
    epsilon = prop_def(base(FloatAttr))
    groups = prop_def(base(IntegerAttr))
    data_format = prop_def(base(StringAttr))
    out = result_def(base(TensorType))
    mean = result_def(base(TensorType))
    variance = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        group_norm((2, 6, 5, 7), 3),
        group_norm((2, 5, 7, 6), 2, "NHWC"),
        group_norm((3, 8, 33), 8, "NCL"),
        group_norm((3, 4), 2, "NCHW", "float64"),
        sample(lambda paddle, x: paddle.nn.functional.group_norm(x, 2), (2, 4, 5, 16), tolerance=2e-5),
    )

    def axis(self) -> int:
        return channel_axis(rank_of(self.x), py(self.data_format))

    def infer(self) -> Sequence[Tensor]:
        self.check_vectors(scale=self.scale, bias=self.bias)
        groups, channels = py(self.groups), shape_of(self.x)[self.axis()]
        if groups < 1 or channels % groups:
            raise TypeRuleError(f"group_norm of {channels} channels in {groups} groups")
        rows = tensor([shape_of(self.x)[0], groups], dtype_of(self.x))
        return [type_of(self.x), rows, rows]

    def relation(self) -> Relation:
        image, rank = ("a",), rank_of(self.x)
        return self.channelwise([(image, ("_",))] * 2, range(1, rank))

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        shape, axis, groups = shape_of(self.x), self.axis(), py(self.groups)
        split = [*shape[:axis], groups, shape[axis] // groups, *shape[axis + 1 :]]
        axes = [d for d in range(1, len(split)) if d != axis]
        x = b.reshape(self.x, split)
        mean = b.mean(x, axes, keepdim=True)
        centered = b.sub(x, mean)
        variance = b.mean(b.mul(centered, centered), axes, keepdim=True)
        out = b.reshape(b.mul(centered, b.rsqrt(b.add(variance, py(self.epsilon)))), shape)
        rows = [shape[0], groups]
        return [self.scaled(b, out), b.reshape(mean, rows), b.reshape(variance, rows)]


@irdl_op_definition
class InstanceNormOp(ChannelNormalization):
    """(x - mean) * rsqrt(variance + epsilon) * scale + bias with the statistics of each image's channel.

    Also gives the mean and the inverse deviation of every image's channels, in one vector each.
    """

    name = "pd.instance_norm"
    epsilon = prop_def(base(FloatAttr))
    y = result_def(base(TensorType))
    saved_mean = result_def(base(TensorType))
    saved_variance = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.nn.functional.instance_norm(x), (2, 3, 5, 7), tolerance=2e-5),
        sample(
            lambda paddle, x, w, c: paddle.nn.functional.instance_norm(x, weight=w, bias=c),
            (2, 3, 33), (3,), (3,), tolerance=2e-5,
        ),
        sample(lambda paddle, x: paddle.nn.functional.instance_norm(x, eps=1e-2), Spec((2, 3, 4, 5, 6), "float64")),
    )  # fmt: skip

    def axis(self) -> int:
        return channel_axis(rank_of(self.x), "NCHW")

    def infer(self) -> Sequence[Tensor]:
        self.check_vectors(scale=self.scale, bias=self.bias)
        rows = tensor([prod(shape_of(self.x)[:2])], dtype_of(self.x))
        return [type_of(self.x), rows, rows]

    def relation(self) -> Relation:
        return self.channelwise([(("a", "b"),)] * 2, range(2, rank_of(self.x)))

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        shape = shape_of(self.x)
        axes, rows = list(range(2, len(shape))), [prod(shape[:2])]
        if not axes:
            raise TypeRuleError("instance_norm needs a spatial axis")
        mean = b.mean(self.x, axes, keepdim=True)
        centered = b.sub(self.x, mean)
        variance = b.mean(b.mul(centered, centered), axes, keepdim=True)
        deviation = b.rsqrt(b.add(variance, py(self.epsilon)))
        out = self.scaled(b, b.mul(centered, deviation))
        return [out, b.reshape(mean, rows), b.reshape(deviation, rows)]


@irdl_op_definition
class AffineChannelOp(ChannelNormalization):
    """x * scale + bias per channel."""

    name = "pd.affine_channel"
    data_layout = prop_def(base(StringAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, s, c: paddle._C_ops.affine_channel(x, s, c, "NCHW"), (2, 3, 5, 7), (3,), (3,)),
        sample(lambda paddle, x, s, c: paddle._C_ops.affine_channel(x, s, c, "NHWC"), (2, 5, 7, 3), (3,), (3,)),
    )

    def axis(self) -> int:
        return channel_axis(rank_of(self.x), py(self.data_layout))

    def infer(self) -> Sequence[Tensor]:
        self.check_vectors(scale=self.scale, bias=self.bias)
        return [type_of(self.x)]

    def relation(self) -> Relation:
        return self.channelwise([], [])

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [self.scaled(b, self.x)]
