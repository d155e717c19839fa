"""The stages of compilation as objects: `trace(f)(*args) -> .lower() -> .compile()`, each one printable."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pcc.frontends.paddle.capture import Captured, capture, flatten
from pcc.frontends.paddle.memory import contiguous
from pcc.frontends.paddle.program import Program


@dataclass(frozen=True)
class Traced:
    """A captured program; prints as Paddle's PIR."""

    captured: Captured
    leaves: list[Any]

    def __str__(self) -> str:
        return str(self.captured.program)

    def lower(self, strict: bool = False) -> Lowered:
        """To the `pd` dialect."""
        program = Program(self.captured, strict, keep_text=True)
        program.compile(self.leaves)
        return Lowered(program)


@dataclass(frozen=True)
class Lowered:
    """A program of `pd` ops; prints as their text."""

    program: Program

    def __str__(self) -> str:
        return "\n".join(stage.build.texts["pd"] for stage in self.program.stages())

    def compile(self) -> Compiled:
        return Compiled(self.program)


@dataclass(frozen=True)
class Compiled:
    """A program ready to run on tensors of the shapes that it was traced with."""

    program: Program

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        leaves, _ = flatten(args, kwargs)
        return self.program(contiguous(leaves))

    def ir(self, level: str) -> str:
        """The text at a level: pd, kernel, loops or llvm."""
        return "\n".join(stage.build.texts[level] for stage in self.program.stages())

    def __str__(self) -> str:
        return self.ir("kernel")


def trace(fn: Callable[..., Any]) -> Callable[..., Traced]:
    """`trace(f)(*args)` captures the call without compiling it."""
    return lambda *args, **kwargs: Traced(capture(fn, args, kwargs), contiguous(flatten(args, kwargs)[0]))
