"""What an entry of the table of Paddle's public functions is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pcc.dialects import pd
from pcc.dialects.pd.base import Sample, Spec, sample


@dataclass(frozen=True)
class Function:
    """A public function of Paddle, as calls that a user would write.

    `name` is `paddle.exp`, `F.elu`, `linalg.det` or `fft.rfft`. The function is differentiable in all floating-point
    inputs of its samples, or in none, for the reason that `flat` gives in a word.
    """

    name: str
    samples: tuple[Sample, ...]
    flat: str = ""

    def also(self, call: Callable[..., Any], *specs: Spec | tuple[int, ...], **options: Any) -> Function:
        """With one more call, whose arguments change the path."""
        return replace(self, samples=(*self.samples, sample(call, *specs, **options)))


def function(
    name: str, call: Callable[..., Any], *specs: Spec | tuple[int, ...], flat: str = "", **options: Any
) -> Function:
    """`function("paddle.tanh", lambda paddle, x: paddle.tanh(x), (3, 4))`; a bare shape is a float32 Spec."""
    return Function(name, (sample(call, *specs, **options),), flat)


def functions(room: str, names: str, *specs: Spec | tuple[int, ...], flat: str = "") -> list[Function]:
    """Functions that are called alike, on inputs alone: names separated by spaces."""
    return [function(f"{room}.{name}", _named(room, name), *specs, flat=flat) for name in names.split()]


def of_ops(room: str, names: str, at: Sequence[int] = (0,), flat: str = "") -> list[Function]:
    """Functions with ops of the same names, as some of the ops' samples call them."""
    return [of_op(f"{room}.{name}", f"pd.{name}", at, flat) for name in names.split()]


def of_op(name: str, op: str, at: Sequence[int] = (0,), flat: str = "") -> Function:
    """A function as some of an op's samples call it."""
    return Function(name, tuple(pd.ops()[op].SAMPLES[n] for n in at), flat)


def integers(*shape: int, low: int = 0, high: int = 2, **options: Any) -> Spec:
    """Indices."""
    return Spec(shape, "int64", low, high, **options)


def distinct(*shape: int) -> Spec:
    """Numbers without ties, none of which is near zero."""
    return Spec(shape, low=-2.03, high=1.97, unique=True)


def _named(room: str, name: str) -> Callable[..., Any]:
    path = {"paddle": "", "F": "nn.functional", "linalg": "linalg", "fft": "fft"}[room]

    def call(paddle: Any, *tensors: Any) -> Any:
        found = paddle
        for part in filter(None, (*path.split("."), name)):
            found = getattr(found, part)
        return found(*tensors)

    return call
