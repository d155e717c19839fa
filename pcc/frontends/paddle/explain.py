"""`explain`: what pcc makes of a call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pcc.frontends.paddle.jit import Jitted, jit
from pcc.frontends.paddle.program import Program, Stage
from pcc.frontends.paddle.segment import LeftToPaddle
from pcc.frontends.paddle.signature import flatten
from pcc.passes.base import Note
from pcc.passes.quantity import counted, quantities, sized, total
from pcc.runtime.cuda.nvrtc import Resources
from pcc.runtime.program_facts import Kernel

_SHOWN = 12  # kinds of kernels, and compilations


@dataclass(frozen=True)
class Memory:
    """Bytes that a run touches: of arguments, parameters and buffers, results, and values between them (the arena)."""

    inputs: int
    parameters: int
    outputs: int
    arena: int

    def __str__(self) -> str:
        named = {"inputs": self.inputs, "parameters": self.parameters, "results": self.outputs, "temporary": self.arena}
        return ", ".join(f"{name} {sized(size)}" for name, size in named.items())


@dataclass(frozen=True)
class Explanation:
    """What was made of a call; ops, kernels and memory are of the programs that serve it.

    ops: imported from Paddle; left_to_paddle: those that Paddle runs, and why; fused: what each kernel computes;
    resources: what kernels take of a device, by symbol; declined: optimisations that passes did not make, and why;
    programs: what is compiled by itself, between ops that are left to Paddle; cache_hits: of these, found on disk, so
    that no pass ran; kernels_compiled: of the others, those that were not on disk either; compilations: of the function
    so far, why each was made; compile_seconds: of all these, and by step in `seconds`; pipeline: the passes.
    """

    ops: int
    left_to_paddle: list[LeftToPaddle]
    fused: list[Kernel]
    resources: dict[str, Resources]
    declined: list[Note]
    memory: Memory
    programs: int
    cache_hits: int
    kernels_compiled: int
    compilations: list[str]
    compile_seconds: float
    seconds: dict[str, float] = field(repr=False)
    pipeline: str

    @property
    def kernels(self) -> int:
        return len(self.fused)

    @property
    def work(self) -> str:
        """Of one call."""
        moved, done = (sum(getattr(k, count) for k in self.fused) for count in ("bytes", "flops"))
        return f"{counted(done)}, {sized(moved)} read and written by kernels"

    @property
    def arena_bytes(self) -> int:
        return self.memory.arena

    def _anew(self) -> str:
        count = self.kernels_compiled
        return "" if self.cache_hits == self.programs else f", {count} kernel{'s' * (count != 1)} compiled"

    def __str__(self) -> str:
        lines = [
            f"ops compiled      {self.ops}",
            f"left to Paddle    {len(self.left_to_paddle)}",
            *(f"  {left}" for left in self.left_to_paddle),
            f"kernels           {self.kernels}",
            *_listed(self.fused, self.resources),
            f"declined          {len(self.declined)}",
            *_summed(self.declined),
            f"memory            {self.memory}",
            f"work              {self.work}",
            f"compiled          {_times(len(self.compilations))}, in {self.compile_seconds:.2f} s",
            *_again(self.compilations),
            f"cache hits        {self.cache_hits} of {self.programs} program{'s' * (self.programs != 1)}{self._anew()}",
            f"passes            {self.pipeline}",
        ]
        return "\n".join(lines)


def explain(fn: Callable[..., Any]) -> Callable[..., Explanation]:
    """`explain(f)(*args)` compiles and runs the call and says what was compiled, fused, and left to Paddle."""
    jitted = fn if isinstance(fn, Jitted) else jit(fn)

    def run(*args: Any, **kwargs: Any) -> Explanation:
        result = jitted(*args, **kwargs)
        program = jitted.program_of(args, kwargs)
        assert program is not None
        stages, every = program.path, [s for p in jitted.programs.values() for s in p.stages()]
        return Explanation(
            ops=sum(s.segment.ops for s in stages),
            left_to_paddle=[s.segment.left for s in stages if s.segment.left is not None],
            fused=[kernel for s in stages for kernel in s.build.kernels],
            resources={symbol: used for s in stages for symbol, used in s.build.resources.items()},
            declined=[note for s in stages for note in s.build.facts.declined],
            memory=_memory(program, flatten(args, kwargs)[0], flatten((result,), {})[0]),
            programs=len(stages),
            cache_hits=sum(s.build.cached for s in stages),
            kernels_compiled=sum(len(set(s.build.compiled) - {"main"}) for s in stages),
            compilations=list(jitted.history.reasons),
            compile_seconds=jitted.history.seconds,
            seconds=_by_step(jitted.history.seconds, every),
            pipeline=stages[0].build.pipeline,
        )

    return run


def _memory(program: Program, inputs: Iterable[Any], outputs: Iterable[Any]) -> Memory:
    def size(tensors: Iterable[Any]) -> int:
        return sum(int(t.size) * t.element_size() for t in {id(t): t for t in tensors}.values())

    arena = max(s.build.facts.arena_bytes for s in program.path)
    arena = 0 if arena == 1 else arena  # no argument is empty: one byte stands for none
    return Memory(size(inputs), size(t for _, t in program.parameters), size(outputs), arena)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _again(reasons: Sequence[str]) -> list[str]:
    """Why each compilation after the first was made; the last ones, if there are many."""
    lines = [f"  {number:>3}: {why}" for number, why in enumerate(reasons, 1)][1:]
    hidden = len(lines) - _SHOWN
    return [f"       {hidden} others, then", *lines[-_SHOWN:]] if hidden > 0 else lines


def _listed(kernels: Sequence[Kernel], resources: Mapping[str, Resources]) -> list[str]:
    """Kernels that fuse the same ops as one line each, the most frequent first if there are many."""
    ops = [" ".join(op for op in k.ops if op != "full") or "full" for k in kernels]
    used = [f" ({resources[k.symbol]})" if k.symbol in resources else "" for k in kernels]
    counts = Counter(f"{k.kind}: {fused}{use}" for k, fused, use in zip(kernels, ops, used, strict=True))
    shown = counts.most_common(_SHOWN) if len(counts) > _SHOWN else list(counts.items())
    lines = [f"  {count:>3} x {text}" for text, count in shown]
    return [*lines, *([f"  and {len(counts) - _SHOWN} other kinds"] if len(counts) > _SHOWN else [])]


def _summed(notes: Sequence[Note]) -> list[str]:
    """One line for every reason, the heaviest first: how often, the sums of its numbers, and the largest case."""
    lines: list[tuple[float, str]] = []
    for kind, text in dict.fromkeys((note.kind, note.text) for note in notes):
        alike = [note for note in notes if (note.kind, note.text) == (kind, text)]
        sums, most = total(note.numbers for note in alike), max(alike, key=lambda note: max(note.numbers.values()))
        example = f"{most.op} at {most.where}" if most.where else most.op
        lines.append((max(sums.values()), f"  {len(alike):>3} x {kind}: {text} ({quantities(sums)}; {example})"))
    return [line for _, line in sorted(lines, reverse=True)]


def _by_step(whole: float, stages: Sequence[Stage]) -> dict[str, float]:
    """Seconds of every step, summed over the stages; what no build counts is capture and import."""
    names = dict.fromkeys(name for s in stages for name in s.build.seconds)
    steps = {name: sum(s.build.seconds.get(name, 0.0) for s in stages) for name in names}
    return {"capture and import": max(whole - sum(steps.values()), 0.0), **steps}
