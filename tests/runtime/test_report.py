"""The report page: complete, self-contained, escaped; values keep their names from pass to pass."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import paddle
import paddle.nn.functional as F

import pcc
from pcc.dialects.text import parse_module
from pcc.runtime.build import build
from pcc.runtime.report.page import page

TEXT = """func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = pd.tanh %x : (tensor<4xf32>) -> tensor<4xf32> loc("<b>hostile.py":12:3)
  %1 = pd.exp %x : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}"""


class Tags(HTMLParser):
    """Checks that tags nest; `left` are those still open."""

    def __init__(self) -> None:
        super().__init__()
        self.left: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.left += [] if tag == "meta" else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.left.pop() == tag


def test_page() -> None:
    text = page("a <b> title", [build(parse_module(TEXT), keep_text=True)], ["left <i>"])
    tags = Tags()
    tags.feed(text)
    assert tags.left == []
    assert not re.search(r'src=|href="[^#]|url\(|@import|<script', text)
    assert "<b>hostile" not in text
    assert "left &lt;i&gt;" in text
    for part in ("dce", "kernel_tanh_", "llvm.", "skipped: no op of its kinds", "NoDeadOps"):
        assert part in text


def test_names_are_kept() -> None:
    record = build(parse_module(TEXT), keep_text=True).record
    removal = next(step for step in record.steps if step.step.name == "dce" and step.before != step.after)
    gone = set(removal.before.splitlines()) - set(removal.after.splitlines())
    assert [line.strip().split()[2] for line in gone] == ["pd.exp"]
    assert set(removal.after.splitlines()) <= set(removal.before.splitlines())


def test_report_of_a_compiled_function(tmp_path: Path) -> None:
    compiled = pcc.trace(lambda x: paddle.nonzero(F.softmax(x)) + 1)(paddle.ones([3, 4])).lower().compile()
    compiled.report(tmp_path / "out.html")
    text = (tmp_path / "out.html").read_text()
    assert "nonzero is left to Paddle" in text
    assert "test_report.py:" in text
