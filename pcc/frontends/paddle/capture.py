"""Capture a Paddle function or Layer as a PIR program, exactly.

    captured = capture(fn, args, kwargs)     # tensors among the arguments become inputs, all else is static
    leaves, key = flatten(args, kwargs)      # on every call: the inputs in order, and the key of the program
    (signature.py)

The function runs once under tracing with its own Python code; if it asks for the truth of a tensor (`if`, `while`),
it runs
again through Paddle's AST conversion, which makes `pd_op.if` and `pd_op.while` of them. So Python side effects of
functions with
tensor conditions may happen twice.

For the importer: `program.global_block().ops` in order; every input and parameter is a `pd_op.data` op whose result
is in
`inputs` or `parameters` (compare by `value.id`); there are no in-place effects left to model: an op whose name ends
in `_` is to
be read as its plain form (all reads of what it replaced have been redirected to its results), except on tensor arrays.
"""

from __future__ import annotations

import re
import threading
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from pcc.frontends.paddle import callsite
from pcc.frontends.paddle import convert as conversion
from pcc.frontends.paddle.errors import (
    ArgumentError,
    CaptureError,
    ConcretizationError,
    ControlFlowError,
    ProgramError,
    ResultError,
    SourceLine,
)
from pcc.frontends.paddle.functional import redirect_reads
from pcc.frontends.paddle.marks import Mark
from pcc.frontends.paddle.overlap import check_apart
from pcc.frontends.paddle.patches import install
from pcc.frontends.paddle.private import (
    DataType,
    SavedLayer,
    Tensor,
    Value,
    dygraph_guard,
    framework,
    in_dygraph_mode,
    op_arg_cast_guard,
    program_guard,
    to_static_mode_guard,
)
from pcc.frontends.paddle.quiet import quiet
from pcc.frontends.paddle.replace import Patches, standing
from pcc.frontends.paddle.signature import ambient_key, flatten, rebuild
from pcc.frontends.paddle.surroundings import Surroundings
from pcc.frontends.paddle.tensor_memory import Kinds
from pcc.frontends.paddle.tracer import Tracer
from pcc.frontends.paddle.tree import Leaf, Tree, put_together, take_apart

__all__ = ["Captured", "ambient_key", "capture", "flatten"]

_ENFORCED = re.compile(
    r"\((InvalidArgument|NotFound|OutOfRange|Unimplemented|PreconditionNotMet|PermissionDenied|Fatal|External)\)"
)
_PLACE = re.compile(r" \(at /paddle/[^()]*\)$")  # in Paddle's C++ sources
_CONTROL_FLOW = {
    "different return type": "assign the result to one name in every branch and return it once, at the end",
    "different number of return value": "assign the result to one name in every branch and return it once, at the end",
    "python while pred change from bool": "make the loop count a tensor, or keep tensor conditions out of its break",
    "Incompatible return values": "give every name the same structure in every branch",
}
_REMEDIES = {
    "numpy.ndarray": "pass a tensor instead of a NumPy array: paddle.to_tensor(array)",
    "output of `PyLayer.forward`": "write Function.apply(x), not a name that holds Function.apply",
}
_LOCK = threading.RLock()  # Paddle's tracing state is one per process


@dataclass
class Captured:
    """A captured program.

    program: PIR; its Values are only valid while it lives, so keep this object while walking it.
    inputs: one Value per tensor among the arguments, in the order of `flatten`.
    outputs: one per tensor in the result; may repeat, and may be inputs or parameters.
    parameters: the eager tensors that the program reads, by reference, each with its Value; unused ones are left out.
    result_tree: of the result; `rebuild_result` fills it.
    buffer_updates: (eager tensor, Value): after a run the tensor is to hold the Value (running statistics, `self.n
    += 1`).
    input_updates: (position in inputs, Value): the same for arguments that the function changes in place.
    layers: those that ran.
    surroundings: what was read beside the arguments, see `holds`.
    marks: of transforms, by the names of their ops; `kept` holds what these refer to.
    cuts: whether results are differentiated: what the function cuts off from gradients must stay cut off.
    """

    program: Any
    inputs: list[Any]
    outputs: list[Any]
    parameters: list[tuple[Any, Any]]
    result_tree: Tree
    buffer_updates: list[tuple[Any, Any]]
    input_updates: list[tuple[int, Any]]
    layers: list[Any]
    surroundings: Surroundings
    marks: Mapping[str, Mark] = field(default_factory=dict[str, Mark])
    kept: list[Any] = field(default_factory=list[Any])
    cuts: bool = False

    def __post_init__(self) -> None:
        self.kinds = Kinds([tensor for _, tensor in self.parameters])

    @property
    def differentiated(self) -> bool:
        """Whether something that it computes may be."""
        return self.cuts or bool(self.marks)

    def rebuild_result(self, leaves: Sequence[Any]) -> Any:
        """The nested result from the values of `outputs`."""
        return leaves[0] if type(self.result_tree) is Leaf else put_together(self.result_tree, iter(leaves))

    def holds(self) -> bool:
        """Whether what was read beside the arguments is still the same: modes of Layers, numbers, kinds of weights."""
        return self.surroundings.hold() and self.kinds.hold()

    def change(self) -> str:
        """Why it does not hold, in words."""
        return self.surroundings.difference() or "the shape, dtype, layout or stop_gradient of a weight changed"

    def location(self, op: Any) -> SourceLine | None:
        """The user's line that made an op."""
        mark = self.marks.get(op.name())
        return callsite.location(op) if mark is None else mark.where


def capture(fn: Callable[..., Any], args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None) -> Captured:
    """The program of `fn(*args, **kwargs)`.

    Args:
        fn: any callable: function, lambda, Layer, bound method, partial.
        args, kwargs: nests of tuples, lists, dicts; the tensors in them become inputs, other values are static.

    Raises:
        CaptureError: see errors.py; each names the user's line and a remedy.
        Exception: whatever `fn` itself raises.
    """
    with _LOCK:
        if not in_dygraph_mode():
            remedy = "call paddle.disable_static() first, and capture no function inside a captured one"
            raise CaptureError("capture needs Paddle's dynamic mode", remedy, callsite.user_line())
        if isinstance(fn, SavedLayer):
            return _saved(fn, args, kwargs or {})
        return _trace(fn, args, kwargs or {})


def _saved(layer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Captured:
    """The program inside a Layer that `paddle.jit.load` made."""
    from pcc.frontends.paddle.saved_model import of_layer

    captured, given = of_layer(layer), len(flatten(args, kwargs)[0])
    if given != len(captured.inputs):
        problem = f"the saved model takes {len(captured.inputs)} tensors, not {given}"
        raise ArgumentError(problem, "pass what it was saved with", callsite.user_line())
    return captured


def _trace(fn: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Captured:
    try:
        return _attempt(fn, args, kwargs, convert=False)
    except ConcretizationError as error:
        if error.asked not in ("__bool__", "__index__"):
            raise
    return _attempt(fn, args, kwargs, convert=True)


def _attempt(fn: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any], convert: bool) -> Captured:
    tracer = Tracer()
    tracer.read_by(fn, args, kwargs)
    leaves, _ = flatten(args, kwargs)
    with quiet(), Patches(tracer.applies) as patches:
        patches.enter_context(dygraph_guard(None))
        framework._dygraph_tracer_ = tracer.eager  # for threads that first use Paddle now; the guard restores it, too
        patches.enter_context(program_guard(tracer.program, tracer.startup))
        patches.enter_context(to_static_mode_guard(True))
        patches.enter_context(op_arg_cast_guard(tracer.read))
        install(tracer, patches)
        fn = standing(fn)
        if convert:
            tracer.converting = True
            conversion.install(patches)
            fn = conversion.converted(fn)
        inputs = [tracer.input(place, leaf) for place, leaf in enumerate(leaves)]
        patches.enter_context(warnings.catch_warnings())
        warnings.filterwarnings("ignore", module=r"paddle\.")
        result = _call(fn, *_with_values(args, kwargs, inputs), tracer)
        outputs: list[Any] = []
        tree = take_apart(result, lambda leaf: isinstance(leaf, Value | Tensor), outputs, partial(_check_result, fn))
        tracer.check_attributes()
        outputs = [tracer.read(leaf) for leaf in outputs]
    captured = _captured(tracer, inputs, outputs, tree)
    check_apart(captured, leaves)
    return captured


def _with_values(
    args: tuple[Any, ...], kwargs: dict[str, Any], inputs: list[Any]
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    values = iter(inputs)
    traced = rebuild(args, lambda _: next(values))
    by_name = {name: rebuild(kwargs[name], lambda _: next(values)) for name in sorted(kwargs)}
    return traced, {name: by_name[name] for name in kwargs}


def _call(fn: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any], tracer: Tracer) -> Any:
    """What the user's function returns; errors of Paddle become ProgramErrors, the function's own pass through."""
    try:
        result = fn(*args, **kwargs)
    except Exception as error:
        if tracer.concretized is not None and error is not tracer.concretized:
            raise tracer.concretized from error
        if isinstance(error, TypeError) and error.__traceback__ and error.__traceback__.tb_next is None:
            raise ArgumentError(str(error), "", callsite.definition(fn)) from error  # the call itself failed
        if isinstance(error, CaptureError) or not _is_paddles(error):
            raise
        raise _explained(error) from error
    if tracer.concretized is not None:
        raise tracer.concretized
    return result


def _explained(error: Exception) -> CaptureError:
    where = callsite.line_of(error)
    if isinstance(error, AttributeError) and isinstance(error.obj, Value):
        return ProgramError(f"x.{error.name} does not exist on a traced tensor", "use Paddle's functions on it", where)
    for sign, remedy in _CONTROL_FLOW.items():
        if sign in str(error):
            return ControlFlowError(
                f"a tensor condition that cannot be captured ({_summary(str(error))})", remedy, where
            )
    remedy = next((remedy for sign, remedy in _REMEDIES.items() if sign in str(error)), "")
    return ProgramError(f"{type(error).__name__}: {_summary(str(error))}", remedy, where)


def _is_paddles(error: Exception) -> bool:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    raised_by = trace.tb_frame.f_code.co_filename if trace is not None else ""
    if raised_by == __file__:  # the call itself: wrong arguments
        return False
    if isinstance(error, AttributeError) and isinstance(error.obj, Value):
        return True
    return callsite.is_library(raised_by) or _ENFORCED.search(str(error)) is not None


def _summary(message: str) -> str:
    """Paddle's messages have C++ stacks and headings; the one line of them that says what is wrong."""
    enforced = _ENFORCED.search(message)
    lines = message[enforced.start() if enforced else 0 :].split("\n")
    first = next((line.strip() for line in lines if line.strip()), "no message")
    return _PLACE.sub("", first).replace("must be Value", "must be a tensor")[:300]


def _captured(tracer: Tracer, inputs: list[Any], outputs: list[Any], tree: Tree) -> Captured:
    newest = redirect_reads(tracer.program)

    def final(value: Any) -> Any:
        value = tracer.read(value)
        return _handed_through(newest.get(value.id, value))

    def changed(value: Any) -> bool:
        return final(value).id != value.id

    outputs = [final(value) for value in outputs]
    kept = {value.id for value in outputs}
    known = list(tracer.parameters.values())
    buffer_updates = [(tensor, final(value)) for value, tensor in known if changed(value)]
    kept |= {value.id for value, _ in known if changed(value)}  # also what is written and never read
    parameters = [(value, tensor) for value, tensor in known if value.id in kept or not value.use_empty()]
    return Captured(
        program=tracer.program,
        inputs=inputs,
        outputs=outputs,
        parameters=parameters,
        result_tree=tree,
        buffer_updates=buffer_updates,
        input_updates=[(place, final(value)) for place, value in enumerate(inputs) if changed(value)],
        layers=list(tracer.layers.values()),
        surroundings=Surroundings(tracer.readings, (tensor for _, tensor in parameters)),
        marks=tracer.marks,
        kept=tracer.kept,
    )


def _handed_through(value: Any) -> Any:
    """The value itself, or the running statistic that batch normalization in test mode returns as it was."""
    op = value.get_defining_op()
    while op is not None and op.name() == "pd_op.batch_norm_" and _keeps_statistics(op.attrs()):
        place = [result.id for result in op.results()].index(value.id)
        if place not in (1, 2):
            break
        value = op.operands_source()[place]
        op = value.get_defining_op()
    return value


def _keeps_statistics(attrs: dict[str, Any]) -> bool:
    return bool(attrs["use_global_stats"] or (attrs["is_test"] and not attrs["trainable_statistics"]))


def _check_result(fn: Callable[..., Any], value: Any) -> None:
    if not isinstance(value, bool | int | float | complex | str | bytes | type(None) | DataType):
        raise ResultError(
            f"the function returns a value of type {type(value).__name__}",
            "return tensors, numbers and strings in tuples, lists, dicts, named tuples or dataclasses",
            callsite.definition(fn),
        )
