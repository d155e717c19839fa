"""The stages of compilation as objects: `trace(f)(*args) -> .lower() -> .compile()`, each one printable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pcc.frontends.paddle.arguments import check_function, short_dtype
from pcc.frontends.paddle.capture import Captured, capture, flatten
from pcc.frontends.paddle.derived import Derived
from pcc.frontends.paddle.errors import ArgumentError
from pcc.frontends.paddle.program import Program
from pcc.frontends.paddle.tracebacks import shortened
from pcc.runtime.builders import builder_for
from pcc.runtime.report.page import page


@dataclass(frozen=True)
class Traced:
    """A captured program; prints as Paddle's PIR."""

    captured: Captured
    leaves: list[Any]

    def __str__(self) -> str:
        return str(self.captured.program)

    def lower(self, strict: bool = False, target: str = "cpu") -> Lowered:
        """To the `pd` dialect, to be compiled for a target: "cpu", "cuda" or "cuda:1". Raises ArgumentError."""
        program = Program(self.captured, strict, partial(builder_for(target), keep_text=True))
        program.compile(self.leaves)
        return Lowered(program)

    def transform(self, pipeline: str) -> Derived:
        """The `pd` function after passes, such as `jvp{wrt=0}` or `vmap{in-axes=0 size=8}`, in `pcc-opt`'s notation."""
        return Derived.of(Program(self.captured), self.leaves, pipeline)


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
        """Run. Raises ArgumentError unless the arguments are of the shapes and dtypes that were traced."""
        leaves, _ = flatten(args, kwargs)
        traced = [_kind(value) for value in self.program.captured.inputs]
        if [_kind(leaf) for leaf in leaves] != traced:
            raise ArgumentError(
                f"the program was traced for ({', '.join(traced)}), not ({', '.join(map(_kind, leaves))})",
                "trace it for these, or use pcc.jit, which compiles for every new signature",
            )
        return self.program(leaves)

    def ir(self, level: str) -> str:
        """The text at a level: pd, kernel, loops, llvm; of CUDA pd, kernel, threads, cuda. Raises ValueError."""
        texts = [stage.build.texts for stage in self.program.stages()]
        if level not in texts[0]:
            raise ValueError(f"no level '{level}'; there are {', '.join(texts[0])}")
        return "\n".join(text[level] for text in texts)

    def __str__(self) -> str:
        return self.ir("kernel")

    def report(self, path: str | Path) -> None:
        """Write one HTML page that needs nothing else: plan, kernels, what each pass changed and declined, the code."""
        stages = self.program.stages()
        left = [str(stage.segment.left) for stage in stages if stage.segment.left is not None]
        text = page("pcc compilation report", [stage.build for stage in stages], left)
        Path(path).write_text(text, encoding="utf-8")


def _kind(value: Any) -> str:
    """`float32[2, 3]`, of a tensor or of a value in PIR."""
    return f"{short_dtype(value.dtype)}{list(value.shape)}"


def trace(fn: Callable[..., Any]) -> Callable[..., Traced]:
    """`trace(f)(*args)` captures the call without compiling it."""
    check_function(fn)

    def run(*args: Any, **kwargs: Any) -> Traced:
        try:
            return Traced(capture(fn, args, kwargs), flatten(args, kwargs)[0])
        except Exception as error:
            raise shortened(error)  # noqa: B904  it is the same error

    return run
