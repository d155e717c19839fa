"""What is replaced in Paddle while a program is traced, and put back afterwards.

- in-place methods and functions (`y.add_(x)`, `paddle.tanh_(y)`): Paddle's tracing drops their effect; here they run
  the plain
  op and record that its result replaced the target;
- arithmetic with Python numbers on float64 and integers: Paddle's tracing rounds the numbers to float32;
- methods and operators of eager tensors that the program reads (closures, attributes): Paddle would run them
  eagerly, and
  crashes on some; here the tensor becomes a parameter of the program;
- requests for the number in a tensor (`int(x)`, `x.numpy()`): a ConcretizationError with the user's line;
- ops whose results Paddle infers wrongly (`inferred`), and functions that are kept whole (`whole`);
- `Layer.__call__`: notes which Layers ran, in which mode.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, cast

from pcc.frontends.paddle import composed, control, dynamic, exact, extents, gradient, inferred, private, pylayer, whole
from pcc.frontends.paddle.callsite import short_stack, user_line
from pcc.frontends.paddle.errors import ConcretizationError
from pcc.frontends.paddle.private import C_ops, Layer, StaticFunction, Tensor, Value, amp_module, data_feeder, paddle
from pcc.frontends.paddle.replace import Patches, Replacement
from pcc.frontends.paddle.tracer import Tracer

_UNARY = ("__neg__", "__abs__", "__invert__", "__pos__")


def install(tracer: Tracer, patches: Patches) -> None:
    """Install everything of this file for `tracer`; `patches` undoes it."""
    patches.replace(amp_module, "amp_guard", _amp_guard(tracer, amp_module.amp_guard))
    patches.replace(data_feeder, "check_dtype", lambda *_: None)  # knows less than the ops: refuses uint8, float16
    patches.replace(traceback, "extract_stack", short_stack)
    recorder = private.recorder_module
    patches.replace(recorder, "_global_parameter_recorder", tracer)
    patches.replace(recorder, "_global_inplace_map", tracer.inplace)
    _standing().install(tracer, patches)
    _layers(tracer, patches)
    patches.replace(
        StaticFunction, "__call__", lambda function, *args, **kwargs: function.dygraph_function(*args, **kwargs)
    )
    pylayer.install(tracer, patches)
    gradient.install(tracer, patches)
    dynamic.install(tracer, patches)
    extents.install(patches)
    inferred.install(tracer, patches)
    whole.install(tracer, patches)
    composed.install(tracer, patches)
    control.install(tracer, patches)


class _Standing:
    """The replacements that differ between captures by the tracer only, of which this one stands for the present one:
    a thousand functions, which take longer to make than to set.
    """

    def __init__(self) -> None:
        self._tracer: Any = None
        self._made: Sequence[Replacement] = ()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._tracer, name)

    def applies(self) -> bool:
        return self._tracer is not None and self._tracer.applies()

    def install(self, tracer: Tracer, patches: Patches) -> None:
        patches.callback(setattr, self, "_tracer", self._tracer)
        self._tracer = tracer
        if not self._made or not patches.repeat(self._made):
            own, present = Patches(self.applies), cast(Tracer, self)
            for part in (exact.install, _inplace, _eager_tensors, _concretizations):
                part(present, own)
            self._made = tuple(own.replaced)
            patches.replaced += own.replaced


@cache
def _standing() -> _Standing:
    return _Standing()


# ops of several results, and those that Paddle's own tracing makes for new values: functional.py reads them
_NATIVE = frozenset({"batch_norm_", "sync_batch_norm_", "assign_value_", "assign_out_", "share_data_", "full_"})

_RENAMES = frozenset({"reshape_", "squeeze_", "unsqueeze_", "flatten_", "transpose_", "t_"})


@cache
def _inplace_names(owner: Any) -> tuple[str, ...]:
    return tuple(
        name
        for name in dir(owner)
        if name.endswith("_") and name[0] != "_" and callable(getattr(owner, name)) and hasattr(owner, name[:-1])
    )


def _amp_guard(tracer: Tracer, plain: Callable[..., Any]) -> Callable[..., Any]:
    """Autocast as eager Paddle has it: without effect on CPU."""

    def amp_guard(enable: bool = True, *args: Any, **kwargs: Any) -> Any:
        return plain(enable and not tracer.place.is_cpu_place(), *args, **kwargs)

    return amp_guard


def _inplace(tracer: Tracer, patches: Patches) -> None:
    def updating(owner: Any, name: str, current: bool = False) -> Callable[..., Any]:
        plain, renames = getattr(owner, name[:-1]), name in _RENAMES

        def method(self: Any, *args: Any, **kwargs: Any) -> Any:
            update = tracer.rename if renames else tracer.write
            updated = update(self, plain(tracer.read(self), *args, **kwargs))
            return tracer.read(updated) if current else updated

        return method

    def assign_out(x: Any, out: Any) -> Any:
        return tracer.read(tracer.write(out, C_ops.assign(x)))

    for owner in (Value, paddle, paddle.nn.functional):
        for name in _inplace_names(owner):
            patches.replace(owner, name, updating(owner, name))
    for name in _inplace_names(C_ops):
        if name not in _NATIVE:
            patches.replace(C_ops, name, updating(C_ops, name, current=True))
    patches.replace(C_ops, "assign_out_", assign_out)
    for name in ("shape", "dtype"):
        plain = vars(Value)[name]
        patches.replace(Value, name, property(lambda self, plain=plain: plain.__get__(tracer.read(self))))


@cache
def _shared_methods() -> tuple[str, ...]:
    """The public methods that eager tensors and Values both have, but for reads, and those by which Paddle asks for a
    Value's type.
    """
    public = [n for n in dir(Value) if n[0] != "_" and n not in _READS and callable(getattr(Value, n))]
    return tuple(
        name for name in public if hasattr(Tensor, name) or (name.startswith("is_") and name.endswith("_type"))
    )


def _eager_tensors(tracer: Tracer, patches: Patches) -> None:
    def through(name: str) -> Callable[..., Any]:
        def method(self: Any, *args: Any, **kwargs: Any) -> Any:
            return getattr(Value, name)(tracer.read(self), *args, **kwargs)

        return method

    def writing(name: str) -> Callable[..., Any]:
        def method(self: Any, *args: Any, **kwargs: Any) -> Any:
            getattr(Value, name)(tracer.get(None, self), *args, **kwargs)
            return self

        return method

    for name in (*_shared_methods(), *exact.BINARY, *_UNARY, "__getitem__"):
        patches.replace(Tensor, name, writing(name) if name in _inplace_names(Value) else through(name))
    patches.replace(Tensor, "__setitem__", writing("__setitem__"))
    for name in ("T", "mT"):
        patches.replace(Tensor, name, property(lambda self, name=name: getattr(tracer.read(self), name)))


_REMEDIES = {
    "__bool__": "use paddle.where, or write the condition as a plain if/while statement in a function with source code",
    "__int__": "keep it a tensor with x.astype('int64'), or pass the number as a Python argument",
    "__float__": "keep it a tensor with x.astype('float64'), or pass the number as a Python argument",
    "__len__": "use x.shape[0], which may be a tensor",
    "__index__": "index with the tensor itself, or pass the number as a Python argument",
    "__complex__": "keep it a tensor with x.astype('complex128'), or pass the number as a Python argument",
    "__format__": "return the tensor and print it outside",
}
_READS = ("numpy", "tolist", "item", "__array__", "__dlpack__", "data_ptr")


def _concretizations(tracer: Tracer, patches: Patches) -> None:
    def asking(name: str) -> Callable[..., Any]:
        spelled = f"{name.strip('_')}(x)" if name in _REMEDIES else f"x.{name}()"
        remedy = _REMEDIES.get(name, "return the tensor and read it outside, or use Paddle ops on it")

        def method(self: Any, *args: Any, **kwargs: Any) -> Any:
            error = ConcretizationError(f"{spelled} needs the numbers of a traced tensor", remedy, user_line(), name)
            tracer.concretized = tracer.concretized or error
            raise error

        return method

    def length(self: Any) -> int:
        if not self.shape:
            raise TypeError("len() of a 0-D tensor")
        return self.shape[0] if self.shape[0] != -1 else asking("__len__")(self)

    for name in ("__bool__", "__int__", "__float__", "__index__", "__complex__", *_READS):
        for owner in (Value, Tensor):
            patches.replace(owner, name, asking(name))

    def text(self: Any, spec: str) -> str:
        return asking("__format__")(self) if spec else str(self)

    patches.replace(Value, "__format__", text)
    patches.replace(Value, "__len__", length)
    patches.replace(Value, "__iter__", lambda self: (self[place] for place in range(length(self))))


def _layers(tracer: Tracer, patches: Patches) -> None:
    plain = Layer.__call__

    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        tracer.enter(self)
        return plain(self, *args, **kwargs)

    patches.replace(Layer, "__call__", call)
