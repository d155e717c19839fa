"""Recurrent layers: calls of the routines that run over time."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import ClassVar

from xdsl.dialects.builtin import f64
from xdsl.ir import Operation, SSAValue

from pcc.dialects.kernel import LaunchOp, RoutineOp
from pcc.dialects.pd.base import PdOp, dtype_of, py, shape_of
from pcc.dialects.pd.rnn import RecurrenceOp
from pcc.passes.kinds.base import Kind, Program, result_memory

ROUTINES = {"LSTM": "pcc_lstm", "GRU": "pcc_gru", "RNN_TANH": "pcc_tanh_rnn", "RNN_RELU": "pcc_relu_rnn"}


class RecurrenceKind(Kind):
    """One layer in one direction per launch."""

    name: ClassVar[str] = "recurrence"

    def accepts(self, op: PdOp, through: Container[Operation]) -> bool:
        return isinstance(op, RecurrenceOp) and super().accepts(op, through)

    def call(
        self, launch: LaunchOp, inputs: Sequence[SSAValue], outputs: Sequence[SSAValue], program: Program
    ) -> Sequence[Operation]:
        op = next(o for o in launch.body.block.ops if isinstance(o, RecurrenceOp))
        place: dict[SSAValue, SSAValue] = dict(zip(launch.body.block.args, inputs, strict=True))
        steps, batch, hidden = shape_of(op.out)
        fields = {"steps": steps, "batch": batch, "hidden": hidden, "reverse": int(py(op.reverse))}
        pointers = {name: place[value] for name, value in (("x", op.x), ("w", op.w), ("bias", op.bias))}
        pointers |= {name: place[value] for name, value in zip(("h0", "c0"), op.states, strict=False)}
        results = result_memory(op, launch, outputs, program)
        pointers |= dict(zip(("y", "h", "c"), results, strict=False))
        return [
            RoutineOp.call(f"{ROUTINES[py(op.mode)]}_{'f64' if dtype_of(op.x) == f64 else 'f32'}", fields, pointers)
        ]
