"""What watches passes: prints, dumps, times and counts. Each is an `executor.Instrument`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from time import perf_counter

from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation
from xdsl.printer import Printer

from pcc.passes.base import Pass
from pcc.passes.pipeline import print_pipeline
from pcc.schedule.executor import Outcome


def text_of(op: Operation, locations: bool = True) -> str:
    """The module around an op, as text that parses back to the same, with the source lines of ops."""
    out = StringIO()
    root: Operation = op.get_toplevel_object()  # type: ignore[assignment]
    Printer(out, print_debuginfo=locations).print_op(root)
    return f"{out.getvalue()}\n"


@dataclass
class PrintIR:
    """Prints the program before passes named in `ahead` and after those in `behind` (None: all of them)."""

    write: Callable[[str], object]
    ahead: Collection[str] | None = ()
    behind: Collection[str] | None = ()
    only_changed: bool = False

    def before(self, step: Pass, func: FuncOp) -> None:
        if self.ahead is None or step.name in self.ahead:
            self.write(f"// before {print_pipeline([step])} on @{func.sym_name.data}\n{text_of(func)}")

    def after(self, outcome: Outcome, func: FuncOp) -> None:
        named = self.behind is None or outcome.step.name in self.behind
        if named and not outcome.skipped and (outcome.changed or not self.only_changed):
            self.write(f"// after {print_pipeline([outcome.step])} on @{func.sym_name.data}\n{text_of(func)}")


@dataclass
class Dump:
    """Writes NNN-pass.mlir after every pass that changed something, and 000-input.mlir before the first."""

    folder: Path
    count: int = 0

    def before(self, step: Pass, func: FuncOp) -> None:
        if not self.count:
            self._write("input", "// input\n", func)

    def after(self, outcome: Outcome, func: FuncOp) -> None:
        if outcome.changed:
            name = outcome.step.name
            self._write(name, f"// after {print_pipeline([outcome.step])} on @{func.sym_name.data}\n", func)

    def _write(self, name: str, head: str, func: FuncOp) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / f"{self.count:03}-{name}.mlir").write_text(head + text_of(func), encoding="utf-8")
        self.count += 1


@dataclass(frozen=True)
class Span:
    """One pass on one function: when it began and how long it took, in seconds, and what became of it."""

    function: str
    step: str
    start: float
    seconds: float
    result: str


@dataclass
class Timing:
    """Wall time of passes, as a tree, JSON, or a trace for Perfetto and chrome://tracing."""

    spans: list[Span] = field(default_factory=list[Span])
    began: float = field(default_factory=perf_counter)

    def before(self, step: Pass, func: FuncOp) -> None:
        pass

    def after(self, outcome: Outcome, func: FuncOp) -> None:
        start = perf_counter() - self.began - outcome.seconds
        name = print_pipeline([outcome.step])
        self.spans.append(Span(func.sym_name.data, name, start, outcome.seconds, result_of(outcome)))

    def tree(self) -> str:
        total = sum(span.seconds for span in self.spans)
        lines = [f"{total * 1e3:10.2f} ms  100.0%  all passes"]
        for function in dict.fromkeys(span.function for span in self.spans):
            spans = [span for span in self.spans if span.function == function]
            lines.append(self._line(sum(span.seconds for span in spans), total, f"  @{function}"))
            lines += [self._line(s.seconds, total, f"    {s.step}  ({s.result})") for s in spans]
        return "\n".join(lines) + "\n"

    @staticmethod
    def _line(seconds: float, total: float, text: str) -> str:
        return f"{seconds * 1e3:10.2f} ms  {seconds / max(total, 1e-12):6.1%}  {text}"

    def json(self) -> str:
        return json.dumps([vars(span) for span in self.spans], indent=1) + "\n"

    def trace(self) -> str:
        """Trace Event Format, complete events in microseconds."""
        tracks = {name: n for n, name in enumerate(dict.fromkeys(span.function for span in self.spans))}
        events = [
            {"name": s.step, "cat": "pass", "ph": "X", "pid": 0, "tid": tracks[s.function]}
            | {"ts": s.start * 1e6, "dur": s.seconds * 1e6, "args": {"function": s.function, "result": s.result}}
            for s in self.spans
        ]
        return json.dumps({"traceEvents": events, "displayTimeUnit": "ms"}) + "\n"


@dataclass
class Statistics:
    """How often passes ran, changed something, or were skipped and why; ops of each kind at the start and the end."""

    results: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    first: dict[str, Counter[str]] = field(default_factory=dict[str, Counter[str]])
    last: dict[str, Counter[str]] = field(default_factory=dict[str, Counter[str]])

    def before(self, step: Pass, func: FuncOp) -> None:
        self.first.setdefault(func.sym_name.data, _census(func))

    def after(self, outcome: Outcome, func: FuncOp) -> None:
        self.results[outcome.step.name, result_of(outcome)] += 1
        self.last[func.sym_name.data] = _census(func)

    def __str__(self) -> str:
        lines = [f"{count:6} {name}: {result}" for (name, result), count in self.results.items()]
        begun, ended = sum(self.first.values(), Counter[str]()), sum(self.last.values(), Counter[str]())
        kinds = sorted(begun | ended)
        return "\n".join([*lines, *(f"{begun[kind]:6} -> {ended[kind]:<6} {kind}" for kind in kinds)]) + "\n"


def result_of(outcome: Outcome) -> str:
    """In words."""
    if outcome.skipped:
        return f"skipped: {outcome.skipped.value}"
    return "changed" if outcome.changed else "no change"


def _census(func: FuncOp) -> Counter[str]:
    return Counter(op.name for op in func.walk())
