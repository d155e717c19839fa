"""Captured programs as artifacts: what `pcc.save` writes of a `pcc.jit` function."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import SSAValue

from pcc.dialects.pd.base import tensor
from pcc.frontends.paddle import saved_model
from pcc.frontends.paddle.arguments import named_arguments
from pcc.frontends.paddle.capture import Captured, capture
from pcc.frontends.paddle.dtypes import element_type
from pcc.frontends.paddle.importer import finals, import_segment
from pcc.frontends.paddle.private import Tensor
from pcc.frontends.paddle.segment import Segment
from pcc.frontends.paddle.tree import Leaf, Node, Tree, parts_of
from pcc.runtime.build import main_of
from pcc.runtime.compiled import Artifact
from pcc.runtime.errors import ArtifactError
from pcc.runtime.tensor_types import spec_of
from pcc.runtime.tensors import Array, unique_names


def export(fn: Callable[..., Any], args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Artifact:
    """The program of `fn(*args, **kwargs)` with copies of its weights.

    Inputs are named by the function's parameters (`x`, `batch.0`, `batch.mask`), outputs `out`, `out.0`, `out.key`.
    Complex tensors are real ones of shape [..., 2] there, at the same address.

    Raises:
        ArtifactError: the program has ops that only Paddle can run.
        CaptureError: it cannot be captured.
    """
    return artifact_of(capture(fn, args, dict(kwargs)), list(input_names(fn, args, kwargs)))


def saved_model_as_artifact(path: str) -> Artifact:
    """The program of a model that paddle.jit.save wrote at `path` (without suffix).

    Raises:
        ArtifactError: the program has ops that only Paddle can run, or dimensions of no size.
        SavedModelError: a file is missing or damaged.
    """
    captured = saved_model.load(path)
    names = [value.get_defining_op().attrs()["name"] for value in captured.inputs]
    for name, value in zip(names, captured.inputs, strict=True):
        if any(extent < 0 for extent in value.shape):
            raise ArtifactError(f"'{name}' has shape {value.shape}: save the model with an InputSpec of known sizes")
    return artifact_of(captured, names)


def artifact_of(captured: Captured, names: Sequence[str]) -> Artifact:
    """A captured program as an artifact, with the names of its inputs."""
    values = [*captured.inputs, *(value for value, _ in captured.parameters)]
    known = {v.id: tensor(list(v.shape), element_type(v.dtype)) for v in values}
    segment, _, _ = import_segment(captured, 0, known)
    if segment.left is not None:
        raise ArtifactError(f"{segment.left}: an artifact cannot run it")
    arrays = [_as_stored(weight.numpy()) for _, weight in captured.parameters]
    arrays += [constant.array for constant in segment.literals.values()]
    own = [weight.name for _, weight in captured.parameters]
    own += [f"literal_{number}" for number in range(len(segment.literals))]
    every = unique_names([*names, *own])
    return _assemble(captured, segment, every, arrays)


def _as_stored(array: Any) -> Array:
    """Complex numbers as the pairs of reals that they are in memory."""
    if array.dtype.kind != "c":
        return array
    return np.ascontiguousarray(np.stack([array.real, array.imag], -1))


def _assemble(captured: Captured, segment: Segment, names: list[str], arrays: list[Array]) -> Artifact:
    main, count = main_of(segment.module), len(captured.inputs)
    specs = [spec_of(name, arg.type) for name, arg in zip(names, main.body.block.args, strict=True)]
    weights = {id(tensor): names[count + n] for n, (_, tensor) in enumerate(captured.parameters)}
    ids = [value.id for value in finals(captured)]
    updated = [weights.get(id(buffer)) for buffer, _ in captured.buffer_updates]
    updated += [names[place] for place, _ in captured.input_updates]
    ends = len(captured.outputs)
    kept = [*range(ends), *(ends + n for n, name in enumerate(updated) if name is not None)]
    returned = _return(main, segment, [ids[n] for n in kept])
    outputs = unique_names(list(output_names(captured.result_tree, "out")))
    return Artifact(
        module=segment.module,
        inputs=tuple(specs[:count]),
        weights=tuple(specs[count:]),
        outputs=tuple(spec_of(name, value.type) for name, value in zip(outputs, returned[:ends], strict=True)),
        values=dict(zip(names[count:], arrays, strict=True)),
        updates=tuple(name for name in updated if name is not None),
    )


def _return(main: FuncOp, segment: Segment, ids: Sequence[str]) -> Sequence[SSAValue]:
    """Let the function return the values of PIR ids, in that order."""
    last = main.body.block.last_op
    assert isinstance(last, ReturnOp)
    by_id = dict(zip(segment.results, last.operands, strict=True))
    last.operands = [by_id[id] for id in ids]
    main.update_function_type()
    return last.operands


def input_names(fn: Callable[..., Any], args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Iterator[str]:
    """A name for every tensor among the arguments, in the order of `flatten`."""
    for name, argument in named_arguments(fn, args, kwargs):
        yield from _names_in(argument, name)


def _names_in(nest: Any, name: str) -> Iterator[str]:
    if isinstance(nest, Tensor):
        yield name
        return
    for key, item in zip(*(parts_of(nest) or ((), ())), strict=True):
        yield from _names_in(item, f"{name}.{key}")


def output_names(tree: Tree, name: str) -> Iterator[str]:
    """A name for every tensor of a result."""
    if isinstance(tree, Leaf):
        yield name
    elif isinstance(tree, Node):
        for key, child in zip(tree.keys, tree.children, strict=True):
            yield from output_names(child, f"{name}.{key}")
