"""PIR ops that are not imported one to one: each by a small function from the op to its results' values."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xdsl.dialects.builtin import i64
from xdsl.ir import Attribute

from pcc.dialects.pd.base import is_float
from pcc.dialects.pd.control_flow import IfOp, WhileOp
from pcc.dialects.pd.elementwise import ScaleOp
from pcc.frontends.paddle.dtypes import element_type
from pcc.frontends.paddle.importer import Importer

Results = Sequence[Any] | None


@dataclass(frozen=True)
class Constant:
    """A PIR constant: `value` as other ops' attributes take it, `number`, shape and dtype as a tensor."""

    value: Any
    number: float | int
    shape: tuple[int, ...]
    dtype: Attribute


def _full(importer: Importer, op: Any) -> Results:
    attrs = op.attrs()
    dtype = element_type(attrs["dtype"])
    number = float(attrs["value"]) if is_float(dtype) else int(attrs["value"])
    result = op.results()[0]
    importer.constants[result.id] = Constant(number, number, tuple(attrs["shape"]), dtype)
    return None


def _full_int_array(importer: Importer, op: Any) -> Results:
    values = [int(v) for v in op.attrs()["value"]]
    importer.constants[op.results()[0].id] = Constant(values, values[0] if values else 0, (len(values),), i64)
    return None


def _combine(importer: Importer, op: Any) -> Results:
    importer.lists[op.results()[0].id] = list(op.operands_source())
    return None


def _split(importer: Importer, op: Any) -> Results:
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
    block = importer.nested(body, [importer.value(v) for v in initial], body.args())
    return list(importer.place(WhileOp.around([importer.value(v) for v in (condition, *initial)], [block], importer.where)))


def _if(importer: Importer, op: Any) -> Results:
    blocks = [importer.nested(block, [], []) for block in op.blocks()]
    return list(importer.place(IfOp.around([importer.value(op.operands_source()[0])], blocks, importer.where)))


def _identity(importer: Importer, op: Any) -> Results:
    return [importer.value(op.operands_source()[0])]


def _nothing(importer: Importer, op: Any) -> Results:
    return None


RULES = {
    "pd_op.full": _full,
    "pd_op.full_int_array": _full_int_array,
    "builtin.combine": _combine,
    "builtin.split": _split,
    "pd_op.scale": _scale,
    "pd_op.while": _while,
    "pd_op.if": _if,
    "pd_op.assign": _identity,
    "pd_op.share_data": _identity,
    "builtin.shadow_output": _nothing,
    "pd_op.fetch": _nothing,
}

