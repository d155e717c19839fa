"""Every FileCheck test of a pass computes the same numbers before and after its passes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from xdsl.dialects.builtin import ModuleOp, StringAttr
from xdsl.dialects.func import FuncOp

from pcc.codegen_cpu.compile import compile_text
from pcc.codegen_cpu.printer import print_module
from pcc.dialects.text import parse_module
from pcc.passes.base import Transform, passes
from pcc.passes.bufferize import InMemory
from pcc.passes.lower_to_loops import LowerToLoops
from pcc.passes.pipeline import parse_pipeline
from pcc.runtime.build import build, main_of
from pcc.runtime.cpu.library import library
from pcc.runtime.cuda.compilation import assemble
from pcc.runtime.executable import Executable
from pcc.runtime.tensor_types import spec_of
from pcc.runtime.tensors import Array, TensorSpec
from pcc.schedule.executor import Execution
from pcc.testing.cuda.shim import Shim

FOLDER = Path(__file__).parents[2] / "test" / "lit" / "passes"
PIPELINE = re.compile(r"RUN: pcc-opt %s -p (?:'([^']+)'|(\S+))")


def cases() -> list[tuple[str, str, str]]:
    """File, function and pipeline of every function that a test's first RUN line gives to passes."""
    found: list[tuple[str, str, str]] = []
    for path in sorted(FOLDER.rglob("*.mlir")):
        text = path.read_text()
        pipeline = PIPELINE.search(text)
        for name in re.findall(r"^func\.func @(\w+)", text, re.MULTILINE) if pipeline else ():
            found.append((path.name, name, pipeline[1] or pipeline[2]))  # type: ignore[index]
    return found


def module_of(file: str, name: str) -> ModuleOp:
    """One function of a file, as `main` of its own module."""
    module = parse_module((FOLDER / file).read_bytes(), file)
    function = next(op for op in module.ops if isinstance(op, FuncOp) and op.sym_name.data == name)
    function.detach()
    function.properties["sym_name"] = StringAttr("main")
    return ModuleOp([function])


def executable(module: ModuleOp) -> Callable[[Sequence[int]], None]:
    """Code of a module of any level; thread code runs under the shim."""
    main = main_of(module)
    if not InMemory.holds(main):
        return build(module).executable
    if any("threads" in op.attributes for op in module.ops):
        return Shim(assemble(module)).run
    for function in [op for op in module.ops if isinstance(op, FuncOp)]:
        Execution(function).run([LowerToLoops()])
    arena: Any = main.body.block.args[-1].type
    return Executable(compile_text(str(print_module(module)), symbols=library().symbols), arena.get_shape()[0])


def random(spec: TensorSpec, generator: np.random.Generator) -> Array:
    """Floats are multiples of 1/64: their sums are exact, in whatever order."""
    if spec.storage.kind == "f":
        return (generator.integers(-128, 128, spec.shape) / 64).astype(spec.storage)
    return generator.integers(0, 2 if spec.dtype == "bool" else 5, spec.shape).astype(spec.storage)


def outputs(code: Callable[[Sequence[int]], None], inputs: list[Array], results: list[TensorSpec]) -> list[Array]:
    made = [spec.empty() for spec in results]
    code([a.ctypes.data for a in (*inputs, *made)])
    return made


def keeping() -> list[tuple[str, str, str]]:
    """Those after which a function computes the same."""
    return [case for case in cases() if not any(isinstance(step, Transform) for step in parse_pipeline(case[2]))]


@pytest.mark.parametrize(("file", "name", "pipeline"), keeping(), ids=lambda value: value)
def test_same_numbers(file: str, name: str, pipeline: str) -> None:
    module = module_of(file, name)
    types = main_of(module).function_type
    generator = np.random.default_rng(0)
    inputs = [random(spec_of(f"x{n}", t), generator) for n, t in enumerate(types.inputs.data)]
    results = [spec_of(f"y{n}", t) for n, t in enumerate(types.outputs.data)]
    before = outputs(executable(module.clone()), inputs, results)
    Execution(main_of(module)).run(parse_pipeline(pipeline))
    after = outputs(executable(module), inputs, results)
    for a, b in zip(before, after, strict=True):
        np.testing.assert_allclose(b, a, rtol=1e-3 if b.dtype == np.float16 else 2e-6, atol=1e-6)


def test_every_pass_has_a_test() -> None:
    tested = {step.name for *_, pipeline in cases() for step in parse_pipeline(pipeline)}
    assert set(passes()) <= tested
