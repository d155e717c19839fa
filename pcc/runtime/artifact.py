"""Programs on disk: one file that runs where Paddle is not installed.

    pcc.save(pcc.jit(model), "model.pcc", x)        compiled = pcc.load("model.pcc"); y = compiled(x_as_numpy)

The file is a zip of `manifest.json` (version, signature, sha256 of every part), `program.mlir` (the `pd` program;
its argument attributes tell inputs, `pcc.input`, from weights, `pcc.weight`) and `weights/<n>.npy`. It holds no
machine code and nothing pickled: loading parses, verifies and compiles, and trusts no number that the file states.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import stat
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol, TypeVar, runtime_checkable

from xdsl.dialects.builtin import ArrayAttr, DictionaryAttr, ModuleOp, StringAttr
from xdsl.dialects.func import FuncOp, ReturnOp

from pcc.dialects.errors import TextError
from pcc.dialects.limits import Limits
from pcc.dialects.pd.base import PdOp
from pcc.dialects.pd.paddle_call import PaddleCallOp
from pcc.dialects.text import parse_module
from pcc.runtime.build import main_of
from pcc.runtime.compiled import Artifact, Compiled, check_memory
from pcc.runtime.errors import ArgumentError, ArtifactError, OutOfMemoryError
from pcc.runtime.npy import NpyError, read_npy, write_npy
from pcc.runtime.tensors import NAME, Array, TensorSpec

T = TypeVar("T")

VERSION = 1
PARTS = 100_000  # files in one artifact
MANIFEST = 32 << 20  # bytes


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


def load(path: str | os.PathLike[str], target: str = "cpu") -> Compiled:
    """The program of a file, compiled for this machine's CPU, or with target "cuda" for its first CUDA device.

    Raises:
        ArtifactError: the file is no program.
        DeviceError: there is no device.
    """
    return Compiled(read(path), target)


# ---- writing
def write_file(path: Path, fill: Callable[[IO[bytes]], None]) -> None:
    try:
        handle, temporary = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}-")
    except OSError as error:
        raise ArtifactError(f"cannot write {os.fspath(path)!r}: {error.strerror}") from None
    try:
        with os.fdopen(handle, "wb") as file:
            fill(file)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def write(artifact: Artifact, file: IO[bytes]) -> None:
    """Write to a seekable binary file."""
    main = main_of(artifact.module)
    main.properties["arg_attrs"] = _names([("input", artifact.inputs), ("weight", artifact.weights)])
    results = [{"pcc.output": StringAttr(s.name)} for s in artifact.outputs]
    results += [{"pcc.updates": StringAttr(name)} for name in artifact.updates]
    main.properties["res_attrs"] = ArrayAttr([DictionaryAttr(entry) for entry in results])
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        program = (str(artifact.module) + "\n").encode()
        archive.writestr("program.mlir", program, zipfile.ZIP_DEFLATED)
        weights = [_write_weight(archive, n, s, artifact.values[s.name]) for n, s in enumerate(artifact.weights)]
        manifest = {
            "format": "pcc artifact",
            "version": VERSION,
            "program": {"file": "program.mlir", "sha256": hashlib.sha256(program).hexdigest()},
            "inputs": [_entry(spec) for spec in artifact.inputs],
            "outputs": [_entry(spec) for spec in artifact.outputs],
            "weights": weights,
        }
        archive.writestr("manifest.json", json.dumps(manifest, indent=1), zipfile.ZIP_DEFLATED)


def _names(groups: list[tuple[str, tuple[TensorSpec, ...]]]) -> ArrayAttr[DictionaryAttr]:
    return ArrayAttr([DictionaryAttr({f"pcc.{kind}": StringAttr(s.name)}) for kind, specs in groups for s in specs])


def _entry(spec: TensorSpec) -> dict[str, Any]:
    return {"name": spec.name, "shape": list(spec.shape), "dtype": spec.dtype}


def _write_weight(archive: zipfile.ZipFile, number: int, spec: TensorSpec, array: Array) -> dict[str, Any]:
    buffer = io.BytesIO()
    write_npy(buffer, spec.check(array))
    name = f"weights/{number}.npy"
    archive.writestr(name, buffer.getbuffer())
    return {**_entry(spec), "file": name, "sha256": hashlib.sha256(buffer.getbuffer()).hexdigest()}


# ---- reading
def read(path: str | os.PathLike[str]) -> Artifact:
    """The verified program of a file, with its weights. Raises ArtifactError."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise ArtifactError("is no regular file")
            if file.read(4) != b"PK\x03\x04":
                raise ArtifactError("is no artifact of pcc: it does not begin like one")
            with zipfile.ZipFile(file) as archive:
                return _Reader(archive, str(path)).artifact()
    except (ArtifactError, ArgumentError, OutOfMemoryError) as error:
        raise ArtifactError(f"{os.fspath(path)!r}: {error}") from None
    except (OSError, ValueError, KeyError, EOFError, struct.error, NotImplementedError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ArtifactError(f"cannot read {os.fspath(path)!r}: {str(reason)[:200]}") from None
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error) as error:
        raise ArtifactError(f"{os.fspath(path)!r} is damaged: {error}") from None


@dataclass
class _Reader:
    """Reads parts by their exact names, each with a limit; nothing is ever unpacked to disk."""

    archive: zipfile.ZipFile
    path: str

    def artifact(self) -> Artifact:
        self._check_parts()
        manifest = self._manifest()
        module = self._program(_get(manifest, "program", dict))
        artifact = signature(module, {})
        entries = {_get(entry, "name", str): entry for entry in _get(manifest, "weights", list)}
        for key, specs in (("inputs", artifact.inputs), ("outputs", artifact.outputs), ("weights", artifact.weights)):
            stated = [{k: entry.get(k) for k in ("name", "shape", "dtype")} for entry in _get(manifest, key, list)]
            if stated != [_entry(spec) for spec in specs]:
                raise ArtifactError(f"the manifest's {key} are not those of the program")
        values = {spec.name: self._weight(spec, entries[spec.name]) for spec in artifact.weights}
        return Artifact(module, artifact.inputs, artifact.weights, artifact.outputs, values, artifact.updates)

    def _check_parts(self) -> None:
        infos = self.archive.infolist()
        if len(infos) > PARTS or len({info.filename for info in infos}) != len(infos):
            raise ArtifactError("holds too many parts, or two of one name")
        for info in infos:
            kind = stat.S_IFMT(info.external_attr >> 16)
            if kind not in (0, stat.S_IFREG) or ".." in info.filename or info.filename.startswith(("/", "\\")):
                raise ArtifactError(f"holds {info.filename[:60]!r}, which is no part of an artifact")

    def _part(self, name: str, limit: int) -> bytes:
        info = self.archive.getinfo(name)
        if info.file_size > limit:
            raise ArtifactError(f"{name} states {info.file_size} bytes; at most {limit} are read")
        with self.archive.open(info) as file:
            return file.read(limit)

    def _manifest(self) -> dict[str, Any]:
        manifest: Any = json.loads(self._part("manifest.json", MANIFEST))
        if not isinstance(manifest, dict) or manifest.get("format") != "pcc artifact":
            raise ArtifactError("is no artifact of pcc: its manifest is another one")
        if manifest.get("version") != VERSION:
            raise ArtifactError(f"is of version {manifest.get('version')!r}; this pcc reads {VERSION}: save it again")
        return manifest

    def _program(self, entry: Mapping[str, Any]) -> ModuleOp:
        text = self._part("program.mlir", Limits().bytes)
        if hashlib.sha256(text).hexdigest() != entry.get("sha256"):
            raise ArtifactError("the program is damaged: its digest differs")
        try:
            module = parse_module(text, "program.mlir")
        except TextError as error:
            raise ArtifactError(str(error)) from None
        check_ops(module)
        return module

    def _weight(self, spec: TensorSpec, entry: Mapping[str, Any]) -> Array:
        name = _get(entry, "file", str)
        content = self._part(name, spec.nbytes + 4096)
        if hashlib.sha256(content).hexdigest() != entry.get("sha256"):
            raise ArtifactError(f"weight '{spec.name}' is damaged: its digest differs")
        try:
            return read_npy(io.BytesIO(content), spec)
        except NpyError as error:
            raise ArtifactError(f"weight '{spec.name}' {error}") from None


def _get(entry: Any, key: str, kind: type[T]) -> T:
    value = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(value, kind):
        raise ArtifactError(f"the manifest has no {key} ({kind.__name__})")
    return value


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
            weights.append(TensorSpec.of(name, type))
        elif weights:
            raise ArtifactError("inputs come before weights")
        else:
            inputs.append(TensorSpec.of(attributes.get("pcc.input", names[number]), type))
    updates = [attributes["pcc.updates"] for attributes in results if "pcc.updates" in attributes]
    for number, type in enumerate(types.outputs.data[: len(results) - len(updates)]):
        outputs.append(TensorSpec.of(results[number].get("pcc.output", f"y{number}"), type))
    artifact = Artifact(module, tuple(inputs), tuple(weights), tuple(outputs), values, tuple(updates))
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
        if name not in by_name or TensorSpec.of(name, type) != by_name[name]:
            raise ArtifactError(f"a result updates '{name[:40]}', which is no such argument")
