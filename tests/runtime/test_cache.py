"""The cache of compiled code: what it keeps, what it refuses, and that processes can share it."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from pcc.codegen_cpu.compile import ObjectCode, compile_text, fingerprint
from pcc.codegen_cpu.target import LEVELS, host
from pcc.config import Config
from pcc.runtime.cache import CacheWarning, DiskCache, open_cache, recall
from pcc.runtime.cpu.library import Library, ship
from tests.runtime.products import block, run

ADD = "define i64 @main(i64 %x) {\n  %y = add i64 %x, 5\n  ret i64 %y\n}\n"


@pytest.fixture
def cache(tmp_path: Path) -> DiskCache:
    made = open_cache(tmp_path)
    assert made is not None
    return made


def answer(cache: DiskCache) -> int:
    code = recall(cache, lambda: (ADD,), lambda: (compile_text(ADD), {"name": "add"}), host()).code
    return ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.c_int64)(code.address("main"))(37)


def entries(cache: DiskCache) -> list[Path]:
    return sorted(cache.folder.iterdir())


def test_code_is_kept_and_used(cache: DiskCache, monkeypatch: pytest.MonkeyPatch) -> None:
    assert answer(cache) == 42
    assert [path.name for path in entries(cache)] == [fingerprint(host(), ADD)]
    monkeypatch.setattr("tests.runtime.test_cache.compile_text", None)
    assert answer(cache) == 42


def test_entries_are_private(cache: DiskCache) -> None:
    answer(cache)
    assert cache.folder.stat().st_mode & 0o777 == 0o700
    assert entries(cache)[0].stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "header", "noise", "other"])
def test_a_damaged_entry_is_compiled_anew(cache: DiskCache, damage: str) -> None:
    answer(cache)
    path = entries(cache)[0]
    good = path.read_bytes()
    path.write_bytes(
        {
            "flip": good[:-9] + bytes([good[-9] ^ 1]) + good[-8:],
            "cut": good[: len(good) // 2],
            "empty": b"",
            "header": good.replace(b'"sizes"', b'"sices"', 1),
            "noise": bytes(range(256)) * 9,
            "other": good.replace(path.name.encode(), b"0" * 64, 1),
        }[damage]
    )
    with pytest.warns(CacheWarning, match="damaged"):
        assert answer(cache) == 42
    assert path.read_bytes() == good


def test_links_are_not_followed(cache: DiskCache, tmp_path: Path) -> None:
    answer(cache)
    path = entries(cache)[0]
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.warns(CacheWarning):
        assert cache.get(path.name) is None


def test_a_folder_open_to_others_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "objects").mkdir()
    (tmp_path / "objects").chmod(0o777)
    with pytest.warns(CacheWarning, match="not private"):
        assert open_cache(tmp_path) is None


def test_a_folder_that_cannot_be_made_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.warns(CacheWarning, match="not kept"):
        assert open_cache(tmp_path / "file" / "below") is None


def test_old_entries_go(cache: DiskCache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pcc.runtime.cache.ENTRIES", 8)
    for number in range(12):
        cache.put(f"{number:064}", ObjectCode((b"x",)))
        cache.trim()
        os.utime(cache.folder / f"{number:064}", (number, number))
    left = [int(path.name) for path in entries(cache)]
    assert len(left) <= 8
    assert left[-1] == 11


def test_processes_share_it(tmp_path: Path) -> None:
    """Several write and read the same entries at once: each gets whole code, none warns."""
    script = (
        "import sys; from pathlib import Path; from tests.runtime.test_cache import answer\n"
        "import pcc.runtime.cache; pcc.runtime.cache.ENTRIES = 1\n"
        "from pcc.runtime.cache import open_cache\n"
        "cache = open_cache(Path(sys.argv[1]))\n"
        "for _ in range(20):\n"
        "    assert answer(cache) == 42\n"
        "    cache.trim()\n"
        "    [path.unlink(missing_ok=True) for path in cache.folder.glob('[!.]*')]\n"
    )
    command = [sys.executable, "-W", "error", "-c", script, str(tmp_path)]
    root = Path(__file__).parents[2]
    running = [subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE) for _ in range(4)]
    for child in running:
        _, errors = child.communicate(timeout=120)
        assert child.returncode == 0, errors.decode()


def test_settings() -> None:
    assert Config.read({"PCC_CACHE_DIR": "/x/y"}).cache_dir == Path("/x/y")
    assert Config.read({"PCC_CACHE_DIR": "off", "HOME": "/h"}).cache_dir is None
    assert Config.read({"HOME": "/h"}).cache_dir == Path("/h/.cache/pcc")
    assert Config.read({"HOME": "/h", "XDG_CACHE_HOME": "/c"}).cache_dir == Path("/c/pcc")
    assert Config.read({}).cache_dir is None
    assert Config.read({"PCC_LOG": "plan, cache"}).log == {"plan", "cache"}
    with pytest.warns(UserWarning, match="no topic plna; there are plan, cache"):
        assert Config.read({"PCC_LOG": "plna"}).log == frozenset()
    assert open_cache(None) is None


def numbers(made: Library) -> None:
    a, b = np.eye(3, dtype=np.float32)[None, None], np.ones((1, 1, 3, 5), np.float32)
    c = np.empty((1, 1, 3, 5), np.float32)
    run(block(a, b, c), c.dtype, made)
    assert (c == b).all()


def test_the_library_comes_with_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No level's units are compiled, if they were made of the same sources."""
    ship(tmp_path)
    assert all(path.stat().st_mode & 0o777 == 0o644 for path in tmp_path.iterdir())
    monkeypatch.setattr("pcc.runtime.cpu.library.SHIPPED", DiskCache(tmp_path, private=False))
    monkeypatch.setattr("pcc.runtime.cpu.library.compiled", None)
    made = Library(LEVELS[-1])
    assert made.symbols["pcc_parallel"]
    numbers(made)
    monkeypatch.setattr("pcc.runtime.cpu.library.parts_of", lambda unit: ("other sources", unit))
    with pytest.raises(TypeError):
        Library(LEVELS[-1])


def test_the_library_comes_from_the_cache(cache: DiskCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package has none, the second process compiles nothing."""
    monkeypatch.setattr("pcc.runtime.cpu.library.SHIPPED", DiskCache(tmp_path / "nothing"))
    monkeypatch.setattr("pcc.runtime.cpu.library.disk_cache", lambda: cache)
    numbers(Library(LEVELS[-1]))
    assert len(cache.entries()) == 2
    monkeypatch.setattr("pcc.runtime.cpu.library.compiled", None)
    numbers(Library(LEVELS[-1]))
