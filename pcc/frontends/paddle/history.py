"""The compilations of one function: why each was made, and the time that they took."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

from pcc.config import logger
from pcc.frontends.paddle.callsite import user_line, warn_at

REPORTED_COMPILE = 3  # with which a user learns what makes the function compile again and again


class RecompileWarning(UserWarning):
    """A function was compiled for the third time; the message names what differed from the call compiled before."""


class NoGradientWarning(UserWarning):
    """A function whose result would carry a gradient under Paddle was compiled; the compiled result carries none."""


@dataclass
class History:
    """`reasons`: why each compilation was made, in words; `seconds` of all, capture included."""

    name: str = "the program"
    reasons: list[str] = field(default_factory=list[str])
    seconds: float = 0.0

    def add(self, why: str) -> None:
        """A compilation begins."""
        self.reasons.append(why)
        logger("recompile").info("%s, compilation %d: %s", self.name, len(self.reasons), why)
        if len(self.reasons) == REPORTED_COMPILE:
            warn_at(user_line(), RecompileWarning(f"{self.name} is compiled for the third time: {why}"))

    def without_gradient(self, why: str) -> None:
        """Say so, where a training loop would silently learn nothing."""
        remedy = f"train with {self.name} itself, or call it under paddle.no_grad()"
        warn_at(user_line(), NoGradientWarning(f"results of pcc.jit carry no gradient: {why}; {remedy}"))

    @contextmanager
    def timed(self) -> Generator[None]:
        """Add the time of what is within."""
        start = perf_counter()
        try:
            yield
        finally:
            self.seconds += perf_counter() - start
