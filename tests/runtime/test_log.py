"""Log topics: silent unless PCC_LOG names them, and then once, on stderr."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SCRIPT = "from pcc.config import logger; logger('plan').info('a,b'); logger('cache').info('found')"
ROOT_PRINTS = "import logging; logging.basicConfig(level=logging.INFO)\n"


@pytest.mark.parametrize("head", ["", ROOT_PRINTS])
def test_topics(head: str) -> None:
    def said(topics: str) -> list[str]:
        environment = {**os.environ, "PCC_LOG": topics}
        child = subprocess.run([sys.executable, "-c", head + SCRIPT], env=environment, capture_output=True, text=True)
        return child.stderr.splitlines()

    assert said("") == []
    assert said("plan") == ["pcc.plan: a,b"]
    assert said("cache,plan") == ["pcc.plan: a,b", "pcc.cache: found"]
