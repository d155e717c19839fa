"""An op that is left to Paddle as a node of Paddle's graph, with the gradient that Paddle has for it."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any

from pcc.dialects.errors import NotTransformable
from pcc.frontends.paddle.dtypes import is_inexact
from pcc.frontends.paddle.errors import GradientError
from pcc.frontends.paddle.paddle_call import PaddleCall
from pcc.frontends.paddle.private import paddle


class PaddlePullback(PaddleCall):
    """From an op's tensors and the cotangents of its results `live` to the cotangents of its inputs `wrt`.

    The op runs again. Raises NotTransformable for one that draws random numbers.
    """

    def __init__(self, call: PaddleCall, moving: Container[str]) -> None:
        if "seed" in call.op.attrs():
            raise NotTransformable(f"{call.op.name()} draws random numbers and is left to Paddle")
        super().__init__(call.op, call.wanted, moving)
        with self.building():
            results = self.fetches
            self.live = [n for n, v in enumerate(results) if is_inexact(v.dtype) and not v.stop_gradient]
            moved = [n for n, id in enumerate(self.inputs) if id in moving]
            inputs = [self.arguments[n] for n in moved]
            seeds = [self.argument(results[n]) for n in self.live]
            found = paddle.static.gradients([results[n] for n in self.live], inputs, seeds) if seeds else []
        pairs = [(n, value) for n, value in zip(moved, found, strict=False) if value is not None]
        self.wrt, self.fetches = [n for n, _ in pairs], [value for _, value in pairs]


class _Run:
    """One run of an op with its pullback."""

    def __init__(self, call: PaddleCall, pullback: PaddlePullback, tensors: Sequence[Any]) -> None:
        self.call, self.pullback, self.tensors = call, pullback, tensors
        self.versions = [t.inplace_version for t in tensors]
        self.results: list[Any] = []

    def forward(self) -> Sequence[Any]:
        self.results = self.call(self.tensors)
        return [self.results[n] for n in self.pullback.live]

    def backward(self, cotangents: Sequence[Any]) -> tuple[Any, ...]:
        name = self.call.op.name()
        if paddle.is_grad_enabled():
            raise GradientError(f"second derivatives go through {name}, which is left to Paddle", "use other ops", None)
        if [t.inplace_version for t in self.tensors] != self.versions:
            raise RuntimeError(
                f"pcc.jit: a tensor that the gradient of {name} needs was changed in place after the call"
            )
        return tuple(self.pullback([*self.tensors, *cotangents]))


class _Node(paddle.autograd.PyLayer):
    @staticmethod
    def forward(ctx: Any, run: _Run, *moved: Any) -> Any:
        ctx.run = run
        return tuple(run.forward())

    @staticmethod
    def backward(ctx: Any, *cotangents: Any) -> Any:
        return ctx.run.backward(cotangents)


def run_differentiably(call: PaddleCall, pullback: PaddlePullback, tensors: Sequence[Any]) -> list[Any]:
    """The op's results, those with a gradient as part of Paddle's graph."""
    run = _Run(call, pullback, [t.detach() for t in tensors])
    live = _Node.apply(run, *(tensors[n] for n in pullback.wrt))
    results, run.results = run.results, []  # the node must not keep what refers to it
    for n, result in zip(pullback.live, live, strict=True):
        results[n] = result
    return results
