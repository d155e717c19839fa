"""Compiles the CPU library with the package: the rest of the build is in pyproject.toml."""

from __future__ import annotations

import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent


class BuildWithLibrary(build_py):
    """Copies the sources, and puts the library's machine code beside them."""

    def run(self) -> None:
        super().run()
        sys.path.insert(0, str(ROOT))
        from pcc.runtime.cpu.library import SHIPPED, ship

        place = SHIPPED.folder.relative_to(ROOT)
        ship((ROOT if self.editable_mode else Path(self.build_lib)) / place)


setup(cmdclass={"build_py": BuildWithLibrary})
