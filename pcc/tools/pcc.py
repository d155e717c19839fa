"""`pcc`: run saved programs, and look at the installation.

pcc run model.pcc --input x.npy --input mask=m.npy --output-dir results
pcc doctor
pcc cache --list
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from pcc.codegen_cpu.target import host
from pcc.config import config
from pcc.dialects.errors import TextError, printable
from pcc.dialects.limits import Limits
from pcc.dialects.text import parse_module
from pcc.runtime.artifact import check_ops, read, signature, write_file
from pcc.runtime.cache import CacheError, disk_cache
from pcc.runtime.compiled import Artifact, Compiled
from pcc.runtime.errors import ArgumentError, ArtifactError, CompileError, OutOfMemoryError
from pcc.runtime.npy import NpyError, read_npy, write_npy
from pcc.runtime.tensors import Array, TensorSpec
from pcc.schedule.reproducer import version
from pcc.tools.command import Arguments, Failure
from pcc.tools.command import read as read_bytes


def arguments() -> Arguments:
    made = Arguments("pcc", description="Run saved programs; look at the installation.")
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="run a saved program on .npy files")
    run.add_argument("file", help="what pcc.save wrote, or a .mlir text of pd ops without weights")
    run.add_argument(
        "--input", action="append", default=[], metavar="[NAME=]FILE", help="an input, in order or by name"
    )
    run.add_argument("--output-dir", metavar="DIR", help="where to write each output as NAME.npy")
    run.add_argument("--print-ir", metavar="LEVEL", help="print the program as pd, kernel, loops or llvm instead")
    commands.add_parser("doctor", help="show versions, the target and the cache")
    cached = commands.add_parser("cache", help="look at compiled code on disk, or delete it")
    action = cached.add_mutually_exclusive_group(required=True)
    action.add_argument("--list", action="store_true", help="each entry, the one used last at the end")
    action.add_argument("--clear", action="store_true", help="delete all entries")
    action.add_argument("--verify", action="store_true", help="check every entry's digest; exit code 1 if one is wrong")
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """The command; returns its exit code."""
    options = arguments().parse_args(argv)
    commands: dict[str, Callable[[argparse.Namespace], None]] = {"run": run, "doctor": doctor, "cache": cache}
    try:
        commands[options.command](options)
        return 0
    except TextError as error:
        sys.stderr.write(f"{error.shown()}\n")
        return 1
    except Failure as error:
        message, code = str(error), error.code
    except (ArtifactError, ArgumentError, CompileError, OutOfMemoryError) as error:
        message, code = str(error), 1
    sys.stderr.write(f"pcc: error: {printable(message, 400)}\n")
    return code


def run(options: argparse.Namespace) -> None:
    program = open_program(options.file)
    if options.print_ir:
        sys.stdout.write(f"{Compiled(program).ir(options.print_ir)}\n")
        return
    given = read_inputs(program, options.input)
    compiled = Compiled(program)
    made = compiled(**given)
    results = made if isinstance(made, tuple) else (made,)
    for spec, array in zip(compiled.outputs, results, strict=True):
        sys.stdout.write(f"{describe(spec, array)}\n")
        if options.output_dir:
            write_output(Path(options.output_dir), spec, array)


def open_program(path: str) -> Artifact:
    """A saved program, or a text whose arguments are all inputs. Raises ArtifactError, TextError, Failure."""
    if not path.endswith(".mlir"):
        return read(path)
    module = parse_module(read_bytes(path, Limits().bytes), path)
    check_ops(module)
    program = signature(module, {})
    if program.weights:
        raise ArtifactError(f"{path!r} has weights, which a text cannot hold: run the file that pcc.save wrote")
    return program


def read_inputs(program: Artifact, given: Sequence[str]) -> dict[str, Array]:
    """The inputs by name, from FILE (in order) or NAME=FILE. Raises Failure."""
    specs = {spec.name: spec for spec in program.inputs}
    paths: dict[str, str] = {}
    for text in given:
        name, _, path = text.partition("=") if text.partition("=")[0] in specs else ("", "", text)
        name = name or next((n for n in specs if n not in paths), "")
        if not name or name in paths:
            raise Failure(f"--input {text!r} is one too many: the program takes {signature_text(program)}", 2)
        paths[name] = path
    missing = [str(spec) for name, spec in specs.items() if name not in paths]
    if missing:
        raise Failure(f"missing --input: {', '.join(missing)}", 2)
    return {name: read_input(specs[name], path) for name, path in paths.items()}


def signature_text(program: Artifact) -> str:
    return ", ".join(map(str, program.inputs)) or "no inputs"


def read_input(spec: TensorSpec, path: str) -> Array:
    try:
        with Path(path).open("rb") as file:
            return read_npy(file, spec)
    except NpyError as error:
        raise Failure(f"input '{spec.name}': {path!r} {error}") from None
    except (OSError, ValueError, MemoryError) as error:
        raise Failure(f"cannot read {path!r}: {getattr(error, 'strerror', None) or error or 'no memory'}") from None


def write_output(folder: Path, spec: TensorSpec, array: Array) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_file(folder / f"{spec.name}.npy", lambda file: write_npy(file, array))
    except OSError as error:
        raise Failure(f"cannot write to {str(folder)!r}: {error.strerror}") from None


def describe(spec: TensorSpec, array: Array) -> str:
    """`y: float32[8, 16]  min 0.01  mean 0.0625  max 0.3`."""
    values: Any = (array.astype(np.uint32) << 16).view(np.float32) if spec.dtype == "bfloat16" else array
    if not array.size:
        return f"{spec}  empty"
    wide = values.astype(np.float64)
    return f"{spec}  min {wide.min():.6g}  mean {wide.mean():.6g}  max {wide.max():.6g}"


def doctor(options: argparse.Namespace) -> None:
    """Versions of what pcc stands on, the CPU it compiles for, where it keeps compiled code."""
    target = host()
    lines = [f"python      {platform.python_version()} on {platform.platform()}"]
    for name in ("pcc", "xdsl", "llvmlite", "numpy", "networkx", "paddlepaddle", "paddlepaddle-gpu"):
        lines.append(f"{name:<11} {version(name)}")
    lines.append(
        f"cpu         {target.cpu}, vectors of {target.vector_bits} bits, {len(os.sched_getaffinity(0))} cores"
    )
    lines.append(f"cache       {config().cache_dir or 'off'}{'' if disk_cache() else ' (not used)'}")
    sys.stdout.write("\n".join(lines) + "\n")


def cache(options: argparse.Namespace) -> None:
    """The entries of the cache: listed, deleted or checked."""
    kept = disk_cache()
    if kept is None:
        raise Failure("there is no cache: PCC_CACHE_DIR is off, or its folder cannot be used")
    entries, damaged = kept.entries(), list[str]()
    size = sum(path.lstat().st_size for path in entries)
    for path in entries:
        if options.clear:
            path.unlink(missing_ok=True)
            continue
        try:
            name = str(kept.inspect(path).about.get("name", ""))
        except CacheError as error:
            name = f"damaged: {error}"
            damaged.append(path.name)
        if options.list:
            used = datetime.fromtimestamp(path.lstat().st_mtime).strftime("%Y-%m-%d %H:%M")
            sys.stdout.write(f"{path.name[:12]}  {path.lstat().st_size / 1024:8.0f} KiB  {used}  {printable(name)}\n")
    done = "deleted" if options.clear else "kept"
    sys.stdout.write(f"{len(entries)} entries, {size / 1e6:.1f} MB, {done} in {kept.folder}\n")
    if damaged and options.verify:
        raise Failure(f"{len(damaged)} damaged: {', '.join(damaged)}")


if __name__ == "__main__":
    sys.exit(main())
