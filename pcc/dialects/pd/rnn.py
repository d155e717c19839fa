"""Recurrent layers: Paddle's `rnn` op, and one layer in one direction, which the runtime computes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from xdsl.dialects.builtin import FloatAttr, IntegerAttr, StringAttr, TensorType, f32, f64
from xdsl.ir import SSAValue
from xdsl.irdl import (
    AttrSizedOperandSegments,
    base,
    irdl_op_definition,
    operand_def,
    opt_operand_def,
    prop_def,
    result_def,
    var_operand_def,
    var_result_def,
)

from pcc.dialects.pd import contraction
from pcc.dialects.pd.activation import ReluOp, SigmoidOp
from pcc.dialects.pd.base import (
    PdOp,
    Sample,
    Spec,
    Tensor,
    TypeRuleError,
    dtype_of,
    py,
    sample,
    shape_of,
    tensor,
    type_of,
)
from pcc.dialects.pd.batching import spread
from pcc.dialects.pd.counted_loop import repeated
from pcc.dialects.pd.indexing import GatherOp, places
from pcc.dialects.pd.row_lengths import RowLengths
from pcc.dialects.pd.scatter import ScatterOp
from pcc.dialects.pd.trigonometric import TanhOp
from pcc.dialects.relation import Mark, Relation

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

UNROLLED = 32  # steps that are written out where each is transformed
GATED = 1e4  # what closes or opens a gate altogether: its sigmoid is 0 or 1
GATES = {"LSTM": 4, "GRU": 3, "RNN_TANH": 1, "RNN_RELU": 1}


def _layer(
    kind: str, shape: Any, hidden: int, time_major: bool = False, lengths: bool = False, **options: Any
) -> Sample:
    """A sample of a layer with fixed weights, run on inputs of [batch, steps, features]; rows may have lengths."""
    features, gates = shape[2] if isinstance(shape, tuple) else shape.shape[2], GATES[_MODES.get(kind, kind)]
    layers, ways = options.get("num_layers", 1), 1 + (options.get("direction", "forward") != "forward")
    weights: list[Spec] = []
    for layer in range(layers):
        width = features if layer == 0 else hidden * ways
        weights += [
            Spec(s, low=-0.5, high=0.5)
            for _ in range(ways)
            for s in ((gates * hidden, width), (gates * hidden, hidden))
        ]
    weights += [Spec((gates * hidden,), low=-0.5, high=0.5) for _ in range(2 * ways * layers)]
    batch = shape[1] if time_major else shape[0]
    states = [Spec((layers * ways, batch, hidden), low=-1, high=1)] * (2 if kind == "LSTM" else 1)

    def call(paddle: Any, x: Any, *given: Any) -> Any:
        state, own = given[: len(states)], list(given[len(states) :])
        ends = own.pop() if lengths else None
        x = x if time_major else paddle.transpose(x, [1, 0, 2])
        keep = paddle.zeros([0], "uint8")
        mode, two = _MODES.get(kind, kind), ways == 2
        return paddle._C_ops.rnn(x, list(state), own, ends, keep, 0.0, two, features, hidden, layers, mode, 0, True)[
            0::2
        ]

    ends = [places(shape[1] + 1, shape[0], dtype="int32", low=1)] if lengths else []
    return sample(call, Spec(shape), *states, *weights, *ends, tolerance=2e-5)


_MODES = {"SimpleRNN": "RNN_TANH", "ReluRNN": "RNN_RELU"}


@irdl_op_definition
class RecurrenceOp(PdOp):
    """One layer in one direction over time, given the products of its input for all steps.

    x: [steps, batch, gates * hidden]; w: [gates * hidden, hidden]; bias: [gates * hidden]; states: h (and c of an LSTM)
    before the first step, [batch, hidden]. Results: h of all steps, and the last states.
    """

    name = "pd.recurrence"
    x = operand_def(base(TensorType))
    w = operand_def(base(TensorType))
    bias = operand_def(base(TensorType))
    states = var_operand_def(base(TensorType))
    mode = prop_def(base(StringAttr))
    reverse = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    last = var_result_def(base(TensorType))
    SAMPLES: ClassVar = (
        _layer("LSTM", (3, 6, 5), 7),
        _layer("GRU", (2, 3, 4), 16),
        _layer("GRU", (2, UNROLLED + 3, 2), 3),
    )
    KERNEL: ClassVar[str] = "recurrence"

    def infer(self) -> Sequence[Tensor]:
        width, hidden = shape_of(self.w)
        steps, batch, given = shape_of(self.x)
        if width != given or width != GATES[py(self.mode)] * hidden or min(steps, batch, hidden) < 1:
            raise TypeRuleError(f"{py(self.mode)} of {type_of(self.x)} with weights {type_of(self.w)}")
        dtype = dtype_of(self.x)
        if dtype not in (f32, f64) or any(type_of(s) != tensor([batch, hidden], dtype) for s in self.states):
            raise TypeRuleError(f"{py(self.mode)} of {dtype} with states {[str(type_of(s)) for s in self.states]}")
        return [tensor([steps, batch, hidden], dtype), *[tensor([batch, hidden], dtype)] * len(self.states)]

    def relation(self) -> Relation:
        rows = " ".join([", n h"] * len(self.states))
        text = f"t n _, _ h, _ {rows} -> t n h {rows}"
        return Relation.parse(text, t=Mark.WHOLE, h=Mark.WHOLE)

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        """Calls of one layer are rows of a batch."""
        if batched[1] or batched[2]:
            return NotImplemented
        x, w, bias, *states = (
            o if n in (1, 2) else spread(b, o, here, size)
            for n, (o, here) in enumerate(zip(operands, batched, strict=True))
        )
        rows = size * shape_of(self.x)[1]
        merged = lambda v: b.reshape(v, [*shape_of(v)[:-3], rows, shape_of(v)[-1]])  # noqa: E731
        out, *last = b.ops(
            RecurrenceOp, merged(b.transpose(x, [1, 0, 2, 3])), w, bias, [merged(s) for s in states],
            mode=py(self.mode), reverse=py(self.reverse),
        ).results  # fmt: skip
        apart = lambda v: b.reshape(v, [*shape_of(v)[:-2], size, shape_of(self.x)[1], shape_of(v)[-1]])  # noqa: E731
        return [b.transpose(apart(out), [1, 0, 2, 3]), *map(apart, last)]

    def parts(self, b: Builder) -> Sequence[SSAValue]:
        """A step after the other; a loop of them if there are many."""
        steps = shape_of(self.x)[0]
        return self._loop(b, steps) if steps > UNROLLED else self._unrolled(b, steps)

    def without_routine(self, b: Builder) -> Sequence[SSAValue]:
        return self._loop(b, shape_of(self.x)[0])

    def _unrolled(self, b: Builder, steps: int) -> Sequence[SSAValue]:
        made, states = dict[int, SSAValue](), list(self.states)
        for t in reversed(range(steps)) if py(self.reverse) else range(steps):
            states = self._step(b, b.slice(self.x, 0, t, t + 1, drop=True), states)
            made[t] = b.reshape(states[0], [1, *shape_of(states[0])])
        return [b.concat([made[t] for t in range(steps)], 0), *states]

    def _loop(self, b: Builder, steps: int) -> Sequence[SSAValue]:
        """With what was made so far."""

        def step(inner: Builder, done: SSAValue, values: Sequence[SSAValue]) -> Sequence[SSAValue]:
            out, *states = values
            place = inner.reshape(inner.sub(steps - 1, done) if py(self.reverse) else done, [1])
            given = inner.reshape(inner.op(GatherOp, self.x, place, axis=0), shape_of(self.x)[1:])
            states = self._step(inner, given, states)
            made = inner.reshape(states[0], [1, *shape_of(states[0])])
            return [inner.op(ScatterOp, out, place, made, overwrite=True), *states]

        return repeated(b, steps, [b.full(shape_of(self.out), 0.0, dtype_of(self.out)), *self.states], step)

    def _step(self, b: Builder, x: SSAValue, states: Sequence[SSAValue]) -> list[SSAValue]:
        """The states after one more input [batch, gates * hidden]; the gates are in Paddle's order."""
        product = b.op(contraction.MatmulOp, states[0], self.w, transpose_x=False, transpose_y=True)
        product, hidden = b.add(product, self.bias), shape_of(self.w)[1]
        gates = lambda v: [b.slice(v, 1, n, n + hidden) for n in range(0, shape_of(v)[1], hidden)]  # noqa: E731
        sigmoid, tanh = (lambda v, kind=kind: b.op(kind, v) for kind in (SigmoidOp, TanhOp))
        if py(self.mode) == "LSTM":
            enter, forget, new, leave = gates(b.add(x, product))
            memory = b.add(b.mul(sigmoid(forget), states[1]), b.mul(sigmoid(enter), tanh(new)))
            return [b.mul(sigmoid(leave), tanh(memory)), memory]
        if py(self.mode) == "GRU":
            pairs = list(zip(gates(x), gates(product), strict=True))
            reset, update = (sigmoid(b.add(*pair)) for pair in pairs[:2])
            new = tanh(b.add(pairs[2][0], b.mul(reset, pairs[2][1])))
            return [b.add(b.mul(b.sub(states[0], new), update), new)]
        return [b.op(ReluOp if py(self.mode) == "RNN_RELU" else TanhOp, b.add(x, product))]


@irdl_op_definition
class RnnOp(PdOp):
    """Layers of LSTM, GRU or plain cells over time, forwards or both ways.

    x: [steps, batch, features]; pre_state: h (and c), each [layers * ways, batch, hidden]; weight_list: for every layer
    and way the input's and the state's weights, then in the same order their biases; sequence_length: of each row, all
    steps by default. Results: out, zero behind the end of a row, and the last states.
    """

    name = "pd.rnn"
    irdl_options = (AttrSizedOperandSegments(as_property=True),)
    x = operand_def(base(TensorType))
    pre_state = var_operand_def(base(TensorType))
    weight_list = var_operand_def(base(TensorType))
    sequence_length = opt_operand_def(base(TensorType))
    is_bidirec = prop_def(base(IntegerAttr))
    hidden_size = prop_def(base(IntegerAttr))
    num_layers = prop_def(base(IntegerAttr))
    dropout_prob = prop_def(base(FloatAttr))
    is_test = prop_def(base(IntegerAttr))
    mode = prop_def(base(StringAttr))
    out = result_def(base(TensorType))
    state = var_result_def(base(TensorType))
    SAMPLES: ClassVar = (
        _layer("LSTM", (3, 6, 5), 7),
        _layer("LSTM", (2, 4, 5), 20, num_layers=2, direction="bidirect"),
        _layer("GRU", (3, 6, 5), 16),
        _layer("GRU", (2, 3, 4), 5, direction="bidirect", time_major=True),
        _layer("SimpleRNN", (3, 6, 5), 7),
        _layer("ReluRNN", (3, 6, 5), 33, num_layers=2),
        *(_layer(kind, (4, 6, 5), 7, lengths=True, direction="bidirect", num_layers=2) for kind in GATES),
        _layer("LSTM", (4, UNROLLED + 3, 2), 3, lengths=True),
    )

    def ways(self) -> int:
        return 2 if py(self.is_bidirec) else 1

    def infer(self) -> Sequence[Tensor]:
        if py(self.mode) not in GATES or len(self.weight_list) != 4 * self.ways() * py(self.num_layers):
            raise TypeRuleError(f"rnn {py(self.mode)} with {len(self.weight_list)} weights")
        if py(self.dropout_prob) and not py(self.is_test) and py(self.num_layers) > 1:
            raise TypeRuleError("rnn with dropout between its layers")
        steps, batch, _ = shape_of(self.x)
        if self.sequence_length is not None and shape_of(self.sequence_length) != (batch,):
            raise TypeRuleError(f"rnn with lengths {type_of(self.sequence_length)} of {batch} rows")
        out = tensor([steps, batch, py(self.hidden_size) * self.ways()], dtype_of(self.x))
        return [out, *(type_of(s) for s in self.pre_state)]

    def relation(self) -> Relation:
        weights = "".join(", " + " ".join("_" for _ in shape_of(w)) for w in self.weight_list)
        states = ", _ n _" * len(self.pre_state)
        lengths = ", n" if self.sequence_length is not None else ""
        return Relation.parse(f"t n _{states}{weights}{lengths} -> t n _{states}", t=Mark.WHOLE)

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        ways, x = self.ways(), self.x
        last: list[list[SSAValue]] = []
        for layer in range(py(self.num_layers)):
            made = [self._one(b, x, layer * ways + way, bool(way)) for way in range(ways)]
            x = b.concat([m[0] for m in made], 2) if ways > 1 else made[0][0]
            last += [list(m[1:]) for m in made]
        return [x, *(self._stacked(b, [states[n] for states in last]) for n in range(len(self.pre_state)))]

    def _one(self, b: Builder, x: SSAValue, number: int, reverse: bool) -> Sequence[SSAValue]:
        """One layer in one direction."""
        states = [b.slice(s, 0, number, number + 1, drop=True) for s in self.pre_state]
        if self.sequence_length is None:
            return self._run(b, self._products(b, x, number), number, states, reverse)
        rows = RowLengths(b, self.sequence_length, shape_of(x)[0])
        products = self._products(b, rows.reversed(x) if reverse else x, number)
        if py(self.mode) == "LSTM":
            products = b.where(rows.valid, products, self._keeping(b))
        out, *last = self._run(b, products, number, states, False)
        last[0] = rows.last(out, states[0])
        out = b.where(rows.valid, out, 0.0)
        return [rows.reversed(out) if reverse else out, *last]

    def _products(self, b: Builder, x: SSAValue, number: int) -> SSAValue:
        """Of the input and its weights, for all steps at once."""
        of_input, bias = self.weight_list[2 * number], self.weight_list[len(self.weight_list) // 2 + 2 * number]
        return b.add(b.op(contraction.MatmulOp, x, of_input, transpose_x=False, transpose_y=True), bias)

    def _run(
        self, b: Builder, products: SSAValue, number: int, states: Sequence[SSAValue], reverse: bool
    ) -> Sequence[SSAValue]:
        weights, bias = (self.weight_list[n + 2 * number + 1] for n in (0, len(self.weight_list) // 2))
        return b.ops(RecurrenceOp, products, weights, bias, states, mode=py(self.mode), reverse=reverse).results

    def _keeping(self, b: Builder) -> SSAValue:
        """An input to an LSTM's gates that leaves c as it is: none enters, all stays."""
        closed = b.full([py(self.hidden_size)], -GATED, dtype_of(self.x))
        return b.concat([closed, b.neg(closed), closed, closed], 0)

    def _stacked(self, b: Builder, states: Sequence[SSAValue]) -> SSAValue:
        parts = [b.reshape(s, [1, *shape_of(s)]) for s in states]
        return b.concat(parts, 0) if len(parts) > 1 else parts[0]
