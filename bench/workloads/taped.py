"""Derivatives by a framework's tape, eagerly: nested `grad` of PyTorch and of Paddle, and Paddle's jvp."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from typing import Any

Function = Callable[[Any], Any]


@dataclass(frozen=True)
class Taped:
    """Nested reverse mode, one column at a time; `lib` is torch or paddle, `grad(y, x)` keeps its graph.

    `onward`: results are differentiated again.
    """

    lib: Any
    grad: Callable[..., Any]
    onward: bool = False

    @property
    def tanh(self) -> Function:
        return self.lib.tanh

    def partials(self, f: Function, x: Any, wanted: Sequence[tuple[int, ...]]) -> list[Any]:
        x = self.leaf(x)
        u, found = f(x), dict[tuple[int, ...], Any]()
        last = max(map(len, wanted)) - 1

        def gradient(key: tuple[int, ...]) -> Any:
            if key not in found:
                found[key] = self.grad(column(key), x, again=self.onward or len(key) < last)
            return found[key]

        def column(key: tuple[int, ...]) -> Any:
            return u[:, key[0] : key[0] + 1] if len(key) == 1 else gradient(key[:-1])[:, key[-1] : key[-1] + 1]

        return [column(key) for key in wanted]

    def _laplacian(self, u: Any, x: Any, again: bool) -> Any:
        first = self.grad(u, x, again=True)
        return sum(self.grad(first[:, i], x, again=again)[:, i] for i in range(x.shape[1]))

    def laplacian(self, f: Function, x: Any) -> Any:
        x = self.leaf(x)
        return self._laplacian(f(x), x, again=self.onward)

    def biharmonic(self, f: Function, x: Any) -> Any:
        x = self.leaf(x)
        return self._laplacian(self._laplacian(f(x), x, again=True), x, again=self.onward)

    def hessian(self, f: Function, x: Any) -> Any:
        x = self.leaf(x)
        first = self.grad(f(x), x, again=True)
        return self.lib.stack([self.grad(first[:, i], x, again=False) for i in range(x.shape[1])], 1)

    def jacobian(self, f: Function, x: Any) -> Any:
        x = self.leaf(x)
        y = f(x)
        return self.lib.stack([self.grad(y[:, i], x, again=False) for i in range(y.shape[1])], 1)

    def training(self, loss: Callable[..., Any], parameters: dict[str, Any]) -> list[Any]:
        leaves = {name: self.leaf(p) for name, p in parameters.items()}
        value = loss(leaves)
        return [value, *self.grad(value, list(leaves.values()), again=False)]

    def sample_gradients(self, loss: Callable[..., Any], parameters: dict[str, Any], x: Any) -> list[Any]:
        rows = [self.training(lambda p, i=i: loss(p, x[i : i + 1]), parameters)[1:] for i in range(x.shape[0])]
        return [self.lib.stack(list(column)) for column in zip(*rows, strict=True)]

    def leaf(self, x: Any) -> Any:
        x = x.detach()
        x.stop_gradient = False  # Paddle's name
        if hasattr(x, "requires_grad_"):
            x.requires_grad_()
        return x


@dataclass(frozen=True)
class PaddleJvp(Taped):
    """Forward mode as Paddle has it: two reverse passes."""

    def along(self, f: Function, x: Any, axis: int) -> Any:
        from paddle.incubate.autograd import jvp

        return jvp(f, x, self.lib.zeros_like(x).index_fill(self.lib.to_tensor([axis]), 1, 1.0))[1]

    def derivative(self, f: Function, axes: Sequence[int]) -> Function:
        for axis in axes:
            f = lambda x, f=f, axis=axis: self.along(f, x, axis)  # noqa: E731
        return f

    def partials(self, f: Function, x: Any, wanted: Sequence[tuple[int, ...]]) -> list[Any]:
        found = {axes: self.derivative(f, axes)(x) for axes in {key[1:] for key in wanted}}
        return [found[key[1:]][:, key[0] : key[0] + 1] for key in wanted]

    def laplacian(self, f: Function, x: Any) -> Any:
        return sum(self.derivative(f, (i, i))(x)[:, 0] for i in range(x.shape[1]))

    def biharmonic(self, f: Function, x: Any) -> Any:
        pairs = combinations_with_replacement(range(x.shape[1]), 2)
        return sum((1 + (i != j)) * self.derivative(f, (i, i, j, j))(x)[:, 0] for i, j in pairs)

    def hessian(self, f: Function, x: Any) -> Any:
        raise NotImplementedError("by nested grad only")

    def jacobian(self, f: Function, x: Any) -> Any:
        return self.lib.stack([self.along(f, x, i) for i in range(x.shape[1])], 2)

    def training(self, loss: Callable[..., Any], parameters: dict[str, Any]) -> list[Any]:
        raise NotImplementedError("its jvp gives no gradients of parameters")

    def sample_gradients(self, loss: Callable[..., Any], parameters: dict[str, Any], x: Any) -> list[Any]:
        return self.training(loss, parameters)
