"""`pcc run`: a saved program on arrays from files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from pcc.dialects.errors import TextError
from pcc.dialects.limits import Limits
from pcc.runtime.archive import write_file
from pcc.runtime.errors import ArgumentError, ArtifactError, CompileError, DeviceError, OutOfMemoryError
from pcc.runtime.load import read, ready
from pcc.runtime.loaded import Signature
from pcc.runtime.npy import NpyError, read_npy, write_npy
from pcc.runtime.tensors import Array, TensorSpec
from pcc.tools.command import Failure
from pcc.tools.command import read as read_bytes

if TYPE_CHECKING:
    from pcc.runtime.compiled import Artifact


def run(options: argparse.Namespace) -> int:
    """The exit code. Raises Failure."""
    try:
        _run(options)
        return 0
    except TextError as error:
        sys.stderr.write(f"{error.shown()}\n")
        return 1
    except (ArtifactError, ArgumentError, CompileError, DeviceError, OutOfMemoryError) as error:
        raise Failure(str(error)) from None


def _run(options: argparse.Namespace) -> None:
    if options.print_ir:
        from pcc.runtime.compiled import Compiled

        program = open_program(options.file)
        sys.stdout.write(f"{Compiled(program, options.target or 'cpu').ir(options.print_ir)}\n")
        return
    opened = open_text(options.file) if options.file.endswith(".mlir") else read(options.file, options.target)
    given = read_inputs(opened, options.input)
    loaded = ready(opened, options.target)
    made = loaded(**given)
    results = made if isinstance(made, tuple) else (made,)
    for spec, array in zip(loaded.outputs, results, strict=True):
        sys.stdout.write(f"{describe(spec, array)}\n")
        if options.output_dir:
            write_output(Path(options.output_dir), spec, array)


def open_program(path: str) -> Artifact:
    """A saved program, or a text. Raises ArtifactError, TextError, Failure."""
    from pcc.runtime import artifact

    return open_text(path) if path.endswith(".mlir") else artifact.read(path)


def open_text(path: str) -> Artifact:
    """A text whose arguments are all inputs. Raises ArtifactError, TextError, Failure."""
    from pcc.dialects.text import parse_module
    from pcc.runtime.artifact import check_ops, signature

    module = parse_module(read_bytes(path, Limits().bytes), path)
    check_ops(module)
    program = signature(module, {})
    if program.weights:
        raise ArtifactError(f"{path!r} has weights, which a text cannot hold: run the file that pcc.save wrote")
    return program


def read_inputs(program: Signature, given: Sequence[str]) -> dict[str, Array]:
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


def signature_text(program: Signature) -> str:
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
