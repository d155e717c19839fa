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
from pcc.frontends.paddle.private import Value, insertion_point, operators, paddle
from pcc.frontends.paddle.tracer import Tracer


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
    """The results of a branch.

    bound: what its function returned, as it was before the branch: names bound to one object in both branches stay bound.
    returned: their values at the end; Paddle holds this list, and it grows later.
    updated: what the branch updated outside.
    """

    bound: list[Any]
    returned: list[Any]
    updated: dict[str, tuple[Any, Any]]


def _cond(tracer: Tracer, plain: Callable[..., Any], pred: Any, fns: tuple[Any, Any], names: Any) -> Any:
    branches: list[_Branch] = []
    updated: list[Any] = []
    names = None if names is None else list(names)

    def run(fn: Callable[[], Any] | None) -> list[Any]:
        before = tracer.inplace.snapshot()
        result = fn() if fn is not None else None
        result = [result] if names is None else list(result or ())
        returned = paddle.utils.map_structure(tracer.read, result)
        origins = {new.id: old for old, new in _changes(tracer, before)}
        bound = [origins.get(value.id, value) if isinstance(value, Value) else value for value in returned]
        branches.append(_Branch(bound, returned, _updates(tracer, before)))
        tracer.inplace.revert(before)
        if len(branches) == 2:
            updated.extend(_return_updates(tracer, branches))
            if names is not None:
                names.extend(f"updated in place {place}" for place in range(len(updated)))
        return returned

    results = list(plain(pred, lambda: run(fns[0]), lambda: run(fns[1]), None, names) or ())
    count = len(results) - len(updated)
    for old, new in zip(updated, results[count:], strict=True):
        tracer.write(old, new)
    if names is None:
        return results[0] if count else None
    return [_bound_after(tracer, *bound) for bound in zip(branches[0].bound, branches[1].bound, results)]


def _bound_after(tracer: Tracer, one: Any, other: Any, result: Any) -> Any:
    """What a name is bound to after an `if`: the object that it was bound to in both branches, or the result of the `if`."""
    if not (isinstance(one, Value) and isinstance(other, Value)):
        return result
    if one.id == other.id:
        return one
    for value in (one, other):
        if isinstance(result, Value) and not _is_inside_finished(value):
            tracer.memory.may_share(result, tracer.read(value))
    return result


def _is_inside_finished(value: Any) -> bool:
    """Whether a value was made in a branch, out of reach from here."""
    return value.block not in (insertion_point().block(), *_outside())


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


@dataclass
class _Loop:
    """A loop that has been built.

    results: of the loop variables.
    carried: of the values that are loop variables only because the body updates them in place.
    updated: the values outside that the body updated in place.
    kept: the places of loop variables that the body updated in place and never bound to anything else: the same object
        inside the loop and outside.
    """

    results: list[Any]
    carried: list[Any]
    updated: list[Any]
    kept: set[int]


def _while(
    tracer: Tracer, plain: Callable[..., Any], cond: Any, body: Any, loop_vars: list[Any], restore: Callable[[], None]
) -> Any:
    """`restore` puts the Python variables of converted code back to what they were before the loop."""
    noted = tracer.memory.snapshot()
    with tracer.memory.tentatively():
        loop = _build_while(tracer, plain, cond, body, loop_vars, [], set())
    if not loop.updated and not loop.kept:
        tracer.memory.settle()
        return loop.results
    owners = [*loop.updated, *(tracer.memory.owner(tracer.read(loop_vars[place])) for place in sorted(loop.kept))]
    updated = list({owner.id: owner for owner in owners}.values())
    block = insertion_point().block()
    block.remove_op(block.ops[-1])
    restore()
    tracer.memory.revert(noted)
    loop = _build_while(tracer, plain, cond, body, loop_vars, updated, loop.kept)
    for old, new in zip(updated, loop.carried, strict=True):
        tracer.write(old, new)
    return loop.results


def _build_while(
    tracer: Tracer, plain: Callable[..., Any], cond: Any, body: Any, loop_vars: list[Any], carried: list[Any], kept: set[int]
) -> _Loop:
    """Build the loop once: `carried` are passed around it besides `loop_vars`, those in `kept` are not."""
    before = tracer.inplace.snapshot()
    passed = [place for place in range(len(loop_vars)) if place not in kept]
    loop = _Loop([], [], [], set())

    def variables(args: Any) -> list[Any]:
        """All loop variables of the program from the arguments that go around the loop."""
        every = list(loop_vars)
        for place, arg in zip(passed, args):
            every[place] = arg
        return every

    def run_body(*args: Any) -> list[Any]:
        for old, now in zip(carried, args[len(passed) :]):
            tracer.write(old, now)
        inside = tracer.inplace.snapshot()
        for place, arg in zip(passed, args):
            if isinstance(loop_vars[place], Value):
                tracer.memory.may_share(arg, tracer.read(loop_vars[place]))
        result = body(*variables(args))
        result = list(result) if isinstance(result, list | tuple) else [result]
        loop.kept = kept | {place for place, arg in zip(passed, args) if _is_kept(tracer, arg, result[place])}
        loop.updated = [old for old, _ in _updates(tracer, inside).values()]
        rest = [tracer.read(old) for old in carried] if carried else args[len(passed) :]
        return [*paddle.utils.map_structure(tracer.read, [result[place] for place in passed]), *rest]

    start = [loop_vars[place] for place in passed] + [tracer.read(old) for old in carried]
    results = list(plain(lambda *args: cond(*variables(args)), run_body, start or [paddle.zeros([])]))  # one at least
    tracer.inplace.revert(before)
    for place, result in zip(passed, results):
        if isinstance(loop_vars[place], Value) and isinstance(result, Value):
            tracer.memory.may_share(result, tracer.read(loop_vars[place]))
    loop.results, loop.carried = variables(results), results[len(passed) :] if carried else []
    return loop


def _is_kept(tracer: Tracer, before: Any, after: Any) -> bool:
    """Whether a name is still bound to the object `before`, which has been updated in place (converted code reads it)."""
    if not isinstance(before, Value) or not isinstance(after, Value):
        return False
    now = tracer.read(before)
    return now.id != before.id and after.id in (before.id, now.id)


def _outside() -> list[Any]:
    """The blocks around the current one."""
    blocks = []
    block = insertion_point().block().parent_block
    while block is not None:
        blocks.append(block)
        block = block.parent_block
    return blocks


def _changes(tracer: Tracer, before: dict[str, tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """(value, what it is now) of the values outside the current block that were updated since `before`."""
    changed = [old for key, (old, _) in tracer.inplace.snapshot().items() if key not in before]
    return [(old, tracer.read(old)) for old in changed if old.block in _outside()]


def _updates(tracer: Tracer, before: dict[str, tuple[Any, Any]]) -> dict[str, tuple[Any, Any]]:
    """The same of the values that own the memory, by id."""
    owners = [tracer.memory.owner(old) for old, _ in _changes(tracer, before)]
    return {owner.id: (owner, tracer.read(owner)) for owner in owners}
