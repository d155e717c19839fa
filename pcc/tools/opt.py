"""`pcc-opt`: parse, verify, run passes, print; for every level of pcc.

    pcc-opt model.mlir -p decompose,dce,cse,fuse
    pcc-opt model.mlir --goal cpu-executable --print-plan
    pcc-opt model.mlir --goal cpu-executable --print-ir-after-change --timing

Exit codes: 0; 1 for text or a pass that fails; 2 for a wrong command. Errors are `file:line:col: error: message`.
"""

from __future__ import annotations

import argparse
import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import FuncOp
from xdsl.printer import Printer

from pcc.dialects.errors import NotTransformable, Place, TextError, nearest
from pcc.dialects.limits import Limits, Source, decode
from pcc.dialects.locations import place_of
from pcc.dialects.text import errors_in, parse
from pcc.dialects.verify import Verifier
from pcc.passes.base import Pass, passes
from pcc.passes.pipeline import PipelineError, parse_one, parse_pipeline, print_pipeline
from pcc.schedule.contracts import ContractCheck, ContractError
from pcc.schedule.executor import Execution, Instrument, NeedError
from pcc.schedule.instruments import Dump, PrintIR, Statistics, Timing
from pcc.schedule.plan_graph import drawing
from pcc.schedule.planner import PlanError
from pcc.schedule.reproducer import near, pipeline_of, report
from pcc.tools.bisect import bisect
from pcc.tools.command import Arguments, Failure, read
from pcc.tools.diagnostics import mismatches

if TYPE_CHECKING:
    from pcc.schedule.goals import Goal

_SEPARATOR = re.compile(r"^// -----.*\n?", re.MULTILINE)


def arguments() -> Arguments:
    made = Arguments("pcc-opt", description="Parse, verify, run passes and print programs of any level.")
    made.add_argument("file", nargs="?", default="-", help="a .mlir file (default: stdin)")
    made.add_argument("-p", "--pass-pipeline", default="", metavar="PIPELINE", help="as in decompose,fuse{max-ops=8}")
    made.add_argument("--goal", metavar="GOAL", help="let the planner choose passes, as in cpu-executable")
    made.add_argument("--print-plan", action="store_true", help="print the pipeline instead of running it")
    made.add_argument("--plan-graph", metavar="SVG", type=Path, help="draw the pipeline: which pass waits for which")
    made.add_argument("--stop-after", metavar="N|PASS", help="run so many passes, or up to the first of this name")
    made.add_argument("--check-contracts", action="store_true", help="check every pass's facts before and after it")
    for when in ("before", "after"):
        made.add_argument(f"--print-ir-{when}", action="append", default=[], metavar="PASS", help="to stderr")
        made.add_argument(f"--print-ir-{when}-all", action="store_true")
    made.add_argument("--print-ir-after-change", action="store_true", help="after every pass that changed something")
    made.add_argument("--dump-dir", metavar="DIR", type=Path, help="write NNN-pass.mlir after every change")
    made.add_argument("--timing", nargs="?", const="tree", choices=["tree", "json", "trace"], help="to stderr")
    made.add_argument("--bisect", metavar="CMD", help="find the first pass after which CMD FILE does not exit with 0")
    made.add_argument("--run-reproducer", action="store_true", help="run the pipeline that the file itself names")
    made.add_argument("--statistics", action="store_true", help="what passes did, and ops by kind, to stderr")
    made.add_argument("-o", dest="output", default="-", metavar="FILE", help="where to print to (default: stdout)")
    made.add_argument("--split-input-file", action="store_true", help="each part between lines '// -----' by itself")
    made.add_argument("--verify-diagnostics", action="store_true", help="check '// expected-error {{...}}' comments")
    made.add_argument("--print-locations", action="store_true", help="print loc(...) after each op")
    made.add_argument("--print-op-generic", action="store_true", help="print in MLIR's generic form")
    made.add_argument("--list-passes", action="store_true", help="print all passes with their options")
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """The command; returns its exit code."""
    options = arguments().parse_args(argv)
    try:
        if options.list_passes:
            sys.stdout.write(list_passes())
            return 0
        return Session(options).run()
    except PipelineError as error:
        message, code = str(error), 2
    except Failure as error:
        message, code = str(error), error.code
    sys.stderr.write(f"pcc-opt: error: {message}\n")
    return code


def list_passes() -> str:
    """Every pass: name, what it does, options with their types and defaults."""
    lines: list[str] = []
    for name, kind in sorted(passes().items()):
        lines += [name, *(f"    {line.strip()}".rstrip() for line in (kind.__doc__ or "").strip().splitlines())]
        for option in fields(kind):
            lines.append(f"    --{option.name.replace('_', '-')}={option.default} ({option.type})")
    return "\n".join(lines) + "\n"


def goal(text: str) -> Goal:
    """A goal by its text. Raises PipelineError."""
    from pcc.schedule.goals import goals  # brings in all passes, which take longer to load than most texts to read

    return parse_one(goals(), "goal", text)


class Session:
    """One run over one file."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options, self.limits = options, Limits()
        self.steps = parse_pipeline(options.pass_pipeline)
        self.goal = goal(options.goal) if options.goal else None
        self.timing, self.statistics = Timing(), Statistics()
        self.watch = self.instruments()
        self.name = "<stdin>" if options.file == "-" else options.file

    def run(self) -> int:
        content = read(self.options.file, self.limits.bytes)
        failed: list[TextError] = []
        shown: list[str] = []
        try:
            sources = list(self.parts(decode(content, self.name, self.limits)))
        except TextError as error:
            sources, failed = [], [error]
        for source in sources:
            errors: list[TextError] = []
            text = self.process(source, errors)
            failed += mismatches(source, errors) if self.options.verify_diagnostics else errors
            shown += [text] if text else []
        sys.stderr.write("".join(f"{error.shown()}\n" for error in failed) + self.reports())
        self.write("\n// -----\n".join(shown))
        return 1 if failed else 0

    def parts(self, source: Source) -> Iterator[Source]:
        if not self.options.split_input_file:
            yield source
            return
        start = line = 0
        for match in [*_SEPARATOR.finditer(source.text), None]:
            text = source.text[start : match.start() if match else None]
            if not match or text.strip():
                yield Source(text, source.name, line)
            if match:
                line += text.count("\n") + match[0].count("\n")
                start = match.end()

    def process(self, source: Source, errors: list[TextError]) -> str | None:
        """The printed result of one part; None, with errors, if something is wrong."""
        try:
            module = parse(source, self.limits)
            errors += errors_in(module, source)
            if errors:
                return None
            return self.transform(module, source)
        except TextError as error:
            errors.append(error)
            return None

    def transform(self, module: ModuleOp, source: Source) -> str:
        functions = [op for op in module.ops if isinstance(op, FuncOp) and not op.is_declaration]
        plans = [self.plan(function, source) for function in functions]
        if self.options.bisect:
            return self.bisect(source, max(plans, key=len, default=self.steps))
        if self.options.plan_graph:
            self.save(self.options.plan_graph, drawing(plans[0] if plans else self.steps))
        if self.options.print_plan:
            return "\n".join(map(print_pipeline, plans))
        for function, steps in zip(functions, plans, strict=True):
            self.execute(function, steps, module, source)
        return self.text(module)

    def execute(self, function: FuncOp, steps: Sequence[Pass], module: ModuleOp, source: Source, done: int = 0) -> None:
        """Run a pipeline's passes but for the first `done` on a function, and what comes after on those it adds."""
        verifier = Verifier(source.name)

        def verify(step: Pass, changed: FuncOp) -> None:
            for error in errors_in(changed, source, verifier):
                raise TextError(f"after pass '{step.name}': {error.message}", error.place, error.source)

        execution = Execution(function, verify, self.watch)
        try:
            for added, rest in execution.grow(steps[done:]):
                self.execute(added, steps, module, source, len(steps) - len(rest))
        except (TextError, OSError):
            raise
        except NeedError as error:
            place = place_of(error.op.location, Place(source.name))
            raise TextError(str(error), place, source.line(place.line)) from error
        except ContractError as error:
            raise TextError(str(error), Place(source.name)) from error
        except NotTransformable as error:
            raise refused(error, source) from error
        except Exception as error:
            message = report(source.text, steps[: done + len(execution.outcomes) + 1], error)
            raise TextError(message, near(error) or Place(source.name)) from error

    def bisect(self, source: Source, steps: Sequence[Pass]) -> str:
        """Which pass is the first after which a command fails; all functions take as many passes."""

        def after(count: int) -> str:
            module = parse(source, self.limits)
            for function in [op for op in module.ops if isinstance(op, FuncOp) and not op.is_declaration]:
                self.execute(function, steps[:count], module, source)
            return self.text(module)

        return bisect(after, steps, shlex.split(self.options.bisect))

    def instruments(self) -> list[Instrument]:
        given = self.options
        ahead = None if given.print_ir_before_all else given.print_ir_before
        behind = None if given.print_ir_after_all or given.print_ir_after_change else given.print_ir_after
        made: list[Instrument] = [self.timing] if given.timing else []
        made += [self.statistics] if given.statistics else []
        made += [ContractCheck()] if given.check_contracts else []
        made += [Dump(given.dump_dir)] if given.dump_dir else []
        return [*made, PrintIR(sys.stderr.write, ahead, behind, given.print_ir_after_change)]

    def reports(self) -> str:
        """What --timing and --statistics ask for."""
        forms = {"tree": self.timing.tree, "json": self.timing.json, "trace": self.timing.trace}
        timing = forms[self.options.timing]() if self.options.timing else ""
        return timing + (str(self.statistics) if self.options.statistics else "")

    def plan(self, function: FuncOp, source: Source) -> list[Pass]:
        given = pipeline_of(source.text) if self.options.run_reproducer else self.steps
        try:
            planned = self.goal.plan() if self.goal else []
        except PlanError as error:
            raise TextError(str(error), Place(source.name)) from None
        return stopped([*given, *planned], self.options.stop_after)

    def text(self, module: ModuleOp) -> str:
        out = StringIO()
        generic, locations = self.options.print_op_generic, self.options.print_locations
        Printer(out, print_generic_format=generic, print_debuginfo=locations).print_op(module)
        return out.getvalue()

    def write(self, text: str) -> None:
        text = f"{text}\n" if text else ""
        if self.options.output == "-":
            sys.stdout.write(text)
        else:
            self.save(Path(self.options.output), text)

    @staticmethod
    def save(path: Path, text: str) -> None:
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise Failure(f"cannot write {str(path)!r}: {error.strerror}") from None


def refused(error: NotTransformable, source: Source) -> TextError:
    """What a transform has no rule for, at the place that its message begins with."""
    place, message = near(error), str(error)
    if place is None or not message.startswith(f"{place}: "):
        return TextError(message, Place(source.name))
    return TextError(message.removeprefix(f"{place}: "), place, source.line(place.line))


def stopped(steps: list[Pass], after: str | None) -> list[Pass]:
    """A pipeline's first so many passes, or those up to the first of a name. Raises PipelineError."""
    if after is None:
        return steps
    if after.isdecimal():
        return steps[: int(after)]
    places = [place for place, step in enumerate(steps) if step.name == after]
    if not places:
        raise PipelineError(f"--stop-after: no pass '{after}' in the pipeline{nearest(after, [s.name for s in steps])}")
    return steps[: places[0] + 1]


if __name__ == "__main__":
    sys.exit(main())
