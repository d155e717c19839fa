"""The demo: a model measured apart, a failing one reported, the table, and the page."""

from __future__ import annotations

import math
from html.parser import HTMLParser

import pytest

from pcc.tools.demo.catalogue import TITLES
from pcc.tools.demo.isolated import measure_apart, server
from pcc.tools.demo.measurement import Kernel, Measurement, geometric_mean
from pcc.tools.demo.report import page
from pcc.tools.demo.table import HEAD, cells, table
from pcc.tools.demo.timing import interleaved

HOSTILE = "<script>alert('&')</script>"
VOID = {"meta", "line", "rect"}


def measured() -> list[Measurement]:
    fine = Measurement("good", "Good one", "4 × 4", ops=5, compile_s=0.5, steps={"fuse": 0.2, "llvm": 0.3}, error=1e-7)
    fine.kernels = [Kernel("loops", ["exp", "add"], ["tensor<4x4xf32>"])] * 2
    fine.seconds, fine.absent = {"pcc": 1e-3, "eager": 4e-3}, {"to_static": HOSTILE}
    fine.left = [f"{HOSTILE} is left to Paddle"]
    return [fine, Measurement("bad", HOSTILE, failure=f"ValueError: {HOSTILE}")]


class Tags(HTMLParser):
    """Checks that tags are closed in order, and keeps what the page refers to."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.references: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.references += [name for name, _ in attrs if name in ("src", "href")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def test_page_is_whole_escaped_and_refers_to_nothing() -> None:
    text = page(measured(), {"CPU": HOSTILE}, disturbed=True)
    tags = Tags()
    tags.feed(text)
    assert not tags.open
    assert not tags.references
    assert "script" not in tags.seen
    assert "url(" not in text
    assert {"svg", "table", "details"} <= tags.seen


def test_table_has_ratios_means_and_failures() -> None:
    good, bad = measured()
    assert cells(good) == ("Good one", "5", "2", "1", "0.50", "4.00x", "-", "1.0e-07")
    assert len(cells(bad)) == len(HEAD)
    assert table([good, bad]).splitlines()[-1] == f"FAILED {HOSTILE}: ValueError: {HOSTILE}"


def test_geometric_mean_leaves_out_what_did_not_run() -> None:
    assert geometric_mean([2.0, 8.0, math.nan]) == pytest.approx(4.0)
    assert math.isnan(geometric_mean([]))


def test_turns_are_taken_after_a_warm_up() -> None:
    calls: list[str] = []
    found = interleaved({"a": lambda: calls.append("a"), "b": lambda: calls.append("b")})
    assert calls[:6] == ["a"] * 3 + ["b"] * 3
    assert set(found) == {"a", "b"}


def test_a_model_is_measured_in_a_process_of_its_own() -> None:
    steps: list[str] = []
    found = measure_apart(server(), "iou", steps.append)
    assert not found.failure
    assert found.title == TITLES["iou"]
    assert found.kernels
    assert found.error <= 1e-6
    assert set(found.seconds) == {"pcc", "eager", "to_static"}
    assert steps[-1] == "timing"


def test_a_failure_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TITLES, "missing", "Missing")
    found = measure_apart(server(), "missing", lambda _: None)
    assert found.failure.startswith("AttributeError")
    assert "\n" not in found.failure
