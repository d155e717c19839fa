"""Tracebacks of the user's errors without the frames of pcc and Paddle between the call and the user's line."""

from __future__ import annotations

from types import TracebackType

from pcc.frontends.paddle.callsite import is_generated, is_library
from pcc.frontends.paddle.errors import CaptureError


def shortened(error: Exception) -> Exception:
    """The error with only the user's frames, if it is the user's; one that pcc itself is to blame for is left whole."""
    frames = _frames(error.__traceback__)
    if isinstance(error, CaptureError):
        frames += _frames(error.__cause__.__traceback__ if error.__cause__ else None)
        error.__cause__, error.__suppress_context__ = None, True  # Paddle's error: its essence is in the message
    elif not frames or is_library(_file(frames[-1])):
        return error
    return error.with_traceback(_chained([frame for frame in frames if _is_users(_file(frame))]))


def _is_users(file: str) -> bool:
    return not is_library(file) and not is_generated(file)


def _frames(trace: TracebackType | None) -> list[TracebackType]:
    found: list[TracebackType] = []
    while trace is not None:
        found.append(trace)
        trace = trace.tb_next
    return found


def _file(trace: TracebackType) -> str:
    return trace.tb_frame.f_code.co_filename


def _chained(frames: list[TracebackType]) -> TracebackType | None:
    chain: TracebackType | None = None
    for frame in reversed(frames):
        chain = TracebackType(chain, frame.tb_frame, frame.tb_lasti, frame.tb_lineno)
    return chain
