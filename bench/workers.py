"""A child process that answers requests, one JSON line each, and is started again if a request takes it down."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.children import Reporter

Answer = dict[str, Any]


class Worker:
    """The parent's side. The child has so many cores, which also decides pcc's threads, and so many OpenMP threads."""

    def __init__(self, script: str, *arguments: str, threads: int, log: Path, **environment: str) -> None:
        self.command = [sys.executable, str(Path(__file__).parent / script), *arguments]
        self.cores = sorted(os.sched_getaffinity(0))[:threads]
        count = str(len(self.cores))
        quiet = {"GLOG_minloglevel": "3", "PYTHONWARNINGS": "ignore"}
        self.environment = {**os.environ, "OMP_NUM_THREADS": count, "MKL_NUM_THREADS": count, **quiet, **environment}
        self.log = log
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            self.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log.open("a"),
            text=True,
            env=self.environment,
        )
        os.sched_setaffinity(self.process.pid, self.cores)

    def ask(self, **request: Any) -> Answer:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if line:
            return json.loads(line)
        code = self.process.wait()
        self.start()
        return {"error": f"the process died, status {code}"}

    def stop(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait()


def serve(answer: Callable[[Answer], Answer]) -> None:
    """The child's side: answer requests until there are no more; what fails is answered as `error`."""
    reporter = Reporter()
    for line in sys.stdin:
        try:
            reporter.say(**answer(json.loads(line)))
        except Exception as error:  # a failure is a finding
            reporter.say(error=f"{type(error).__name__}: {' '.join(str(error).split())}"[:200])
