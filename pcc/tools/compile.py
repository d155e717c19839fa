"""`pcc compile`: a saved program with machine code for devices, made on any machine."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from pcc.dialects.errors import TextError
from pcc.runtime.archive import write_file
from pcc.runtime.artifact import write
from pcc.runtime.compiled import Artifact
from pcc.runtime.cuda.binary import ARCHITECTURE
from pcc.runtime.cuda.build import compile_binary
from pcc.runtime.cuda.nvrtc import ARCHITECTURES, Compiled
from pcc.runtime.errors import ArgumentError, ArtifactError, CompileError, OutOfMemoryError
from pcc.tools.command import Failure
from pcc.tools.run import open_program


def compile(options: argparse.Namespace) -> int:
    """The exit code. Raises Failure."""
    try:
        _compile(options.file, Path(options.output), options.arch or ARCHITECTURES)
        return 0
    except TextError as error:
        sys.stderr.write(f"{error.shown()}\n")
        return 1
    except (ArtifactError, ArgumentError, CompileError, OutOfMemoryError) as error:
        raise Failure(str(error)) from None


def _compile(path: str, target: Path, architectures: Sequence[str]) -> None:
    for name in architectures:
        if not ARCHITECTURE.fullmatch(name):
            raise Failure(f"there is no architecture {name[:40]!r}: name one as {', '.join(ARCHITECTURES)}", 2)
    program = open_model(path)
    binary, made = compile_binary(program.plain(), architectures)
    write_file(target, lambda file: write(program, file, binary))
    sys.stdout.write(f"{target}: {len(binary.program.kernels)} kernels, {len(binary.program.steps)} steps\n")
    for name, compiled in made.items():
        sys.stdout.write(f"{describe(name, compiled)}\n")


def open_model(path: str) -> Artifact:
    """A saved program, a text, or a model of paddle.jit.save by its path without suffix. Raises Failure."""
    if not Path(f"{path}.json").is_file():
        return open_program(path)
    from pcc.frontends.paddle.errors import CaptureError  # brings in Paddle
    from pcc.frontends.paddle.export import saved_model_as_artifact

    try:
        return saved_model_as_artifact(path)
    except CaptureError as error:
        raise Failure(str(error)) from None


def describe(name: str, made: Compiled) -> str:
    """`sm_90a: 15 KiB, at most 40 registers a thread, 0 bytes spilled`."""
    used = made.resources.values()
    most, spilled = max((r.registers for r in used), default=0), sum(r.spilled for r in used)
    return f"{name}: {len(made.code) >> 10} KiB, at most {most} registers a thread, {spilled} bytes spilled"
