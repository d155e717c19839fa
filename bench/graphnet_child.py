"""One GraphNet graph in its own process: Paddle, the compiler, to_static, timing, float64. See graphnet.py."""

from __future__ import annotations

import importlib.util
import json
import math
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.children import Reporter
from bench.metrics import distance, gap, levels_met

Call = Callable[[], Any]
Json = dict[str, Any]
REQUIRED_LEVEL = -3
RANDOM = tuple(f"paddle._C_ops.{name}" for name in ("bernoulli", "gaussian", "randint", "randperm", "uniform"))
GAP_S = 0.2  # OpenMP workers spin for so long after a call, and would disturb the next engine
BLOCK_S = 0.1
MAX_ROUNDS = 4
SLOW_S = 5.0  # a graph whose call takes longer is called as seldom as can be


def load_module(path: str, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    if not spec or not spec.loader:
        raise ImportError(f"{path} is no Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Session:
    """The graph's function and inputs, and what has been measured of it."""

    def __init__(self, task: Json, reporter: Reporter) -> None:
        import paddle

        self.paddle, self.task, self.reporter = paddle, task, reporter
        self.loader = load_module(task["loader"], "graphnet_loader")
        self.graph = task["graph"]
        self.function = self.loader.build(self.graph)
        self.tensors: list[Any] = []
        self.calls: dict[str, Call] = {}
        self.warm: dict[str, float] = {}
        self.static_results: list[Any] | None = None

    def make_inputs(self) -> None:
        """The graph's inputs; random numbers that it draws become more of them, so that answers can be compared."""
        self.reporter.phase("inputs")
        dtypes = [self.graph["tensors"][name]["dtype"] for name in self.graph["args"]]
        arrays = self.loader.inputs(self.graph)
        self.tensors = [self.paddle.to_tensor(a, dtype=d) for a, d in zip(arrays, dtypes, strict=True)]
        drawn = [out for callee, _, _, out in self.graph["ops"] if callee in RANDOM]
        if drawn:
            self.reporter.phase("eager")
            draw = self.loader.build({**self.graph, "returns": drawn})
            self.tensors += draw(*self.tensors)
            self.graph = given(self.graph, drawn)
            self.function = self.loader.build(self.graph)

    def arrays(self, outs: Any) -> list[Any]:
        """Results as arrays; bfloat16 as float32, a missing result as an empty array."""
        return [self.array(out) for out in listed(outs)]

    def array(self, out: Any) -> Any:
        if not isinstance(out, self.paddle.Tensor):
            return np.empty(0) if out is None else np.asarray(out)
        return (out.astype("float32") if out.dtype == self.paddle.bfloat16 else out).numpy()

    def dtypes(self, outs: Any) -> list[str]:
        return [str(getattr(out, "dtype", "")).removeprefix("paddle.") for out in listed(outs)]

    def warm_up(self, name: str, call: Call, slow_s: float = math.inf) -> tuple[Any, Any, float]:
        """Call twice, or once if that takes over `slow_s` seconds; keep the call and its last time for timing.

        Returns the first and last results and the first call's extra seconds.
        """
        first, first_s = timed(call)
        last, last_s = first, first_s
        if first_s < slow_s:
            self.reporter.phase(f"{name} again")
            last, last_s = timed(call)
        self.calls[name], self.warm[name] = call, last_s
        return first, last, max(first_s - last_s, 0.0)


def given(graph: Json, names: list[str]) -> Json:
    """A graph that takes the named results as further arguments and does not compute them."""
    ops = [op for op in graph["ops"] if op[3] not in names]
    return {**graph, "args": [*graph["args"], *names], "ops": ops}


def copied(graph: Json) -> Json:
    """A graph that returns copies of its results."""
    copies = {name: f"{name} copied" for name in graph["returns"]}
    ops = [["paddle.assign", [{"v": name}], {}, copy] for name, copy in copies.items()]
    return {**graph, "ops": [*graph["ops"], *ops], "returns": [copies[name] for name in graph["returns"]]}


def listed(outs: Any) -> Sequence[Any]:
    return outs if isinstance(outs, list | tuple) else [outs]


def timed(call: Call) -> tuple[Any, float]:
    start = time.perf_counter()
    result = call()
    return result, time.perf_counter() - start


def one_line(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())}"[:240]


def run_paddle(session: Session) -> tuple[list[Any], list[str]] | None:
    """Eager results and their dtypes, or None where Paddle cannot run the graph or repeats itself differently."""
    try:
        session.make_inputs()
        session.reporter.phase("eager")
        first, last, _ = session.warm_up("eager", lambda: session.function(*session.tensors), SLOW_S)
        reference, dtypes = session.arrays(first), session.dtypes(first)
        if not repeats(session, reference, dtypes, None if last is first else session.arrays(last)):
            session.reporter.say(left_out="Paddle answers differently twice")
            return None
    except Exception as error:  # whatever Paddle raises is the finding
        session.reporter.say(left_out=one_line(error))
        return None
    return reference, dtypes


def repeats(session: Session, reference: list[Any], dtypes: list[str], again: list[Any] | None) -> bool:
    """Whether Paddle gives the reference again; for a slow graph to_static is asked first, as it has to run anyway."""
    if again is None:
        run_static(session)
        if session.static_results and REQUIRED_LEVEL in levels_met(session.static_results, reference, dtypes):
            return True
        session.reporter.phase("eager again")
        results, session.warm["eager"] = timed(session.calls["eager"])
        again = session.arrays(results)
    return REQUIRED_LEVEL in levels_met(again, reference, dtypes)


def compiled(session: Session) -> Call:
    if session.task["compiler"] == "to_static":
        return static(session, session.graph)
    import pcc

    function = pcc.jit(session.function)
    return lambda: function(*session.tensors)


def static(session: Session, graph: Json) -> Call:
    model = session.paddle.jit.to_static(session.loader.layer(graph), full_graph=True)
    model.forward.get_concrete_program(session.tensors)
    return lambda: model(session.tensors)


def run_compiler(session: Session, reference: list[Any], dtypes: list[str]) -> list[Any] | None:
    """The worse of two calls' results, compared with the reference; None if the compiled function fails."""
    session.reporter.phase("pcc")
    try:
        first, second, compile_s = session.warm_up("pcc", compiled(session))
    except Exception as error:
        session.reporter.say(failure="compile", why=one_line(error))
        return None
    met = levels_met(outs := session.arrays(first), reference, dtypes)
    met_again = levels_met(again := session.arrays(second), reference, dtypes)
    if len(met_again) < len(met):
        outs, met = again, met_again
    session.reporter.say(
        correct_at=sorted(met) if session.dtypes(first) == dtypes else [],
        max_error=max_error(outs, reference),
        compile_s=compile_s,
    )
    return outs


def max_error(outs: Sequence[Any], reference: Sequence[Any]) -> float | None:
    """The largest |out - ref| of all outputs; None (no number) for a shape that differs or a NaN on one side only."""
    if [out.shape for out in outs] != [ref.shape for ref in reference]:
        return None
    gaps = [gap(out, ref).max(initial=0.0) for out, ref in zip(outs, reference, strict=True)]
    worst = float(np.max(gaps, initial=0.0))  # NaN wins
    return worst if np.isfinite(worst) else None


def explain(session: Session) -> None:
    """What was imported, what was left to Paddle and why."""
    session.reporter.phase("explain")
    if session.task["compiler"] == "to_static":
        return
    import pcc

    try:
        report = pcc.explain(session.function)(*session.tensors)
    except Exception as error:
        session.reporter.say(explain_error=one_line(error))
        return
    left = [[str(entry.op), str(entry.reason), str(entry.location)] for entry in report.left_to_paddle]
    session.reporter.say(ops=report.ops, left=left, kernels=report.kernels, reported_compile_s=report.compile_seconds)


def run_static(session: Session) -> None:
    """Paddle's to_static, the baseline: once if it is slow, as a call is then long against its start."""
    if "to_static" in session.task["skip"]:
        return
    session.reporter.phase("to_static")
    try:
        first, _, _ = session.warm_up("to_static", static(session, session.graph), SLOW_S)
        session.static_results = session.arrays(first)
    except Exception as error:
        session.static_results = []
        session.reporter.say(static_error=one_line(error))


def run_onednn(session: Session, reference: list[Any], dtypes: list[str]) -> None:
    """to_static with oneDNN, which a program keeps that is compiled under the flag; eager Paddle never calls oneDNN.

    Results are copied: Paddle crashes where one comes from an op that it has given to oneDNN.
    """
    if "onednn" in session.task["skip"]:
        return
    session.reporter.phase("onednn")
    session.paddle.set_flags({"FLAGS_use_mkldnn": True})
    try:
        first, _, _ = session.warm_up("onednn", static(session, copied(session.graph)), SLOW_S)
        session.reporter.say(onednn_correct_at=sorted(levels_met(session.arrays(first), reference, dtypes)))
    except Exception as error:
        session.reporter.say(onednn_error=one_line(error))
    session.paddle.set_flags({"FLAGS_use_mkldnn": False})


def measure(session: Session, budget_s: float) -> None:
    """Median seconds of each engine over interleaved blocks of calls; slow graphs keep their second call's time."""
    session.reporter.phase("timing")
    inner = {name: max(1, int(BLOCK_S / max(warm, 1e-6))) for name, warm in session.warm.items()}
    round_s = sum(GAP_S + inner[name] * warm for name, warm in session.warm.items())
    rounds = min(MAX_ROUNDS, int(budget_s / round_s))
    times = {name: [] if rounds else [warm] for name, warm in session.warm.items()}
    names = list(session.warm)
    for turn in range(rounds):
        for name in names if turn % 2 else reversed(names):
            time.sleep(GAP_S)
            times[name].append(block(session.calls[name], inner[name]))
    session.reporter.say(seconds={name: statistics.median(values) for name, values in times.items()}, rounds=rounds)


def block(call: Call, count: int) -> float:
    """Seconds a call, over `count` calls."""
    start = time.perf_counter()
    for _ in range(count):
        call()
    return (time.perf_counter() - start) / count


def widen(value: Any) -> Any:
    """A graph's ops with float64 where they say float32."""
    if isinstance(value, dict):
        return {k: "paddle.float64" if k == "c" and v == "paddle.float32" else widen(v) for k, v in value.items()}
    return [widen(v) for v in value] if isinstance(value, list) else value


def run_float64(session: Session, outs: list[Any], reference: list[Any]) -> None:
    """How much farther from a float64 run the compiled results are than Paddle's own."""
    session.reporter.phase("float64")
    session.calls.clear()
    try:
        wide = session.loader.build({**session.graph, "ops": widen(session.graph["ops"])})
        is_f32 = session.paddle.float32
        inputs = [t.astype("float64") if t.dtype == is_f32 else t for t in session.tensors]
        exact = session.arrays(wide(*inputs))
        session.reporter.say(far=distance(outs, exact), paddle_far=distance(reference, exact))
    except Exception as error:
        session.reporter.say(float64_error=one_line(error))


def main() -> None:
    reporter = Reporter()
    task = json.load(sys.stdin)
    session = Session(task, reporter)
    with session.paddle.no_grad():
        found = run_paddle(session)
        if found is None:
            return
        reporter.say(eager_s=session.warm["eager"])
        outs = run_compiler(session, *found)
        if outs is not None:
            explain(session)
        differs = outs is not None and REQUIRED_LEVEL not in levels_met(outs, *found)
        if session.static_results is None:
            run_static(session)
        run_onednn(session, *found)
        if task["budget_s"]:
            measure(session, task["budget_s"])
        if outs is not None and differs:
            run_float64(session, outs, found[0])


if __name__ == "__main__":
    main()
