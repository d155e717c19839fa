"""Compiled programs that take part in Paddle's autograd: a forward part now, a backward part for gradients.

A call is one node of Paddle's graph (`PyLayer`). What the backward part reads is saved by the forward part, or computed
again (`pcc.passes.linearize`). With `create_graph`, gradients are a program with gradients themselves.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial, reduce
from itertools import accumulate
from operator import or_
from typing import TYPE_CHECKING, Any

from xdsl.dialects.builtin import ComplexType, ModuleOp, StringAttr, TensorType, i8
from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import SSAValue
from xdsl.rewriter import Rewriter

from pcc.dialects.pd.base import bytes_of, dtype_of, is_float, type_of
from pcc.dialects.pd.detach import DetachOp
from pcc.dialects.pd.paddle_call import PaddleCallOp
from pcc.frontends.paddle.dtypes import is_complex_dtype
from pcc.frontends.paddle.memory import contiguous, random_state
from pcc.frontends.paddle.private import paddle
from pcc.frontends.paddle.results import makers
from pcc.passes.canonicalize import Canonicalize
from pcc.passes.cse import CommonSubexpressions
from pcc.passes.dce import DeadCodeElimination, sweep
from pcc.passes.decompose import Decompose
from pcc.passes.hold_fixed import HoldFixed
from pcc.passes.jvp import Jvp
from pcc.passes.linearize import split
from pcc.passes.memory_plan import read_by, rounded
from pcc.passes.signature import dotted, set_type
from pcc.passes.transpose import Transpose
from pcc.runtime.build import Build, main_of
from pcc.schedule.executor import Execution

if TYPE_CHECKING:
    from pcc.frontends.paddle.program import Program
    from pcc.frontends.paddle.segment import Segment

Builder = Callable[[ModuleOp], Build]
_UNUSED = DeadCodeElimination()
CLEAN = (Decompose(), _UNUSED, Canonicalize(), CommonSubexpressions(), _UNUSED, Canonicalize())
_GRAD = inspect.unwrap(paddle.grad).__code__


class Training:
    """Runs a program of one segment whose results carry gradients, for arguments like `leaves`.

    `function`: None if none does. Raises NotTransformable if their gradient cannot be had.
    """

    def __init__(self, program: Program, segment: Segment, leaves: Sequence[Any]) -> None:
        self.program, self.segment = program, segment
        carrying = {value.id for value in program.captured.outputs if not value.stop_gradient}
        self.function = differentiable(segment, program.environment(leaves), carrying, program.builder)

    @property
    def build(self) -> Build:
        assert self.function is not None
        return self.function.parts.forward

    def __call__(self, leaves: Sequence[Any]) -> Any:
        program = self.program
        env = program.environment(contiguous(leaves))
        env.update(self.literals)
        if program.random in self.literals:
            env[program.random] = random_state()
        assert self.function is not None
        self.function.extend(env, {**env, **dict(zip(program.inputs, leaves, strict=True))}, self.segment)
        return program.finish(env, leaves)

    @cached_property
    def literals(self) -> dict[str, Any]:
        return self.program.literals(self.segment)


def differentiable(
    segment: Segment, known: Mapping[str, Any], carrying: Container[str], builder: Builder
) -> Differentiable | None:
    """A segment as a function of the tensors in `known` that move, for results `carrying`; None: no gradient."""
    module = segment.module.clone()
    for op in list(main_of(module).body.block.ops):
        if isinstance(op, PaddleCallOp):  # it ends the segment, and is a node of its own
            Rewriter.erase_op(op)
    Execution(main_of(module)).run([HoldFixed()])
    arguments = zip(segment.arguments, main_of(module).body.block.args, strict=True)
    moving = [id in known and not known[id].stop_gradient and is_float(dtype_of(a)) for id, a in arguments]
    wrt = [n for n, moves in enumerate(moving) if moves]
    stored = zip(segment.results, _end(main_of(module)).operands, strict=True)
    live = [n for n, (id, value) in enumerate(stored) if id in carrying and is_float(dtype_of(value))]
    reached = _reached(main_of(module), wrt, live)
    live = [n for n, mask in zip(live, reached, strict=True) if mask]
    wrt = [n for place, n in enumerate(wrt) if any(mask >> place & 1 for mask in reached)]
    return Differentiable(module, wrt, live, builder) if live else None


@dataclass
class Parts:
    """The forward and the backward part, compiled when it is first used, and what makes the tensors that they fill.

    The forward part's results are those of the function, then what is saved: at `offsets` of what `memory` makes.
    `reads`: which arguments and results of the forward part come first in the backward part's arguments.
    """

    forward: Build
    linear: Callable[[], Build]
    results: list[Callable[[], Any]]
    offsets: list[int]
    memory: Callable[[], Any]
    gradients: list[Callable[[], Any]]
    reads: list[int]

    @cached_property
    def backward(self) -> Build:
        return self.linear()


class Differentiable:
    """A `pd` program as a differentiable function of tensors: of arguments `wrt`, for results `live`."""

    def __init__(self, module: ModuleOp, wrt: Sequence[int], live: Sequence[int], builder: Builder) -> None:
        self.module, self.wrt, self.live, self.builder = module, list(wrt), list(live), builder
        self.arguments, self.count = len(main_of(module).body.block.args), len(_end(main_of(module)).operands)
        self._fewer = dict[tuple[int, ...], Differentiable]()
        self.reached = _reached(main_of(module), wrt, live)
        self.blanks = makers([type_of(_end(main_of(module)).operands[n]) for n in live])

    def __call__(self, tensors: Sequence[Any], moved: Sequence[Any]) -> list[Any]:
        """The results; `moved` are the arguments `wrt` with their place in the graph."""
        call = Call(self, list(tensors), list(moved))
        live = _Node.apply(call, *moved)
        results, call.results = call.results, []
        for n, result in zip(self.live, live, strict=True):
            results[n] = result
        return results

    def extend(self, env: dict[str, Any], given: Mapping[str, Any], segment: Segment) -> None:
        """Add the results to the tensors in `env`, by PIR id; in `given` they are as the caller has them.

        Complex ones are pairs of reals here: Paddle's graph has the way to and from them.
        """
        moved = [given[segment.arguments[n]] for n in self.wrt]
        moved = [paddle.as_real(t) if is_complex_dtype(t.dtype) else t for t in moved]
        results = zip(self([env[id] for id in segment.arguments], moved), segment.result_types, strict=True)
        made = [paddle.as_complex(r) if isinstance(kind.element_type, ComplexType) else r for r, kind in results]
        env.update(zip(segment.results, made, strict=True))

    def reverse(self) -> ModuleOp:
        """(arguments, cotangents of `live`) -> (results, cotangents of `wrt`)."""
        module = self.module.clone()
        func = main_of(module)
        Execution(func).run([Jvp(dotted(self.wrt))])
        floats = [n for n, result in enumerate(_end(func).operands[: self.count]) if is_float(dtype_of(result))]
        _keep(func, [*range(self.count), *(self.count + floats.index(n) for n in self.live)])
        of = range(self.arguments, self.arguments + len(self.wrt))
        tangents = range(self.count, self.count + len(self.live))
        Execution(func).run([Transpose(dotted(of), dotted(tangents)), *CLEAN])
        return module

    @cached_property
    def parts(self) -> Parts:
        module = self.reverse()
        of = range(self.arguments, self.arguments + len(self.live))
        func = main_of(module)
        linear, reads = split(func, of, range(self.count, self.count + len(self.wrt)))
        results, saved = _end(func).operands[: self.count], _end(func).operands[self.count :]
        *offsets, size = accumulate((rounded(bytes_of(v)) for v in saved), initial=0)
        (memory,) = makers([TensorType(i8, [size])])
        makers_of = [makers([type_of(v) for v in values]) for values in (results, _end(linear).operands)]
        linear.detach()
        linear.sym_name = StringAttr("main")
        backward = partial(self.builder, ModuleOp([linear]))
        return Parts(self.builder(module), backward, makers_of[0], offsets, memory, makers_of[1], reads)

    def only(self, live: Sequence[int]) -> Differentiable:
        """The same function for fewer results."""
        if live == self.live:
            return self
        key = tuple(live)
        if key not in self._fewer:
            self._fewer[key] = Differentiable(self.module, self.wrt, live, self.builder)
        return self._fewer[key]

    @cached_property
    def gradient(self) -> Differentiable:
        """The cotangents of `wrt` as a function of the arguments and cotangents: what `create_graph` needs."""
        module = self.reverse()
        _keep(main_of(module), range(self.count, self.count + len(self.wrt)))
        given = range(self.arguments, self.arguments + len(self.live))
        return Differentiable(module, [*self.wrt, *given], range(len(self.wrt)), self.builder)


class Call:
    """One call of a function: what it was given and what it saved."""

    def __init__(self, function: Differentiable, tensors: list[Any], moved: list[Any]) -> None:
        self.function, self.tensors, self.moved = function, tensors, moved
        self.moving = [not t.stop_gradient for t in moved]

    def forward(self) -> None:
        """Set `results`: the node must not keep them, as they refer to it."""
        parts = self.function.parts
        made = [make() for make in parts.results]
        self.memory = parts.memory()
        start = self.memory.data_ptr()
        pointers = [t.data_ptr() for t in (*self.tensors, *made)] + [start + n for n in parts.offsets]
        parts.forward.executable(pointers)
        tensors = [*self.tensors, *(t.detach() for t in made)]  # a result's own node refers to this
        self.read = [tensors[n] for n in parts.reads if n < len(tensors)]
        self.saved = [pointers[n] for n in parts.reads]
        self.versions = [t.inplace_version for t in self.read]
        self.results = made

    def wanted(self, made: Sequence[Any], cotangents: Sequence[Any]) -> tuple[Any, ...]:
        """The gradients that Paddle asks for."""
        pairs = zip(self.function.reached, cotangents, strict=True)
        reached = reduce(or_, (mask for mask, cotangent in pairs if cotangent is not None), 0)
        places = enumerate(zip(_asked(self), made, strict=True))
        return tuple((m if reached >> n & 1 else self._unused(n)) if asked else None for n, (asked, m) in places)

    def _unused(self, n: int) -> Any:
        """The gradient by an argument on which no used result depends: none of a leaf; other nodes crash without."""
        return None if self.moved[n].is_leaf else paddle.zeros_like(self.moved[n])

    def whole(self, cotangents: Sequence[Any]) -> list[Any]:
        """Zeros for results that are not used."""
        pairs = zip(cotangents, self.function.blanks, strict=True)
        return contiguous([make().zero_() if cotangent is None else cotangent for cotangent, make in pairs])

    def backward(self, cotangents: Sequence[Any]) -> list[Any]:
        if [t.inplace_version for t in self.read] != self.versions:
            raise RuntimeError("pcc.jit: a tensor that the gradient needs was changed in place after the call")
        made = [make() for make in self.function.parts.gradients]
        tensors = [*self.whole(cotangents), *made]
        self.function.parts.backward.executable(self.saved + [t.data_ptr() for t in tensors])
        return made

    def differentiable_backward(self, cotangents: Sequence[Any]) -> list[Any]:
        used = [n for n, cotangent in zip(self.function.live, cotangents, strict=True) if cotangent is not None]
        given = contiguous([cotangent for cotangent in cotangents if cotangent is not None])
        return self.function.only(used).gradient([*self.tensors, *given], [*self.moved, *given])


class _Node(paddle.autograd.PyLayer):
    @staticmethod
    def forward(ctx: Any, call: Call, *moved: Any) -> Any:
        ctx.call = call
        ctx.set_materialize_grads(False)
        call.forward()
        return tuple(call.results[n] for n in call.function.live)

    @staticmethod
    def backward(ctx: Any, *cotangents: Any) -> Any:
        call: Call = ctx.call
        made = call.differentiable_backward(cotangents) if paddle.is_grad_enabled() else call.backward(cotangents)
        return call.wanted(made, cotangents)


def _asked(call: Call) -> list[bool]:
    """Which arguments Paddle takes gradients for: under `paddle.grad` those that lead to an input that it asks for."""
    asked = _asked_for()
    if asked is None:
        return call.moving
    targets = {t.grad_fn.node_ptr() for t in asked if t.grad_fn is not None}
    nodes = [t.grad_fn if moving else None for t, moving in zip(call.moved, call.moving, strict=True)]
    return [node is not None and _reaches(node, targets) for node in nodes]


def _asked_for() -> Iterable[Any] | None:
    """The inputs of the call of `paddle.grad` that runs now, if one does: Paddle tells a node nothing of them."""
    frame = sys._getframe()  # type: ignore[reportPrivateUsage]
    while frame is not None:
        if frame.f_code is _GRAD:
            inputs = frame.f_locals["inputs"]
            return inputs if isinstance(inputs, list | tuple) else [inputs]
        frame = frame.f_back
    return None


def _reaches(start: Any, targets: set[int]) -> bool:
    """Whether a way leads from a node of the graph back to one of the targets."""
    pending, seen = [start], set[int]()
    while pending:
        node = pending.pop()
        place = node.node_ptr()
        if place in targets:
            return True
        if place not in seen:
            seen.add(place)
            pending += [n for n in node.next_functions if n is not None]
    return False


# ---- functions
def _reached(func: FuncOp, wrt: Sequence[int], live: Sequence[int]) -> list[int]:
    """For each of the results `live`, which of the arguments `wrt` its gradient reaches: a bit for each."""
    block = func.body.block
    masks: dict[SSAValue, int] = {block.args[n]: 1 << place for place, n in enumerate(wrt)}
    for op in block.ops:
        mask = 0 if isinstance(op, DetachOp) else reduce(or_, (masks.get(o, 0) for o in read_by(op)), 0)
        masks.update((result, mask) for result in op.results if mask and is_float(dtype_of(result)))
    return [masks.get(_end(func).operands[n], 0) for n in live]


def _end(func: FuncOp) -> ReturnOp:
    end = func.body.block.last_op
    assert isinstance(end, ReturnOp)
    return end


def _keep(func: FuncOp, results: Iterable[int]) -> None:
    """The function with some of its results."""
    end = _end(func)
    Rewriter.replace_op(end, ReturnOp(*(end.operands[n] for n in results)))
    sweep(func.body.block)
    set_type(func)
