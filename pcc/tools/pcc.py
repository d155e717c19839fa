"""`pcc`: run saved programs, compile them for devices, and look at the installation.

pcc run model.pcc --input x.npy --input mask=m.npy --output-dir results
pcc compile model.pcc --target cuda --arch sm_90a -o model_gpu.pcc
pcc doctor
pcc cache --list
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from pcc.dialects.errors import printable
from pcc.tools.command import Arguments, Failure


def arguments() -> Arguments:
    made = Arguments("pcc", description="Run saved programs; look at the installation.")
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="run a saved program on .npy files")
    run.add_argument("file", help="what pcc.save wrote, or a .mlir text of pd ops without weights")
    run.add_argument(
        "--input", action="append", default=[], metavar="[NAME=]FILE", help="an input, in order or by name"
    )
    run.add_argument(
        "--target",
        help="cpu, cuda, or cuda:1 for the second device (default: what the file was compiled for, else cpu)",
    )
    run.add_argument("--output-dir", metavar="DIR", help="where to write each output as NAME.npy")
    run.add_argument(
        "--print-ir",
        metavar="LEVEL",
        help="print the program as pd, kernel, loops or llvm (for cuda: threads, cuda) instead",
    )
    made_for = commands.add_parser("compile", help="add a saved program's machine code for devices; needs no device")
    made_for.add_argument(
        "file", help="what pcc.save or paddle.jit.save wrote, or a .mlir text of pd ops without weights"
    )
    made_for.add_argument("--target", default="cuda", choices=["cuda"], help="what to compile it for (default: cuda)")
    made_for.add_argument(
        "--arch",
        action="append",
        metavar="ARCH",
        help="a device's architecture, once or more (default: sm_80, sm_90a, sm_100)",
    )
    made_for.add_argument("-o", "--output", required=True, metavar="FILE", help="the file to write")
    commands.add_parser("doctor", help="say what is installed, whether it works, and how to get what is missing")
    cached = commands.add_parser("cache", help="look at compiled code on disk, or delete it")
    action = cached.add_mutually_exclusive_group(required=True)
    action.add_argument("--list", action="store_true", help="each entry, the one used last at the end")
    action.add_argument("--clear", action="store_true", help="delete all entries")
    action.add_argument("--verify", action="store_true", help="check every entry's digest; exit code 1 if one is wrong")
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """The command; returns its exit code. Each is a module's function, loaded when it is asked for."""
    options = arguments().parse_args(argv)
    try:
        return getattr(import_module(f"pcc.tools.{options.command}"), options.command)(options)
    except ModuleNotFoundError as error:
        message, code = f"there is no package '{error.name}'; `pcc doctor` says how to get what pcc needs", 1
    except Failure as error:
        message, code = printable(str(error), 400), error.code
    sys.stderr.write(f"pcc: error: {message}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
