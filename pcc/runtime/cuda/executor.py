"""Runs the steps of a program on a device."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from pcc.runtime.cuda.program import Copy, If, Launch, Program, Repeat, Routine, Step, While


class Device(Protocol):
    """What steps ask of a device. Addresses are of its memory; all happens in order."""

    def at_once(self, steps: Sequence[Step], addresses: Sequence[int], ask: Callable[[], None]) -> bool:
        """Whether the device did at once what `ask` asks for step by step, by the program's addresses."""
        ...

    def launch(self, kernel: int, addresses: Sequence[int]) -> None: ...
    def copy(self, source: int, target: int, count: int) -> None: ...
    def routine(self, step: Routine, addresses: Mapping[str, int], bias: int | None) -> bool:
        """Whether its epilogue is done, too."""
        ...

    def byte(self, address: int) -> int:
        """What is there, after all that was asked before."""
        ...


def run(program: Program, device: Device, arguments: Sequence[int]) -> None:
    """Run on the memory of all inputs, then all results, then the arena, as addresses."""
    _run(program.steps, device, arguments)


def _run(steps: Sequence[Step], device: Device, arguments: Sequence[int]) -> None:
    if not device.at_once(steps, arguments, lambda: _ask(steps, device, arguments)):
        _ask(steps, device, arguments)


def _ask(steps: Sequence[Step], device: Device, arguments: Sequence[int]) -> None:
    at = lambda place: arguments[place.argument] + place.offset  # noqa: E731
    for step in steps:
        match step:
            case Launch(kernel, places):
                device.launch(kernel, [at(p) for p in places])
            case Copy(source, target, count):
                device.copy(at(source), at(target), count)
            case Routine():
                bias = at(step.bias) if step.bias is not None else None
                finished = device.routine(step, {name: at(p) for name, p in step.pointers.items()}, bias)
                if step.epilogue is not None and not finished:
                    _ask([step.epilogue], device, arguments)
            case If(flag, then, otherwise):
                _run(then if device.byte(at(flag)) else otherwise, device, arguments)
            case While(flag, body):
                while device.byte(at(flag)):
                    _run(body, device, arguments)
            case Repeat(count, body):
                for _ in range(count):
                    _run(body, device, arguments)
