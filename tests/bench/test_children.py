"""A child's report survives its crash, its hanging and its greed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench.children import Limits, Report, run_child

ROOT = Path(__file__).parents[2]
START = f"import sys, json, os, time; sys.path.insert(0, {str(ROOT)!r})\n"
START += "from bench.children import Reporter; r = Reporter(); task = json.load(sys.stdin)\n"


def run(body: str, limits: Limits | None = None) -> Report:
    return run_child([sys.executable, "-c", START + body], {"number": 6}, limits or Limits())


def test_facts_are_merged_and_prints_stay_out() -> None:
    report = run("r.phase('work'); print('noise'); r.say(a=task['number']); r.say(b=2)")
    assert report == Report({"a": 6, "b": 2}, "work", "")


def test_a_crash_keeps_what_was_said() -> None:
    report = run("r.say(a=1); r.phase('risky'); os.abort()")
    assert report == Report({"a": 1}, "risky", "SIGABRT")


def test_an_exception_is_named() -> None:
    assert run("raise ValueError('no such thing')").died == "ValueError: no such thing"


def test_a_phase_has_its_time_limit() -> None:
    limits = Limits(seconds={"slow": 0.3})
    assert run("r.phase('slow'); time.sleep(60)", limits).died == "over 0.3 s in slow"
    assert run("time.sleep(0.5); r.phase('slow'); r.say(a=1)", limits).died == ""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_a_phase_has_its_memory_limit() -> None:
    limits = Limits(memory={"big": 200 << 20})
    report = run("r.phase('big'); keep = bytearray(400 << 20); time.sleep(60)", limits)
    assert report.died == "over 0.195312 GiB in big"
