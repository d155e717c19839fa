"""The page of figures: every row is on it, bad ones too, and the same files give the same page and pictures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from bench.performance import main, read_limits
from bench.report.charts import Ratio, ratio_bars, spaced, ticks
from bench.report.markdown import quoted, table

ORIGIN = {"CPU": "a processor", "Load at the start": "0.1 on 2 cores"}
ALL_LEVELS = list(range(-6, 1))


def timed(seconds: float) -> dict[str, Any]:
    return {"blocks": [seconds] * 3, "seconds": seconds, "compile_s": 0.25, "difference": 1e-7}


def peers() -> dict[str, Any]:
    slow = {"pcc": timed(0.004), "jax.jit": timed(0.002), "paddle": {"error": "RuntimeError: in /opt/some/folder/x.py"}}
    cases = {"a": {"pcc": timed(0.001), "torch": timed(0.0025)}, "b": slow, "e": {"pcc": {"error": "no"}}}
    return {"settings": {"threads": 2, "rounds": 3, "seconds": 0.5}, "cases": cases}


def graphs() -> dict[str, Any]:
    good = {"correct_at": ALL_LEVELS, "onednn_correct_at": ALL_LEVELS, "ops": 9, "left": [], "kernels": 3}
    fast = {"to_static": 0.006, "eager": 0.01, "onednn": 0.001, "pcc": 0.002}
    rows = [
        {"name": "fast", "status": "ok", "compile_s": 1.0, "seconds": fast, **good},
        {"name": "slow", "status": "ok", "compile_s": 1.0, "seconds": {**fast, "pcc": 0.012}, **good},
        {"name": "broken", "status": "crashed", "failure": "runtime", "why": "SIGSEGV in pcc"},
        {"name": "absent", "status": "left out", "left_out": "OSError: no file /opt/me/x.bin"},
    ]
    return {"settings": {"pcc_threads": 2, "paddle_threads": 1, "budget": 3.0}, "graphs": rows}


def memory() -> dict[str, Any]:
    def threads(idle: float) -> dict[str, Any]:
        block = {"median": idle, "mean": idle}
        return {"idle": [block], "busy": [block], "ceilings": [{"ordinary": 9e9, "streaming": 1e10}]}

    traffic = {"ceiling": "copy", "read": 5 * 10**6, "written": 5 * 10**6}
    rows = {
        "chain": {"title": "relu(x * w + b)", "one": threads(0.002), "all": threads(0.001), **traffic},
        "e": {"title": "e MLP", "one": threads(0.01), "all": threads(0.02)},
        "pool": {"title": "3x3 max pooling", "error": "ValueError: differs"},
    }
    return {"settings": {"threads": 2, "rounds": 1, "megabytes": 128}, "kernels": rows}


@pytest.fixture
def page(tmp_path: Path) -> str:
    """The page made in `tmp_path`, twice and the same."""
    arguments = ["--out", str(tmp_path), "--limits", str(tmp_path / "limits.txt")]
    (tmp_path / "limits.txt").write_text("# a note\nb: two passes: one too many\nchain: it stores\ngraphs: a word\n")
    for name, record in (("peers", peers()), ("graphs", graphs()), ("memory", memory())):
        (tmp_path / f"{name}.json").write_text(json.dumps({"origin": ORIGIN, **record}))
        arguments += [f"--{name}", str(tmp_path / f"{name}.json")]
    made = []
    for _ in range(2):
        main(arguments)
        pictures = sorted((tmp_path / "pictures").iterdir())
        made.append([path.read_text() for path in (tmp_path / "performance.md", *pictures)])
    assert made[0] == made[1]
    return made[0][0]


def test_every_row_is_there_bad_ones_too(page: str) -> None:
    rows = [
        "| a elementwise | 2.50 | torch | 2.2 | yes |  |",
        "| b softmax | 0.50 | jax.jit | 1.4 | **no** | two passes: one too many |",
        "| e MLP 784-1024-1024-10 | - | - | 1 | **no** |  |",
        "- b softmax does not run with paddle: RuntimeError: in x.py",
        "| slow | ok | 9 | 3 | 1.00 | 10.00 | 6.00 | 1.00 | 12.00 | 0.50 | 0.08 |  |",
        "| broken | crashed | - | - | - | - | - | - | - | - | - | SIGSEGV in pcc |",
        "- absent: OSError: no file x.bin",
        "| relu(x * w + b) | copy | 5.0 | 10.0 | 50% | 10.0 | 10.0 | 100% | 2.00 | 2.00 | 2.00 | **no**, yes, yes "
        "| it stores |",
        "| e MLP | 10.000 | 20.000 | 0.50 | 0.50 | **no**, **no** |",
        "- Not measured: 3x3 max pooling: ValueError: differs",
        "| CPU | a processor |",
    ]
    assert [row for row in rows if row not in page.splitlines()] == []


def transforms() -> dict[str, Any]:
    def timed(mib: float, seconds: float) -> dict[str, Any]:
        return {"blocks": [{"cpu": seconds, "wall": 1.0, "median": 2.0}], "mib": mib, "difference": 1e-6}

    tasks = {
        "a": {"pcc": timed(3, 0.001), "jax jvp": timed(9, 0.0025), "folx": {"error": "TypeError: in /opt/some/x.py"}},
        "g": {"pcc": timed(5, 0.001), "paddle grad": timed(4, 0.05)},
    }
    alone = {"jvp_over_forward": 2.3, "order4_s": 0.5, "laplacian_ops": {"10": 7, "100": 7}}
    return {"settings": {"threads": 1, "rounds": 3, "seconds": 0.1}, "tasks": tasks, "alone": alone}


def test_derivatives_have_a_page_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "limits.txt").write_text("Burgers residual: products\n")
    (tmp_path / "transforms.json").write_text(json.dumps({"origin": ORIGIN, **transforms()}))
    files = ["--transforms", str(tmp_path / "transforms.json"), "--limits", str(tmp_path / "limits.txt")]
    main([*files, "--out", str(tmp_path)])
    lines = (tmp_path / "derivatives_speed.md").read_text().splitlines()
    rows = [
        "| a Burgers residual | 2.50 | jax jvp | 1.5 | yes | yes: 3 MiB, jax jvp 9 | products |",
        "| g per-sample gradients, 512 points | 50.00 | paddle grad | 1 | yes | **no**: 5 MiB, paddle grad 4 |  |",
        "| a Burgers residual | 1/3 | - | - | - | - | - | *2.5/9 | - | - | X |",
        "| g per-sample gradients: >= 100x a loop in Paddle | 50x | **no** |",
        "| jvp of an MLP <= 2.2x its forward | 2.30x | **no** |",
        "| a Laplacian's op count does not grow with d | 7 ops at d = 10 and 7 ops at d = 100 | yes |",
        "- a Burgers residual does not run with folx: TypeError: in x.py",
    ]
    assert [row for row in rows if row not in lines] == []
    assert not (tmp_path / "performance.md").exists()


def test_training_has_a_page_of_its_own(tmp_path: Path) -> None:
    own = {"compile_s": 1.5, "difference": 1e-6}
    times = {"eager": [0.03, 0.03], "to_static": [0.02, 0.04], "pcc": [0.01, 0.02]}
    models = {"gru": {"pcc": own, "blocks": times}, "lstm": {"error": "SIGSEGV in pcc"}}
    settings = {"threads": 2, "rounds": 2, "seconds": 0.1}
    (tmp_path / "training.json").write_text(json.dumps({"origin": ORIGIN, "settings": settings, "models": models}))
    main(["--training", str(tmp_path / "training.json"), "--out", str(tmp_path)])
    lines = (tmp_path / "training_speed.md").read_text().splitlines()
    rows = [
        "| gru | 30.0 | 30.0 | 15.0 | 2.25 | 1.5 | 1e-06 |",
        "| lstm | - | - | - | - | - | - |",
        "| >= 1x the better Paddle on every model | 1 of 2; not lstm fails | **no** |",
        "- lstm does not run: SIGSEGV in pcc",
    ]
    assert [row for row in rows if row not in lines] == []


def test_a_page_needs_all_its_files() -> None:
    with pytest.raises(SystemExit):
        main(["--peers", "peers.json"])


def test_graphs_are_spread_and_counted(page: str) -> None:
    assert "| to_static | 2 | 1.22x | 0.50x | 0.75x | 1.12x | 1.75x | 2.38x | 2.75x | 3.00x |" in page
    assert "| to_static with oneDNN | 2 | 0 | 0 | 0 | 0 | 0 | 0 |" in page


def test_pictures_are_drawn_and_shown(page: str, tmp_path: Path) -> None:
    pictures = sorted((tmp_path / "pictures").iterdir())
    assert [path.name for path in pictures] == ["graphs.svg", "memory-all.svg", "memory-one.svg", "peers.svg"]
    assert all(ElementTree.fromstring(path.read_text()).tag.endswith("svg") for path in pictures)
    assert all(f"(pictures/{path.name})" in page for path in pictures)


def test_ticks_have_room_and_one_is_kept() -> None:
    assert ticks(0.5, 20.0) == [0.5, 1.0, 2.0, 5.0, 10.0, 20.0]
    assert spaced([0.5, 1.0, 1.5, 2.0], lambda tick: 40 * tick, 34) == [1.0, 2.0]


def test_a_bar_within_the_picture() -> None:
    root = ElementTree.fromstring(
        ratio_bars("t", [Ratio("name & more", 0.2, "0.20×"), Ratio("b", 30, "30×", 1.2, True)])
    )
    bars = [shape for shape in root if shape.tag.endswith("rect")][1:]
    assert all(float(bar.get("x", 0)) > 0 and float(bar.get("width", 0)) > 0 for bar in bars)
    assert float(bars[1].get("x", 0)) + float(bars[1].get("width", 0)) < 820


def test_cells_and_quotes_keep_to_their_place() -> None:
    assert table(("a",), "l", [["x | y"]]).splitlines()[-1] == "| x \\| y |"
    assert quoted("File\n '/opt/a/b.py' of a/b and /tmp/x/c.so") == "File 'b.py' of a/b and c.so"


def test_the_limits_file_is_read() -> None:
    assert isinstance(read_limits(Path(__file__).parents[2] / "bench" / "limits.txt"), dict)
