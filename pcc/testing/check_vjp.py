"""Check the reverse mode of an op on its samples, in float64: <ct, jvp(v)> = <vjp(ct), v>, first and second order."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from xdsl.dialects.builtin import ModuleOp
from xdsl.ir import Attribute

from pcc.dialects.pd.base import PdOp, bit_width, dtype_of, is_float, shape_of
from pcc.frontends.paddle.dtypes import dtype_name
from pcc.frontends.paddle.private import paddle
from pcc.passes.jvp import Jvp
from pcc.passes.transpose import Transpose
from pcc.runtime.build import main_of
from pcc.schedule.executor import Execution
from pcc.testing.check_jvp import in_float64
from pcc.testing.check_op import check_wide
from pcc.testing.failures import WrongValue
from pcc.testing.inputs import Array, draw, numbers
from pcc.testing.run import results_of, run

LIMITS = {64: 1e-9, 32: 1e-5, 16: 3e-2}  # of differences, by the bits of the narrowest floats that are computed with


def check_vjp(kind: type[PdOp], number: int) -> float | None:
    """Check one sample of an op class, with its floats as float64: of the op, and of the reverse mode of its tangent.

    Returns:
        The largest relative difference; None if nothing in it has a derivative.

    Raises:
        CheckFailure: the two products differ.
        NotTransposable: the transpose of an op in the sample's derivative is not known.
    """
    label, sample = f"{kind.name} sample {number}, reverse mode", in_float64(kind.SAMPLES[number])
    tensors = draw(sample.specs, label)
    captured, segment = check_wide(kind, sample, tensors, label)
    parameters = [tensor for _, tensor in captured.parameters]
    arrays = [t.numpy() for t in (*tensors, *parameters)] + [c.array for c in segment.literals.values()]
    return reverse_error(segment.module, arrays, label)


def reverse_error(module: ModuleOp, arrays: Sequence[Array], label: str) -> float | None:
    """The largest relative difference of a program and of its tangent; None if nothing in it has a derivative."""
    if not floats_of(main_of(module).body.block.args) or not floats_of(results_of(module)):
        return None
    first = difference(module, arrays, label)
    tangent = module.clone()
    Execution(main_of(tangent)).run([Jvp()])
    rng = np.random.default_rng(crc32(label.encode()))
    along = [rng.standard_normal(shape_of(a)) for a in main_of(tangent).body.block.args[len(arrays) :]]
    return max(first, difference(tangent, [*arrays, *along], f"{label} of the tangent"))


def floats_of(values: Sequence[object]) -> list[int]:
    """The numbers of those that have derivatives."""
    return [n for n, v in enumerate(values) if is_float(dtype_of(v))]  # type: ignore[arg-type]


def reverse(module: ModuleOp) -> ModuleOp:
    """f(x) -> y  ->  (x, ct) -> (y, ct_x), for all floating-point arguments and results; verified."""
    made = module.clone()
    func = main_of(made)
    arguments, results = func.body.block.args, results_of(made)
    moved, derived = len(floats_of(arguments)), len(floats_of(results))
    of = range(len(arguments), len(arguments) + moved)
    tangents = range(len(results), len(results) + derived)
    steps = [Jvp(), Transpose(of=".".join(map(str, of)), results=".".join(map(str, tangents)))]
    Execution(func).run(steps)
    made.verify()
    return made


def difference(module: ModuleOp, arrays: Sequence[Array], label: str) -> float:
    """How far both products differ, for random v and ct. Raises WrongValue above the limit."""
    rng = np.random.default_rng(crc32(label.encode()))
    arguments, results = list(main_of(module).body.block.args), results_of(module)
    draw_one = lambda v: paddle.to_tensor(rng.standard_normal(shape_of(v))).astype(dtype_name(dtype_of(v))).numpy()  # noqa: E731
    along = [draw_one(arguments[n]) for n in floats_of(arguments)]
    cotangents = [draw_one(results[n]) for n in floats_of(results)]
    backward, tangent, count = reverse(module), module.clone(), len(results)
    limit = LIMITS[narrowest(backward)]
    Execution(main_of(tangent)).run([Jvp()])
    forward = run(tangent, [*arrays, *along])
    found = run(backward, [*arrays, *cotangents])
    for number, (a, b) in enumerate(zip(forward[:count], found[:count], strict=True)):
        if not np.allclose(a, b, limit, limit, equal_nan=True):
            raise WrongValue(f"{label}: result {number} differs from that beside the tangent")
    ahead = terms(cotangents, forward[count:], [dtype_of(results[n]) for n in floats_of(results)])
    back = terms(along, found[count:], [dtype_of(arguments[n]) for n in floats_of(arguments)])
    scale = np.abs(ahead).sum() + np.abs(back).sum() + 1e-300
    error = float(abs(ahead.sum() - back.sum()) / scale)
    if not error <= limit:
        raise WrongValue(f"{label}: <ct, jvp(v)> = {ahead.sum():.17g}, but <vjp(ct), v> = {back.sum():.17g}")
    return error


def narrowest(module: ModuleOp) -> int:
    """The fewest bits of floats among the values of a program."""
    values = [v for op in main_of(module).walk() for v in (*op.operands, *op.results)]
    return min(bit_width(dtype_of(v)) for v in values if is_float(dtype_of(v)))


def terms(left: Sequence[Array], right: Sequence[Array], dtypes: Sequence[Attribute]) -> Array:
    """Of an inner product of two lists of tensors."""
    pairs = zip(left, right, dtypes, strict=True)
    return np.concatenate([np.ravel(numbers(a, d).astype(np.float64) * numbers(b, d)) for a, b, d in pairs])
