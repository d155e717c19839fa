"""Check an op on its samples: import, text of every level, value, index relation. One small function per check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from xdsl.dialects.builtin import ModuleOp, TensorType, f32, f64
from xdsl.dialects.func import FuncOp
from xdsl.ir import Attribute
from xdsl.parser import Parser
from xdsl.rewriter import Rewriter
from xdsl.utils.exceptions import ParseError, VerifyException

from pcc.dialects.pd.base import PdOp, Sample, Tensor, dtype_of, is_float, shape_of, tensor
from pcc.dialects.text import context
from pcc.frontends.paddle.capture import Captured, capture, flatten
from pcc.frontends.paddle.dtypes import element_type
from pcc.frontends.paddle.errors import CaptureError
from pcc.frontends.paddle.importer import import_segment
from pcc.frontends.paddle.private import paddle
from pcc.frontends.paddle.segment import Segment
from pcc.passes.decompose import Decompose
from pcc.passes.signature import set_type
from pcc.runtime.build import main_of
from pcc.schedule.executor import Execution
from pcc.testing.compare import allowed, compare
from pcc.testing.failures import NoReference, NoSamples, NotCompiled, NotImported, TextDiffers, WrongType, WrongValue
from pcc.testing.inputs import Array, draw, numbers
from pcc.testing.run import results_of, run
from pcc.testing.slicing import check_relation

Typed = tuple[Array, Attribute]  # stored elements and element type


@dataclass(frozen=True)
class Report:
    """What was found for one sample: the largest errors against each oracle, and the letters that were sliced."""

    op: str
    number: int
    errors: dict[str, float]
    letters: list[str]


def check_op(kind: type[PdOp]) -> list[Report]:
    """Check all samples of an op class of the dialect.

    Returns:
        A report per sample.

    Raises:
        CheckFailure: the first thing that is wrong, with the sample's number and what differs where.
    """
    check_has_samples(kind)
    return [check_sample(kind, number) for number in range(len(kind.SAMPLES))]


def check_has_samples(kind: type[PdOp]) -> None:
    if not kind.SAMPLES:
        raise NoSamples(f"{kind.name} has no samples: add calls that a user would write to its SAMPLES")


def check_sample(kind: type[PdOp], number: int) -> Report:
    """Check one sample of an op; see `check_op`."""
    sample, label = kind.SAMPLES[number], f"{kind.name} sample {number}"
    tensors = draw(sample.specs, label)
    captured = check_capture(sample, tensors, label)
    segment = check_import(kind, captured, label)
    module = segment.module
    check_text(module, label)
    arrays = [t.numpy() for t in (*tensors, *(tensor for _, tensor in captured.parameters))]
    arrays += [constant.array for constant in segment.literals.values()]
    errors = check_value(module, sample, tensors, arrays, label)
    letters = check_letters(kind, module, arrays, sample, label)
    return Report(kind.name, number, errors, letters)


def check_capture(sample: Sample, tensors: list[Any], label: str) -> Captured:
    """The sample's program in Paddle's IR."""
    try:
        return capture(lambda *args: sample.call(paddle, *args), tuple(tensors))
    except CaptureError as error:
        raise NotImported(f"{label}: {error}") from error


def check_import(kind: type[PdOp], captured: Captured, label: str) -> Segment:
    """The program in the `pd` dialect, which must have the op: as imported, decomposed, or without routines."""
    segment, _, _ = import_segment(captured, 0, arguments_of(captured))
    if segment.left is not None:
        raise NotImported(f"{label}: {segment.left}")
    for step in (Decompose(), Decompose(routines=False)):
        if not places(kind, segment.module):
            Execution(main_of(segment.module)).run([step])
    if not places(kind, segment.module):
        names = {op.name for op in segment.module.walk() if isinstance(op, PdOp)}
        raise NotImported(f"{label}: the program has only {', '.join(sorted(names)) or 'no ops'}")
    segment.module.verify()
    return segment


def check_wide(kind: type[PdOp], sample: Sample, tensors: list[Any], label: str) -> tuple[Captured, Segment]:
    """The program of a sample; of float64 arguments where Paddle has only float32, that program, widened."""
    try:
        captured = check_capture(sample, tensors, label)
        return captured, check_import(kind, captured, label)
    except (NotImported, TypeError):  # Paddle's own TypeErrors pass through
        if not any(t.dtype == paddle.float64 for t in tensors):
            raise
        captured = check_capture(sample, [t.astype("float32") if t.is_floating_point() else t for t in tensors], label)
        segment = check_import(kind, captured, label)
    widen(main_of(segment.module))
    return captured, segment


def widen(func: FuncOp) -> None:
    """float32 -> float64, in all types and attributes."""
    for op in func.walk():
        blocks = [block for region in op.regions for block in region.blocks]
        for value in (*op.results, *(argument for block in blocks for argument in block.args)):
            if isinstance(value.type, TensorType) and value.type.element_type == f32:
                Rewriter.replace_value_with_new_type(value, tensor(shape_of(value), f64))
        op.properties.update({name: f64 for name, value in op.properties.items() if value == f32})
    set_type(func)


def arguments_of(captured: Captured) -> dict[str, Tensor]:
    """The types of a captured program's inputs and parameters, by id."""
    arguments = [*captured.inputs, *(value for value, _ in captured.parameters)]
    return {v.id: tensor(list(v.shape), element_type(v.dtype)) for v in arguments}


def places(kind: type[PdOp], module: ModuleOp) -> list[int]:
    """Where the op is in `module.walk()`."""
    return [place for place, op in enumerate(module.walk()) if isinstance(op, kind)]


def check_text(module: ModuleOp, label: str) -> None:
    """Print, parse, compare."""
    text = str(module)
    parsed = check_parses(text, label)
    if not parsed.is_structurally_equivalent(module):
        changed = [
            line for line, other in zip(text.split("\n"), str(parsed).split("\n"), strict=False) if line != other
        ]
        raise TextDiffers(f"{label}: its text parses to another program: {(changed or ['(equal text)'])[0].strip()}")


def check_parses(text: str, label: str) -> ModuleOp:
    """The module that a text says, verified."""
    try:
        parsed = Parser(context(), text).parse_module()
        parsed.verify()
    except (ParseError, VerifyException) as error:
        raise TextDiffers(f"{label}: its text does not parse: {error}") from error
    return parsed


def check_value(
    module: ModuleOp, sample: Sample, tensors: list[Any], arrays: Sequence[Array], label: str
) -> dict[str, float]:
    """Compiled code, which has a text at each level, against Paddle in the same dtypes, and against float64.

    Returns:
        The largest error of each.
    """
    types = [dtype_of(value) for value in results_of(module)]
    texts: dict[str, str] = {}
    try:
        found = run(module.clone(), arrays, texts)
    except Exception as error:
        raise NotCompiled(f"{label}: {type(error).__name__}: {error}") from error
    for level in ("kernel", "loops"):
        if str(check_parses(texts[level], f"{label} as {level}")) != texts[level]:
            raise TextDiffers(f"{label} as {level}: its text changes when it is parsed and printed")
    results = list(zip(found, types, strict=True))
    oracles = {"paddle": eager(sample, tensors), "float64": exact(sample, tensors)}
    if all(oracle is None for oracle in oracles.values()):
        raise NoReference(f"{label}: Paddle cannot compute it, and it has no reference")
    return {
        name: compare_results(results, oracle, sample, tensors, f"{label} against {name}")
        for name, oracle in oracles.items()
        if oracle is not None
    }


def eager(sample: Sample, tensors: list[Any]) -> list[Typed] | None:
    """Paddle's own results, None if it has no kernel for the dtypes."""
    try:
        leaves, _ = flatten((sample.call(paddle, *(t.clone() for t in tensors)),), {})
    except (RuntimeError, ValueError, TypeError, NotImplementedError):
        return None
    return [(t.numpy(), element_type(t.dtype)) for t in leaves]


def exact(sample: Sample, tensors: list[Any]) -> list[Typed] | None:
    """The results in float64: by the sample's reference, or by Paddle. None if neither can, or no input is a float."""
    if sample.reference is not None:
        given = [t.astype("float64").numpy() if t.is_floating_point() else t.numpy() for t in tensors]
        found = sample.reference(*given)
        found = found if isinstance(found, tuple | list) else (found,)
        return [(a, element_type(a.dtype)) for a in map(np.asarray, found)]
    if not any(t.is_floating_point() for t in tensors):
        return None
    return eager(sample, [t.astype("float64") if t.is_floating_point() else t for t in tensors])


def compare_results(results: list[Typed], wanted: list[Typed], sample: Sample, tensors: list[Any], what: str) -> float:
    """The largest error of all results; floats may differ by the tolerance, all else must be equal."""
    inputs, worst = [element_type(t.dtype) for t in tensors], 0.0
    for number, ((got, dtype), (want, other)) in enumerate(zip(results, wanted, strict=False)):
        name = f"{what}, result {number}"
        if got.shape != want.shape or (dtype != other and what.endswith("paddle")):
            raise WrongType(f"{name}: {dtype}{list(got.shape)}, not {other}{list(want.shape)}")
        limit = allowed(sample.tolerance, [*inputs, dtype]) if is_float(dtype) or dtype != other else 0.0
        worst = max(worst, compare(numbers(got, dtype), numbers(want, other), limit, WrongValue, name))
    return worst


def check_letters(kind: type[PdOp], module: ModuleOp, arrays: Sequence[Array], sample: Sample, label: str) -> list[str]:
    """The index relation of the first op of the kind; the letters that could be sliced."""
    place = places(kind, module)[0]
    limit = max(1e-5, sample.tolerance)
    return check_relation(module, place, arrays, limit, label)
