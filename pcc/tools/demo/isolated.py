"""Each model in a process of its own: a crash is one model's failure, and memory is given back.

The processes are forks of one server that has Paddle and pcc imported, and nothing run yet.
"""

from __future__ import annotations

import json
import multiprocessing
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from multiprocessing.context import ForkServerContext
from typing import Any

from pcc.tools.demo.catalogue import TITLES
from pcc.tools.demo.measurement import Measurement

LIMIT_S = 90.0  # of one model
_PRELOAD = ["pcc.frontends.paddle.private", "pcc.tools.demo.measure"]  # the first imports Paddle quietly


def server() -> ForkServerContext:
    """Where processes come from; it starts with the first of them."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOAD)
    return context


def measure_apart(context: ForkServerContext, name: str, progress: Callable[[str], None]) -> Measurement:
    """`measure(name)` in its own process; what goes wrong there is the measurement's `failure`."""
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(theirs, name), daemon=True)
    process.start()
    theirs.close()
    try:
        found = _received(ours, progress, time.monotonic() + LIMIT_S)
        process.join(1)
        if found and "name" in found:
            return Measurement.read(found)
        return Measurement(name, TITLES[name], failure=found["failure"] if found else _ending(process.exitcode))
    finally:
        process.kill()
        process.join()


def _received(messages: Any, progress: Callable[[str], None], end: float) -> dict[str, Any] | None:
    """The child's last message, a measurement or what failed; None if it ended, or was too slow, without one."""
    with suppress(EOFError, OSError):
        while messages.poll(max(end - time.monotonic(), 0.0)):
            message = json.loads(messages.recv_bytes())
            if "progress" not in message:
                return message
            progress(message["progress"])
    return None


def _ending(code: int | None) -> str:
    if code is None:
        return f"took more than {LIMIT_S:.0f} s"
    return f"the process was ended by signal {-code}" if code < 0 else f"the process ended with code {code}"


def _child(messages: Any, name: str) -> None:
    from pcc.tools.demo.measure import measure, one_line

    def say(message: dict[str, object]) -> None:
        messages.send_bytes(json.dumps(message).encode())

    try:
        say(asdict(measure(name, lambda doing: say({"progress": doing}))))
    except Exception as error:
        say({"failure": one_line(error)})
