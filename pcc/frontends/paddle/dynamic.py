"""Methods that only eager tensors have, given to traced ones, and questions that Paddle answers with a warning."""

from __future__ import annotations

from typing import Any

from pcc.frontends.paddle.private import C_ops, Tensor, Value, paddle
from pcc.frontends.paddle.replace import Patches
from pcc.frontends.paddle.tracer import Tracer


def install(tracer: Tracer, patches: Patches) -> None:
    """Install on Values and eager tensors."""

    def fill(self: Any, value: Any) -> Any:
        return tracer.write(self, paddle.full_like(tracer.read(self), value))

    def copy(self: Any, other: Any, *_: Any) -> Any:
        self_now = tracer.read(self)
        other = tracer.read(paddle.to_tensor(other) if not isinstance(other, Value | Tensor) else other)
        return tracer.write(self, paddle.assign(paddle.cast(other, self_now.dtype).expand(self_now.shape)))

    plain_detach, plain_size = Value.detach, Value.element_size

    def detach(self: Any) -> Any:
        return plain_detach(tracer.read(self))

    def view(self: Any, shape_or_dtype: Any) -> Any:
        now = tracer.read(self)
        if isinstance(shape_or_dtype, list | tuple):
            return C_ops.reshape(now, list(shape_or_dtype))
        return C_ops.view_dtype(now, shape_or_dtype)

    methods: dict[str, Any] = {
        "fill_": fill,
        "zero_": lambda self: fill(self, 0),
        "copy_": copy,
        "set_value": copy,
        "detach": detach,
        "detach_": lambda self: tracer.rename(self, detach(self)),
        "view": view,
        "view_as": lambda self, other: view(self, list(other.shape)),
        "contiguous": lambda self: self,
        "is_contiguous": lambda self: True,
        "element_size": lambda self: plain_size(tracer.read(self)),
    }
    for name, method in methods.items():
        for owner in (Value, Tensor):
            patches.replace(owner, name, method)
    patches.replace(Value, "place", property(lambda self: tracer.place))
    patches.replace(Value, "is_cuda", property(lambda self: not tracer.place.is_cpu_place()))
