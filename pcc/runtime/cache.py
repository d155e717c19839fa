"""Compiled object code on disk, trusted as the user's own programs are: a private directory, nothing unpickled.

An entry is one file, a line of JSON (what, size, sha256, exported names) and the object code. It is written under
another name and moved into place, so that readers of other processes see all of it or nothing. An entry that does not
match its digest is dropped with a warning, and the code is compiled anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
import warnings
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pcc.codegen_cpu.compile import ObjectCode
from pcc.config import config

FORMAT = 1
ENTRIES = 4096  # beyond these, the ones not used for longest go
LIMIT = 256 << 20  # bytes of one entry


class CacheWarning(UserWarning):
    """The cache could not be used; code was compiled instead."""


@dataclass(frozen=True)
class DiskCache:
    """Object code by key, a hexadecimal digest. `get` and `put` never fail: they warn."""

    folder: Path

    def get(self, key: str) -> ObjectCode | None:
        path = self.folder / key
        try:
            found = _decode(_read(path), key)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            warnings.warn(f"compiled code in {path} is damaged ({error}); compiling anew", CacheWarning, stacklevel=2)
            with suppress(OSError):
                path.unlink()
            return None
        with suppress(OSError):
            os.utime(path)
        return found

    def put(self, key: str, code: ObjectCode) -> None:
        try:
            handle, temporary = tempfile.mkstemp(dir=self.folder, prefix=".new-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_encode(code, key))
                os.replace(temporary, self.folder / key)
            except BaseException:
                os.unlink(temporary)
                raise
            self._trim()
        except OSError as error:
            warnings.warn(f"cannot keep compiled code in {self.folder}: {error}", CacheWarning, stacklevel=2)

    def _trim(self) -> None:
        names = os.listdir(self.folder)
        if len(names) <= ENTRIES:
            return
        by_age = sorted((path.stat().st_mtime, path) for path in map(self.folder.joinpath, names))
        for _, path in by_age[: len(names) - ENTRIES + ENTRIES // 8]:
            path.unlink(missing_ok=True)


def _encode(code: ObjectCode, key: str) -> bytes:
    digest = hashlib.sha256(code.code).hexdigest()
    header = {"pcc": FORMAT, "key": key, "size": len(code.code), "sha256": digest, "exports": list(code.exports)}
    return json.dumps(header).encode() + b"\n" + code.code


def _read(path: Path) -> bytes:
    """A regular file of this user's; links are not followed. Raises OSError, ValueError."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode) or state.st_uid != os.getuid() or state.st_size > LIMIT:
            raise ValueError("not a file that pcc wrote")
        return file.read()


def _decode(content: bytes, key: str) -> ObjectCode:
    head, _, code = content.partition(b"\n")
    header = json.loads(head)
    if header["pcc"] != FORMAT or header["key"] != key or header["size"] != len(code):
        raise ValueError("its header does not fit")
    if header["sha256"] != hashlib.sha256(code).hexdigest():
        raise ValueError("its digest differs")
    return ObjectCode(code, tuple(map(str, header["exports"])))


def open_cache(folder: Path | None) -> DiskCache | None:
    """The cache in a folder's private subfolder, or None, with a warning, if others could write there."""
    if folder is None:
        return None
    objects = folder / "objects"
    try:
        objects.mkdir(mode=0o700, parents=True, exist_ok=True)
        for place, forbidden in ((objects, 0o077), (folder, 0o022)):
            state = place.lstat()
            mine = state.st_uid == os.getuid() and stat.S_ISDIR(state.st_mode)
            if not mine or state.st_mode & forbidden:
                raise PermissionError(f"{place} is not private: it must be yours, with mode 700")
    except OSError as error:
        warnings.warn(f"compiled code is not kept: {error}", CacheWarning, stacklevel=2)
        return None
    return DiskCache(objects)


@cache
def disk_cache() -> DiskCache | None:
    """The cache that this process's settings name."""
    return open_cache(config().cache_dir)
