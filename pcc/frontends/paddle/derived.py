"""A traced program after passes that the user chose, such as transforms: `trace(f)(x).transform("jvp")`."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from xdsl.dialects.builtin import ModuleOp

from pcc.dialects.errors import NotTransformable
from pcc.dialects.pd.base import Tensor, type_of
from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.dtypes import dtype_name, element_type
from pcc.frontends.paddle.errors import ArgumentError, TransformError
from pcc.frontends.paddle.memory import contiguous, from_numpy
from pcc.frontends.paddle.program import Program
from pcc.frontends.paddle.results import makers
from pcc.passes.pipeline import PipelineError, parse_pipeline
from pcc.runtime.build import Build, build, main_of
from pcc.schedule.executor import Execution


class Derived:
    """A program of `pd` ops, made by passes from a traced one; prints as their text.

    tensors: the arguments of the traced program: those of the call, then parameters, then large constants.
    """

    def __init__(self, module: ModuleOp, tensors: list[Any]) -> None:
        self.module, self.tensors = module, tensors
        returned = main_of(module).body.block.last_op
        assert returned is not None
        self.arguments = [type_of(argument) for argument in main_of(module).body.block.args]
        self.results = [type_of(value) for value in returned.operands]

    @staticmethod
    def of(program: Program, leaves: list[Any], pipeline: str) -> Derived:
        """Raises TransformError: Paddle runs a part of the program, no such pass, or an op that it has no rule for."""
        segment, _, _ = program.imported(leaves)
        if segment.left is not None:
            raise TransformError(segment.left.text, "a transform needs the whole program", segment.left.location)
        literals = [from_numpy(c.array, dtype_name(c.dtype)) for c in segment.literals.values()]
        try:
            Execution(main_of(segment.module)).run(parse_pipeline(pipeline))
        except (NotTransformable, PipelineError) as error:
            raise TransformError(str(error), "", user_line()) from None
        return Derived(segment.module, [*leaves, *(tensor for _, tensor in program.parameters), *literals])

    def __str__(self) -> str:
        return str(self.module)

    def transform(self, pipeline: str) -> Derived:
        """The same with further passes."""
        module = self.module.clone()
        Execution(main_of(module)).run(parse_pipeline(pipeline))
        return Derived(module, self.tensors)

    def __call__(self, *tensors: Any) -> list[Any]:
        """Run on tensors for all arguments of the function. Raises ArgumentError if they do not fit."""
        given = contiguous(tensors)
        kinds = [Tensor(element_type(t.dtype), list(t.shape)) for t in given]
        if kinds != self.arguments:
            wanted, got = (", ".join(map(str, types)) for types in (self.arguments, kinds))
            raise ArgumentError(f"the program takes ({wanted}), not ({got})", "", user_line())
        made = [make() for make in makers(self.results)]
        self._build.executable([t.data_ptr() for t in (*given, *made)])
        return made

    @cached_property
    def _build(self) -> Build:
        return build(self.module.clone())
