"""An error within pcc as its user meets it: one line, and a file that shows it again."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager

from xdsl.dialects.builtin import ModuleOp

from pcc.passes.base import Pass
from pcc.runtime.errors import CompileError
from pcc.schedule.executor import Execution
from pcc.schedule.instruments import text_of
from pcc.schedule.reproducer import near, report


@contextmanager
def reproducible(module: ModuleOp, steps: Sequence[Pass], execution: Execution) -> Generator[None, None, None]:
    """While the execution runs the steps: an error of one becomes a CompileError that names a reproducer of it."""
    before = module.clone()
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        count = len(steps) if execution.elsewhere else len(execution.outcomes) + 1
        message = report(text_of(before), steps[:count], error)
        where = near(error)
        raise CompileError(f"{where}: {message}" if where else message) from error
