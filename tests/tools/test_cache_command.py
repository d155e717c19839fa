"""`pcc cache`: what it lists, finds damaged, deletes."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcc.codegen_cpu.compile import ObjectCode
from pcc.runtime.cache import DiskCache, open_cache
from pcc.tools.pcc import main


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DiskCache:
    made = open_cache(tmp_path)
    assert made is not None
    made.put("a" * 64, ObjectCode((b"first",), {"name": "program of 3 kernels"}))
    made.put("b" * 64, ObjectCode((b"second",), {"name": "hostile \x1b[31m name"}))
    monkeypatch.setattr("pcc.tools.cache.disk_cache", lambda: made)
    return made


def test_list_and_verify(kept: DiskCache, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cache", "--list"]) == 0
    shown = capsys.readouterr().out
    assert "program of 3 kernels" in shown
    assert "2 entries" in shown
    assert "\x1b" not in shown
    assert main(["cache", "--verify"]) == 0


def test_a_damaged_entry_is_named(kept: DiskCache, capsys: pytest.CaptureFixture[str]) -> None:
    path = kept.folder / ("a" * 64)
    path.write_bytes(path.read_bytes().replace(b"3 kernels", b"4 kernels"))
    assert main(["cache", "--verify"]) == 1
    assert "1 damaged: aaaa" in capsys.readouterr().err


def test_clear(kept: DiskCache) -> None:
    assert main(["cache", "--clear"]) == 0
    assert kept.entries() == []


def test_errors_are_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("pcc.tools.cache.disk_cache", lambda: None)
    assert main(["cache", "--list"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    with pytest.raises(SystemExit) as stopped:
        main(["cache"])
    assert stopped.value.code == 2
