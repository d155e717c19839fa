"""Recurrent layers over time: LSTM, GRU, and plain cells with tanh or relu, float and double.

    void pcc_lstm_f32(ptr params)        params: a block laid out as `Recurrence`; f64, and pcc_gru, pcc_tanh_rnn and
                                         pcc_relu_rnn alike

Every step multiplies the hidden state by the recurrent weights (GEMM), then computes the cell element by element. The
products with the layer's input are given, for all steps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from ctypes import c_int64, c_void_p

from pcc.codegen_cpu import vector_math
from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value
from pcc.runtime.cpu import records
from pcc.runtime.cpu.gemm_block import ROW_BIAS, Gemm
from pcc.runtime.cpu.microkernel import Tile
from pcc.runtime.cpu.records import Record
from pcc.runtime.cpu.scratch import RECURRENCE, scratch

GATES = {"lstm": 4, "gru": 3, "tanh_rnn": 1, "relu_rnn": 1}
Values = Sequence[Value]


class Recurrence(Record):
    """One layer in one direction, `gates` vectors of `hidden` elements a row; all tensors are contiguous.

    x: [steps, batch, gates * hidden], input products with their bias; w: [gates * hidden, hidden]; bias: [gates *
    hidden]; h0, c0, h, c: [batch, hidden], first and last states; y: [steps, batch, hidden]. c0 and c of an LSTM only.
    h and c may be the same memory if nobody reads them.
    """

    _fields_ = [
        ("steps", c_int64),
        ("batch", c_int64),
        ("hidden", c_int64),
        ("reverse", c_int64),
        ("x", c_void_p),
        ("w", c_void_p),
        ("bias", c_void_p),
        ("h0", c_void_p),
        ("c0", c_void_p),
        ("y", c_void_p),
        ("h", c_void_p),
        ("c", c_void_p),
    ]


def define(module: Module, tile: Tile) -> None:
    for name in GATES:
        _cell(module, tile, name)
        _entry(module, tile, name)


def _entry(module: Module, tile: Tile, name: str) -> None:
    f = module.function(tile.name(f"pcc_{name}"), "void", [("ptr", "params")])
    p = records.read_all(f, Recurrence, f.params[0])
    width = f.mul(p["hidden"], GATES[name])
    size, wide = f.mul(p["batch"], p["hidden"]), f.mul(p["batch"], width)
    product = scratch(f, RECURRENCE, f.mul(wide, tile.bytes))
    block = f.alloca("i64", len(Gemm._fields_))
    if name == "lstm":
        _copy(f, tile, p["c0"], p["c"], size)

    def step(s: Value, before: Value) -> Values:
        t = f.select(f.cmp("ne", p["reverse"], 0), f.sub(f.sub(p["steps"], 1), s), s)
        records.fill(
            f, Gemm, block, m=p["batch"], n=width, k=p["hidden"], batch0=1, batch1=1, a=before, a_row=p["hidden"],
            a_column=1, b=p["w"], b_row=1, b_column=p["hidden"], c=product, c_row=width, init=ROW_BIAS, bias=p["bias"],
        )  # fmt: skip
        f.call(tile.name("pcc_gemm"), "void", block)
        x = f.gep(tile.element, p["x"], f.mul(t, wide))
        y = f.gep(tile.element, p["y"], f.mul(t, size))
        f.call(tile.name(f"cell_{name}"), "void", x, product, before, p["c"], y, p["batch"], p["hidden"])
        return [y]

    (last,) = f.loop(0, p["steps"], 1, step, [p["h0"]])
    _copy(f, tile, last, p["h"], size)
    f.ret()


def _copy(f: Function, tile: Tile, source: Value, target: Value, elements: Value) -> None:
    size, volatile = f.mul(elements, tile.bytes), f.as_value(False, "i1")
    f.call("llvm.memcpy.p0.p0.i64", "void", target, source, size, volatile)


def _cell(module: Module, tile: Tile, name: str) -> None:
    """cell(x, product, before, c, y, batch, hidden): the new state y of every row; c is updated in place."""
    params = [("ptr", n) for n in ("x", "product", "before", "c", "y")] + [("i64", "batch"), ("i64", "hidden")]
    f = module.function(tile.name(f"cell_{name}"), "void", params, internal=True)
    x, product, before, c, y, batch, hidden = f.params
    whole = f.op("and", hidden, -tile.lanes)
    rest = f.cmp("slt", f.add(f.lane_numbers(tile.lanes), f.splat(whole, tile.lanes)), hidden)

    def row(r: Value) -> None:
        first, gates = f.mul(r, hidden), f.mul(f.mul(r, hidden), GATES[name])

        def vector(j: Value, mask: Value | None) -> None:
            def load(base: Value, gate: int = -1) -> Value:
                offset = f.add(first if gate < 0 else f.add(gates, f.mul(hidden, gate)), j)
                place = f.gep(tile.element, base, offset)
                return f.load(tile.vector, place) if mask is None else f.masked_load(tile.vector, place, mask)

            def store(value: Value, base: Value) -> None:
                place = f.gep(tile.element, base, f.add(first, j))
                f.store(value, place) if mask is None else f.masked_store(value, place, mask)

            old = (lambda: load(before)) if name == "gru" else (lambda: load(c))
            inputs = [(load(x, gate), load(product, gate)) for gate in range(GATES[name])]
            state, memory = _CELLS[name](f, inputs, old)
            store(state, y)
            if memory is not None:
                store(memory, c)

        f.loop(0, whole, tile.lanes, lambda j: vector(j, None))
        f.choose(f.cmp("slt", whole, hidden), lambda: vector(whole, rest))

    f.loop(0, batch, 1, row)
    f.ret()


Cell = Callable[[Function, Sequence[tuple[Value, Value]], Callable[[], Value]], tuple[Value, Value | None]]


def _lstm(f: Function, gates: Sequence[tuple[Value, Value]], old: Callable[[], Value]) -> tuple[Value, Value | None]:
    """Gates in Paddle's order: input, forget, cell, output (Hochreiter and Schmidhuber 1997, with forget gates)."""
    sums = [f.fadd(x, h) for x, h in gates]
    enter, forget, leave = (vector_math.emit(f, "sigmoid", sums[n]) for n in (0, 1, 3))
    memory = f.fadd(f.fmul(forget, old()), f.fmul(enter, vector_math.emit(f, "tanh", sums[2])))
    return f.fmul(leave, vector_math.emit(f, "tanh", memory)), memory


def _gru(f: Function, gates: Sequence[tuple[Value, Value]], old: Callable[[], Value]) -> tuple[Value, Value | None]:
    """Gates in Paddle's order: reset, update, candidate, the reset applied after the product (Cho et al. 2014)."""
    reset, update = (vector_math.emit(f, "sigmoid", f.fadd(*gates[n])) for n in (0, 1))
    candidate = vector_math.emit(f, "tanh", f.fadd(gates[2][0], f.fmul(reset, gates[2][1])))
    return f.fadd(f.fmul(f.fsub(old(), candidate), update), candidate), None


def _tanh(f: Function, gates: Sequence[tuple[Value, Value]], old: Callable[[], Value]) -> tuple[Value, Value | None]:
    return vector_math.emit(f, "tanh", f.fadd(*gates[0])), None


def _relu(f: Function, gates: Sequence[tuple[Value, Value]], old: Callable[[], Value]) -> tuple[Value, Value | None]:
    total = f.fadd(*gates[0])
    return f.select(f.cmp("olt", total, 0.0), 0.0, total), None


_CELLS: dict[str, Cell] = {"lstm": _lstm, "gru": _gru, "tanh_rnn": _tanh, "relu_rnn": _relu}
