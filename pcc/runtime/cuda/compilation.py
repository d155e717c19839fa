"""From a `pd` module to a program for a device, by plan, passes and printer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from xdsl.dialects.builtin import ModuleOp, TensorType
from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import SSAValue

from pcc import codegen_cuda
from pcc.codegen_cuda import printer
from pcc.dialects.pd.base import dtype_of, shape_of
from pcc.passes.pipeline import print_pipeline
from pcc.runtime.build import main_of
from pcc.runtime.cuda.epilogue import Bias, bias_of
from pcc.runtime.cuda.lowering import Lowering, size_in_bytes
from pcc.runtime.cuda.program import Kernel, Program, Spec
from pcc.runtime.internal_error import reproducible
from pcc.runtime.kernel_facts import kernels_of
from pcc.runtime.program_facts import ProgramFacts
from pcc.runtime.report.recording import Recording
from pcc.schedule.executor import Execution
from pcc.schedule.goals import CudaExecutable
from pcc.schedule.planner import Options

_SPECIAL = re.compile(r"\b(i0|i0e|i1|i1e|digamma)f?\(")


@cache
def _header(name: str) -> str:
    return (Path(codegen_cuda.__file__).parent / name).read_text(encoding="utf-8")


def unit(kernels: Sequence[str]) -> str:
    """One text of all kernels, with what they are written with."""
    text = "\n".join(kernels)
    special = [_header("special.cuh")] if _SPECIAL.search(text) else []
    return "\n".join([_header("prelude.cuh"), *special, text])


@dataclass
class DeviceCompilation:
    """A program, what is known of it, seconds by step; if asked for, the text of each level and a record of passes."""

    program: Program
    facts: ProgramFacts
    texts: dict[str, str]
    seconds: dict[str, float]
    record: Recording


def compile_for_device(module: ModuleOp, settings: Options | None = None) -> Program:
    """The program of `main`, made of `pd` ops; the module ends as thread code."""
    return compile_with_facts(module, False, settings).program


def compile_with_facts(module: ModuleOp, keep_text: bool, settings: Options | None = None) -> DeviceCompilation:
    """The program of `main`, made of `pd` ops, and what is known of it; the module ends as thread code."""
    main, biases, steps = main_of(module), dict[str, Bias](), CudaExecutable().plan(settings=settings)
    inputs, results = _specs(main.body.block.args), _specs(_returned(main))
    record, texts = Recording(), {"pd": str(module)} if keep_text else {}
    execution = Execution(main, instruments=[record] if keep_text else [])
    with reproducible(module, steps, execution):
        kernels = kernels_of(execution, steps)
        texts |= {"kernel": str(module)} if keep_text else {}
        for function, rest in execution.grow(steps[len(execution.outcomes) :]):
            if (bias := bias_of(function)) is not None:
                biases[function.sym_name.data] = bias
            Execution(function).run(rest)
    program = replace(assemble(module, biases), inputs=inputs, results=results)
    texts |= {"threads": str(module), "cuda": program.source} if keep_text else {}
    seconds = {outcome.step.name: outcome.seconds for outcome in execution.outcomes}
    declined = tuple(execution.analyses.notes)
    facts = ProgramFacts(program.arena_bytes, print_pipeline(steps), tuple(kernels), declined)
    return DeviceCompilation(program, facts, texts, seconds, record)


def assemble(module: ModuleOp, biases: Mapping[str, Bias] = MappingProxyType({})) -> Program:
    """The program of a module of thread code, but for what its arguments are."""
    main = main_of(module)
    functions = [op for op in module.ops if isinstance(op, FuncOp) and op is not main]
    made = [printer.print_kernel(function) for function in functions]
    kernels = tuple(Kernel(k.name, k.blocks, k.threads, k.shared) for k in made)
    steps = Lowering({f.sym_name.data: number for number, f in enumerate(functions)}, biases).function(main)
    return Program(unit([k.text for k in made]), kernels, steps, (), (), size_in_bytes(main.body.block.args[-1]))


def _returned(main: FuncOp) -> Sequence[SSAValue]:
    last = main.body.block.last_op
    assert isinstance(last, ReturnOp)
    return list(last.operands)


def _specs(values: Sequence[SSAValue]) -> tuple[Spec, ...]:
    assert all(isinstance(v.type, TensorType) for v in values)
    return tuple(Spec(shape_of(v), str(dtype_of(v))) for v in values)
