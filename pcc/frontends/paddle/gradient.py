"""`paddle.grad` inside a traced program: a mark that the importer expands by pcc's own reverse mode."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any

from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.dtypes import is_complex_dtype
from pcc.frontends.paddle.errors import GradientError
from pcc.frontends.paddle.paddle_call import outside_values
from pcc.frontends.paddle.private import Tensor, Value, paddle
from pcc.frontends.paddle.pullback import pulled
from pcc.frontends.paddle.replace import Patches
from pcc.frontends.paddle.tracer import Tracer
from pcc.passes.hold_fixed import HoldFixed


def install(tracer: Tracer, patches: Patches) -> None:
    """Replace `paddle.grad` and what it calls, for programs that imported it before, too."""

    def gradients(targets: Any, inputs: Any, target_gradients: Any = None, no_grad_set: Any = None) -> list[Any]:
        outputs, inputs, fixed = ([*map(tracer.read, _listed(group))] for group in (targets, inputs, no_grad_set))
        given = _listed(target_gradients) or [None] * len(outputs)
        seeds = [paddle.ones_like(y) if seed is None else seed for y, seed in zip(outputs, given, strict=True)]
        return _gradients(tracer, outputs, inputs, seeds, fixed)

    def grad(
        outputs: Any,
        inputs: Any,
        grad_outputs: Any = None,
        retain_graph: Any = None,
        create_graph: bool = False,
        only_inputs: bool = True,
        allow_unused: bool = False,
        no_grad_vars: Any = None,
        **_: Any,
    ) -> list[Any]:
        inputs = _listed(inputs)
        _check_differentiable(inputs)
        found = gradients(outputs, inputs, grad_outputs, no_grad_vars)
        if not allow_unused and any(value is None for value in found):
            place = next(place for place, value in enumerate(found) if value is None)
            raise GradientError(
                f"paddle.grad: the outputs do not depend on input {place}",
                "pass allow_unused=True to get None",
                user_line(),
            )
        return found if create_graph else [value if value is None else value.detach() for value in found]

    def backward(self: Any, *args: Any, **kwargs: Any) -> None:
        raise GradientError(
            "x.backward() inside a captured program has nowhere to put gradients",
            "use paddle.grad(loss, parameters), or call backward() on the result outside",
            user_line(),
        )

    patches.replace(paddle.static, "gradients", gradients)
    patches.replace(paddle, "grad", grad)
    for owner in (Value, Tensor):
        patches.replace(owner, "backward", backward)


def _listed(group: Any) -> list[Any]:
    if group is None:
        return []
    return list(group) if isinstance(group, list | tuple | set) else [group]


def _check_differentiable(inputs: list[Any]) -> None:
    for place, value in enumerate(inputs):
        if value.stop_gradient:
            raise GradientError(
                f"paddle.grad: input {place} has stop_gradient=True", "set x.stop_gradient = False before", user_line()
            )


def _gradients(
    tracer: Tracer, outputs: Sequence[Any], inputs: Sequence[Any], seeds: Sequence[Any], fixed: Sequence[Any]
) -> list[Any]:
    """None for inputs that the outputs do not depend on; those that depend on each other are taken one by one."""
    if any(is_complex_dtype(value.dtype) for value in inputs):
        remedy = "make it of two real tensors, paddle.complex(x, y), and take their gradients"
        raise GradientError("paddle.grad: an input is complex", remedy, user_line())
    known = {value.id for value in fixed}
    behind = _behind(outputs, known)
    places = [n for n, value in enumerate(inputs) if value.id in behind]
    ids = {inputs[n].id for n in places}
    nested = any(ids & _behind([inputs[n]], known).keys() - {inputs[n].id} for n in places)
    found: list[Any] = [None] * len(inputs)
    for group in [[n] for n in places] if nested else [places] if places else []:
        cut = [*(inputs[n] for n in group), *fixed]
        between = _between(behind, [inputs[n].id for n in group])
        made = pulled(tracer, "paddle.grad", outputs, cut, cut, range(len(group)), seeds, between, [HoldFixed()])
        found = [made[group.index(n)] if n in group else value for n, value in enumerate(found)]
    return found


def _behind(values: Sequence[Any], fixed: Container[str]) -> dict[str, list[str]]:
    """Ids of what carries gradients to the values, themselves included, each with those that it goes to directly."""
    found: dict[str, list[str]] = {}
    pending = [(value, "") for value in values]
    while pending:
        value, to = pending.pop()
        if value.id in fixed or value.stop_gradient:
            continue
        known = value.id in found
        found.setdefault(value.id, []).append(to)
        op = value.get_defining_op()
        if not known and op is not None:
            pending += [(read, value.id) for read in outside_values(op)]
    return found


def _between(behind: dict[str, list[str]], inputs: Sequence[str]) -> set[str]:
    """Ids of what the inputs reach, without them."""
    reached, pending = set[str](), list(inputs)
    while pending:
        new = [to for to in behind.get(pending.pop(), ()) if to not in reached]
        reached.update(new)
        pending += new
    return reached - {*inputs}
