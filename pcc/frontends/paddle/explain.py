"""`explain`: what pcc makes of a call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pcc.frontends.paddle.jit import Jitted, jit
from pcc.frontends.paddle.segment import LeftToPaddle
from pcc.passes.base import Note
from pcc.runtime.program_facts import Kernel

_SHOWN = 12  # kinds of kernels


@dataclass(frozen=True)
class Explanation:
    """What was made of a call.

    ops: imported from Paddle; left_to_paddle: those that Paddle runs, and why; fused: what each kernel computes;
    arena_bytes: memory between inputs and results; compile_seconds, and by step in `seconds`; compiles of the function
    so far; pipeline: the passes; cached: all code was found on disk, and no pass ran; declined: optimisations that
    passes did not make, and why.
    """

    ops: int
    left_to_paddle: list[LeftToPaddle]
    fused: list[Kernel]
    arena_bytes: int
    compile_seconds: float
    seconds: dict[str, float]
    compiles: int
    pipeline: str
    cached: bool
    declined: list[Note]

    @property
    def kernels(self) -> int:
        return len(self.fused)

    def __str__(self) -> str:
        lines = [
            f"ops compiled      {self.ops}",
            f"left to Paddle    {len(self.left_to_paddle)}",
            *(f"  {left}" for left in self.left_to_paddle),
            f"kernels           {self.kernels}",
            *_listed(self.fused),
            f"declined          {len(self.declined)}",
            *_summed(self.declined),
            f"arena             {self.arena_bytes / 1e6:.1f} MB",
            f"compiled in       {self.compile_seconds:.2f} s ({self._how_often()})",
            f"passes            {self.pipeline}",
        ]
        return "\n".join(lines)

    def _how_often(self) -> str:
        times = f"{self.compiles} compilation{'s' * (self.compiles != 1)}"
        return f"{times}, out of the cache" if self.cached else times


def explain(fn: Callable[..., Any]) -> Callable[..., Explanation]:
    """`explain(f)(*args)` compiles and runs the call and says what was compiled, fused, and left to Paddle."""
    jitted = fn if isinstance(fn, Jitted) else jit(fn)

    def run(*args: Any, **kwargs: Any) -> Explanation:
        jitted(*args, **kwargs)
        stages = [s for p in jitted.programs.values() for s in p.stages()]
        return Explanation(
            ops=sum(s.segment.ops for s in stages),
            left_to_paddle=[s.segment.left for s in stages if s.segment.left is not None],
            fused=[kernel for s in stages for kernel in s.build.kernels],
            arena_bytes=max(s.build.executable.arena_bytes for s in stages),
            compile_seconds=jitted.compile_seconds,
            seconds=_by_step(jitted.compile_seconds, [s.build.seconds for s in stages]),
            compiles=jitted.compiles,
            pipeline=stages[0].build.pipeline,
            cached=all(s.build.cached for s in stages),
            declined=[note for s in stages for note in s.build.facts.declined],
        )

    return run


def _listed(kernels: Sequence[Kernel]) -> list[str]:
    """Kernels that fuse the same ops as one line each, the most frequent first if there are many."""
    counts = Counter((k.kind, " ".join(op for op in k.ops if op != "full") or "full") for k in kernels)
    shown = counts.most_common(_SHOWN) if len(counts) > _SHOWN else list(counts.items())
    lines = [f"  {count:>3} x {kind}: {ops}" for (kind, ops), count in shown]
    return [*lines, *([f"  and {len(counts) - _SHOWN} other kinds"] if len(counts) > _SHOWN else [])]


def _summed(notes: Sequence[Note]) -> list[str]:
    """One line for every reason: how often, how many bytes it moves, and the largest case."""
    lines: list[tuple[float, str]] = []
    for kind, text in dict.fromkeys((note.kind, note.text) for note in notes):
        alike = [note for note in notes if (note.kind, note.text) == (kind, text)]
        moved = sum(note.numbers.get("bytes", 0.0) for note in alike)
        most = max(alike, key=lambda note: note.numbers.get("bytes", 0.0))
        example = f"{most.op} at {most.where}" if most.where else most.op
        lines.append((moved, f"  {len(alike):>3} x {kind}: {text} ({moved / 1e6:.3g} MB; {example})"))
    return [line for _, line in sorted(lines, reverse=True)]


def _by_step(whole: float, builds: Sequence[dict[str, float]]) -> dict[str, float]:
    """Seconds of every step, summed over the builds; what no build counts is capture and import."""
    steps = {name: sum(b.get(name, 0.0) for b in builds) for name in (builds[0] if builds else ())}
    return {"capture and import": max(whole - sum(steps.values()), 0.0), **steps}
