"""Check a public function of Paddle on its samples: compiled wholly, with Paddle's values, and its derivatives."""

from __future__ import annotations

from typing import Any

from pcc.dialects.pd.base import Sample
from pcc.frontends.paddle.capture import Captured, flatten
from pcc.frontends.paddle.dtypes import element_type
from pcc.frontends.paddle.importer import import_segment
from pcc.frontends.paddle.jit import jit
from pcc.frontends.paddle.private import paddle
from pcc.frontends.paddle.segment import Segment
from pcc.testing.check_jvp import Check, arguments_at, in_float64
from pcc.testing.check_op import Typed, arguments_of, check_capture, compare_results, eager, exact
from pcc.testing.check_vjp import reverse_error
from pcc.testing.check_vmap import Calls, several
from pcc.testing.failures import NoReference, NotImported
from pcc.testing.functions.base import Function
from pcc.testing.inputs import draw


def check_compiles(entry: Function, number: int) -> dict[str, float]:
    """Compile one sample with `pcc.jit(strict=True)`; compare with Paddle in the same dtypes, and in float64.

    Returns:
        The largest error against each.

    Raises:
        LeftToPaddleError: a part of it was left to Paddle.
        CheckFailure: another result than Paddle's.
    """
    sample, label = entry.samples[number], f"{entry.name} sample {number}"
    tensors = draw(sample.specs, label)
    found = compiled(lambda *given: sample.call(paddle, *given), [t.clone() for t in tensors])
    oracles = {"paddle": eager(sample, tensors), "float64": exact(sample, tensors)}
    if all(oracle is None for oracle in oracles.values()):
        raise NoReference(f"{label}: Paddle cannot compute it, and it has no reference")
    return {
        name: compare_results(found, oracle, sample, tensors, f"{label} against {name}")
        for name, oracle in oracles.items()
        if oracle is not None
    }


def compiled(function: Any, tensors: list[Any]) -> list[Typed]:
    """The results of a function that is compiled wholly."""
    with paddle.no_grad():
        leaves, _ = flatten((jit(function, strict=True)(*tensors),), {})
    return [(t.numpy(), element_type(t.dtype)) for t in leaves]


def check_derivatives(entry: Function, number: int, orders: int = 2) -> float | None:
    """Check the derivatives of one sample in float64; see `pcc.testing.check_jvp`.

    Returns:
        The largest error of all orders; None if nothing in it has a derivative.
    """
    sample, label = in_float64(entry.samples[number]), f"{entry.name} sample {number}, derivative"
    tensors = draw(sample.specs, label)
    captured, segment = whole_program(sample, tensors, label)
    return Check.of(sample, captured, segment, tensors, label).worst(orders)


def check_batches(entry: Function, number: int) -> float:
    """Check batches of one sample: each argument alone, and all together, against single calls.

    Returns:
        The largest error.
    """
    calls = calls_of(entry.samples[number], f"{entry.name} sample {number}, batched")
    given = range(calls.given)
    alone = [[0 if n == m else None for n in given] for m in given] if calls.given > 1 else []
    return max(calls.error([axes]) for axes in [*alone, [0] * calls.given, [-1] * calls.given])


def check_compositions(entry: Function, number: int) -> float:
    """Check the derivative of a batch, and a batch of derivatives, of one sample in float64, against single calls."""
    return calls_of(in_float64(entry.samples[number]), f"{entry.name} sample {number}, batched").derivatives()


def check_reverse(entry: Function, number: int) -> float | None:
    """Check the reverse mode of one sample, and that of its tangent, in float64; see `pcc.testing.check_vjp`."""
    sample, label = in_float64(entry.samples[number]), f"{entry.name} sample {number}, reverse mode"
    tensors = draw(sample.specs, label)
    captured, segment = whole_program(sample, tensors, label)
    return reverse_error(segment.module, arguments_at(captured, segment, tensors), label)


def calls_of(sample: Sample, label: str) -> Calls:
    """The program of a sample, with the arguments of several calls."""
    drawn = several(sample, label)
    captured, segment = whole_program(sample, drawn[0], label)
    return Calls.of_program(sample, captured, segment, drawn, label)


def whole_program(sample: Sample, tensors: list[Any], label: str) -> tuple[Captured, Segment]:
    """The program of a sample, imported whole."""
    captured = check_capture(sample, tensors, label)
    segment, _, _ = import_segment(captured, 0, arguments_of(captured))
    if segment.left is not None:
        raise NotImported(f"{label}: {segment.left}")
    return captured, segment
