"""Programs on disk: one file that runs where Paddle is not installed.

    pcc.save(pcc.jit(model), "model.pcc", x)        compiled = pcc.load("model.pcc"); y = compiled(x_as_numpy)

The file is a zip of `manifest.json` (version, signature, sha256 of every part), `program.mlir` (the `pd` program;
its argument attributes tell inputs, `pcc.input`, from weights, `pcc.weight`) and `weights/<n>.npy`. Nothing in it is
pickled: loading parses, verifies and compiles, and trusts no number that the file states. What `pcc compile` writes has
machine code for devices, too (`pcc.runtime.cuda.binary`).
"""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, Protocol, runtime_checkable

from xdsl.dialects.builtin import ArrayAttr, DictionaryAttr, ModuleOp, StringAttr
from xdsl.dialects.func import FuncOp, ReturnOp

from pcc.dialects.errors import TextError
from pcc.dialects.limits import Limits
from pcc.dialects.pd.base import PdOp
from pcc.dialects.pd.paddle_call import PaddleCallOp
from pcc.dialects.text import parse_module
from pcc.runtime.archive import VERSION, Parts, entry_of, get, opened, put, put_weight, write_file
from pcc.runtime.build import main_of
from pcc.runtime.compiled import Artifact, Compiled
from pcc.runtime.cuda.binary import Binary, put_binary
from pcc.runtime.errors import ArtifactError
from pcc.runtime.loaded import check_memory
from pcc.runtime.tensor_types import spec_of
from pcc.runtime.tensors import NAME, Array, TensorSpec


@runtime_checkable
class Savable(Protocol):
    """What `pcc.save` takes: a compiled program, or a function that becomes one for example arguments."""

    def to_artifact(self, *args: Any, **kwargs: Any) -> Artifact: ...


def save(source: object, path: str | os.PathLike[str], *args: Any, **kwargs: Any) -> None:
    """Write a program as one file, whole or not at all.

    Args:
        source: a compiled program, or a function from `pcc.jit`, saved as compiled for the arguments.
        path: the file; by convention it ends in `.pcc`.

    Raises:
        ArtifactError: the program has ops that only Paddle can run.
    """
    if isinstance(source, Compiled):
        source = source.artifact
    elif not isinstance(source, Artifact):
        if not isinstance(source, Savable):
            raise ArtifactError(f"a {type(source).__name__} cannot be saved: pass pcc.jit(f), or a compiled program")
        source = source.to_artifact(*args, **kwargs)
    check_ops(source.module)
    write_file(Path(path), lambda file: write(source, file))


# ---- writing
def write(artifact: Artifact, file: IO[bytes], binary: Binary | None = None) -> None:
    """Write to a seekable binary file, with machine code for devices if there is some."""
    main = main_of(artifact.module)
    main.properties["arg_attrs"] = _names([("input", artifact.inputs), ("weight", artifact.weights)])
    results = [{"pcc.output": StringAttr(s.name)} for s in artifact.outputs]
    results += [{"pcc.updates": StringAttr(name)} for name in artifact.updates]
    main.properties["res_attrs"] = ArrayAttr([DictionaryAttr(entry) for entry in results])
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        manifest = {
            "format": "pcc artifact",
            "version": VERSION,
            "program": put(archive, "program.mlir", (str(artifact.module) + "\n").encode()),
            "inputs": [entry_of(spec) for spec in artifact.inputs],
            "outputs": [entry_of(spec) for spec in artifact.outputs],
            "weights": [put_weight(archive, n, s, artifact.values[s.name]) for n, s in enumerate(artifact.weights)],
            **({"cuda": put_binary(archive, binary, artifact.updates)} if binary is not None else {}),
        }
        archive.writestr("manifest.json", json.dumps(manifest, indent=1), zipfile.ZIP_DEFLATED)


def _names(groups: list[tuple[str, tuple[TensorSpec, ...]]]) -> ArrayAttr[DictionaryAttr]:
    return ArrayAttr([DictionaryAttr({f"pcc.{kind}": StringAttr(s.name)}) for kind, specs in groups for s in specs])


# ---- reading
def read(path: str | os.PathLike[str]) -> Artifact:
    """The verified program of a file, with its weights. Raises ArtifactError."""
    with opened(path) as parts:
        manifest = parts.manifest
        module = _program(parts)
        artifact = signature(module, {})
        for key, specs in (("inputs", artifact.inputs), ("outputs", artifact.outputs), ("weights", artifact.weights)):
            stated = [{k: entry.get(k) for k in ("name", "shape", "dtype")} for entry in get(manifest, key, list)]
            if stated != [entry_of(spec) for spec in specs]:
                raise ArtifactError(f"the manifest's {key} are not those of the program")
        return replace(artifact, values=parts.weights(artifact.weights))


def _program(parts: Parts) -> ModuleOp:
    text = parts.read(get(parts.manifest, "program", dict), Limits().bytes, "the program")
    try:
        module = parse_module(text, "program.mlir")
    except TextError as error:
        raise ArtifactError(str(error)) from None
    check_ops(module)
    return module


def check_ops(module: ModuleOp) -> None:
    """One function of tensor ops: text of other levels could reach any memory."""
    functions = list(module.ops)
    if len(functions) != 1 or not isinstance(functions[0], FuncOp) or functions[0].sym_name.data != "main":
        raise ArtifactError("a program is one function @main")
    for op in functions[0].body.walk():
        if isinstance(op, PaddleCallOp):
            raise ArtifactError(f"{op.op.data} is left to Paddle ({op.reason.data}): an artifact cannot run it")
        if not isinstance(op, PdOp | ReturnOp) and op.name != "pd.yield":
            raise ArtifactError(f"{op.name} is no op of a saved program: those are pd ops")


def signature(module: ModuleOp, values: Mapping[str, Array]) -> Artifact:
    """The artifact that a program's attributes describe, unnamed arguments being inputs.

    Raises ArtifactError, ArgumentError, OutOfMemoryError.
    """
    main = main_of(module)
    types = main.function_type
    arguments = _attributes(main, "arg_attrs", len(types.inputs.data))
    results = _attributes(main, "res_attrs", len(types.outputs.data))
    names = [argument.name_hint or f"x{number}" for number, argument in enumerate(main.body.block.args)]
    inputs, weights, outputs = list[TensorSpec](), list[TensorSpec](), list[TensorSpec]()
    for number, (attributes, type) in enumerate(zip(arguments, types.inputs, strict=True)):
        if (name := attributes.get("pcc.weight")) is not None:
            weights.append(spec_of(name, type))
        elif weights:
            raise ArtifactError("inputs come before weights")
        else:
            inputs.append(spec_of(attributes.get("pcc.input", names[number]), type))
    updates = [attributes["pcc.updates"] for attributes in results if "pcc.updates" in attributes]
    for number, type in enumerate(types.outputs.data[: len(results) - len(updates)]):
        outputs.append(spec_of(results[number].get("pcc.output", f"y{number}"), type))
    artifact = Artifact(tuple(inputs), tuple(weights), tuple(outputs), values, tuple(updates), module=module)
    _check_names(artifact)
    check_memory(artifact)
    return artifact


def _attributes(main: FuncOp, key: str, count: int) -> list[dict[str, str]]:
    """The string attributes of every argument or result."""
    given = main.properties.get(key)
    entries = list(given.data) if isinstance(given, ArrayAttr) else [DictionaryAttr({})] * count
    if len(entries) != count:
        raise ArtifactError(f"{key} has {len(entries)} entries for {count}")
    data = [entry.data if isinstance(entry, DictionaryAttr) else {} for entry in entries]
    return [{name: v.data for name, v in entry.items() if isinstance(v, StringAttr)} for entry in data]


def _check_names(artifact: Artifact) -> None:
    arguments = [spec.name for spec in (*artifact.inputs, *artifact.weights)]
    outputs = [spec.name for spec in artifact.outputs]
    for name in (*arguments, *outputs):
        if not NAME.fullmatch(name):
            raise ArtifactError(f"{name[:40]!r} is no name of a tensor")
    if len(set(arguments)) < len(arguments) or len(set(outputs)) < len(outputs):
        raise ArtifactError("two tensors have one name")
    by_name = {spec.name: spec for spec in (*artifact.inputs, *artifact.weights)}
    types = main_of(artifact.module).function_type.outputs.data[len(outputs) :]
    for name, type in zip(artifact.updates, types, strict=True):
        if name not in by_name or spec_of(name, type) != by_name[name]:
            raise ArtifactError(f"a result updates '{name[:40]}', which is no such argument")
