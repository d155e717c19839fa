"""A failure as a file: the program and the pipeline that failed on it, which `pcc-opt --run-reproducer` runs again."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import tempfile
from collections.abc import Sequence
from traceback import walk_tb

from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation

from pcc.dialects.errors import Place, printable
from pcc.dialects.locations import place_of
from pcc.passes.base import Pass
from pcc.passes.pipeline import PipelineError, parse_pipeline, print_pipeline

_PIPELINE = re.compile(r"^// pipeline: (.*)$", re.MULTILINE)


def reproducer(text: str, steps: Sequence[Pass], error: Exception) -> str:
    """The file's text: what failed in comments, then the program."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("pcc", "xdsl", "llvmlite"))
    head = [
        f"// reproducer: {versions}, python {platform.python_version()}",
        f"// error: {type(error).__name__}: {printable(str(error), 300)}",
        f"// pipeline: {print_pipeline(steps)}",
    ]
    return "\n".join([*head, text])


def report(text: str, steps: Sequence[Pass], error: Exception) -> str:
    """Write a reproducer of the last step's error; one line that says what failed and where the file is."""
    what = f"internal error in pass '{steps[-1].name}': {type(error).__name__}: {printable(str(error), 200)}"
    try:
        return f"{what.rstrip(': ')}; please report it with {_written(reproducer(text, steps, error))}"
    except OSError as failure:
        return f"{what.rstrip(': ')}; a reproducer cannot be written: {failure.strerror}"


def _written(text: str) -> str:
    """The path of a new private file in the folder for temporary files. Raises OSError."""
    handle, path = tempfile.mkstemp(prefix="pcc-reproducer-", suffix=".mlir")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def near(error: Exception) -> Place | None:
    """The user's line of the op that failing code was busy with: the innermost one that a local variable holds."""
    frames = [frame for frame, _ in walk_tb(error.__traceback__)]
    held = (value for frame in reversed(frames) for value in frame.f_locals.values())
    ops = (op for op in held if isinstance(op, Operation) and not isinstance(op, ModuleOp | FuncOp))
    places = (place_of(op.location, Place("")) for op in ops)
    return next((place for place in places if place.file), None)


def pipeline_of(text: str) -> list[Pass]:
    """The pipeline in a reproducer. Raises PipelineError."""
    found = _PIPELINE.search(text)
    if found is None:
        raise PipelineError("the file is no reproducer: it has no line '// pipeline: ...'")
    return parse_pipeline(found[1])


def version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"
