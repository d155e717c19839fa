"""The user's source lines: of the running call, and of an op that it made.

Paddle asks `traceback.extract_stack()` for every op that it makes and keeps the text as the op's `op_callstack`. While
tracing, that function is replaced by one that answers with the user's innermost frame only: exact, also through
Paddle's
AST conversion (whose generated files are mapped back), and cheaper than formatting the whole stack.
"""

from __future__ import annotations

import inspect
import os
import re
import warnings
from functools import cache
from traceback import FrameSummary
from typing import Any

import numpy as np

from pcc.frontends.paddle.errors import SourceLine
from pcc.frontends.paddle.private import origin_lines, paddle

_FOLDER = os.path.dirname
_PLUMBING = tuple(_FOLDER(os.path.abspath(file)) + os.sep for file in (__file__, paddle.__file__, np.__file__))
_PYTHON = _FOLDER(os.path.abspath(os.__file__)) + os.sep
_PACKAGES = (_PYTHON + "site-packages", _PYTHON + "dist-packages")
_GENERATED = os.sep + "to_static_tmp" + os.sep
_FRAME = re.compile(r'File "(?P<file>.*)", line (?P<line>\d+)')


@cache
def is_library(file: str) -> bool:
    """Whether a source file belongs to Paddle, NumPy, Python or this frontend, not to the user."""
    standard = file.startswith(_PYTHON) and not file.startswith(_PACKAGES)
    return standard or file.startswith((*_PLUMBING, "<frozen "))


def is_generated(file: str) -> bool:
    """Whether Paddle's AST conversion wrote the file."""
    return _GENERATED in file


def user_line() -> SourceLine | None:
    """The innermost line of the running Python stack that belongs to the user."""
    frame = inspect.currentframe()
    while frame is not None:
        file = frame.f_code.co_filename
        if not is_library(file):
            line = _original(file, frame.f_lineno) if is_generated(file) else SourceLine(file, frame.f_lineno)
            if line is not None:
                return line
        frame = frame.f_back
    return None


def warn_at(where: SourceLine | None, warning: Warning) -> None:
    """Show a warning as coming from a line of the user's."""
    file, line = (where.file, where.line) if where else ("<program>", 1)
    warnings.warn_explicit(warning, type(warning), file, line)


def line_of(error: BaseException) -> SourceLine | None:
    """The innermost user line in the traceback of `error`."""
    found, trace = None, error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if not is_library(file):
            line = _original(file, trace.tb_lineno) if is_generated(file) else SourceLine(file, trace.tb_lineno)
            found = line or found
        trace = trace.tb_next
    return found


def _original(file: str, line: int) -> SourceLine | None:
    """The user's line of a line that Paddle's AST conversion generated (some stand for none: the nearest one above)."""
    for above in range(line, 0, -1):
        origin = origin_lines.get((file, above))
        if origin is not None:
            return SourceLine(origin.location.filepath, origin.location.lineno)
    return None


def definition(fn: Any) -> SourceLine | None:
    """Where a function or Layer is defined."""
    code = getattr(getattr(getattr(fn, "forward", fn), "__func__", fn), "__code__", None)
    return code and SourceLine(code.co_filename, code.co_firstlineno)


def short_stack(*args: Any, **kwargs: Any) -> list[FrameSummary]:
    """In place of `traceback.extract_stack` while tracing: the user's innermost frame."""
    line = user_line()
    return [FrameSummary(line.file, line.line, "", lookup_line=False, line="")] if line else []


def location(op: Any) -> SourceLine | None:
    """The user's line that made a PIR op.

    For a constant that Paddle adds on its own, that of the op that uses it; for control flow, that of its first op.
    """
    users = [user for value in op.results() for user in value.all_used_ops()[:1]]
    inner = [first for block in op.blocks() for first in block.ops]
    for maker in (op, *inner, *users):
        if maker.name().startswith("py_op."):  # Paddle cannot give its attributes
            continue
        stack = _attributes(maker).get("op_callstack")
        match = stack and _FRAME.search(stack[-1] if len(stack) == 1 else stack[-2])
        if match:
            return SourceLine(match["file"], int(match["line"]))
    return None


def _attributes(op: Any) -> dict[str, Any]:
    """None that hold complex numbers: Paddle does not give those."""
    try:
        return op.attrs()
    except NotImplementedError:
        return {}
