"""Matrix products and other sums of products of two tensors: calls of the GEMM routine."""

from __future__ import annotations

import itertools
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import ClassVar

from xdsl.dialects.builtin import f64
from xdsl.dialects.func import CallOp
from xdsl.ir import Block, BlockArgument, Operation, SSAValue

from pcc.dialects.index import Expr, Var, expr, linear
from pcc.dialects.kernel import ComputeOp, LaunchOp, RoutineOp, yielded
from pcc.dialects.pd.base import PdOp, dtype_of, is_float, shape_of, size_of
from pcc.dialects.pd.contraction import Contraction
from pcc.dialects.pd.elementwise import AddOp
from pcc.dialects.relation import Dim
from pcc.dialects.routines import ACCUMULATE
from pcc.passes.cost import loops_ns, routine_ns
from pcc.passes.kinds.base import Kind, Program, memory_of
from pcc.passes.kinds.epilogue import call_with_epilogue, emit_epilogue, emit_epilogue_threads
from pcc.passes.loops.cpu import Cpu
from pcc.passes.loops.epilogue import Layout
from pcc.passes.loops.recorder import Recorder
from pcc.passes.threads.emitter import Grid
from pcc.passes.threads.product import emit_product
from pcc.passes.widen import is_half_product

FEW = 1 / 64  # the share of elements that are not zero from which down the zeros are skipped
LONG_SUM = 256  # terms from which on a few threads would take long
MANY_RESULTS = 1 << 17  # for all of a device's threads
ALL = -1  # of `own_products`
LARGE = 1 << 22  # multiplications of a matrix product that is worth looking for zeros


@dataclass(frozen=True)
class Strides:
    """An operand of a product: the launch input it reads, and the stride per letter of the product."""

    memory: SSAValue
    offset: int
    of: Mapping[str, int]


def strides_of(
    value: SSAValue, dims: Sequence[Dim], variables: Mapping[str, Var], through: Container[Operation] | None
) -> Strides | None:
    """How an operand steps through memory, looking through the given views (None: all); None if not by constant
    strides.
    """
    recorder = Recorder(through)
    recorder.read(value, [expr(variables[d[0]]) if d else Expr() for d in dims])
    if len(recorder.loads) != 1 or recorder.operations or recorder.folds:
        return None
    memory, offset = recorder.loads[0]
    if any(not isinstance(atom, Var) or atom not in variables.values() for atom, _ in offset.terms):
        return None
    return Strides(memory, offset.constant, {name: offset.coefficient(v) for name, v in variables.items()})


@dataclass
class Product:
    """The letters of a product by role, and the strides of its operands and result."""

    rows: list[str]
    columns: list[str]
    summed: list[str]
    batch: list[str]
    extents: dict[str, int]
    a: Strides
    b: Strides
    c: dict[str, int]

    def merged(self, letters: list[str], *strides: Mapping[str, int]) -> list[str] | None:
        """Letters as one loop if all given strides step through them as one: [the innermost], or None."""
        kept = [l for l in letters if self.extents[l] != 1]
        for outer, inner in itertools.pairwise(kept):
            if any(s.get(outer, 0) != s.get(inner, 0) * self.extents[inner] for s in strides):
                return None
        return kept[-1:]

    def outermost(self, batch: list[str], letters: list[str]) -> tuple[list[str], list[str]]:
        """Letters of one role: all but the innermost as batches, and the innermost."""
        kept = [l for l in letters if self.extents[l] != 1]
        return [*batch, *kept[:-1]], kept[-1:]


def product_of(op: Contraction, through: Container[Operation] | None = None) -> Product | None:
    """The product that a contraction is, or None if an operand is not strided."""
    relation, extents = op.einsum(), op.letter_extents()
    variables = {l: Var(l, e) for l, e in extents.items()}
    x = strides_of(op.x, relation.operands[0], variables, through)
    y = strides_of(op.y, relation.operands[1], variables, through)
    if x is None or y is None:
        return None
    result = [d[0] for d in relation.results[0] if d]
    in_x, in_y = ({d[0] for d in dims if d} for dims in relation.operands)
    index = [expr(variables[d[0]]) if d else Expr() for d in relation.results[0]]
    out = linear(index, shape_of(op.out))
    c = {l: out.coefficient(variables[l]) for l in result}
    rows = [l for l in result if l in in_x and l not in in_y]
    columns = [l for l in result if l in in_y and l not in in_x]
    batch = [l for l in result if l in in_x and l in in_y]
    return Product(rows, columns, op.summed(), batch, extents, x, y, c)


def gemm_fields(product: Product) -> dict[str, int] | None:
    """The integer fields of the GEMM call (roles of a and b as given), or None if the letters do not fit one call."""
    p = product
    rows, columns = p.merged(p.rows, p.a.of, p.c), p.merged(p.columns, p.b.of, p.c)
    summed = p.merged(p.summed, p.a.of, p.b.of)
    batch = [l for l in p.batch if p.extents[l] != 1]
    if rows is None and len(batch) < 2:  # rows that do not step as one: the outermost becomes a batch
        batch, rows = p.outermost(batch, p.rows)
    if columns is None and len(batch) < 2:
        batch, columns = p.outermost(batch, p.columns)
    if rows is None or columns is None or summed is None or len(batch) > 2:
        batch_merged = p.merged(batch, p.a.of, p.b.of, p.c)
        if rows is None or columns is None or summed is None or batch_merged is None:
            return None
        sizes, batch = [_size(p, batch)], batch_merged
    else:
        sizes = [p.extents[l] for l in batch]
    if columns and p.c[columns[0]] != 1:
        return None
    return _fields(p, rows, columns, summed, batch, sizes)


def _size(p: Product, letters: Sequence[str]) -> int:
    total = 1
    for letter in letters:
        total *= p.extents[letter]
    return total


def _fields(
    p: Product, rows: list[str], columns: list[str], summed: list[str], batch: list[str], sizes: list[int]
) -> dict[str, int]:
    step = lambda of, letters: of.get(letters[0], 0) if letters else 0  # noqa: E731
    m, n = (
        p.extents[inner[0]] if set(batch) & set(letters) else _size(p, letters)
        for inner, letters in ((rows, p.rows), (columns, p.columns))
    )
    k = _size(p, p.summed)
    batches, levels = [1] * (2 - len(sizes)) + sizes, [[]] * (2 - len(batch)) + [[l] for l in batch]
    fields = {"m": m, "n": n, "k": k, "batch0": batches[0], "batch1": batches[1]}
    fields |= {"a_row": step(p.a.of, rows), "a_column": step(p.a.of, summed)}
    fields |= {"b_row": step(p.b.of, summed), "b_column": step(p.b.of, columns)}
    fields["c_row"] = step(p.c, rows) or n
    for level in (0, 1):
        for name, of in (("a", p.a.of), ("b", p.b.of), ("c", p.c)):
            fields[f"{name}_batch{level}"] = step(of, levels[level])
    return fields


def _suits_sparse(fields: Mapping[str, int]) -> bool:
    """Whether skipping a's zeros can pay: much work, rows of b in order, a in order along either side."""
    in_order = fields["b_column"] == 1 and 1 in (fields["a_row"], fields["a_column"])
    return in_order and fields["m"] * fields["n"] * fields["k"] >= LARGE


def _is_own(fields: Mapping[str, int], own_products: int) -> bool:
    """Whether a program computes a product itself: any, a small one that many threads can share, or one whose batches
    do not lie in even steps.
    """
    if own_products == ALL:
        return True
    batches = fields["batch0"] * fields["batch1"]
    work, results = (fields["m"] * fields["n"] * batches * k for k in (fields["k"], 1))
    even = min(fields["batch0"], fields["batch1"]) == 1 or all(
        fields[f"{x}_batch0"] == fields[f"{x}_batch1"] * fields["batch1"] for x in "abc"
    )
    shared = fields["k"] <= LONG_SUM or results >= MANY_RESULTS
    return bool(own_products) and ((work <= own_products and shared) or not even)


def _addend(launch: LaunchOp) -> int | None:
    """The number of the input to which a launch adds its product, if that is all it does with both."""
    op = next(o for o in launch.body.block.ops if isinstance(o, Contraction))
    (made, *more), add = yielded(launch), op.out.get_user_of_unique_use()
    if more or not isinstance(add, AddOp) or add.out is not made or is_half_product(op):
        return None
    other = add.y if add.x is op.out else add.x
    plain = isinstance(other, BlockArgument) and other.has_one_use() and other.type == op.out.type
    return other.index if isinstance(other, BlockArgument) and plain else None


class ContractionKind(Kind):
    """One contraction per launch, with the views that its operands are read through.

    A product that is added to what lies where the result goes is added up there.
    """

    name: ClassVar[str] = "contraction"
    EPILOGUE: ClassVar[bool] = True

    def accepts(self, op: PdOp, through: Container[Operation]) -> bool:
        if not isinstance(op, Contraction) or not is_float(dtype_of(op.x)) or not size_of(op.out):
            return False
        product = product_of(op, through)
        return product is not None and gemm_fields(product) is not None

    def ns(self, op: PdOp, through: Container[Operation]) -> tuple[float, float]:
        assert isinstance(op, Contraction)
        fields = self._fields(op, through)
        m, n, k, batch = fields["m"], fields["n"], fields["k"], fields["batch0"] * fields["batch1"]
        in_order = fields["a_column"] == 1 if n == 1 else fields["b_column"] == 1
        return routine_ns(m, n, k, batch), loops_ns(m, n, k, batch) if in_order else inf

    @staticmethod
    def _fields(op: Contraction, through: Container[Operation] | None = None) -> dict[str, int]:
        product = product_of(op, through)
        fields = gemm_fields(product) if product else None
        assert fields is not None, "contractions that are no GEMM are loops"
        return fields

    def over(self, launch: LaunchOp) -> Sequence[int]:
        addend = _addend(launch)
        return [] if addend is None else [addend]

    def call(
        self, launch: LaunchOp, inputs: Sequence[SSAValue], outputs: Sequence[SSAValue], program: Program
    ) -> Sequence[Operation]:
        op = next(o for o in launch.body.block.ops if isinstance(o, Contraction))
        product = product_of(op)
        assert product is not None
        fields = self._fields(op)
        if is_half_product(op) or _is_own(fields, program.own_products):
            return [CallOp(program.kernel(launch), [*inputs, *outputs], [])]
        place: dict[SSAValue, SSAValue] = dict(zip(launch.body.block.args, inputs, strict=True))
        sparse = outputs[0] not in inputs and program.density(product.a.memory) <= FEW and _suits_sparse(fields)
        name = f"pcc_{'sparse_' * sparse}gemm_{'f64' if dtype_of(op.x) == f64 else 'f32'}"
        pointers = {"a": place[product.a.memory], "b": place[product.b.memory], "c": outputs[0]}
        fields |= {"a_offset": product.a.offset, "b_offset": product.b.offset}
        if outputs[0] in inputs:
            return [RoutineOp.call(name, {**fields, "init": ACCUMULATE}, pointers)]
        return [call_with_epilogue(name, fields, pointers, launch, op.out, inputs, outputs[0], program)]

    def emit(self, compute: ComputeOp, body: Block, cpu: Cpu) -> None:
        op = next(o for o in compute.body.block.ops if isinstance(o, Contraction))
        fields = self._fields(op)
        inner = fields["batch1"]
        sizes = fields["batch0"] * inner, inner, fields["m"], fields["n"]
        layout = Layout(*sizes, fields["c_batch0"], fields["c_batch1"], fields["c_row"])
        emit_epilogue(compute, body, op.out, layout, cpu.vector_bits)

    def emit_threads(self, compute: ComputeOp, body: Block) -> Grid:
        op = next(o for o in compute.body.block.ops if isinstance(o, Contraction))
        if compute.bounds:
            return emit_epilogue_threads(compute, body, op.out)
        return emit_product(compute, body, op, memory_of(compute))
