"""Settings that must hold before a test module imports Paddle."""

from __future__ import annotations

import os

import pytest

# Side by side, test processes must not wait for each other's cores in OpenMP regions: Paddle takes one thread in each.
if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ.setdefault("OMP_NUM_THREADS", "1")

LONGEST = ("schedule", "tests")  # folders: contracts on a corpus of programs; tests/test_lit.py


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--exhaustive", action="store_true", help="all samples of ops and functions, not the first of each"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of tests marked `first_samples`, keep one for each `name`, unless all are asked for. The longest files go first,
    so that no process waits for them at the end.
    """
    items.sort(key=lambda item: item.path.parent.name not in LONGEST)
    if config.getoption("--exhaustive"):
        return
    seen, kept, left = set[object](), list[pytest.Item](), list[pytest.Item]()
    for item in items:
        key = _sample_of(item)
        (left if key in seen else kept).append(item)
        seen |= set() if key is None else {key}
    items[:] = kept
    config.hook.pytest_deselected(items=left)


def _sample_of(item: pytest.Item) -> object:
    """What the test looks at a sample of; None if it looks at all."""
    if item.get_closest_marker("first_samples") is None or not isinstance(item, pytest.Function):
        return None
    return item.path, item.originalname, item.callspec.params["name"]


@pytest.fixture
def nvrtc() -> None:
    """Skips tests where NVRTC is not installed, and says so."""
    from pcc.runtime.cuda.nvrtc import MissingCompilerError, compile_text

    try:
        compile_text("")
    except MissingCompilerError as error:
        pytest.skip(str(error))
