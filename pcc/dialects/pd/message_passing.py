"""Messages along the edges of a graph, from node `src_index[e]` to node `dst_index[e]` (paddle.geometric)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from xdsl.dialects.builtin import DenseArrayBase, StringAttr, TensorType, f32, i32
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.pd.base import (
    PdOp,
    Tensor,
    TypeRuleError,
    broadcast,
    dtype_of,
    is_float,
    is_integer,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.pd.elementwise import same_dtype
from pcc.dialects.pd.indexing import GatherOp, places
from pcc.dialects.pd.put_along_axis import PutAlongAxisOp
from pcc.dialects.pd.scatter import IndexAddOp

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

X, Y, EDGES = (9, 5), (30, 5), (places(9, 30), places(9, 30, dtype="int64"))
REDUCTIONS = ("sum", "mean", "max", "min")


class Passing(PdOp):
    """Reads what it sends from x at `src_index`."""

    x = operand_def(base(TensorType))
    src_index = operand_def(base(TensorType))
    dst_index = operand_def(base(TensorType))

    def edges(self) -> int:
        """How many there are. Raises TypeRuleError."""
        indices = (self.src_index, self.dst_index)
        if not all(is_integer(dtype_of(v)) and rank_of(v) == 1 for v in indices) or not is_float(dtype_of(self.x)):
            raise TypeRuleError(f"{self.name}: floating-point nodes and 1-d integer indices are what pcc compiles")
        if shape_of(self.src_index) != shape_of(self.dst_index):
            raise TypeRuleError(f"{self.name}: edges have as many sources as destinations")
        return shape_of(self.src_index)[0]


def _message(b: Builder, message_op: StringAttr, x: SSAValue, y: SSAValue) -> SSAValue:
    return b.mul(x, y) if py(message_op) == "MUL" else b.add(x, y)


class Receiving(Passing):
    """out[n] = reduce_op of the messages of all edges with dst_index n, 0 if there are none.

    `out_size` nodes receive, as many as x has by default. `dst_count`: how many messages each received, for MEAN.
    """

    reduce_op = prop_def(base(StringAttr))
    out_size = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    dst_count = result_def(base(TensorType))

    def features(self) -> Sequence[int]:
        """The shape of one message."""
        return shape_of(self.x)[1:]

    def messages(self, b: Builder) -> SSAValue:
        return b.op(GatherOp, self.x, self.src_index, axis=0)

    def nodes(self) -> int:
        size = int(py(self.out_size)[0])
        return size if size > 0 else shape_of(self.x)[0]

    def infer(self) -> Sequence[Tensor]:
        self.edges()
        counts = tensor([self.nodes()], i32) if py(self.reduce_op) == "MEAN" else tensor([0], f32)
        return [tensor([self.nodes(), *self.features()], dtype_of(self.x)), counts]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        messages, dtype, nodes = self.messages(b), dtype_of(self.x), self.nodes()
        zeros = b.full([nodes, *self.features()], 0, dtype)
        reduction = py(self.reduce_op)
        if reduction in ("MAX", "MIN"):
            index = b.reshape(self.dst_index, [self.edges(), *[1] * len(self.features())])
            how = {"axis": 0, "reduce": "a" + reduction.lower(), "include_self": False}
            return [
                b.op(PutAlongAxisOp, zeros, b.expand(index, shape_of(messages)), messages, **how),
                b.full([0], 0, f32),
            ]
        total = b.op(IndexAddOp, zeros, self.dst_index, messages, axis=0)
        if reduction == "SUM":
            return [total, b.full([0], 0, f32)]
        count = b.op(IndexAddOp, b.full([nodes], 0, i32), self.dst_index, b.full([self.edges()], 1, i32), axis=0)
        divisor = b.reshape(b.cast(b.maximum(count, 1), dtype), [nodes, *[1] * len(self.features())])
        return [b.div(total, divisor), count]


@irdl_op_definition
class SendURecvOp(Receiving):
    """A message is x[src_index[e]]."""

    name = "pd.send_u_recv"
    SAMPLES: ClassVar = (
        *(sample(lambda paddle, x, s, d, r=r: paddle.geometric.send_u_recv(x, s, d, r), X, *EDGES) for r in REDUCTIONS),
        sample(lambda paddle, x, s, d: paddle.geometric.send_u_recv(x, s, d, "max", 12), (9, 3, 4), *EDGES),
        sample(lambda paddle, x, s, d: paddle.geometric.send_u_recv(x, s, d, "mean", out_size=40), (9,), *EDGES),
    )


@irdl_op_definition
class SendUeRecvOp(Receiving):
    """A message is x[src_index[e]] plus or times y[e], message_op ADD or MUL."""

    name = "pd.send_ue_recv"
    y = operand_def(base(TensorType))
    message_op = prop_def(base(StringAttr))
    SAMPLES: ClassVar = (
        *(
            sample(lambda paddle, x, y, s, d, m=m, r=r: paddle.geometric.send_ue_recv(x, y, s, d, m, r), X, Y, *EDGES)
            for m, r in zip(("add", "sub", "mul", "div"), REDUCTIONS, strict=True)
        ),
        sample(lambda paddle, x, y, s, d: paddle.geometric.send_ue_recv(x, y, s, d, "mul"), X, (30, 1), *EDGES),
    )

    def features(self) -> Sequence[int]:
        if shape_of(self.y)[:1] != (self.edges(),) or rank_of(self.x) != rank_of(self.y):
            raise TypeRuleError(f"{self.name}: y has a row for each edge, of as many axes as x's")
        same_dtype(self.x, self.y)
        return broadcast(shape_of(self.x)[1:], shape_of(self.y)[1:])

    def messages(self, b: Builder) -> SSAValue:
        return _message(b, self.message_op, super().messages(b), self.y)


@irdl_op_definition
class SendUvOp(Passing):
    """out[e] = x[src_index[e]] plus or times y[dst_index[e]], message_op ADD or MUL."""

    name = "pd.send_uv"
    y = operand_def(base(TensorType))
    message_op = prop_def(base(StringAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        *(
            sample(lambda paddle, x, y, s, d, m=m: paddle.geometric.send_uv(x, y, s, d, m), X, X, *EDGES)
            for m in ("add", "sub", "mul", "div")
        ),
        sample(lambda paddle, x, y, s, d: paddle.geometric.send_uv(x, y, s, d, "mul"), X, (9, 1), *EDGES),
    )

    def infer(self) -> Sequence[Tensor]:
        same_dtype(self.x, self.y)
        if rank_of(self.x) != rank_of(self.y):
            raise TypeRuleError(f"{self.name}: x and y have as many axes")
        return [tensor([self.edges(), *broadcast(shape_of(self.x)[1:], shape_of(self.y)[1:])], dtype_of(self.x))]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        sent = b.op(GatherOp, self.x, self.src_index, axis=0)
        return [_message(b, self.message_op, sent, b.op(GatherOp, self.y, self.dst_index, axis=0))]
