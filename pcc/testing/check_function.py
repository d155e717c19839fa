"""Check a public function of Paddle on its samples: compiled wholly, with Paddle's values, and its derivatives."""

from __future__ import annotations

from typing import Any

from pcc.frontends.paddle.capture import flatten
from pcc.frontends.paddle.dtypes import element_type
from pcc.frontends.paddle.importer import import_segment
from pcc.frontends.paddle.jit import jit
from pcc.frontends.paddle.private import paddle
from pcc.testing.check_jvp import Check, in_float64
from pcc.testing.check_op import Typed, arguments_of, check_capture, compare_results, eager, exact
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


def check_derivatives(entry: Function, number: int) -> float | None:
    """Check the first and second derivatives of one sample in float64; see `pcc.testing.check_jvp`.

    Returns:
        The largest error of both orders; None if nothing in it has a derivative.
    """
    check = derivatives_of(entry, number)
    return check.worst()


def derivatives_of(entry: Function, number: int) -> Check:
    """The program of one sample, with its floats as float64."""
    sample, label = in_float64(entry.samples[number]), f"{entry.name} sample {number}, derivative"
    tensors = draw(sample.specs, label)
    captured = check_capture(sample, tensors, label)
    segment, _, _ = import_segment(captured, 0, arguments_of(captured))
    if segment.left is not None:
        raise NotImported(f"{label}: {segment.left}")
    return Check.of(sample, captured, segment, tensors, label)
