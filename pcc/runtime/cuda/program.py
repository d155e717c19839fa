"""A program for a device as data: its kernels, and the steps in which they run.

Nothing here needs the compiler: it runs where only NumPy is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

MOST_RECORDED = 1 << 14  # steps of a graph: to record one takes the host some microseconds


@dataclass(frozen=True)
class Place:
    """Memory from so many bytes on behind one of the program's addresses: inputs, then results, then the arena."""

    argument: int
    offset: int = 0


@dataclass(frozen=True)
class Kernel:
    """How a kernel is launched: `blocks` of `threads`, each block with `shared` bytes of its own."""

    name: str
    blocks: int
    threads: int
    shared: int


@dataclass(frozen=True)
class Launch:
    """Run a kernel, given by its number, on memory."""

    kernel: int
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Copy:
    """Move bytes within the device's memory."""

    source: Place
    target: Place
    bytes: int


@dataclass(frozen=True)
class Routine:
    """A library's routine with a parameter block (`pcc.dialects.routines`): numbers, and memory with its size in bytes.

    `epilogue` is the launch that finishes its result. If that adds a `bias`, a vector for each row of the result, and
    with `relu` leaves out what is negative then, a library may do so itself.
    """

    name: str
    integers: Mapping[str, int]
    pointers: Mapping[str, Place]
    bytes: Mapping[str, int]
    epilogue: Launch | None = None
    bias: Place | None = None
    relu: bool = False

    @property
    def is_product(self) -> bool:
        return "gemm_" in self.name

    @property
    def dtype(self) -> str:
        """Of its elements, by MLIR's name."""
        return self.name.rpartition("_")[2]

    @property
    def size(self) -> int:
        """Bytes of an element."""
        return int(self.dtype[1:]) // 8


@dataclass(frozen=True)
class If:
    """Steps by a byte in memory."""

    flag: Place
    then: tuple[Step, ...]
    otherwise: tuple[Step, ...]


@dataclass(frozen=True)
class While:
    """Steps again and again as long as a byte in memory is not 0."""

    flag: Place
    body: tuple[Step, ...]


@dataclass(frozen=True)
class Repeat:
    """Steps so many times."""

    count: int
    body: tuple[Step, ...]


Step = Launch | Copy | Routine | If | While | Repeat


def straight(steps: Sequence[Step]) -> bool:
    """Whether what runs does not depend on data, and nothing runs on the host: one graph can hold it, if it is no more
    than MOST_RECORDED steps.
    """
    count = _straight(steps)
    return count is not None and count <= MOST_RECORDED


def _straight(steps: Sequence[Step]) -> int | None:
    """How many steps run, if always the same."""
    total = 0
    for step in steps:
        inside = _straight(step.body) if isinstance(step, Repeat) else 1
        if inside is None or isinstance(step, If | While) or (isinstance(step, Routine) and not step.is_product):
            return None
        total += inside * (step.count if isinstance(step, Repeat) else 1)
    return total


def routines(steps: Sequence[Step]) -> list[Routine]:
    """All routines, each as often as it is written."""
    found: list[Routine] = []
    for step in steps:
        match step:
            case Routine():
                found.append(step)
            case If(_, then, otherwise):
                found += routines((*then, *otherwise))
            case While(_, body) | Repeat(_, body):
                found += routines(body)
            case _:
                pass
    return found


@dataclass(frozen=True)
class Spec:
    """Shape and dtype (MLIR's name: f32, i64, ...) of an argument or result."""

    shape: tuple[int, ...]
    dtype: str

    @property
    def bytes(self) -> int:
        bits = int("".join(c for c in self.dtype if c.isdigit()))
        return prod(self.shape) * max(bits // 8, 1)


@dataclass(frozen=True)
class Program:
    """`source` is the CUDA C++ text of all kernels; a call needs `arena_bytes` of memory besides inputs and results."""

    source: str
    kernels: tuple[Kernel, ...]
    steps: tuple[Step, ...]
    inputs: tuple[Spec, ...]
    results: tuple[Spec, ...]
    arena_bytes: int

    def to_json(self) -> Mapping[str, Any]:
        return {
            "source": self.source,
            "kernels": [[k.name, k.blocks, k.threads, k.shared] for k in self.kernels],
            "steps": _steps_to_json(self.steps),
            "inputs": [[list(s.shape), s.dtype] for s in self.inputs],
            "results": [[list(s.shape), s.dtype] for s in self.results],
            "arena": self.arena_bytes,
        }

    @staticmethod
    def from_json(value: Mapping[str, Any]) -> Program:
        specs = lambda given: tuple(Spec(tuple(map(int, shape)), str(dtype)) for shape, dtype in given)  # noqa: E731
        kernels = tuple(Kernel(str(name), *map(int, numbers)) for name, *numbers in value["kernels"])
        steps, inputs, results = _steps_from_json(value["steps"]), specs(value["inputs"]), specs(value["results"])
        return Program(str(value["source"]), kernels, steps, inputs, results, int(value["arena"]))


def _steps_to_json(steps: Sequence[Step]) -> list[Any]:
    return [_step_to_json(step) for step in steps]


def _step_to_json(step: Step) -> list[Any]:
    at = lambda place: [place.argument, place.offset]  # noqa: E731
    match step:
        case Launch(kernel, places):
            return ["launch", kernel, [at(p) for p in places]]
        case Copy(source, target, count):
            return ["copy", at(source), at(target), count]
        case Routine():
            places = {n: at(p) for n, p in step.pointers.items()}
            epilogue = _step_to_json(step.epilogue) if step.epilogue is not None else None
            finish = [epilogue, at(step.bias) if step.bias is not None else None, step.relu]
            return ["routine", step.name, dict(step.integers), places, dict(step.bytes), *finish]
        case If(flag, then, otherwise):
            return ["if", at(flag), _steps_to_json(then), _steps_to_json(otherwise)]
        case While(flag, body):
            return ["while", at(flag), _steps_to_json(body)]
        case Repeat(count, body):
            return ["repeat", count, _steps_to_json(body)]


def _steps_from_json(steps: Sequence[Sequence[Any]]) -> tuple[Step, ...]:
    return tuple(_step_from_json(*step) for step in steps)


def _step_from_json(kind: str, *rest: Any) -> Step:
    at = lambda pair: Place(int(pair[0]), int(pair[1]))  # noqa: E731
    match kind:
        case "launch":
            return Launch(int(rest[0]), tuple(at(p) for p in rest[1]))
        case "copy":
            return Copy(at(rest[0]), at(rest[1]), int(rest[2]))
        case "routine":
            numbers, places = ({str(n): int(v) for n, v in given.items()} for given in (rest[1], rest[3])), rest[2]
            integers, sizes = numbers
            epilogue = _step_from_json(*rest[4]) if rest[4] is not None else None
            if not isinstance(epilogue, Launch | None):
                raise ValueError("a launch finishes a routine, nothing else does")
            bias = at(rest[5]) if rest[5] is not None else None
            pointers = {str(n): at(p) for n, p in places.items()}
            return Routine(str(rest[0]), integers, pointers, sizes, epilogue, bias, bool(rest[6]))
        case "if":
            return If(at(rest[0]), _steps_from_json(rest[1]), _steps_from_json(rest[2]))
        case "while":
            return While(at(rest[0]), _steps_from_json(rest[1]))
        case "repeat":
            return Repeat(int(rest[0]), _steps_from_json(rest[1]))
        case _:
            raise ValueError(f"a program has no step '{kind[:40]}'")
