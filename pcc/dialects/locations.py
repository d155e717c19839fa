"""Where the user wrote an op."""

from __future__ import annotations

from xdsl.dialects.builtin import CallSiteLoc, FileLineColLoc, LocationAttr, NameLoc
from xdsl.ir import Attribute

from pcc.dialects.errors import Place


def located(location: LocationAttr | Attribute, text: str) -> str:
    """A message with the place in front, if there is one."""
    where = str(place_of(location, Place("")))
    return f"{where}{': ' * bool(where)}{text}"


def place_of(location: LocationAttr | Attribute, default: Place) -> Place:
    """The first file position in an op's location, or the default."""
    match location:
        case FileLineColLoc():
            return Place(location.filename.data, location.line.data, location.column.data)
        case CallSiteLoc():
            return place_of(location.callee, default)
        case NameLoc():
            return place_of(location.location, default)
        case _:
            return default
