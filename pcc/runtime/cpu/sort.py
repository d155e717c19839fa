"""Sorting rows, and the k first of them: float, double, i32, i64, in parallel over rows.

    void pcc_sort_f32(ptr params)        params: a block laid out as `Sort`; f64, i32, i64 alike

Equal elements keep their order; NaN is the largest. Row r of the results is the k first of row r of x in order.

How: an element and its place become one unsigned number, element above place, so that numbers are sorted by plain
comparison and no two are equal. If k is small, a sorted buffer of the k least so far takes in what is less than its
last; else runs of RUN elements are sorted by insertion and merged, bottom up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from ctypes import c_int64, c_void_p
from dataclasses import dataclass

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value, bits, is_float
from pcc.runtime.cpu import records
from pcc.runtime.cpu.arithmetic import ceil_div, smax, smin
from pcc.runtime.cpu.records import Record
from pcc.runtime.cpu.scratch import SORT, scratch

RUN = 16  # elements sorted by insertion
SELECTED = 256  # most elements that are selected by insertion
CHUNK = 8192  # elements of a parallel chunk, at least
SUFFIXES = {"float": "f32", "double": "f64", "i32": "i32", "i64": "i64"}


class Sort(Record):
    """Rows of n contiguous elements at x; values and indices (i64) have rows of k."""

    _fields_ = [
        ("rows", c_int64),
        ("n", c_int64),
        ("k", c_int64),
        ("descending", c_int64),
        ("x", c_void_p),
        ("values", c_void_p),
        ("indices", c_void_p),
    ]


@dataclass(frozen=True)
class Form:
    """Code for one element type. `whole`: the type of an element and its place as one number."""

    element: str

    @property
    def bits(self) -> int:
        return bits(self.element)

    @property
    def key(self) -> str:
        return f"i{self.bits}"

    @property
    def whole(self) -> str:
        return f"i{2 * self.bits}"

    def name(self, stem: str) -> str:
        return f"{stem}_{SUFFIXES[self.element]}"


def define(module: Module) -> None:
    for element in SUFFIXES:
        form = Form(element)
        _number(module, form)
        _select(module, form)
        _runs(module, form)
        _merge(module, form)
        _order(module, form)
        _rows(module, form)
        _entry(module, form)


def _entry(module: Module, form: Form) -> None:
    f = module.function(form.name("pcc_sort"), "void", [("ptr", "params")])
    rows, n = (records.read(f, Sort, f.params[0], name) for name in ("rows", "n"))
    chunk = smax(f, f.op("sdiv", f.as_value(CHUNK, "i64"), smax(f, n, 1)), 1)
    body = Value("ptr", f"@{form.name('sort_rows')}")
    f.choose(f.cmp("sgt", rows, 0), lambda: f.call("pcc_parallel", "void", body, f.params[0], rows, chunk) and None)
    f.ret()


def _rows(module: Module, form: Form) -> None:
    """sort_rows(ptr params, lo, hi): the body of the parallel loop."""
    f = module.function(
        form.name("sort_rows"), "void", [("ptr", "params"), ("i64", "lo"), ("i64", "hi")], internal=True
    )
    p = records.read_all(f, Sort, f.params[0])
    size = f.mul(f.add(p["n"], 1), bits(form.whole) // 8)
    buffer = scratch(f, SORT, f.mul(size, 2))
    few = f.op("and", f.cmp("sle", p["k"], SELECTED), f.cmp("slt", f.mul(p["k"], 8), p["n"]))

    def row(r: Value) -> None:
        x = f.gep(form.element, p["x"], f.mul(r, p["n"]))
        args = (x, p["n"], p["descending"])
        (sorted_at,) = f.choose(
            few,
            lambda: [f.call(form.name("sort_select"), "ptr", *args, p["k"], buffer)],
            lambda: [f.call(form.name("sort_order"), "ptr", *args, buffer)],
        )
        _write(f, form, p, r, x, sorted_at)

    f.loop(f.params[1], f.params[2], 1, row)
    f.ret()


def _write(f: Function, form: Form, p: dict[str, Value], row: Value, x: Value, ordered: Value) -> None:
    """The k first values and places of a row."""
    first = f.mul(row, p["k"])

    def one(i: Value) -> None:
        number = f.load(form.whole, f.gep(form.whole, ordered, i))
        low = f.cast("trunc", number, form.key)
        place = low if form.key == "i64" else f.cast("zext", low, "i64")
        at = f.add(first, i)
        f.store(place, f.gep("i64", p["indices"], at))
        f.store(f.load(form.element, f.gep(form.element, x, place)), f.gep(form.element, p["values"], at))

    f.loop(0, p["k"], 1, one)


def _number(module: Module, form: Form) -> None:
    """sort_number(ptr x, i64 place, i64 descending) -> whole: an element above its place, in the order of numbers."""
    params = [("ptr", "x"), ("i64", "place"), ("i64", "descending")]
    f = module.function(form.name("sort_number"), form.whole, params, internal=True, attributes="alwaysinline nounwind")
    x, place, descending = f.params
    value = f.load(form.element, f.gep(form.element, x, place))
    sign = 1 << (form.bits - 1)
    if is_float(form.element):
        plain = f.cast("bitcast", f.op("fadd", value, 0.0), form.key)  # -0 becomes +0
        mask = f.op("or", f.op("ashr", plain, form.bits - 1), -sign)
        key = f.select(f.cmp("uno", value, value), -1, f.op("xor", plain, mask))
    else:
        key = f.op("xor", value, -sign)
    key = f.select(f.cmp("ne", descending, 0), f.op("xor", key, -1), key)
    high = f.op("shl", f.cast("zext", key, form.whole), form.bits)
    low = place if form.key == "i64" else f.cast("trunc", place, form.key)
    f.ret(f.op("or", high, f.cast("zext", low, form.whole)))


def _insert(f: Function, form: Form, buffer: Value, number: Value, end: Value, start: Value) -> None:
    """Put a number into the sorted places start .. end of a buffer, which has room at `end`."""

    def place(j: Value) -> Value:
        return f.gep(form.whole, buffer, j)

    def more(j: Value) -> Value:
        before = f.load(form.whole, place(smax(f, f.sub(j, 1), start)))
        return f.op("and", f.cmp("sgt", j, start), f.cmp("ugt", before, number))

    def move(j: Value) -> Sequence[Value]:
        f.store(f.load(form.whole, place(f.sub(j, 1))), place(j))
        return [f.sub(j, 1)]

    (at,) = f.repeat_while(more, move, [end])
    f.store(number, place(at))


def _select(module: Module, form: Form) -> None:
    """sort_select(ptr x, n, descending, k, ptr buffer) -> ptr: the k least numbers in order, at the buffer."""
    params = [("ptr", "x"), ("i64", "n"), ("i64", "descending"), ("i64", "k"), ("ptr", "buffer")]
    f = module.function(form.name("sort_select"), "ptr", params, internal=True)
    x, n, descending, k, buffer = f.params
    last = f.gep(form.whole, buffer, f.sub(k, 1))
    f.loop(0, k, 1, lambda i: f.store(f.as_value(-1, form.whole), f.gep(form.whole, buffer, i)))

    def element(i: Value) -> None:
        number = f.call(form.name("sort_number"), form.whole, x, i, descending)
        less = f.cmp("ult", number, f.load(form.whole, last))
        f.choose(less, lambda: _insert(f, form, buffer, number, f.sub(k, 1), f.as_value(0, "i64")), unlikely=True)

    f.choose(f.cmp("sgt", k, 0), lambda: f.loop(0, n, 1, element) and None)
    f.ret(buffer)


def _runs(module: Module, form: Form) -> None:
    """sort_runs(ptr x, n, descending, ptr buffer): the numbers of a row, every RUN of them sorted."""
    params = [("ptr", "x"), ("i64", "n"), ("i64", "descending"), ("ptr", "buffer")]
    f = module.function(form.name("sort_runs"), "void", params, internal=True)
    x, n, descending, buffer = f.params

    def element(i: Value) -> None:
        number = f.call(form.name("sort_number"), form.whole, x, i, descending)
        _insert(f, form, buffer, number, i, f.op("and", i, -RUN))

    f.loop(0, n, 1, element)
    f.ret()


def _merge(module: Module, form: Form) -> None:
    """sort_merge(ptr from, ptr to, low, middle, high): two sorted neighbours into one."""
    params = [("ptr", "source"), ("ptr", "target"), ("i64", "low"), ("i64", "middle"), ("i64", "high")]
    f = module.function(form.name("sort_merge"), "void", params, internal=True)
    source, target, low, middle, high = f.params
    read: Callable[[Value], Value] = lambda i: f.load(form.whole, f.gep(form.whole, source, i))  # noqa: E731

    def step(o: Value, i: Value, j: Value) -> Sequence[Value]:
        a, b = read(i), read(j)
        spent = f.cmp("sge", j, high)
        first = f.op("and", f.cmp("slt", i, middle), f.op("or", spent, f.cmp("ult", a, b)))
        f.store(f.select(first, a, b), f.gep(form.whole, target, o))
        taken = f.cast("zext", first, "i64")
        return [f.add(i, taken), f.add(j, f.sub(1, taken))]

    f.loop(low, high, 1, step, [low, middle])
    f.ret()


def _order(module: Module, form: Form) -> None:
    """sort_order(ptr x, n, descending, ptr buffer) -> ptr: all numbers in order, in one half of the buffer."""
    params = [("ptr", "x"), ("i64", "n"), ("i64", "descending"), ("ptr", "buffer")]
    f = module.function(form.name("sort_order"), "ptr", params, internal=True)
    x, n, descending, buffer = f.params
    f.call(form.name("sort_runs"), "void", x, n, descending, buffer)
    other = f.gep(form.whole, buffer, f.add(n, 1))

    def double(width: Value, source: Value, target: Value) -> Sequence[Value]:
        pair = f.mul(width, 2)

        def neighbours(number: Value) -> None:
            low = f.mul(number, pair)
            middle, high = smin(f, f.add(low, width), n), smin(f, f.add(low, pair), n)
            f.call(form.name("sort_merge"), "void", source, target, low, middle, high)

        f.loop(0, ceil_div(f, n, pair), 1, neighbours)
        return [pair, target, source]

    start = [f.as_value(RUN, "i64"), buffer, other]
    _, ordered, _ = f.repeat_while(lambda width, *_: f.cmp("slt", width, n), double, start)
    f.ret(ordered)
