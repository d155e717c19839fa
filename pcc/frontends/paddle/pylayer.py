"""`PyLayer.apply` inside a captured function: its `backward` is the derivative, as that of a `custom_vjp`.

The context keeps what `forward` puts into it: tensors become residuals, other values are kept as they are. Cotangents
that nobody asks for are zeros. `mark_not_inplace` and `set_materialize_grads` change nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pcc.frontends.paddle.nest import Nest
from pcc.frontends.paddle.private import PyLayer
from pcc.frontends.paddle.replace import Patches
from pcc.frontends.paddle.tracer import Tracer


class _Context:
    """What `forward` and `backward` of a PyLayer share."""

    saved: tuple[Any, ...] = ()
    fixed: tuple[Any, ...] = ()

    def save_for_backward(self, *tensors: Any) -> None:
        self.saved = tensors

    def saved_tensor(self) -> tuple[Any, ...]:
        return self.saved

    def mark_non_differentiable(self, *results: Any) -> None:
        self.fixed = results

    def mark_not_inplace(self, *tensors: Any) -> None: ...

    def set_materialize_grads(self, value: bool) -> None: ...

    def set_grad_in_dtype_consistent(self, flag: bool) -> None: ...


class _Applied:
    """A call of a PyLayer as a function of the tensors among its arguments, with its rules."""

    def __init__(self, layer: Any, nest: Nest) -> None:
        self.layer, self.nest = layer, nest
        self.fixed: list[bool] = []

    def result(self, *tensors: Any) -> Any:
        return self._forward(_Context(), tensors)

    def _forward(self, context: _Context, tensors: Sequence[Any]) -> Any:
        args, kwargs = self.nest.filled(tensors)
        result = self.layer.forward(context, *args, **kwargs)
        self.fixed = [any(leaf is mark for mark in context.fixed) for leaf in Nest.of(result).leaves]
        return result

    def forward(self, *tensors: Any) -> tuple[Any, Any]:
        """The result, and what the context keeps."""
        self.context = _Context()
        result = self._forward(self.context, tensors)
        self.context.fixed = ()
        return result, {name: value for name, value in vars(self.context).items() if Nest.of(value).leaves}

    def backward(self, kept: dict[str, Any], cotangents: Any) -> tuple[Any, ...]:
        """One cotangent for each tensor."""
        vars(self.context).update(kept)
        several = isinstance(cotangents, list | tuple)
        found = self.layer.backward(self.context, *(cotangents if several else [cotangents]))
        return tuple(found) if isinstance(found, list | tuple) else (found,)


def _apply(layer: Any, *args: Any, **kwargs: Any) -> Any:
    from pcc.frontends.paddle.custom import custom_vjp  # transforms capture, so they come after it

    nest = Nest.of((args, kwargs))
    applied = _Applied(layer, nest)
    function = custom_vjp(applied.result)
    function.__name__ = layer.__name__
    function.defvjp(applied.forward, applied.backward)
    results = Nest.of(function(*nest.leaves))
    for leaf, fixed in zip(results.leaves, applied.fixed, strict=True):
        leaf.stop_gradient = leaf.stop_gradient or fixed
    return results.filled(results.leaves)


def install(tracer: Tracer, patches: Patches) -> None:
    """Replace the class method, which subclasses inherit from Paddle's C++."""
    plain: Any = next(vars(base)["apply"] for base in PyLayer.__mro__ if "apply" in vars(base))

    def apply(layer: Any, *args: Any, **kwargs: Any) -> Any:
        return _apply(layer, *args, **kwargs) if tracer.applies() else plain.__get__(None, layer)(*args, **kwargs)

    patches.replace(PyLayer, "apply", classmethod(apply))
