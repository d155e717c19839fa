"""Check an op's CUDA code on its samples, under the shim, in three schedules of its threads."""

from __future__ import annotations

from typing import Any

from xdsl.dialects.builtin import ModuleOp

from pcc.dialects.pd.base import PdOp, Sample, dtype_of
from pcc.runtime.cuda.compilation import compile_for_device
from pcc.testing.check_op import check_capture, check_import, compare_results, eager, exact, results_of
from pcc.testing.cuda.shim import ORDERS, Shim, ShimError
from pcc.testing.failures import NoReference, NotCompiled, WrongValue
from pcc.testing.inputs import Array, draw


def check_cuda(kind: type[PdOp], number: int) -> float:
    """Check one sample of an op; the largest error against Paddle and against float64.

    Raises:
        CheckFailure: the code is not compiled, or gives something else, or schedules differ.
    """
    sample, label = kind.SAMPLES[number], f"{kind.name} sample {number} on CUDA"
    tensors = draw(sample.specs, label)
    captured = check_capture(sample, tensors, label)
    segment = check_import(kind, captured, label)
    arrays = [t.numpy() for t in (*tensors, *(tensor for _, tensor in captured.parameters))]
    arrays += [constant.array for constant in segment.literals.values()]
    return check_code(segment.module, sample, tensors, arrays, label)


def check_code(module: ModuleOp, sample: Sample, tensors: list[Any], arrays: list[Array], label: str) -> float:
    """Compiled code in all schedules, against each oracle."""
    types = [dtype_of(value) for value in results_of(module)]
    oracles = {"paddle": eager(sample, tensors), "float64": exact(sample, tensors)}
    if all(oracle is None for oracle in oracles.values()):
        raise NoReference(f"{label}: Paddle cannot compute it, and it has no reference")
    try:
        shim = Shim(compile_for_device(module))
        found = [shim(arrays, order) for order in ORDERS]
    except (ShimError, NotImplementedError, AssertionError) as error:
        raise NotCompiled(f"{label}: {type(error).__name__}: {error}") from error
    for order, others in zip(ORDERS[1:], found[1:], strict=True):
        if any(a.tobytes() != b.tobytes() for a, b in zip(found[0], others, strict=True)):
            raise WrongValue(f"{label}: results depend on the order of threads ({order})")
    results = list(zip(found[0], types, strict=True))
    wanted = {name: oracle for name, oracle in oracles.items() if oracle is not None}
    return max(compare_results(results, o, sample, tensors, f"{label} against {name}") for name, o in wanted.items())
