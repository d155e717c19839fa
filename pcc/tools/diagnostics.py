"""`--verify-diagnostics`: a text states its errors, `// expected-error @+1 {{part of the message}}`, as in MLIR.

`@+n`, `@-n`, `@above` and `@below` move the expected line. What is expected and missing, or found and not expected,
is an error.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pcc.dialects.errors import Place, TextError
from pcc.dialects.limits import Source

_EXPECTED = re.compile(r"//\s*expected-error\s*(?:@([+-]\d{1,6}|above|below))?\s*\{\{(.*?)\}\}")


def expectations(source: Source) -> list[tuple[int, str]]:
    """Line in the file and part of the message of every expected error."""
    found: list[tuple[int, str]] = []
    for match in _EXPECTED.finditer(source.text):
        shift = {None: 0, "above": -1, "below": 1}.get(match[1])
        found.append((source.place(match.start()).line + (int(match[1]) if shift is None else shift), match[2]))
    return found


def mismatches(source: Source, errors: Sequence[TextError]) -> list[TextError]:
    """The differences between what a text expects and what it gave."""
    pending = expectations(source)
    wrong: list[TextError] = []
    for error in errors:
        match = next((e for e in pending if e[0] == error.place.line and e[1] in error.message), None)
        if match is None:
            wrong.append(TextError(f"unexpected error: {error.message}", error.place, error.source))
        else:
            pending.remove(match)
    return wrong + [
        TextError(f"expected error '{text}' was not produced", Place(source.name, line)) for line, text in pending
    ]
