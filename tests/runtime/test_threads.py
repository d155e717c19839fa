"""The thread pool runs every piece exactly once, whoever calls it and from wherever."""

from __future__ import annotations

import ctypes
import os
import threading
import time
from functools import cache
from math import log

import numpy as np
import pytest

from pcc.codegen_cpu.compile import MachineCode, compile_text
from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value
from pcc.runtime.cpu.library import library

_INT = ctypes.c_int64


@cache
def _code() -> MachineCode:
    """`add_one`: a body; `loop(data, n, chunk, times)`: loops over it; `nested`: a body that loops itself;
    `mark_run`: a body that writes its length at its first place.
    """
    module = Module()
    f = module.function("add_one", "void", [("ptr", "data"), ("i64", "lo"), ("i64", "hi")])
    data, low, high = f.params

    def increment(i: Value) -> None:
        place = f.gep("i64", data, i)
        f.store(f.add(f.load("i64", place), 1), place)

    f.loop(low, high, 1, increment)
    f.ret()

    f = module.function("mark_run", "void", [("ptr", "data"), ("i64", "lo"), ("i64", "hi")])
    data, low, high = f.params
    f.store(f.sub(high, low), f.gep("i64", data, low))
    f.ret()

    f = module.function("nested", "void", [("ptr", "data"), ("i64", "lo"), ("i64", "hi")])
    data, low, high = f.params
    hundred, seven = Value("i64", "100"), Value("i64", "7")
    f.loop(low, high, 1, lambda i: _loop(f, "add_one", f.gep("i64", data, f.mul(i, 100)), hundred, seven))
    f.ret()

    for name, routine in (("loop", "add_one"), ("loop_runs", "mark_run"), ("loop_nested", "nested")):
        f = module.function(name, "void", [("ptr", "data"), ("i64", "n"), ("i64", "chunk"), ("i64", "times")])
        data, n, chunk, times = f.params
        f.loop(0, times, 1, lambda _, f=f, routine=routine, args=(data, n, chunk): _loop(f, routine, *args))
        f.ret()
    return compile_text(str(module), symbols=library().symbols)


def _loop(f: Function, routine: str, data: Value, n: Value, chunk: Value) -> None:
    f.call("pcc_parallel", "void", Value("ptr", f"@{routine}"), data, n, chunk)


def _run(n: int, chunk: int, times: int, name: str = "loop", size: int = 0) -> np.ndarray:
    data = np.zeros(max(size or n, 1), np.int64)
    ctypes.CFUNCTYPE(None, ctypes.c_void_p, _INT, _INT, _INT)(_code().address(name))(data.ctypes.data, n, chunk, times)
    return data


@pytest.mark.parametrize(
    ("n", "chunk"), [(0, 1), (1, 1), (5, 1), (5, 0), (16, 1), (1000, 7), (1000, 1000), (3, 100), (100_000, 9_999)]
)
def test_every_piece_once(n: int, chunk: int) -> None:
    assert (_run(n, chunk, 200)[:n] == 200).all()


@pytest.mark.parametrize("threads", [2, 5])
def test_many_pieces_are_few_runs(threads: int) -> None:
    """Each takes at least 1 / (2 threads) of what is left, so the rest shrinks geometrically down to single pieces."""
    init, usable = library().function("pcc_pool_init", _INT), len(os.sched_getaffinity(0))
    init(threads)
    try:
        runs = _run(10_000, 1, 1, "loop_runs")
    finally:
        init(usable)
    assert runs.sum() == 10_000
    share = 2 * threads
    assert np.count_nonzero(runs) <= log(10_000) / -log(1 - 1 / share) + 2 * share


def test_nested_loops() -> None:
    assert (_run(50, 1, 20, "loop_nested", 5000) == 20).all()


def test_sleeping_workers_wake() -> None:
    for _ in range(5):
        time.sleep(0.01)
        assert (_run(1000, 7, 1) == 1).all()


def test_several_python_threads_at_once() -> None:
    results: list[bool] = []
    work = lambda: results.append(bool((_run(1000, 7, 2000) == 2000).all()))  # noqa: E731
    callers = [threading.Thread(target=work) for _ in range(4)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert results == [True] * 4


def test_a_forked_child_has_its_own_workers() -> None:
    _run(100, 1, 10)
    child = os.fork()
    if child == 0:
        signal_after = threading.Timer(10, os._exit, [2])  # a hang fails the test, it does not stop it
        signal_after.daemon = True
        signal_after.start()
        os._exit(0 if (_run(1000, 7, 1000) == 1000).all() else 1)
    assert os.waitpid(child, 0)[1] == 0


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_thread_count(threads: int) -> None:
    init, usable = library().function("pcc_pool_init", _INT), len(os.sched_getaffinity(0))
    init(threads)
    try:
        assert library().function("pcc_pool_threads", result=_INT)() == threads
        assert (_run(1000, 7, 500) == 500).all()
    finally:
        init(usable)
