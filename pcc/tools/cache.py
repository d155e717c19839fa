"""`pcc cache`: compiled code on disk."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime

from pcc.dialects.errors import printable
from pcc.runtime.cache import CacheError, disk_cache
from pcc.tools.command import Failure


def cache(options: argparse.Namespace) -> int:
    """List, delete or check the entries. Raises Failure."""
    kept = disk_cache()
    if kept is None:
        raise Failure("there is no cache: PCC_CACHE_DIR is off, or its folder cannot be used")
    entries, damaged = kept.entries(), list[str]()
    size = sum(path.lstat().st_size for path in entries)
    for path in entries:
        if options.clear:
            path.unlink(missing_ok=True)
            continue
        try:
            name = str(kept.inspect(path).about.get("name", ""))
        except CacheError as error:
            name = f"damaged: {error}"
            damaged.append(path.name)
        if options.list:
            used = datetime.fromtimestamp(path.lstat().st_mtime).strftime("%Y-%m-%d %H:%M")
            sys.stdout.write(f"{path.name[:12]}  {path.lstat().st_size / 1024:8.0f} KiB  {used}  {printable(name)}\n")
    done = "deleted" if options.clear else "kept"
    sys.stdout.write(f"{len(entries)} entries, {size / 1e6:.1f} MB, {done} in {kept.folder}\n")
    if damaged and options.verify:
        raise Failure(f"{len(damaged)} damaged: {', '.join(damaged)}")
    return 0
