"""Random nests of transforms around random programs give what dual numbers and loops give."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np
import paddle
import pytest

import pcc
from tests.transforms import dual_numbers as dual

SHAPE, LAST = (2, 3), (-2, -1)
MOST_LOOPS = 3  # over the 6 inputs, of the reference's derivatives in each other
Function = Callable[[Any], Any]

PADDLE = SimpleNamespace(
    sin=paddle.sin, cos=paddle.cos, exp=paddle.exp, log=paddle.log, sqrt=paddle.sqrt, tanh=paddle.tanh,
    where_greater=lambda a, b, x, y: paddle.where(a > b, x, y), array=lambda x: paddle.to_tensor(x, "float64"),
    sum=lambda x, axis: x.sum(axis, keepdim=True), matmul=paddle.matmul, flip=lambda x, axis: paddle.flip(x, [axis]),
    cumsum=paddle.cumsum, concat=paddle.concat, turned=lambda x: x.T,
    softmax=paddle.nn.functional.softmax, logsumexp=lambda x: paddle.logsumexp(x, -1, keepdim=True),
)  # fmt: skip
REFERENCE = SimpleNamespace(
    sin=dual.sin, cos=dual.cos, exp=dual.exp, log=dual.log, sqrt=dual.sqrt, tanh=dual.tanh,
    where_greater=dual.where_greater, array=lambda x: np.asarray(x, object),
    sum=lambda x, axis: np.sum(x, axis, keepdims=True), matmul=np.dot, flip=np.flip,
    cumsum=lambda x, axis: np.cumsum(x, axis), concat=np.concatenate, turned=np.transpose,
    softmax=lambda x: dual.exp(x) / np.sum(dual.exp(x), -1, keepdims=True),
    logsumexp=lambda x: dual.log(np.sum(dual.exp(x), -1, keepdims=True)),
)  # fmt: skip

# Steps keep the shape, and what they return is of the order of one.
STEPS: Sequence[Callable[[Any, Any, Any], Any]] = [
    lambda o, x, y: o.sin(x) * y,
    lambda o, x, y: o.tanh(x) + y * 0.5,
    lambda o, x, y: x / (1.5 + o.cos(y)),
    lambda o, x, y: o.exp(o.tanh(x)) - y,
    lambda o, x, y: o.log(o.sqrt(x * x + 1.0) + 0.1) * y,
    lambda o, x, y: o.where_greater(x, y, x * x, y * 0.3),
    lambda o, x, y: o.softmax(x) * y,
    lambda o, x, y: o.logsumexp(o.sin(x)) - y,
    lambda o, x, y: x - o.sum(y, 0) * 0.3,
    lambda o, x, y: o.sum(x * y, 1) * 0.3 + x,
    lambda o, x, y: o.matmul(o.matmul(x, o.turned(y)), x) * 0.1,
    lambda o, x, y: o.flip(x, 1) * o.tanh(y),
    lambda o, x, y: o.cumsum(x, 1) * 0.3 - y,
    lambda o, x, y: o.concat([x[1:], y[:1]], 0),
]


@dataclass
class Nest:
    """A function of a 2 x 3 array, to 2 x 3, from random choices that are the same for both sides."""

    seed: int
    depth: int

    def function(self, o: SimpleNamespace, transforms: SimpleNamespace) -> Function:
        self.draw, self.o, self.transforms = random.Random(self.seed), o, transforms
        numbers = np.random.default_rng(self.seed)
        self.constants = lambda: o.array(numbers.uniform(-1, 1, SHAPE))
        f, loops = self.program(), 0
        for _ in range(self.depth):
            kinds = {self.jvp: 0, self.vmap: 0, self.confused: 0, self.grad: 1, self.jacobian: 1, self.hessian: 2}
            kind = self.draw.choice([kind for kind, more in kinds.items() if loops + more <= MOST_LOOPS])
            f, loops = kind(f), loops + kinds[kind]
        return f

    def program(self) -> Function:
        o, constant = self.o, self.constants()
        steps = [(self.draw.choice(STEPS), self.draw.random(), self.draw.random()) for _ in range(4)]

        def f(x: Any) -> Any:
            values = [constant, x]
            for step, a, b in steps:
                late = values[1:]
                values.append(step(o, late[int(a * len(late))], values[int(b * len(values))]))
            return values[-1]

        return f

    def jvp(self, f: Function) -> Function:
        o, v = self.o, self.constants()
        return lambda x: self.transforms.jvp(f, x, o.sin(x) * v)

    def grad(self, f: Function) -> Function:
        w = self.constants()
        return self.transforms.grad(lambda x: f(x) * w)

    def jacobian(self, f: Function) -> Function:
        w, jacobian = self.constants(), self.draw.choice(self.transforms.jacobians)(f)
        return lambda x: self.transforms.total(jacobian(x) * w, LAST)

    def hessian(self, f: Function) -> Function:
        w = self.constants()
        return lambda x: self.transforms.total(self.transforms.hessian(f)(x) * w, LAST)

    def vmap(self, f: Function) -> Function:
        """Each row or column is added to all that is mapped over."""
        axis = self.draw.choice([0, 1])

        def of(x: Any) -> Any:
            added = lambda part: f(x * 0.5 + (part if axis == 0 else part.reshape([2, 1])))  # noqa: E731
            return self.transforms.total(self.transforms.vmap(added, axis)(x), (0,))

        return of

    def confused(self, f: Function) -> Function:
        """A derivative of what depends on a variable of an outer derivative."""
        v = self.constants()
        return lambda x: self.transforms.jvp(lambda z: f(z * x), x, v)


PCC = SimpleNamespace(
    jvp=lambda f, x, v: pcc.jvp(f, (x,), (v,))[1],
    grad=lambda f: pcc.grad(lambda x: f(x).sum()),
    jacobians=[pcc.jacfwd, pcc.jacrev],
    hessian=lambda f: pcc.hessian(lambda x: f(x).sum()),
    vmap=lambda f, axis: pcc.vmap(f, in_axes=axis),
    total=lambda x, axes: x.sum(list(axes)),
)
DUAL = SimpleNamespace(
    jvp=dual.jvp,
    grad=lambda f: dual.jacobian(lambda x: np.sum(f(x))),
    jacobians=[dual.jacobian, dual.jacobian],
    hessian=lambda f: dual.jacobian(dual.jacobian(lambda x: np.sum(f(x)))),
    vmap=dual.vmap,
    total=lambda x, axes: np.sum(x, axes),
)


@pytest.mark.parametrize("depth", [1, 2, 3])
@pytest.mark.parametrize("seed", range(12))
def test_a_nest(seed: int, depth: int) -> None:
    nest, x = Nest(100 * depth + seed, depth), np.random.default_rng(seed).uniform(-1, 1, SHAPE)
    wanted = nest.function(REFERENCE, DUAL)(x.astype(object)).astype(float)
    f = nest.function(PADDLE, PCC)
    found = (pcc.jit(f) if seed % 2 else f)(paddle.to_tensor(x))
    np.testing.assert_allclose(found.numpy(), wanted, rtol=1e-8, atol=1e-9 * max(1.0, np.abs(wanted).max()))
