"""`pcc-opt`: parse, verify, run passes, print; for every level of pcc.

    pcc-opt model.mlir -p decompose,dce,cse,fuse
    pcc-opt model.mlir --goal InLoops --print-plan

Exit codes: 0; 1 for text or a pass that fails; 2 for a wrong command. Errors are `file:line:col: error: message`.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields
from io import StringIO
from pathlib import Path

from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import FuncOp
from xdsl.printer import Printer

from pcc.dialects.errors import Place, TextError
from pcc.dialects.limits import Limits, Source, decode
from pcc.dialects.text import errors_in, parse
from pcc.passes.base import Fact, Facts, Pass, passes
from pcc.passes.pipeline import PipelineError, nearest, parse_pipeline, print_pipeline
from pcc.tools.command import Arguments, Failure, read
from pcc.tools.diagnostics import mismatches

_SEPARATOR = re.compile(r"^// -----.*\n?", re.MULTILINE)


def arguments() -> Arguments:
    made = Arguments("pcc-opt", description="Parse, verify, run passes and print programs of any level.")
    made.add_argument("file", nargs="?", default="-", help="a .mlir file (default: stdin)")
    made.add_argument("-p", "--pass-pipeline", default="", metavar="PIPELINE", help="as in decompose,fuse{max-ops=8}")
    made.add_argument("--goal", metavar="FACT", help="let the planner choose the passes that make a fact hold")
    made.add_argument("--print-plan", action="store_true", help="print the pipeline instead of running it")
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


def known_facts() -> dict[str, type[Fact]]:
    """The facts that some pass gives, by name."""
    return {fact.__name__: fact for kind in passes().values() for fact in kind.gives}


class Session:
    """One run over one file."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options, self.limits = options, Limits()
        self.steps = parse_pipeline(options.pass_pipeline)
        if options.goal and options.goal not in known_facts():
            raise PipelineError(f"unknown fact '{options.goal}'{nearest(options.goal, known_facts())}")
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
        sys.stderr.write("".join(f"{error.shown()}\n" for error in failed))
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
        if self.options.print_plan:
            return "\n".join(map(print_pipeline, plans))
        for function, steps in zip(functions, plans, strict=True):
            for step in steps:
                if run_pass(step, function, source.name):
                    for error in errors_in(module, source):
                        raise TextError(f"after pass '{step.name}': {error.message}", error.place, error.source)
        return self.text(module)

    def plan(self, function: FuncOp, source: Source) -> list[Pass]:
        if not self.options.goal:
            return self.steps
        from pcc.schedule.planner import PlanError, plan  # loads networkx, which takes longer than all else

        goal = known_facts()[self.options.goal]
        try:
            return [*self.steps, *plan(Facts(), goal)]
        except PlanError as error:
            raise TextError(str(error), Place(source.name)) from None

    def text(self, module: ModuleOp) -> str:
        out = StringIO()
        generic, locations = self.options.print_op_generic, self.options.print_locations
        Printer(out, print_generic_format=generic, print_debuginfo=locations).print_op(module)
        return out.getvalue()

    def write(self, text: str) -> None:
        text = f"{text}\n" if text else ""
        if self.options.output == "-":
            sys.stdout.write(text)
            return
        try:
            Path(self.options.output).write_text(text, encoding="utf-8")
        except OSError as error:
            raise Failure(f"cannot write {self.options.output!r}: {error.strerror}") from None


def run_pass(step: Pass, function: FuncOp, name: str) -> bool:
    """Run one pass; whatever it raises becomes one located line."""
    try:
        return step.run(function)
    except Exception as error:
        message = (
            f"pass '{step.name}' on @{function.sym_name.data}: {error or 'internal error'} ({type(error).__name__})"
        )
        raise TextError(message, Place(name)) from error


if __name__ == "__main__":
    sys.exit(main())
