"""pcc's settings. The only module that reads the environment.

PCC_CACHE_DIR   where compiled code is kept; `off` keeps none. Default: $XDG_CACHE_HOME/pcc or ~/.cache/pcc
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Config:
    """`cache_dir` is None where nothing is kept on disk."""

    cache_dir: Path | None = None

    @staticmethod
    def read(environment: Mapping[str, str]) -> Config:
        return Config(_cache_dir(environment))


def _cache_dir(environment: Mapping[str, str]) -> Path | None:
    chosen = environment.get("PCC_CACHE_DIR", "")
    if chosen:
        return None if chosen == "off" else Path(chosen).absolute()
    home = environment.get("XDG_CACHE_HOME", "") or os.path.join(environment.get("HOME", ""), ".cache")
    return Path(home) / "pcc" if os.path.isabs(home) else None


@cache
def config() -> Config:
    """The settings of this process, read once."""
    return Config.read(os.environ)


def set_default(name: str, value: str) -> None:
    """Set an environment variable for a library that reads it when it loads, unless the user has set it."""
    os.environ.setdefault(name, value)
