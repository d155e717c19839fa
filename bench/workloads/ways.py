"""The ways that peers and pcc take derivatives, by name: each makes a call of a task's arrays."""

from __future__ import annotations

import os
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from bench.workloads.derivatives import Task, laplacian, network
from bench.workloads.functional import Forward, Reverse, Taylor, Transforms
from bench.workloads.taped import PaddleJvp, Taped

Call = Callable[[], Any]
Put = Callable[[Any], Any]


def call_of(task: Task, way: Any, put: Put, compiled: Callable[[Any], Any]) -> Call:
    """A call of the task on arrays that `put` makes a framework's."""
    parameters, x = task.arrays()
    parameters, x = {name: put(array) for name, array in parameters.items()}, put(x)
    net = network(way.tanh)
    function = compiled(lambda parameters, x: task.body(way, net, parameters, x))
    return lambda: function(parameters, x)


def plain(function: Any) -> Any:
    return function


# ---- Paddle
def paddle_way(kind: type[Taped]) -> Callable[[Task], Call]:
    def make(task: Task) -> Call:
        import paddle

        def grad(y: Any, x: Any, again: bool) -> Any:
            found = paddle.grad(y.sum(), x, create_graph=again, retain_graph=True)
            return found if isinstance(x, list) else found[0]

        return call_of(task, kind(paddle, grad, task.trains), paddle.to_tensor, plain)

    return make


# ---- PyTorch
def torch_grad(task: Task) -> Call:
    import torch

    def grad(y: Any, x: Any, again: bool) -> Any:
        found = torch.autograd.grad(y.sum(), x, create_graph=again, retain_graph=True)
        return found if isinstance(x, list) else found[0]

    return call_of(task, Taped(torch, grad, task.trains), torch_threads(torch).from_numpy, plain)


def torch_compile(kind: type[Transforms], **options: Any) -> Callable[[Task], Call]:
    def make(task: Task) -> Call:
        import torch

        way = kind(
            torch.func,
            torch.tanh,
            lambda x: torch.eye(x.shape[-1]),
            torch.stack,
            lambda x, v: v.expand_as(x),
            **options,
        )
        compiled = lambda f: torch.compile(f, fullgraph=True, dynamic=False)  # noqa: E731
        return torch.no_grad()(call_of(task, way, torch_threads(torch).from_numpy, compiled))

    return make


def torch_threads(torch: Any) -> Any:
    torch.set_num_threads(len(os.sched_getaffinity(0)))
    return torch


# ---- JAX
def jax_way(kind: type[Transforms]) -> Callable[[Task], Call]:
    def make(task: Task) -> Call:
        import jax
        from jax.experimental.jet import jet

        lib = SimpleNamespace(**{name: getattr(jax, name) for name in NAMES}, jet=jet)
        jnp = jax.numpy
        way = kind(lib, jnp.tanh, lambda x: jnp.eye(x.shape[-1]), jnp.stack, lambda x, v: jnp.broadcast_to(v, x.shape))
        call = call_of(task, way, jnp.asarray, jax.jit)
        return lambda: jax.block_until_ready(call())

    return make


NAMES = ("jvp", "grad", "vmap", "jacfwd", "jacrev")


def folx(task: Task) -> Call:
    import jax
    from folx import forward_laplacian

    found = lambda f, x: jax.vmap(forward_laplacian(f))(x).laplacian[:, 0]  # noqa: E731
    way = SimpleNamespace(tanh=jax.numpy.tanh, laplacian=found)
    if task.body is not laplacian:
        raise NotImplementedError("Laplacians only")
    call = call_of(task, way, jax.numpy.asarray, jax.jit)
    return lambda: jax.block_until_ready(call())


# ---- pcc
class Pcc(Forward):
    """Forward mode, and what pcc has by name."""

    def laplacian(self, f: Any, x: Any) -> Any:
        return self.lib.vmap(self.lib.laplacian(lambda point: f(point)[0]))(x)

    def biharmonic(self, f: Any, x: Any) -> Any:
        return self.lib.vmap(self.lib.laplacian(self.lib.laplacian(lambda point: f(point)[0])))(x)

    def hessian(self, f: Any, x: Any) -> Any:
        return self.lib.vmap(self.lib.hessian(lambda point: f(point)[0]))(x)

    def jacobian(self, f: Any, x: Any) -> Any:
        return self.lib.vmap(self.lib.jacrev(f))(x)

    def training(self, loss: Any, parameters: Any) -> list[Any]:
        value, gradients = self.lib.value_and_grad(loss)(parameters)
        return [value, *(gradients[name] for name in parameters)]


def pcc_way(task: Task) -> Call:
    import paddle

    import pcc

    way = Pcc(pcc, paddle.tanh, lambda x: paddle.eye(x.shape[-1]), paddle.stack, lambda x, v: v.expand(x.shape))
    return call_of(task, way, paddle.to_tensor, pcc.jit)


WAYS: dict[str, Callable[[Task], Call]] = {
    "pcc": pcc_way,
    "paddle grad": paddle_way(Taped),
    "paddle jvp": paddle_way(PaddleJvp),
    "torch grad": torch_grad,
    "torch.compile": torch_compile(Reverse, forward=False),
    "torch.compile jvp": torch_compile(Forward),
    "jax jvp": jax_way(Forward),
    "jax grad": jax_way(Reverse),
    "jax jet": jax_way(Taylor),
    "folx": folx,
}
