"""`paddle.grad` inside a traced program, by Paddle's own backward pass over PIR, into primitive ops.

With Paddle's "prim" rules switched on for the backward direction no `*_grad` ops remain of most ops, so that
derivatives of derivatives
exist. Ops without such a rule (conv2d, pool2d, cross entropy, set_value, ...) leave theirs.
"""

from __future__ import annotations

import logging
from typing import Any

from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.errors import GradientError
from pcc.frontends.paddle.private import Tensor, Value, core, paddle
from pcc.frontends.paddle.replace import Patches
from pcc.frontends.paddle.tracer import Tracer


def install(tracer: Tracer, patches: Patches) -> None:
    """Replace `paddle.grad` and what it calls, for programs that imported it before, too."""
    _primitive_rules(patches)
    plain = paddle.static.gradients

    def gradients(targets: Any, inputs: Any, target_gradients: Any = None, no_grad_set: Any = None) -> list[Any]:
        groups = (targets, inputs, target_gradients, no_grad_set)
        outputs, inputs, seeds, fixed = (
            None if group is None else [*map(tracer.read, _listed(group))] for group in groups
        )
        with _quiet():
            return list(plain(outputs, inputs, seeds, None if fixed is None else set(fixed)))

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
    return list(group) if isinstance(group, list | tuple | set) else [group]


def _check_differentiable(inputs: list[Any]) -> None:
    for place, value in enumerate(inputs):
        if value.stop_gradient:
            raise GradientError(
                f"paddle.grad: input {place} has stop_gradient=True", "set x.stop_gradient = False before", user_line()
            )


def _primitive_rules(patches: Patches) -> None:
    before = core._is_bwd_prim_enabled()
    core._set_prim_backward_enabled(True)
    core._clear_prim_vjp_skip_default_ops()
    patches.callback(core._check_and_set_prim_vjp_skip_default_ops)
    patches.callback(core._set_prim_backward_enabled, before)


class _quiet:
    """Without Paddle's log lines on inputs that have no use: `grad` raises or returns None for them."""

    def __enter__(self) -> None:
        self.level = logging.root.manager.disable
        logging.disable(logging.WARNING)

    def __exit__(self, *error: object) -> None:
        logging.disable(self.level)
