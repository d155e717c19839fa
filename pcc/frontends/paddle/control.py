"""In-place updates inside `if` and `while` on tensors that live outside.

Paddle's `cond` and `while_loop` only carry what their functions return. Here the tensors that a branch or body has
updated in
place are returned too, and the update is recorded again for the result of the whole `if` or `while`. What a loop
updates is
known only when its body has run, so such a loop is built twice and the first one removed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.errors import ControlFlowError
from pcc.frontends.paddle.private import Value, While, insertion_point, operators, paddle, rnn_module
from pcc.frontends.paddle.replace import Patches
from pcc.frontends.paddle.tracer import Tracer


def install(tracer: Tracer, patches: Patches) -> None:
    """Replace Paddle's `cond` and `while_loop` for the time of a capture."""
    plain_cond, plain_while, plain_run = paddle.static.nn.cond, paddle.static.nn.while_loop, operators._run_paddle_while
    floats: dict[str, float] = {}
    variables: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []

    def cond(pred: Any, true_fn: Any = None, false_fn: Any = None, name: Any = None, return_names: Any = None) -> Any:
        return _cond(tracer, plain_cond, pred, (true_fn, false_fn), return_names)

    def run_while(cond: Any, body: Any, getter: Any, setter: Any, *names: Any) -> Any:
        variables.append((getter, setter))
        return plain_run(cond, body, getter, setter, *names)

    def while_loop(cond: Any, body: Any, loop_vars: Any, is_test: bool = False, name: Any = None) -> Any:
        getter, setter = variables.pop() if variables else (lambda: None, lambda _: None)
        saved = getter()
        starts = enumerate(loop_vars)
        numbers = {place: floats[v.id] for place, v in starts if isinstance(v, Value) and v.id in floats}
        return _while(tracer, plain_while, cond, body, _Loop(list(loop_vars), numbers), lambda: setter(saved))

    plain_variable = operators.to_static_variable

    def to_static_variable(x: Any, dtype: Any = None) -> Any:
        variable = plain_variable(x, dtype)
        if type(x) is float:
            floats[variable.id] = x
        return variable

    patches.replace(operators, "to_static_variable", to_static_variable)
    patches.replace(paddle.static.nn, "cond", cond)
    patches.replace(paddle.static.nn, "while_loop", while_loop)
    patches.replace(operators, "_run_paddle_while", run_while)
    # what Paddle does with tensor arrays in a loop for lack of a fixed length: here the length is known, so as eager
    # does
    patches.replace(rnn_module, "_rnn_static_graph", rnn_module._rnn_dynamic_graph)
    patches.replace(While, "block", _no_while_block)


def _no_while_block(self: Any) -> None:
    raise ControlFlowError(
        "the class While works by in-place updates of its condition, which a captured program has not",
        "use paddle.static.nn.while_loop, or a plain while statement",
        user_line(),
    )


@dataclass
class _Branch:
    """The results of a branch.

    bound: what its function returned, as it was before the branch: names bound to one object in both branches stay
    bound.
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
    return [_bound_after(tracer, *bound) for bound in zip(branches[0].bound, branches[1].bound, results, strict=False)]


def _bound_after(tracer: Tracer, one: Any, other: Any, result: Any) -> Any:
    """What a name is bound to after an `if`: the object it was bound to in both branches, or the result of the `if`."""
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
    """A `while` to be built: what goes around it.

    start: the loop variables before the loop.
    floats: the places of those that are Python floats then; what they become is known when the body has run on them.
    carried: the values from outside that the body updates in place.
    kept: the places of loop variables that the body updates in place and never binds to anything else: the same object
        inside the loop and outside, so carried and no loop variable.
    begins, ends: dtype and shape of the loop variables before the loop, and after a run of the body.
    results, carried_results: of the loop variables and of `carried`, after the loop.
    """

    start: list[Any]
    floats: dict[int, float]
    carried: list[Any] = field(default_factory=list)
    kept: set[int] = field(default_factory=set)
    begins: list[tuple[str, list[int]] | None] = field(default_factory=list)
    ends: list[tuple[str, list[int]] | None] = field(default_factory=list)
    results: list[Any] = field(default_factory=list)
    carried_results: list[Any] = field(default_factory=list)

    def passed(self) -> list[int]:
        """The places of the loop variables that go around."""
        return [place for place in range(len(self.start)) if place not in self.kept]

    def variables(self, args: Any) -> list[Any]:
        """All loop variables of the program from the arguments that go around the loop."""
        every = list(self.start)
        for place, arg in zip(self.passed(), args, strict=False):
            every[place] = arg
        return every


def _while(
    tracer: Tracer, plain: Callable[..., Any], cond: Any, body: Any, loop: _Loop, restore: Callable[[], None]
) -> Any:
    """`restore` puts the Python variables of converted code back to what they were before the loop."""
    noted = tracer.memory.snapshot()
    while True:
        with tracer.memory.tentatively():
            complete = _build_while(tracer, plain, cond, body, loop, noted)
        if complete:
            break
        restore()
    tracer.memory.settle()
    _check_types(loop)
    for old, new in zip(loop.carried, loop.carried_results, strict=True):
        tracer.write(old, new)
    return loop.results


def _build_while(
    tracer: Tracer, plain: Callable[..., Any], cond: Any, body: Any, loop: _Loop, noted: tuple[Any, Any]
) -> bool:
    """Build the loop; False, and no loop, if its body turned out to need more to go around (then in `loop`)."""
    before = tracer.inplace.snapshot()
    loop.begins = [_kind(start) for start in loop.start]  # before Paddle may widen them
    passed, carried, floats = loop.passed(), list(loop.carried), dict(loop.floats)
    count = len(passed)
    found: tuple[list[Any], set[int]] = ([], set())

    def run_body(*args: Any) -> list[Any]:
        nonlocal found
        for old, now in zip(carried, args[count:], strict=False):
            tracer.write(old, now)
        inside = tracer.inplace.snapshot()
        for place, arg in zip(passed, args, strict=False):
            _may_share(tracer, arg, loop.start[place])
        result = body(*(floats.get(place, arg) for place, arg in enumerate(loop.variables(args))))
        result = list(result) if isinstance(result, list | tuple) else [result]
        kept = {place for place, arg in zip(passed, args, strict=False) if _is_kept(tracer, arg, result[place])}
        found = [old for old, _ in _updates(tracer, inside).values()], kept
        result = paddle.utils.map_structure(tracer.read, result)
        loop.ends = [_kind(end) for end in result]
        rest = [tracer.read(old) for old in carried] if carried else args[count:]
        made = [arg if place in floats else result[place] for place, arg in zip(passed, args, strict=False)]
        return _apart(args, [*made, *rest])

    start = [loop.start[place] for place in passed] + [tracer.read(old) for old in carried]
    variables = loop.variables
    results = list(plain(lambda *args: cond(*variables(args)), run_body, start or [paddle.zeros([])]))  # one at least
    tracer.inplace.revert(before)
    if floats or found[0] or found[1]:
        block = insertion_point().block()
        block.remove_op(block.ops[-1])
        tracer.memory.revert(noted)
        _extend(tracer, loop, *found)
        return False
    for place, result in zip(passed, results, strict=False):
        _may_share(tracer, result, loop.start[place])
    loop.results, loop.carried_results = loop.variables(results), results[count:] if carried else []
    return True


def _apart(args: Sequence[Any], made: Sequence[Any]) -> list[Any]:
    """What a body returns; Paddle crashes where a variable becomes another one that itself stays what it is."""
    known = [value.id if isinstance(value, Value) else None for value in made]
    own = [arg.id if isinstance(arg, Value) else None for arg in args]
    staying = {new for old, new in zip(own, known, strict=False) if new is not None and old == new}
    moved = [new in staying and old != new for old, new in zip(own, known, strict=False)]
    return [paddle.assign(value) if moves else value for value, moves in zip(made, moved, strict=False)]


def _extend(tracer: Tracer, loop: _Loop, updated: list[Any], kept: set[int]) -> None:
    """Add to `loop` what one run of its body has shown."""
    for place, number in loop.floats.items():
        if (end := loop.ends[place]) is not None:
            loop.start[place] = paddle.full(end[1], number, end[0])
    loop.floats = {}
    owners = [*updated, *(tracer.memory.owner(tracer.read(loop.start[place])) for place in sorted(kept))]
    loop.carried = list({owner.id: owner for owner in (*loop.carried, *owners)}.values())
    loop.kept |= kept


def _check_types(loop: _Loop) -> None:
    for place in loop.passed():
        before, after = loop.begins[place], loop.ends[place]
        if before is not None and after is not None and before != after:
            raise ControlFlowError(
                f"a variable of a while loop starts as {before[0]} {before[1]} and becomes {after[0]} {after[1]}",
                "give it its dtype and shape before the loop",
                user_line(),
            )


def _kind(value: Any) -> tuple[str, list[int]] | None:
    """The dtype and shape of a tensor, None of other things."""
    if not isinstance(value, Value) or not value.is_dense_tensor_type():
        return None
    return str(value.dtype).removeprefix("paddle."), list(value.shape)


def _may_share(tracer: Tracer, value: Any, start: Any) -> None:
    if isinstance(value, Value) and isinstance(start, Value):
        tracer.memory.may_share(value, tracer.read(start))


def _is_kept(tracer: Tracer, before: Any, after: Any) -> bool:
    """Whether a name is still bound to `before`, which has been updated in place (converted code reads it)."""
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
