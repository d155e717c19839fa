"""What does not hold of a function, and why: tests assert that it fails."""

from __future__ import annotations

from collections.abc import Mapping

NOT_COMPILED: Mapping[str, str] = {
    "paddle.masked_select": "how many it selects depends on data",
    "paddle.nonzero": "how many there are depends on data",
}
