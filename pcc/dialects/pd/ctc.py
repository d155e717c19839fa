"""Connectionist temporal classification: the loss of a labelling whose alignment with time is not known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from xdsl.dialects.builtin import IntegerAttr, TensorType, i64
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.pd.base import (
    PdOp,
    Sample,
    Tensor,
    TypeRuleError,
    dtype_of,
    is_float,
    is_integer,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.pd.counted_loop import repeated
from pcc.dialects.pd.indexing import GatherOp, TakeAlongAxisOp, places
from pcc.dialects.pd.logic import LogicalAndOp
from pcc.dialects.pd.normalization import LogSoftmaxOp
from pcc.dialects.pd.padding import PadOp

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

NEVER = -1e30  # the logarithm of a probability of zero, of which differences are numbers


def _loss(steps: int, rows: int, classes: int, length: int, least: int = 0) -> Sample:
    """A sample of rows with `least` steps or more, by default as many as any labelling needs."""

    def call(paddle: Any, x: Any, labels: Any, ends: Any, counts: Any) -> Any:
        loss = paddle.nn.functional.ctc_loss
        return loss(paddle.nn.functional.log_softmax(x, -1), labels, ends, counts, reduction="none")

    ends = places(steps + 1, rows, low=least or 2 * length + 1)
    return sample(
        call, (steps, rows, classes), places(classes, rows, length, dtype="int32", low=1), ends,
        places(length + 1, rows, low=1), tolerance=2e-5,
    )  # fmt: skip


@irdl_op_definition
class WarpctcOp(PdOp):
    """loss[n, 0] = -log of the probability of all alignments of row n's labels (Graves et al., ICML 2006).

    logits: [steps, rows, classes], of which softmax makes probabilities; label: [rows, labels]; the lengths say how
    many steps and labels of a row there are. An alignment repeats labels and puts blanks between them; where none
    fits, the loss is 0.
    """

    name = "pd.warpctc"
    logits = operand_def(base(TensorType))
    label = operand_def(base(TensorType))
    logits_length = operand_def(base(TensorType))
    labels_length = operand_def(base(TensorType))
    blank = prop_def(base(IntegerAttr))
    norm_by_times = prop_def(base(IntegerAttr))
    loss = result_def(base(TensorType))
    SAMPLES: ClassVar = (_loss(9, 3, 5, 4), _loss(40, 2, 7, 6), _loss(3, 4, 3, 1), _loss(6, 9, 4, 4, least=1))

    def infer(self) -> Sequence[Tensor]:
        if rank_of(self.logits) != 3 or not is_float(dtype_of(self.logits)) or rank_of(self.label) != 2:
            raise TypeRuleError("ctc_loss: logits [steps, rows, classes] and labels [rows, labels] are compiled")
        rows = shape_of(self.logits)[1]
        lengths = (self.logits_length, self.labels_length)
        if any(shape_of(v) != (rows,) or not is_integer(dtype_of(v)) for v in lengths) or py(self.norm_by_times):
            raise TypeRuleError("ctc_loss: a number of steps and of labels for each row, and no norm_by_times")
        if shape_of(self.label)[0] != rows or not shape_of(self.label)[1]:
            raise TypeRuleError(f"ctc_loss: labels {shape_of(self.label)} of {rows} rows")
        return [tensor([rows, 1], dtype_of(self.logits))]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        """Probabilities of all prefixes, step by step: `states` are the labels with a blank around each."""
        steps, rows, _ = shape_of(self.logits)
        states, skips = self._states(b), self._skips(b)
        size = shape_of(states)[1]
        own = b.op(LogSoftmaxOp, self.logits, axis=2)
        each = b.expand(b.reshape(states, [1, rows, size]), [steps, rows, size])
        emitted = b.op(TakeAlongAxisOp, own, each, axis=2)
        ends = b.reshape(b.cast(self.logits_length, i64), [rows, 1])
        begun = b.greater(2, b.reshape(b.count(size), [1, size]))
        first = b.where(begun, b.slice(emitted, 0, 0, 1, drop=True), NEVER)

        def step(inner: Builder, done: SSAValue, values: Sequence[SSAValue]) -> Sequence[SSAValue]:
            (before,), time = values, inner.add(done, 1)
            here = inner.op(GatherOp, emitted, inner.reshape(time, [1]), axis=0)
            ways = [before, _later(inner, before, 1), inner.where(skips, _later(inner, before, 2), NEVER)]
            after = inner.add(_either(inner, ways), inner.reshape(here, [rows, size]))
            return [inner.where(inner.greater(ends, time), after, before)]

        (last,) = repeated(b, steps - 1, [first], step) if steps > 1 else [first]
        count = b.reshape(b.cast(self.labels_length, i64), [rows, 1])
        blank, label = (b.op(TakeAlongAxisOp, last, self._place(b, count, n), axis=1) for n in (0, 1))
        found = b.neg(_either(b, [blank, b.where(b.greater(count, 0), label, NEVER)]))
        return [b.where(b.greater(-NEVER / 2, found), found, 0.0)]

    def _place(self, b: Builder, count: SSAValue, before: int) -> SSAValue:
        """The last state but `before`."""
        return b.maximum(b.sub(b.mul(count, 2), before), 0)

    def _states(self, b: Builder) -> SSAValue:
        """[rows, 2 labels + 1]: blank, label, blank, label, ... blank."""
        (rows, labels), blank = shape_of(self.label), py(self.blank)
        label = b.reshape(b.cast(self.label, i64), [rows, labels, 1])
        pairs = b.concat([b.full([rows, labels, 1], blank, i64), label], 2)
        return b.concat([b.reshape(pairs, [rows, 2 * labels]), b.full([rows, 1], blank, i64)], 1)

    def _skips(self, b: Builder) -> SSAValue:
        """Whether a state may follow the one before its predecessor: a label, after another one."""
        states = self._states(b)
        two_before = b.op(PadOp, states, paddings=[0, 0, 2, -2], pad_value=py(self.blank))
        labels = b.not_equal(states, py(self.blank))
        return b.op(LogicalAndOp, labels, b.not_equal(states, two_before))


def _later(b: Builder, x: SSAValue, by: int) -> SSAValue:
    """Row elements moved to places further on."""
    return b.op(PadOp, x, paddings=[0, 0, by, -by], pad_value=NEVER)


def _either(b: Builder, ways: Sequence[SSAValue]) -> SSAValue:
    """The logarithm of a sum of probabilities."""
    most = ways[0]
    for way in ways[1:]:
        most = b.maximum(most, way)
    shares = [b.exp(b.sub(way, most)) for way in ways]
    total = shares[0]
    for share in shares[1:]:
        total = b.add(total, share)
    return b.add(most, b.log(total))
