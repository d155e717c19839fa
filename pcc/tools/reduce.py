"""`pcc-reduce`: the smallest program, by removing ops, on which a command still succeeds.

    pcc-reduce failing.mlir --test 'sh still_fails.sh' -o small.mlir

The command gets the path of a candidate as its last argument and exits with 0 if that is still of interest. An op is
removed by making its results arguments of the function. Exit codes: 0; 1 if the input is not of interest; 2 for a wrong
command.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from xdsl.dialects.builtin import FunctionType, ModuleOp
from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import Operation

from pcc.dialects.errors import TextError
from pcc.dialects.limits import Limits
from pcc.dialects.text import parse_module
from pcc.dialects.verify import Verifier
from pcc.tools.bisect import passes_test
from pcc.tools.command import Arguments, Failure, read

Test = Callable[[ModuleOp], bool]


def reduce(module: ModuleOp, test: Test) -> ModuleOp:
    """A module with as few ops as the test allows, removing ever smaller runs of ops until none can go."""
    size = len(_removable(module))
    while size:
        smaller = _without_runs(module, size, test)
        size = min(size, len(_removable(smaller))) if smaller is not module else size // 2
        module = smaller
    return module


def _without_runs(module: ModuleOp, size: int, test: Test) -> ModuleOp:
    """The module without the runs of `size` ops that can go, from the end."""
    start = len(_removable(module)) - size
    while start > -size:
        candidate = module.clone()
        for op in _removable(candidate)[max(start, 0) : start + size][::-1]:
            _remove(op)
        for function in [op for op in candidate.ops if isinstance(op, FuncOp)]:
            _tidy(function)
        if next(Verifier().violations(candidate), None) is None and test(candidate):
            module = candidate
        start -= size
    return module


def _removable(module: ModuleOp) -> list[Operation]:
    functions = [op for op in module.ops if isinstance(op, FuncOp)]
    return [op for f in functions for op in f.body.block.ops if not isinstance(op, ReturnOp)]


def _remove(op: Operation) -> None:
    block = op.parent
    assert block is not None
    for result in op.results:
        if result.uses:
            result.replace_all_uses_with(block.insert_arg(result.type, len(block.args)))
    op.detach()
    op.erase()


def _tidy(function: FuncOp) -> None:
    """Drop arguments that nothing reads, and results that are arguments; fit the function's type."""
    block, returned = function.body.block, function.body.block.last_op
    if isinstance(returned, ReturnOp):
        kept = [operand for operand in returned.operands if operand.owner is not block]
        returned.operands = kept or list(returned.operands)[:1]
    for argument in list(block.args):
        if not argument.uses:
            block.erase_arg(argument)
    outputs = [operand.type for operand in returned.operands] if returned else []
    function.properties["function_type"] = FunctionType.from_lists([a.type for a in block.args], outputs)
    for name in ("arg_attrs", "res_attrs"):
        function.properties.pop(name, None)


def main(argv: Sequence[str] | None = None) -> int:
    """The command; returns its exit code."""
    made = Arguments("pcc-reduce", description="Remove what a failing program does not need.")
    made.add_argument("file", help="a .mlir file")
    made.add_argument("--test", required=True, metavar="CMD", help="exits with 0 for a program of interest")
    made.add_argument("-o", dest="output", default="-", metavar="FILE", help="where to print to (default: stdout)")
    options = made.parse_args(argv)
    command = shlex.split(options.test)
    try:
        module = parse_module(read(options.file, Limits().bytes), options.file)

        def test(candidate: ModuleOp) -> bool:
            return passes_test(command, str(candidate) + "\n")

        if not test(module):
            raise Failure(f"'{options.test}' does not exit with 0 on {options.file}")
        small = str(reduce(module, test)) + "\n"
        sys.stdout.write(small) if options.output == "-" else Path(options.output).write_text(small, encoding="utf-8")
        return 0
    except (TextError, Failure, OSError) as error:
        sys.stderr.write(f"pcc-reduce: error: {error}\n")
        return error.code if isinstance(error, Failure) else 1


if __name__ == "__main__":
    sys.exit(main())
