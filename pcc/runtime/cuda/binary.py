"""Programs for devices with their machine code, as parts of an artifact: what runs where only NumPy and pycuda are.

`cuda/program.json` is the program as data (`program.py`), `cuda/<architecture>.cubin` its kernels' machine code. The
steps are checked before they run (`checked.py`); machine code cannot be: it is to be trusted like any other program.
"""

from __future__ import annotations

import json
import os
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pcc.runtime.archive import Parts, entry_of, get, opened, put
from pcc.runtime.cuda.checked import check
from pcc.runtime.cuda.program import Program, Spec
from pcc.runtime.errors import ArtifactError
from pcc.runtime.loaded import Signature, check_memory
from pcc.runtime.tensors import NAME, STORAGE, TensorSpec

PROGRAM, CODE = 64 << 20, 256 << 20  # most bytes of a part
ARCHITECTURE = re.compile(r"sm_[1-9][0-9]{1,2}[af]?")
_DTYPES = {"f64": "float64", "f32": "float32", "f16": "float16", "bf16": "bfloat16", "i1": "bool", "ui8": "uint8"}


@dataclass(frozen=True)
class Binary:
    """A program and its machine code by architecture."""

    program: Program
    code: Mapping[str, bytes] = field(repr=False)


@dataclass(frozen=True)
class DeviceArtifact(Signature):
    """A program of a file, with its machine code."""

    binary: Binary = field(kw_only=True)


def put_binary(archive: zipfile.ZipFile, binary: Binary, updates: Sequence[str]) -> dict[str, Any]:
    """Write the parts of a program whose last results update the arguments named; their entry in the manifest."""
    text = json.dumps(binary.program.to_json()).encode()
    code = {name: put(archive, f"cuda/{name}.cubin", code) for name, code in binary.code.items()}
    return {**put(archive, "cuda/program.json", text), "updates": list(updates), "code": code}


def read_binary(path: str | os.PathLike[str]) -> DeviceArtifact | None:
    """The program of a file, if it has machine code for devices. Raises ArtifactError."""
    with opened(path) as parts:
        if "cuda" not in parts.manifest:
            return None
        entry = get(parts.manifest, "cuda", dict)
        inputs, outputs, weights = (_specs(parts.manifest, key) for key in ("inputs", "outputs", "weights"))
        named = {spec.name: spec for spec in (*inputs, *weights)}
        updates = get(entry, "updates", list)
        if len(named) < len(inputs) + len(weights) or len({s.name for s in outputs}) < len(outputs):
            raise ArtifactError("two tensors have one name")
        if not all(isinstance(name, str) and name in named for name in updates):
            raise ArtifactError("a result updates what is no argument")
        results = [*outputs, *(named[name] for name in updates)]
        signature = Signature(inputs, weights, outputs, {}, tuple(updates))
        check_memory(signature)
        program = _program(parts.read(entry, PROGRAM, "the device's program"), [*inputs, *weights], results)
        binary = Binary(program, _code(parts, get(entry, "code", dict)))
        return DeviceArtifact(inputs, weights, outputs, parts.weights(weights), tuple(updates), binary=binary)


def _specs(manifest: Mapping[str, Any], key: str) -> tuple[TensorSpec, ...]:
    return tuple(_spec(entry) for entry in get(manifest, key, list))


def _spec(entry: Any) -> TensorSpec:
    name, shape, dtype = get(entry, "name", str), get(entry, "shape", list), get(entry, "dtype", str)
    if not NAME.fullmatch(name):
        raise ArtifactError(f"{name[:40]!r} is no name of a tensor")
    if dtype not in STORAGE or not all(type(extent) is int and extent >= 0 for extent in shape):
        raise ArtifactError(f"'{name}' is no tensor: its shape or dtype is none")
    return TensorSpec(name, tuple(shape), dtype)


def _program(text: bytes, arguments: Sequence[TensorSpec], results: Sequence[TensorSpec]) -> Program:
    try:
        program = Program.from_json(json.loads(text))
    except (TypeError, ValueError, LookupError, AttributeError, OverflowError) as error:
        raise ArtifactError(f"the device's program is malformed: {error}") from None
    stated = [{**entry_of(spec), "name": ""} for spec in (*arguments, *results)]
    if [_entry(spec) for spec in (*program.inputs, *program.results)] != stated or len(arguments) != len(
        program.inputs
    ):
        raise ArtifactError("the device's program takes and gives other tensors than the manifest says")
    check(program)
    return program


def _entry(spec: Spec) -> dict[str, Any]:
    dtype = _DTYPES.get(spec.dtype, spec.dtype.replace("i", "int", 1))
    return {"name": "", "shape": list(spec.shape), "dtype": dtype}


def _code(parts: Parts, entries: Mapping[str, Any]) -> dict[str, bytes]:
    wrong = next((name for name in entries if not ARCHITECTURE.fullmatch(name)), None)
    if wrong is not None or not entries:
        raise ArtifactError(f"has machine code for {wrong[:40]!r}, which is no GPU" if wrong else "has no machine code")
    return {name: parts.read(entry, CODE, f"the machine code for {name}") for name, entry in entries.items()}
