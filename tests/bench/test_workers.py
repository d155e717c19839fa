"""A worker answers in lines, survives its requests and keeps to its cores; busy cores are free afterwards."""

from __future__ import annotations

import os
from pathlib import Path

from bench.busy import busy
from bench.workers import Worker

ROOT = Path(__file__).parents[2]
SCRIPT = f"""
import os, sys
sys.path.insert(0, {str(ROOT)!r})
from bench.workers import serve
def answer(request):
    if "die" in request:
        os._exit(3)
    cores = len(os.sched_getaffinity(0))
    return {{"sum": sum(request["numbers"]), "cores": cores, "omp": os.environ["OMP_NUM_THREADS"]}}
serve(answer)
"""


def test_a_worker_answers_and_is_started_again(tmp_path: Path) -> None:
    script = tmp_path / "worker.py"
    script.write_text(SCRIPT)
    worker = Worker(str(script), threads=1, log=tmp_path / "log")
    assert worker.ask(numbers=[1, 2]) == {"sum": 3, "cores": 1, "omp": "1"}
    assert worker.ask(numbers="a")["error"].startswith("TypeError")
    assert worker.ask(die=True) == {"error": "the process died, status 3"}
    assert worker.ask(numbers=[]) == {"sum": 0, "cores": 1, "omp": "1"}
    worker.stop()
    assert worker.process.returncode == 0


def test_busy_cores_are_free_afterwards() -> None:
    before = children()
    with busy([min(os.sched_getaffinity(0))]):
        assert len(children()) == len(before) + 1
    assert children() == before


def children() -> list[str]:
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
