"""Run a child process that reports in JSON lines, under a time limit for each phase and a memory limit."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TextIO

GIB = 1 << 30


class Reporter:
    """The child's side: JSON lines on the real stdout, while everything else that prints goes to stderr."""

    def __init__(self) -> None:
        self._lines = os.fdopen(os.dup(1), "w")
        os.dup2(2, 1)

    def say(self, **facts: Any) -> None:
        self._lines.write(json.dumps(facts) + "\n")
        self._lines.flush()

    def phase(self, name: str) -> None:
        """A new phase begins: its time limit runs from here."""
        self.say(phase=name)


@dataclass(frozen=True)
class Limits:
    """Seconds and resident bytes that each phase may take; phases not named take the default."""

    seconds: Mapping[str, float] = field(default_factory=dict)
    memory: Mapping[str, int] = field(default_factory=dict)
    default_seconds: float = 300.0
    default_memory: int = 16 * GIB


@dataclass
class Report:
    """What a child said, merged; `phase` is the last one it began, `died` why it ended there ("" if it finished)."""

    facts: dict[str, Any] = field(default_factory=dict)
    phase: str = "start"
    died: str = ""


def run_child(command: list[str], task: Mapping[str, Any], limits: Limits) -> Report:
    """Start a child with `task` as JSON on its stdin and follow it to its end, or end it at a limit."""
    with tempfile.TemporaryFile("w+") as errors, tempfile.TemporaryFile("w+") as text:
        json.dump(task, text)
        text.seek(0)
        environment = {**os.environ, "GLOG_minloglevel": "3", "PYTHONWARNINGS": "ignore"}
        child = subprocess.Popen(command, stdin=text, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment)
        report = _follow(child, limits)
        child.wait()
        if child.returncode and not report.died:
            report.died = _ending(child.returncode, errors)
        return report


def _follow(child: subprocess.Popen[str], limits: Limits) -> Report:
    lines: queue.Queue[str | None] = queue.Queue()
    assert child.stdout
    threading.Thread(target=_pump, args=(child.stdout, lines), daemon=True).start()
    report, began = Report(), time.monotonic()
    while True:
        try:
            line = lines.get(timeout=0.1)
        except queue.Empty:
            report.died = _over_limit(child.pid, report.phase, time.monotonic() - began, limits)
            if report.died:
                child.kill()
                return report
            continue
        if line is None:
            return report
        facts = json.loads(line)
        if "phase" in facts:
            report.phase, began = facts["phase"], time.monotonic()
        else:
            report.facts |= facts


def _pump(stream: TextIO, lines: queue.Queue[str | None]) -> None:
    for line in stream:
        lines.put(line)
    lines.put(None)


def _over_limit(pid: int, phase: str, elapsed: float, limits: Limits) -> str:
    seconds = limits.seconds.get(phase, limits.default_seconds)
    memory = limits.memory.get(phase, limits.default_memory)
    if elapsed > seconds:
        return f"over {seconds:g} s in {phase}"
    return f"over {memory / GIB:g} GiB in {phase}" if resident(pid) > memory else ""


def resident(pid: int) -> int:
    """Bytes of memory that a process holds, 0 if it is gone (Linux)."""
    try:
        with open(f"/proc/{pid}/statm") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _ending(code: int, errors: TextIO) -> str:
    """`SIGSEGV` for a signal, else the last line that the child wrote to stderr."""
    if code < 0:
        return signal.Signals(-code).name
    errors.seek(0)
    said = [line.strip() for line in errors if line.strip()]
    return said[-1][:200] if said else f"exit status {code}"


def python(script: str, *arguments: str) -> list[str]:
    return [sys.executable, script, *arguments]
