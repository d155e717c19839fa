"""A Layer as a function of its parameters: what derivatives by them are taken of."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.errors import ArgumentError


def functional_call(
    layer: Any, parameters: Mapping[str, Any], args: Any = (), kwargs: Mapping[str, Any] | None = None
) -> Any:
    """`layer(*args, **kwargs)` with other tensors in the place of its parameters and buffers, as in PyTorch.

        parameters = {name: p for name, p in net.named_parameters() if not p.stop_gradient}
        gradients = pcc.grad(lambda p: loss(pcc.functional_call(net, p, x)))(parameters)

    Args:
        parameters: tensors by their names in `layer.state_dict()`; those that are not named stay, and only these are
            updated (running statistics). One that several Layers share is replaced in all of them.
        args: a tuple, or the only argument.

    Raises:
        ArgumentError: a name that the Layer does not have, or a tensor of another shape.
    """
    given = args if isinstance(args, tuple) else (args,)
    with _replaced(layer, parameters):
        return layer(*given, **(kwargs or {}))


@contextmanager
def _replaced(layer: Any, parameters: Mapping[str, Any]) -> Generator[None, None, None]:
    own = {**dict(layer.named_parameters()), **dict(layer.named_buffers())}
    new = {id(_known(own, name, value)): value for name, value in parameters.items()}
    places = [
        (there, name, tensor)
        for part in layer.sublayers(include_self=True)
        for there in (part._parameters, part._buffers)
        for name, tensor in there.items()
        if id(tensor) in new
    ]
    try:
        for there, name, tensor in places:
            there[name] = new[id(tensor)]
        yield
    finally:
        for there, name, tensor in places:
            there[name] = tensor


def _known(own: Mapping[str, Any], name: str, value: Any) -> Any:
    """The tensor that is replaced."""
    if name not in own:
        raise ArgumentError(f"the Layer has no parameter '{name}'", f"it has {_listed(list(own))}", user_line())
    if list(own[name].shape) != list(value.shape):
        problem = f"'{name}' has shape {list(own[name].shape)}, not {list(value.shape)}"
        raise ArgumentError(problem, "give it the shape of the Layer's", user_line())
    return own[name]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:8]) + (", ..." if len(names) > 8 else "")
