"""Straight parts of a program as CUDA graphs, whose launch is one call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pcc.runtime.cuda.driver_ext import Graph
from pcc.runtime.cuda.program import Copy, If, Launch, Place, Repeat, Routine, Step, While

FEW = 4  # steps between loops, below which to launch them one by one takes no longer
Test = Callable[[Sequence[Step]], bool]


def in_parts(steps: tuple[Step, ...], straight: Test) -> tuple[Step, ...]:
    """The same steps; where they are not straight as a whole, each straight run of them is a `Repeat` of one turn."""
    if straight(steps):
        return steps
    made, run = list[Step](), list[Step]()
    for step in steps:
        if straight([step]):
            run.append(step)
        else:
            made += [*_as_one(run), _inside(step, straight)]
            run = []
    return (*made, *_as_one(run))


def _as_one(run: Sequence[Step]) -> Sequence[Step]:
    return [Repeat(1, tuple(run))] if len(run) >= FEW else run


def _inside(step: Step, straight: Test) -> Step:
    match step:
        case If(flag, then, otherwise):
            return If(flag, in_parts(then, straight), in_parts(otherwise, straight))
        case While(_, body) | Repeat(_, body):
            return replace(step, body=in_parts(body, straight))
        case _:
            return step


@dataclass
class _Part:
    """`used`: the numbers of the program's addresses that its steps use; `recorded`: those that its graph has."""

    used: Sequence[int]
    graph: Graph | None = None
    recorded: Sequence[int] = ()


class Graphs:
    """Graphs of straight tuples of steps, each recorded when it runs for the second time: by then all is loaded."""

    def __init__(self, stream: Any, straight: Test) -> None:
        self._stream, self._straight = stream, straight
        self._parts: dict[int, tuple[Sequence[Step], _Part | None]] = {}  # by the steps' identity, so they are held
        self._within = False

    def at_once(self, steps: Sequence[Step], addresses: Sequence[int], ask: Callable[[], None]) -> bool:
        """Whether the steps, which `ask` asks for one by one, were straight and have been asked for as one."""
        if self._within or not steps:
            return False
        if id(steps) not in self._parts:
            part = _Part(sorted(_used(steps))) if self._straight(steps) else None
            self._parts[id(steps)] = steps, part
            if part is not None:
                self._guarded(ask)
            return part is not None
        _, part = self._parts[id(steps)]
        if part is not None:
            self._launch(part, [addresses[n] for n in part.used], ask)
        return part is not None

    def _guarded(self, ask: Callable[[], None]) -> None:
        """Parts of what is asked for are no parts of their own."""
        self._within = True
        try:
            ask()
        finally:
            self._within = False

    def _launch(self, part: _Part, addresses: Sequence[int], ask: Callable[[], None]) -> None:
        if part.graph is None:
            part.graph = Graph(self._stream, lambda: self._guarded(ask))
        elif addresses != part.recorded:
            part.graph.update(lambda: self._guarded(ask))
        part.recorded = addresses
        part.graph.launch()


def _used(steps: Sequence[Step]) -> set[int]:
    """The numbers of the addresses that straight steps use."""
    found = set[int]()
    for step in steps:
        found |= _used(step.body) if isinstance(step, Repeat) else {place.argument for place in _places(step)}
    return found


def _places(step: Step) -> Sequence[Place]:
    match step:
        case Launch(_, places):
            return places
        case Copy(source, target, _):
            return source, target
        case Routine():
            more = step.epilogue.places if step.epilogue is not None else ()
            return *step.pointers.values(), *more, *([step.bias] if step.bias is not None else [])
        case _:
            raise AssertionError(f"{type(step).__name__} is not straight")
