"""Transforms in a captured program: marks around the part that a function made, which the importer expands.

A transform of a function f is called while a program is captured, like `pcc.jvp(f, (x,), (t,))`. Its arguments get
values that stand for them (`opened`), f runs on these, and an op marks the end (`closed`), whose operands are f's
results, the values that stood for its arguments, and what the transformed function is called with. The importer, which
by then has imported what f did, makes a function of it, runs the transform's passes, and puts the body in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from xdsl.dialects.func import FuncOp
from xdsl.ir import Block, Operation, SSAValue

from pcc.dialects.errors import NotTransformable, Place
from pcc.dialects.locations import place_of
from pcc.dialects.pd.base import dtype_of, is_float, tensor
from pcc.dialects.pd.custom import check_reverse_only
from pcc.dialects.pd.detach import DetachOp
from pcc.dialects.pd.random import Drawn
from pcc.dialects.pd.stand_in import StandInOp
from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.complex_value import Complex
from pcc.frontends.paddle.dtypes import element_type, is_complex_dtype
from pcc.frontends.paddle.errors import SourceLine, TransformError
from pcc.frontends.paddle.private import C_ops, DataType, paddle
from pcc.frontends.paddle.segment import LeftToPaddle, Unsupported
from pcc.passes.base import Pass
from pcc.passes.cse import CommonSubexpressions
from pcc.passes.dce import DeadCodeElimination
from pcc.passes.subfunction import erase_dead, inlined, outlined
from pcc.schedule.executor import Execution

if TYPE_CHECKING:
    from pcc.frontends.paddle.importer import Importer
    from pcc.frontends.paddle.tracer import Tracer

Kind = tuple[Sequence[int], Any]  # shape and dtype


@dataclass(frozen=True)
class Mark:
    """One mark of a program: the user's line, what asked for it, and for the end of a part how to make its results."""

    where: SourceLine | None
    asked: str
    make: Callable[[Importer, Sequence[SSAValue]], Sequence[SSAValue]] | None = None
    alike: bool = False  # of a beginning: what stands for the arguments is what they are


def kind_of(value: Any) -> Kind:
    return list(value.shape), value.dtype


def opened(tracer: Tracer, asked: str, tensors: Sequence[Any], kinds: Sequence[Kind] | None = None) -> list[Any]:
    """Values that stand for arguments while a function runs, with gradients. With `kinds` (shapes and dtypes) they
    stand for others, which only the transform knows.
    """
    mark = Mark(user_line(), asked, alike=kinds is None)
    made = closed(tracer, mark, tensors, [kind_of(tensor) for tensor in tensors] if kinds is None else kinds)
    for value in made:
        value.stop_gradient = False
    return made


def closed(tracer: Tracer, mark: Mark, operands: Sequence[Any], kinds: Sequence[Kind]) -> list[Any]:
    """A mark on operands; its results, of the given shapes and dtypes. Complex tensors are marked as pairs of reals."""
    if not kinds:
        return []
    complexes, operands = [is_complex_dtype(dtype) for _, dtype in kinds], [_as_real(tracer.read(v)) for v in operands]
    kinds = [_real_kind(kind) if pair else kind for kind, pair in zip(kinds, complexes, strict=True)]
    name = f"pcc.mark_{len(tracer.marks)}_{len(operands)}_{len(kinds)}"  # Paddle remembers the arity of a name
    tracer.marks[f"py_op.{name}"] = mark

    def types(*_: Any) -> Any:
        found = [paddle.static.MetaTensor(shape=list(shape), dtype=dtype) for shape, dtype in kinds]
        return tuple(found) if len(found) > 1 else found[0]

    made = C_ops._run_python_op(
        *operands,
        name=name,
        input_names=[f"x{n}" for n in range(len(operands))],
        output_names=[f"y{n}" for n in range(len(kinds))],
        attrs={"infer_meta_fn_ptr": types, "fn_ptr": _never},
        inplace_map={},
    )
    tracer.kept.append(types)  # the program has its address only
    values = list(made) if isinstance(made, list | tuple) else [made]
    return [C_ops.as_complex(v) if pair else v for v, pair in zip(values, complexes, strict=True)]


def _as_real(value: Any) -> Any:
    """A complex tensor as a real one with the parts as last axis: as a mark gave it, if one did."""
    if not is_complex_dtype(value.dtype):
        return value
    op = value.get_defining_op()
    if op is not None and op.name() == "pd_op.as_complex":
        return op.operand_source(0)
    return C_ops.as_real(value)


def _real_kind(kind: Kind) -> Kind:
    shape, dtype = kind
    return [*shape, 2], DataType.FLOAT32 if dtype == DataType.COMPLEX64 else DataType.FLOAT64


def _never(*_: Any) -> None:
    raise AssertionError("a mark is expanded by the importer, Paddle does not run it")


# ---- in the importer
def expand(importer: Importer, op: Any, mark: Mark) -> Sequence[Any]:
    """The values of a mark's results.

    Raises:
        TransformError: the transform has no rule for something that the function does.
    """
    try:
        if mark.make is None:
            return _stand_ins(importer, op, mark)
        return mark.make(importer, [importer.value(source) for source in op.operands_source()])
    except Unsupported as error:
        raise TransformError(f"{mark.asked} of what Paddle runs: {error.detail}", "", mark.where) from None
    except NotTransformable as error:
        raise TransformError(f"{mark.asked}: {error}") from None


def _stand_ins(importer: Importer, op: Any, mark: Mark) -> Sequence[SSAValue]:
    """What stands for arguments. If that is what they are, it is these to all but the transform: a function may keep
    values (running statistics), which are then of the arguments.
    """
    before = importer.block.last_op
    if mark.alike:
        made = [importer.add(StandInOp, importer.value(source)) for source in op.operands_source()]
    else:
        types = [tensor(list(result.shape), element_type(result.dtype)) for result in op.results()]
        made = list(Block(arg_types=types).args)
    importer.begun |= {value.owner: before for value in made}
    importer.standing |= {value.owner: True for value in made}
    return made


def transform(
    results: int, arguments: int, passes: Callable[[int], Sequence[Pass]]
) -> Callable[[Importer, Sequence[SSAValue]], Sequence[SSAValue]]:
    """What makes the results of a mark whose first operands are a function's results, then what stands for its
    arguments, then what the transformed function takes, but for what the function reads besides: that comes after its
    arguments. `passes`: the transform, given the number of these other values.
    """

    def make(importer: Importer, operands: Sequence[SSAValue]) -> Sequence[SSAValue]:
        inside, given = operands[results : results + arguments], operands[results + arguments :]
        func, free = function(importer, inside, operands[:results])
        alike = CommonSubexpressions()  # before: what is computed once gets one cotangent
        Execution(func).run([alike, *passes(len(free)), CommonSubexpressions(), DeadCodeElimination()])
        check_reverse_only(func)
        return inlined(func, [*given[:arguments], *free, *given[arguments:]], importer.block.add_op)

    return make


def function(
    importer: Importer, arguments: Sequence[SSAValue], results: Sequence[SSAValue]
) -> tuple[FuncOp, list[SSAValue]]:
    """What lies between marks as a function, and the other values that it reads: its further arguments.

    Random numbers that were drawn between the marks are drawn in the function, too.
    """
    stands = {argument.owner for argument in arguments if argument.owner in importer.standing}
    importer.standing.update(dict.fromkeys(stands, False))
    drawn = {op for stand in stands for op in _since(importer, stand) if isinstance(op, Drawn) and op.draws}
    return outlined(importer.block, arguments, results, drawn)


def _since(importer: Importer, stand: Any) -> Iterator[Operation]:
    """The ops since a mark, in the same block."""
    before = importer.begun[stand]
    op = importer.block.first_op if before is None else before.next_op
    while op is not None:
        yield op
        op = op.next_op


def detached(importer: Importer, op: Any, results: Sequence[Any]) -> Sequence[Any]:
    """The results of an op, those cut off from derivatives that `x.detach()` or `paddle.no_grad()` cut off."""
    inputs = [source for source in op.operands_source() if source.initialized()]
    if list(op.blocks()) or all(source.stop_gradient for source in inputs):
        return results
    cut = [result.stop_gradient for result in op.results()]
    pairs = zip(results, (*cut, *[False] * len(results)), strict=False)
    return [_cut(importer, v) if stop else v for v, stop in pairs]


def _cut(importer: Importer, value: Any) -> Any:
    if isinstance(value, Complex):
        return Complex(importer.add(DetachOp, value.real), importer.add(DetachOp, value.imag))
    return importer.add(DetachOp, value) if _is_float(value) else value


def _is_float(value: Any) -> bool:
    return isinstance(value, SSAValue) and is_float(dtype_of(value))


def check_left(importer: Importer, left: LeftToPaddle) -> None:
    """Raise TransformError if an op is left to Paddle between the marks of a transform."""
    if any(importer.standing.values()):
        raise TransformError(f"a transform cannot reach into what Paddle runs: {left.text}", "", left.location)


def check_settled(importer: Importer, returned: Sequence[SSAValue]) -> None:
    """Erase what the functions did that have been transformed.

    Raises:
        TransformError: a value of such a function is used outside, where it has no meaning.
    """
    kept = set(returned)
    erase_dead(op for op in importer.block.ops if not kept.intersection(op.results))
    stands = [argument for stand in importer.standing if isinstance(stand, Block) for argument in stand.args]
    left = next((argument for argument in stands if argument.uses or argument in kept), None)
    if left is not None:
        use = next(iter(left.uses), None)
        where = "" if use is None else f"{place_of(use.operation.location, Place(''))}: "
        problem = f"{where}a tensor made inside a transformed function is used outside, where it is one of many"
        raise TransformError(problem, "return it from there (running statistics: layer.eval())")
