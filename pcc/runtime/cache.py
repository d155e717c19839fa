"""Compiled object code on disk, trusted as the user's own programs are: a private directory, nothing unpickled.

An entry is one file, a line of JSON (key, sizes, sha256, facts about the code) and the object code. It is written under
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
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from pcc.codegen_cpu.compile import MachineCode, ObjectCode, fingerprint, load
from pcc.codegen_cpu.target import Target
from pcc.config import config, logger

FORMAT = 3
ENTRIES = 32768  # beyond these, the ones not used for longest go
LIMIT = 256 << 20  # bytes of one entry
PROGRAM = ("dialects", "passes", "schedule", "codegen_cpu", "runtime")  # the sources that decide a program's code


class CacheWarning(UserWarning):
    """The cache could not be used; code was compiled instead."""


class CacheError(Exception):
    """An entry that is not what was written."""


@dataclass(frozen=True)
class DiskCache:
    """Object code by key, a hexadecimal digest. `get` and `put` never fail: they warn.

    `private`: only files of this user's count; else it is part of pcc itself, whoever installed that.
    """

    folder: Path
    private: bool = True

    def get(self, key: str) -> ObjectCode | None:
        path = self.folder / key
        try:
            found = _decode(_read(path, self.private), key)
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
                    os.fchmod(handle, 0o600 if self.private else 0o644)
                os.replace(temporary, self.folder / key)
            except BaseException:
                os.unlink(temporary)
                raise
        except OSError as error:
            warnings.warn(f"cannot keep compiled code in {self.folder}: {error}", CacheWarning, stacklevel=2)

    def entries(self) -> list[Path]:
        """The files, the one not used for longest first; without those that are being written, or just deleted."""
        used: dict[Path, float] = {}
        for path in self.folder.glob("[!.]*"):
            with suppress(FileNotFoundError):  # another process may trim, too
                used[path] = path.lstat().st_mtime
        return sorted(used, key=used.__getitem__)

    def inspect(self, path: Path) -> ObjectCode:
        """An entry as it is. Raises CacheError."""
        try:
            return _decode(_read(path), path.name)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise CacheError(f"{path.name}: {error}") from error

    def trim(self) -> None:
        """Delete the entries that were not used for longest, if there are too many."""
        if len(os.listdir(self.folder)) <= ENTRIES:
            return
        for path in self.entries()[: -(ENTRIES - ENTRIES // 8)]:
            path.unlink(missing_ok=True)


def _encode(code: ObjectCode, key: str) -> bytes:
    whole, sizes = b"".join(code.objects), [len(part) for part in code.objects]
    header = {"pcc": FORMAT, "key": key, "sizes": sizes, "about": dict(code.about)}
    return json.dumps({**header, "sha256": _digest(header, whole)}).encode() + b"\n" + whole


def _digest(header: dict[str, Any], code: bytes) -> str:
    """Of the code and all that the header says."""
    return hashlib.sha256(json.dumps(header, sort_keys=True).encode() + b"\n" + code).hexdigest()


def _read(path: Path, private: bool = True) -> bytes:
    """A regular file, if `private` of this user's; links are not followed. Raises OSError, ValueError."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        state = os.fstat(handle)
        foreign = private and state.st_uid != os.getuid()
        if not stat.S_ISREG(state.st_mode) or foreign or state.st_size > LIMIT:
            raise ValueError("not a file that pcc wrote")
        return file.read()


def _decode(content: bytes, key: str) -> ObjectCode:
    head, _, code = content.partition(b"\n")
    header = json.loads(head)
    digest = header.pop("sha256")
    if header["pcc"] != FORMAT or header["key"] != key or sum(header["sizes"]) != len(code):
        raise ValueError("its header does not fit")
    if digest != _digest(header, code):
        raise ValueError("its digest differs")
    ends = list(accumulate(header["sizes"], initial=0))
    return ObjectCode(tuple(code[start:end] for start, end in pairwise(ends)), header["about"])


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


@dataclass(frozen=True)
class Loaded:
    """Code ready to run, what is known of it, and whether it was compiled before."""

    code: MachineCode
    about: Mapping[str, Any]
    found: bool


def recall(
    cache: DiskCache | None,
    parts: Callable[[], Sequence[str]],
    make: Callable[[], tuple[MachineCode, Mapping[str, Any]]],
    target: Target,
    symbols: Callable[[Mapping[str, Any]], Mapping[str, int]] = lambda about: {},
) -> Loaded:
    """The code that `make` compiles, from the cache if it is there.

    Args:
        parts: all that decides the code, but the target.
        make: compiles it; the code, and what is to be known of it.
        symbols: addresses that the code calls, from what is known of it.
    """
    key = fingerprint(target, *parts()) if cache else ""
    found = cache.get(key) if cache else None
    if cache:
        logger("cache").info("%s %s", "found" if found else "not found", key)
    if found is not None:
        return Loaded(load(found.objects, target, symbols(found.about)), found.about, True)
    code, about = make()
    if cache:
        cache.put(key, ObjectCode(code.objects, about))
        if key.startswith("0"):  # one program in 16: to count the entries takes up to 20 ms
            cache.trim()
    return Loaded(code, about, False)


@cache
def sources_digest(*folders: str) -> str:
    """A digest of pcc's own sources in these folders: other sources make other code of the same program."""
    digest, root = hashlib.sha256(), Path(__file__).parents[1]
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            digest.update(path.relative_to(root).as_posix().encode() + b"\n" + path.read_bytes())
    return digest.hexdigest()


@cache
def disk_cache() -> DiskCache | None:
    """The cache that this process's settings name."""
    return open_cache(config().cache_dir)
