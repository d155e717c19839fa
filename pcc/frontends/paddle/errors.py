"""Errors that a user's program can cause while it is captured: one line with the source line and what to do instead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SourceLine:
    """A place in the user's program."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class CaptureError(Exception):
    """A Paddle program that cannot be captured; `where` is the user's line, None if it has none (no Python frame)."""

    def __init__(self, problem: str, remedy: str = "", where: SourceLine | None = None) -> None:
        self.problem, self.remedy, self.where = problem, remedy, where
        place = f"{where}: " if where else ""
        super().__init__(f"{place}{problem}" + (f"; {remedy}" if remedy else ""))


class PaddleVersionError(CaptureError, ImportError):
    """The installed Paddle lacks something that capture relies on."""


class ConcretizationError(CaptureError, TypeError):
    """The program asks for the number in a traced tensor: int(x), x.numpy(), `if x` where it cannot become an op.

    `asked`: the Python method that asked (`__bool__`, `numpy`).
    """

    def __init__(self, problem: str, remedy: str, where: SourceLine | None, asked: str) -> None:
        super().__init__(problem, remedy, where)
        self.asked = asked


class ArgumentError(CaptureError, TypeError):
    """An argument that can be neither an input nor part of the signature."""


class ResultError(CaptureError, TypeError):
    """A result that is no nest of tensors and plain Python values."""


class InplaceError(CaptureError):
    """An in-place update whose effect on other names for the same memory cannot be captured."""


class GradientError(CaptureError):
    """paddle.grad of something that has no gradient, or x.backward(), inside a captured program."""


class TransformError(CaptureError, TypeError, ValueError):
    """A transform (jvp, vmap, grad, ...) of something that it cannot transform, or arguments that do not fit."""


class ControlFlowError(CaptureError):
    """A tensor condition or loop that cannot become an op: results that differ in structure, dtype or shape."""


class ProgramError(CaptureError):
    """Paddle rejected an op while tracing: wrong shapes, dtypes, arguments."""


class SavedModelError(CaptureError):
    """A saved model on disk that is missing, damaged, or not a PIR program."""
