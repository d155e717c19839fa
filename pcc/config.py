"""pcc's settings. The only module that reads the environment.

PCC_CACHE_DIR   where compiled code is kept; `off` keeps none. Default: $XDG_CACHE_HOME/pcc or ~/.cache/pcc
PCC_LOG         topics to print on stderr, as in `plan,declined`; each is also a logger of Python, `pcc.plan`
"""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TOPICS = {
    "plan": "the passes of every compilation",
    "cache": "which programs were found on disk, and which were not",
    "tune": "options that measurements chose under jit(tune=True)",
    "declined": "what passes did not do, and why",
    "recompile": "what differed where a function is compiled again",
}


@dataclass(frozen=True)
class Config:
    """`cache_dir` is None where nothing is kept on disk; `log` are the topics to print."""

    cache_dir: Path | None = None
    log: frozenset[str] = frozenset()

    @staticmethod
    def read(environment: Mapping[str, str]) -> Config:
        return Config(_cache_dir(environment), _topics(environment.get("PCC_LOG", "")))


def _topics(text: str) -> frozenset[str]:
    wanted = {name.strip() for name in text.split(",") if name.strip()}
    unknown = sorted(wanted - set(TOPICS))
    if unknown:
        warnings.warn(f"PCC_LOG: no topic {', '.join(unknown)}; there are {', '.join(TOPICS)}", stacklevel=2)
    return frozenset(wanted & set(TOPICS))


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


@cache
def logger(topic: str) -> logging.Logger:
    """The logger `pcc.<topic>` for one of TOPICS; it prints if PCC_LOG names it or the program has set its level."""
    assert topic in TOPICS
    made = logging.getLogger(f"pcc.{topic}")
    if made.level == logging.NOTSET:  # Paddle lets the root logger print what is INFO
        made.setLevel(logging.WARNING)
    if topic in config().log:
        made.propagate = False
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
        made.addHandler(handler)
        made.setLevel(logging.INFO)
    return made


def set_default(name: str, value: str) -> None:
    """Set an environment variable for a library that reads it when it loads, unless the user has set it."""
    os.environ.setdefault(name, value)
