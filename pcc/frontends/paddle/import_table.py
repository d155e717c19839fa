"""PIR ops that are not imported one to one: each by a small function from the op to its results' values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xdsl.dialects.builtin import ComplexType, i64

from pcc.dialects.pd.base import dtype_of, is_float, is_integer, shape_of
from pcc.dialects.pd.choice import CastOp
from pcc.dialects.pd.contraction import MatmulOp
from pcc.dialects.pd.control_flow import IfOp, WhileOp
from pcc.dialects.pd.creation import FullLikeOp, FullOp, FullWithTensorOp
from pcc.dialects.pd.einsum import EinsumOp
from pcc.dialects.pd.elementwise import ScaleOp
from pcc.frontends.paddle.complex_value import Complex, flattened, grouped
from pcc.frontends.paddle.dtypes import element_type
from pcc.frontends.paddle.dynamic_index import assigned, sliced
from pcc.frontends.paddle.importer import Importer, plain
from pcc.frontends.paddle.recurrent import rnn
from pcc.frontends.paddle.segment import Unsupported

Results = Sequence[Any] | None
RANDOM = (
    "uniform",
    "gaussian",
    "truncated_gaussian_random",
    "randint",
    "randperm",
    "bernoulli",
    "exponential",
    "gumbel_softmax",
    "multinomial",
)


def _combine(importer: Importer, op: Any) -> Results:
    importer.lists[op.results()[0].id] = list(op.operands_source())
    return None


def _split(importer: Importer, op: Any) -> Results:
    if not importer.has(op.operands_source()[0]):
        return None  # what an op keeps for its derivative
    for result, value in zip(op.results(), importer.value(op.operands_source()[0]), strict=True):
        importer.values[result.id] = value
    return None


def _scale(importer: Importer, op: Any) -> Results:
    x, scale = op.operands_source()
    attrs = op.attrs()
    number = float(importer.constant(scale))
    after = bool(attrs["bias_after_scale"])
    return [importer.add(ScaleOp, importer.value(x), scale=number, bias=float(attrs["bias"]), bias_after_scale=after)]


def _while(importer: Importer, op: Any) -> Results:
    condition, *initial = op.operands_source()
    (body,) = op.blocks()
    carried = [importer.value(v) for v in initial]
    block = importer.nested(body, carried, body.args())
    operands = [importer.value(condition), *flattened(carried)]
    results = importer.place(WhileOp.around(operands, [block], importer.where))
    return grouped(results, [isinstance(v, Complex) for v in carried])


def _if(importer: Importer, op: Any) -> Results:
    blocks = [importer.nested(block, [], []) for block in op.blocks()]
    results = importer.place(IfOp.around([importer.value(op.operands_source()[0])], blocks, importer.where))
    return grouped(results, [isinstance(element_type(r.dtype), ComplexType) for r in op.results()])


def _full_like(importer: Importer, op: Any) -> Results:
    x, value = op.operands_source()
    like = importer.value(x)
    dtype = plain(op.attrs()["dtype"]) or dtype_of(like)
    if importer.known(value) is not None:
        return [importer.add(FullLikeOp, like, value=importer.constant(value), dtype=dtype)]
    return [importer.add(FullWithTensorOp, importer.value(value), shape=list(shape_of(like)), dtype=dtype)]


def _einsum(importer: Importer, op: Any) -> Results:
    (operands,) = op.operands_source()
    return [importer.add(EinsumOp, importer.value(operands), equation=str(op.attrs()["equation"]))]


def _matmul(importer: Importer, op: Any) -> Results:
    """Eager Paddle reads integers of y as x's floats; its own tracing forgets to."""
    x, y = map(importer.value, op.operands_source())
    if is_float(dtype_of(x)) and is_integer(dtype_of(y)):
        y = importer.add(CastOp, y, dtype=dtype_of(x))
    flags = {name: bool(op.attrs()[name]) for name in ("transpose_x", "transpose_y")}
    return [importer.add(MatmulOp, x, y, **flags)]


def _warpctc(importer: Importer, op: Any) -> Results:
    return [importer.generic_op(op).results[0], None]  # what it keeps for its derivative


def _random(importer: Importer, op: Any) -> Results:
    """A random op, with its own stream of the run's random numbers, or with a fixed seed those of the seed."""
    attrs = op.attrs()
    if attrs.get("seed") and attrs.get("fix_seed", True):
        state = importer.add(FullOp, shape=[2], value=int(attrs["seed"]), dtype=i64)
        return importer.generic(op, state=state, stream=0)
    return importer.generic(op, state=importer.random_state(), stream=importer.ops)


def _dropout(importer: Importer, op: Any) -> Results:
    mask = element_type(op.results()[1].dtype)
    if op.attrs()["is_test"]:
        return importer.generic(op, state=None, stream=0, dtype=mask)
    if importer.sources(op)["seed_tensor"].initialized():
        raise Unsupported("dropout with a tensor of seeds")
    state = importer.random_state()
    return importer.generic(op, state=state, stream=importer.ops, dtype=mask)


def _identity(importer: Importer, op: Any) -> Results:
    return [importer.value(op.operands_source()[0])]


def _nothing(importer: Importer, op: Any) -> Results:
    return None


RULES = {
    "builtin.combine": _combine,
    "builtin.split": _split,
    "pd_op.scale": _scale,
    "pd_op.while": _while,
    "pd_op.if": _if,
    "pd_op.full_like": _full_like,
    "pd_op.einsum": _einsum,
    "pd_op.matmul": _matmul,
    "pd_op.rnn": rnn,
    "pd_op.warpctc": _warpctc,
    "pd_op.dropout": _dropout,
    **{f"pd_op.{name}": _random for name in RANDOM},
    "pd_op.slice": sliced,
    "pd_op.set_value": assigned,
    "pd_op.set_value_with_tensor": assigned,
    "pd_op.assign": _identity,
    "pd_op.assign_out": _identity,
    "pd_op.share_data": _identity,
    "builtin.shadow_output": _nothing,
    "pd_op.fetch": _nothing,
}
