"""Artifacts as files: a zip of parts, each read with a limit and by its digest. Needs no compiler."""

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
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import IO, Any, TypeVar

from pcc.runtime.errors import ArgumentError, ArtifactError, OutOfMemoryError
from pcc.runtime.npy import NpyError, read_npy, write_npy
from pcc.runtime.tensors import Array, TensorSpec

T = TypeVar("T")

VERSION = 1
PARTS = 100_000  # files in one artifact
MANIFEST = 32 << 20  # bytes


# ---- writing
def write_file(path: Path, fill: Callable[[IO[bytes]], None]) -> None:
    """Write a file whole or not at all. Raises ArtifactError."""
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


def put(
    archive: zipfile.ZipFile, name: str, content: bytes | memoryview, compression: int = zipfile.ZIP_DEFLATED
) -> dict[str, str]:
    """Write a part; its entry in the manifest."""
    archive.writestr(name, content, compression)
    return {"file": name, "sha256": hashlib.sha256(content).hexdigest()}


def put_weight(archive: zipfile.ZipFile, number: int, spec: TensorSpec, array: Array) -> dict[str, Any]:
    buffer = io.BytesIO()
    write_npy(buffer, spec.check(array))
    return {**entry_of(spec), **put(archive, f"weights/{number}.npy", buffer.getbuffer(), zipfile.ZIP_STORED)}


def entry_of(spec: TensorSpec) -> dict[str, Any]:
    return {"name": spec.name, "shape": list(spec.shape), "dtype": spec.dtype}


# ---- reading
@contextmanager
def opened(path: str | os.PathLike[str]) -> Generator[Parts]:
    """The parts of a file. Raises ArtifactError, for what is wrong in them, too."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise ArtifactError("is no regular file")
            if file.read(4) != b"PK\x03\x04":
                raise ArtifactError("is no artifact of pcc: it does not begin like one")
            with zipfile.ZipFile(file) as archive:
                yield Parts(archive)
    except (ArtifactError, ArgumentError, OutOfMemoryError) as error:
        raise ArtifactError(f"{os.fspath(path)!r}: {error}") from None
    except (OSError, ValueError, KeyError, EOFError, struct.error, NotImplementedError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ArtifactError(f"cannot read {os.fspath(path)!r}: {str(reason)[:200]}") from None
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error) as error:
        raise ArtifactError(f"{os.fspath(path)!r} is damaged: {error}") from None


class Parts:
    """Parts by their exact names, each with a limit; nothing is ever unpacked to disk."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive, infos = archive, archive.infolist()
        if len(infos) > PARTS or len({info.filename for info in infos}) != len(infos):
            raise ArtifactError("holds too many parts, or two of one name")
        for info in infos:
            kind = stat.S_IFMT(info.external_attr >> 16)
            if kind not in (0, stat.S_IFREG) or ".." in info.filename or info.filename.startswith(("/", "\\")):
                raise ArtifactError(f"holds {info.filename[:60]!r}, which is no part of an artifact")

    @cached_property
    def manifest(self) -> dict[str, Any]:
        manifest: Any = json.loads(self._part("manifest.json", MANIFEST))
        if not isinstance(manifest, dict) or manifest.get("format") != "pcc artifact":
            raise ArtifactError("is no artifact of pcc: its manifest is another one")
        if manifest.get("version") != VERSION:
            raise ArtifactError(f"is of version {manifest.get('version')!r}; this pcc reads {VERSION}: save it again")
        return manifest

    def read(self, entry: Any, limit: int, what: str) -> bytes:
        """The part that an entry of the manifest names."""
        content = self._part(get(entry, "file", str), limit)
        if hashlib.sha256(content).hexdigest() != entry.get("sha256"):
            raise ArtifactError(f"{what} is damaged: its digest differs")
        return content

    def weights(self, specs: Sequence[TensorSpec]) -> dict[str, Array]:
        entries = {get(entry, "name", str): entry for entry in get(self.manifest, "weights", list)}
        return {spec.name: self._weight(spec, entries[spec.name]) for spec in specs}

    def _weight(self, spec: TensorSpec, entry: Any) -> Array:
        content = self.read(entry, spec.nbytes + 4096, f"weight '{spec.name}'")
        try:
            return read_npy(io.BytesIO(content), spec)
        except NpyError as error:
            raise ArtifactError(f"weight '{spec.name}' {error}") from None

    def _part(self, name: str, limit: int) -> bytes:
        info = self._archive.getinfo(name)
        if info.file_size > limit:
            raise ArtifactError(f"{name} states {info.file_size} bytes; at most {limit} are read")
        with self._archive.open(info) as file:
            return file.read(limit)


def get(entry: Any, key: str, kind: type[T]) -> T:
    value = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(value, kind):
        raise ArtifactError(f"the manifest has no {key} ({kind.__name__})")
    return value
