"""Derivatives by transforms of functions: jax's, torch.func's and pcc's, which have the same names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

Function = Callable[[Any], Any]


@dataclass(frozen=True)
class Transforms:
    """A library's transforms of functions, and what else is needed; `eye(x)` has a row for each column of x."""

    lib: Any
    tanh: Function
    eye: Function
    stack: Callable[[list[Any], int], Any]
    fill: Callable[[Any, Any], Any]  # an array like the first of the second

    def along(self, f: Function, v: Any) -> Function:
        """The derivative of f in direction v, at the same time that of all points."""
        return lambda x: self.lib.jvp(f, (x,), (self.fill(x, v),))[1]

    def training(self, loss: Callable[..., Any], parameters: dict[str, Any]) -> list[Any]:
        gradients = self.lib.grad(loss)(parameters)
        return [loss(parameters), *(gradients[name] for name in parameters)]

    def sample_gradients(self, loss: Callable[..., Any], parameters: dict[str, Any], x: Any) -> list[Any]:
        one = lambda parameters, point: loss(parameters, point[None])  # noqa: E731
        gradients = self.lib.vmap(self.lib.grad(one), (None, 0))(parameters, x)
        return [gradients[name] for name in parameters]


class Forward(Transforms):
    """Nested jvp."""

    def partials(self, f: Function, x: Any, wanted: Sequence[tuple[int, ...]]) -> list[Any]:
        eye, found = self.eye(x), dict[tuple[int, ...], Any]()
        for axes in dict.fromkeys(key[1:] for key in wanted):
            g = f
            for axis in axes:
                g = self.along(g, eye[axis])
            found[axes] = g(x)
        return [found[key[1:]][:, key[0] : key[0] + 1] for key in wanted]

    def laplacian(self, f: Function, x: Any) -> Any:
        eye = self.eye(x)

        def at(point: Any) -> Any:
            return self.lib.vmap(lambda v: self.along(self.along(f, v), v)(point))(eye).sum()

        return self.lib.vmap(at)(x)

    def biharmonic(self, f: Function, x: Any) -> Any:
        eye = self.eye(x)

        def of(g: Function) -> Function:
            return lambda point: sum(self.along(self.along(g, v), v)(point) for v in eye)

        return self.lib.vmap(of(of(lambda point: f(point)[0])))(x)

    def hessian(self, f: Function, x: Any) -> Any:
        return self.lib.vmap(self.lib.jacfwd(self.lib.jacfwd(lambda point: f(point)[0])))(x)

    def jacobian(self, f: Function, x: Any) -> Any:
        return self.lib.vmap(self.lib.jacfwd(f))(x)


@dataclass(frozen=True)
class Reverse(Transforms):
    """Gradients of gradients at a point, mapped over points; `forward`: jvp of gradients for all second derivatives."""

    forward: bool = True

    def partials(self, f: Function, x: Any, wanted: Sequence[tuple[int, ...]]) -> list[Any]:
        def at(point: Any) -> list[Any]:
            return [self.entry(f, key)(point) for key in wanted]

        return [column[:, None] for column in self.lib.vmap(at)(x)]

    def entry(self, f: Function, key: tuple[int, ...]) -> Function:
        if len(key) == 1:
            return lambda point: f(point)[key[0]]
        return lambda point: self.lib.grad(self.entry(f, key[:-1]))(point)[key[-1]]

    def second(self, f: Function, point: Any, v: Any) -> Any:
        if self.forward:
            return (self.along(self.lib.grad(f), v)(point) * v).sum()
        return (self.lib.grad(lambda q: (self.lib.grad(f)(q) * v).sum())(point) * v).sum()

    def laplacian(self, f: Function, x: Any) -> Any:
        return self.lib.vmap(self.at(lambda point: f(point)[0], self.eye(x)))(x)

    def at(self, f: Function, eye: Any) -> Function:
        return lambda point: self.lib.vmap(lambda v: self.second(f, point, v))(eye).sum()

    def biharmonic(self, f: Function, x: Any) -> Any:
        eye = self.eye(x)
        return self.lib.vmap(self.at(self.at(lambda point: f(point)[0], eye), eye))(x)

    def hessian(self, f: Function, x: Any) -> Any:
        outer = self.lib.jacfwd if self.forward else self.lib.jacrev
        return self.lib.vmap(outer(self.lib.grad(lambda point: f(point)[0])))(x)

    def jacobian(self, f: Function, x: Any) -> Any:
        return self.lib.vmap(self.lib.jacrev(f))(x)


class Taylor(Forward):
    """Taylor series along directions (jet)."""

    def along_to(self, f: Function, x: Any, v: Any, order: int) -> list[Any]:
        """f and its derivatives up to the order in direction v."""
        v = self.fill(x, v)
        value, series = self.lib.jet(f, (x,), ((v, *[v * 0.0] * (order - 1)),))
        return [value, *series]

    def partials(self, f: Function, x: Any, wanted: Sequence[tuple[int, ...]]) -> list[Any]:
        orders: dict[int, int] = {}
        for axes in (key[1:] for key in wanted if len(key) > 1):
            orders[axes[0]] = max(orders.get(axes[0], 0), len(axes))
        eye = self.eye(x)
        found = {axis: self.along_to(f, x, eye[axis], order) for axis, order in orders.items()}
        some = next(iter(found))
        series = [found[key[1] if len(key) > 1 else some][len(key) - 1] for key in wanted]
        return [terms[:, key[0] : key[0] + 1] for terms, key in zip(series, wanted, strict=True)]

    def laplacian(self, f: Function, x: Any) -> Any:
        second = lambda v: self.along_to(f, x, v, 2)[2]  # noqa: E731
        return self.lib.vmap(second)(self.eye(x)).sum(0)[:, 0]

    def biharmonic(self, f: Function, x: Any) -> Any:
        """Fourth derivatives along e_i and e_i +- e_j, by polarization."""
        eye = list(self.eye(x))
        ways = [*((v, 1 - (len(eye) - 1) / 3) for v in eye)]
        ways += [(way, 1 / 6) for v, w in combinations(eye, 2) for way in (v + w, v - w)]
        fourth = self.lib.vmap(lambda v: self.along_to(f, x, v, 4)[4])(self.stack([v for v, _ in ways], 0))
        return sum(weight * fourth[n][:, 0] for n, (_, weight) in enumerate(ways))
