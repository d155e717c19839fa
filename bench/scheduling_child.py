"""One graph for scheduling.py, in its own process: pass runs under the planner and under a fixed list, or one build."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import FuncOp
from xdsl.rewriter import Rewriter

from bench.children import Reporter
from bench.graphnet_child import load_module
from pcc.dialects.pd.elementwise import AddOp, MultiplyOp, SubtractOp
from pcc.dialects.structure import canonical_text
from pcc.dialects.verify import Verifier
from pcc.passes.base import Pass
from pcc.passes.facts import InKernels
from pcc.passes.pipeline import parse_pipeline, print_pipeline
from pcc.runtime.build import build, main_of
from pcc.schedule.contracts import ContractCheck
from pcc.schedule.executor import Execution, Instrument
from pcc.schedule.goals import CpuExecutable

CLEAN_UP = ("canonicalize", "dce", "cse")


def module_of(task: dict[str, Any]) -> ModuleOp:
    """The graph's first segment, in the `pd` dialect. Tensors of floats are only memory: nothing is run."""
    import paddle

    from pcc.frontends.paddle.capture import capture
    from pcc.frontends.paddle.program import Program

    loader, graph = load_module(task["loader"], "graphnet_loader"), task["graph"]
    tensors = [graph["tensors"][name] for name in graph["args"]]
    known = {
        n for n, t in enumerate(tensors) if t.get("data") is not None or not t["dtype"].startswith(("float", "bf"))
    }
    arrays = loader.inputs({**graph, "args": [graph["args"][n] for n in sorted(known)]})
    given = dict(zip(sorted(known), arrays, strict=True))
    args = [
        paddle.to_tensor(given[n], dtype=t["dtype"])
        if n in known
        else paddle.empty([1 if d is None else d for d in t["shape"]], t["dtype"])
        for n, t in enumerate(tensors)
    ]
    return Program(capture(loader.build(graph), tuple(args))).imported(args)[0].module


def fixed_list() -> list[Pass]:
    """The passes of the plan, with clean-ups before, between and after rewrites."""
    planned = CpuExecutable().plan()
    end = next(n for n, step in enumerate(planned, 1) if InKernels in step.gives)
    rewrites = [step for step in planned[:end] if step.name not in CLEAN_UP]
    clean_up = parse_pipeline(",".join(CLEAN_UP))
    return [*clean_up, *(step for rewrite in rewrites for step in (rewrite, *clean_up)), *planned[end:]]


def functions(module: ModuleOp) -> list[FuncOp]:
    return [op for op in module.ops if isinstance(op, FuncOp)]


def fixed(module: ModuleOp, steps: Sequence[Pass]) -> float:
    """Seconds of a list that runs every pass on every function and verifies after each."""
    start = perf_counter()
    for step in steps:
        for function in functions(module):
            Execution(function).step(step)  # a new one each time: nothing is known, nothing is skipped
        module.verify()
    return perf_counter() - start


def planned(module: ModuleOp, steps: Sequence[Pass] = (), watch: Sequence[Instrument] = ()) -> tuple[float, Execution]:
    """Seconds of planning and of the passes that were not skipped, verified after a change."""
    start = perf_counter()
    verifier = Verifier()
    execution = Execution(main_of(module), lambda step, changed: verifier.verify(changed), watch)
    execution.run(steps or CpuExecutable().plan())
    return perf_counter() - start, execution


def ran(execution: Execution, module: ModuleOp) -> int:
    """How many passes ran on the program; lowering runs on its kernels."""
    return sum(outcome.skipped is None for outcome in execution.outcomes) + (len(functions(module)) > 1)


def text(module: ModuleOp) -> str:
    return "\n".join(canonical_text(function.body.block) for function in functions(module))


def compare(module: ModuleOp, rounds: int) -> dict[str, Any]:
    """Pass runs, seconds and final IR of the three ways, in turn."""
    steps = fixed_list()
    seconds: dict[str, list[float]] = {"fixed": [], "planned": []}
    facts: dict[str, Any] = {"ops": len(list(main_of(module).body.walk()))}
    for _ in range(rounds):
        one, other, same_list = module.clone(), module.clone(), module.clone()
        seconds["fixed"].append(fixed(one, steps))
        took, execution = planned(other)
        seconds["planned"].append(took)
        listed = planned(same_list, steps)[1]
        facts |= {
            "list_runs": len(steps),
            "list_skipped": len(steps) - ran(listed, same_list),
            "plan_runs": ran(execution, other),
            "equal": text(one) == text(other) == text(same_list),
            "plan": print_pipeline([o.step for o in execution.outcomes]),
        }
    return facts | {name: min(times) for name, times in seconds.items()}


def edited(module: ModuleOp) -> ModuleOp:
    """A copy in which one sum or product, in the middle, became a difference."""
    copy = module.clone()
    ops = [op for op in main_of(copy).body.block.ops if isinstance(op, AddOp | MultiplyOp)]
    if ops:
        op = ops[len(ops) // 2]
        other = SubtractOp.create(operands=op.operands, result_types=op.result_types, location=op.location)
        Rewriter.replace_op(op, other)
    return copy


def main() -> None:
    reporter, task = Reporter(), json.load(sys.stdin)
    reporter.phase(task["mode"])
    module = module_of(task)
    if task["mode"] == "compare":
        reporter.say(**compare(module, task["rounds"]))
    elif task["mode"] == "contracts":
        planned(module, watch=[ContractCheck()])
        reporter.say(contracts="hold")
    elif task["mode"] == "edit":
        before = {kernel.symbol for kernel in build(module.clone()).kernels}
        made = build(edited(module))
        compiled = set(made.compiled) - {"main"}
        reporter.say(edit_kernels=len(compiled), edit_old=len(compiled & before), edit_cached=made.cached)
    else:
        start = perf_counter()
        made = build(module)
        reporter.say(build_s=perf_counter() - start, cached=made.cached, passes=0 if made.cached else len(made.seconds))


if __name__ == "__main__":
    main()
