"""In-place updates inside `if` and `while` on tensors that live outside.

Paddle's `cond` and `while_loop` only carry what their functions return. Here the tensors that a branch or body has updated in
place are returned too, and the update is recorded again for the result of the whole `if` or `while`. What a loop updates is
known only when its body has run, so such a loop is built twice and the first one removed.
"""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pcc.frontends.paddle.replace import Patches
from pcc.frontends.paddle.private import insertion_point, operators, paddle
from pcc.frontends.paddle.tracer import InplaceMap, Tracer


def install(tracer: Tracer, patches: Patches) -> None:
    """Replace Paddle's `cond` and `while_loop` for the time of a capture."""
    plain_cond, plain_while, plain_run = paddle.static.nn.cond, paddle.static.nn.while_loop, operators._run_paddle_while
    variables: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []

    def cond(pred: Any, true_fn: Any = None, false_fn: Any = None, name: Any = None, return_names: Any = None) -> Any:
        return _cond(tracer, plain_cond, pred, (true_fn, false_fn), return_names)

    def run_while(cond: Any, body: Any, getter: Any, setter: Any, *names: Any) -> Any:
        variables.append((getter, setter))
        return plain_run(cond, body, getter, setter, *names)

    def while_loop(cond: Any, body: Any, loop_vars: Any, is_test: bool = False, name: Any = None) -> Any:
        getter, setter = variables.pop() if variables else (lambda: None, lambda _: None)
        saved = getter()
        return _while(tracer, plain_while, cond, body, list(loop_vars), lambda: setter(saved))

    patches.replace(paddle.static.nn, "cond", cond)
    patches.replace(paddle.static.nn, "while_loop", while_loop)
    patches.replace(operators, "_run_paddle_while", run_while)


@dataclass
class _Branch:
    """What a branch returned (the list that Paddle holds and that grows later), and what it updated outside."""

    returned: list[Any]
    updated: dict[str, tuple[Any, Any]]


def _cond(tracer: Tracer, plain: Callable[..., Any], pred: Any, fns: tuple[Any, Any], names: Any) -> Any:
    branches: list[_Branch] = []
    updated: list[Any] = []
    names = None if names is None else list(names)

    def run(fn: Callable[[], Any] | None) -> list[Any]:
        before = tracer.inplace.snapshot()
        result = fn() if fn is not None else None
        result = paddle.utils.map_structure(tracer.read, result)
        returned = [result] if names is None else list(result or ())
        branches.append(_Branch(returned, _updates(tracer.inplace, before)))
        tracer.inplace.revert(before)
        if len(branches) == 2:
            updated.extend(_return_updates(tracer, branches))
            if names is not None:
                names.extend(f"updated in place {place}" for place in range(len(updated)))
        return returned

    results = list(plain(pred, lambda: run(fns[0]), lambda: run(fns[1]), None, names) or ())
    plain_results = results[: len(results) - len(updated)]
    for old, new in zip(updated, results[len(plain_results):], strict=True):
        tracer.inplace.add(None, tracer.read(old), new)
    return plain_results if names is not None else next(iter(plain_results), None)


def _return_updates(tracer: Tracer, branches: list[_Branch]) -> list[Any]:
    """Append to what both branches return the content, after each, of all that either updated; returns those values."""
    if all(branch.returned == [None] for branch in branches):
        for branch in branches:
            branch.returned.clear()
    every = branches[0].updated | branches[1].updated
    for branch in branches:
        for key, (old, _) in every.items():
            branch.returned.append(branch.updated[key][1] if key in branch.updated else tracer.read(old))
    return [old for old, _ in every.values()]


def _while(
    tracer: Tracer, plain: Callable[..., Any], cond: Any, body: Any, loop_vars: list[Any], restore: Callable[[], None]
) -> Any:
    """`restore` puts the Python variables of converted code back to what they were before the loop."""
    results, updated = _build_while(tracer, plain, cond, body, loop_vars, [])
    if not updated:
        return results
    block = insertion_point().block()
    block.remove_op(block.ops[-1])
    restore()
    results, _ = _build_while(tracer, plain, cond, body, loop_vars, updated)
    for old, new in zip(updated, results[len(loop_vars):], strict=True):
        tracer.inplace.add(None, tracer.read(old), new)
    return results[: len(loop_vars)]


def _build_while(
    tracer: Tracer, plain: Callable[..., Any], cond: Any, body: Any, loop_vars: list[Any], carried: list[Any]
) -> tuple[list[Any], list[Any]]:
    """The results of the loop over `loop_vars` and `carried`, and the values outside that its body updated in place."""
    before = tracer.inplace.snapshot()
    updated: list[Any] = []

    def run_body(*args: Any) -> list[Any]:
        for old, now in zip(carried, args[len(loop_vars):], strict=True):
            tracer.inplace.add(None, tracer.read(old), now)
        inside = tracer.inplace.snapshot()
        result = body(*args[: len(loop_vars)])
        result = paddle.utils.map_structure(tracer.read, list(result) if isinstance(result, list | tuple) else [result])
        updated.extend(old for old, _ in _updates(tracer.inplace, inside).values())
        return [*result, *(tracer.read(old) for old in carried)]

    start = [*loop_vars, *(tracer.read(old) for old in carried)]
    results = list(plain(lambda *args: cond(*args[: len(loop_vars)]), run_body, start))
    tracer.inplace.revert(before)
    return results, updated


def _updates(inplace: InplaceMap, before: dict[str, tuple[Any, Any]]) -> dict[str, tuple[Any, Any]]:
    """id -> (value, what it is now) of the values from outside the current block that were updated since `before`."""
    block = insertion_point().block().parent_block
    blocks = []
    while block is not None:
        blocks.append(block)
        block = block.parent_block
    return {
        key: (old, inplace.get(None, old))
        for key, (old, _) in inplace.snapshot().items()
        if key not in before and any(old.block == outside for outside in blocks)
    }
