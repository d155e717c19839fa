"""A failure as a file: the program and the pipeline that failed on it, which `pcc-opt --run-reproducer` runs again."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import tempfile
from collections.abc import Sequence

from pcc.dialects.errors import printable
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


def write_reproducer(text: str, steps: Sequence[Pass], error: Exception) -> str:
    """Write it to a new private file in the folder for temporary files; its path, or why there is none."""
    try:
        handle, path = tempfile.mkstemp(prefix="pcc-reproducer-", suffix=".mlir")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(reproducer(text, steps, error))
        return path
    except OSError as failure:
        return f"not written: {failure.strerror}"


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
