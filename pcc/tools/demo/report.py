"""The demo as a page: one HTML file that needs nothing else. Every text in it is escaped."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timezone
from html import escape
from importlib.resources import files

from pcc.tools.demo.chart import ratios
from pcc.tools.demo.details import details
from pcc.tools.demo.measurement import PEERS, Measurement, geometric_mean
from pcc.tools.demo.table import HEAD, cells, mean_cells

_TIMES = re.compile(r"(?<=\d)x$|^x(?= )")  # the x of `1.83x` and `x eager`
_HOW = (
    "Every model runs in a process of its own, in inference, with random weights. After two warm-up calls, pcc, Paddle"
    " eager and <code>paddle.jit.to_static</code> take turns, each with as many calls as fit its turn; a time is the"
    " median over turns of the median within one. The error is the largest difference from Paddle eager, relative to"
    " the largest number in the result. The compile time is that of the first call, all included."
)


def page(measured: Sequence[Measurement], facts: Mapping[str, str], disturbed: bool) -> str:
    """The whole page. `facts` are of the machine; `disturbed` says that other programs took much of it."""
    sheets = (files("pcc.runtime.report") / "base.css", files("pcc.tools.demo") / "page.css")
    style = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    parts = [
        f"<h1>pcc demo</h1>{_opening(measured)}{_disturbed() if disturbed else ''}{_figures(measured)}",
        f"<h2>How much faster</h2>{_chart(measured)}",
        f"<h2>In numbers</h2>{_table(measured)}",
        f"<h2>Model by model</h2>{''.join(map(details, measured))}",
        f"<h2>How it was measured</h2><p>{_HOW}</p>",
        f'<h2>Where</h2><div class="card"><dl class="facts">{_facts(facts)}</dl></div>',
        f'<p class="quiet">Made on {datetime.now(timezone.utc):%d %B %Y, %H:%M} UTC.</p>',
    ]
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    body = f"<body><main>{''.join(parts)}</main></body>"
    head += f"<title>pcc demo</title><style>{style}</style>"
    return f'<!doctype html><html lang="en"><head>{head}</head>{body}</html>\n'


def _opening(measured: Sequence[Measurement]) -> str:
    failed = [m for m in measured if m.failure]
    well = len(measured) - len(failed)
    verdict = f"{well} of {len(measured)} models compile, run and agree with Paddle."
    listed = "".join(f'<p class="bad">{escape(m.title)}: {escape(m.failure)}</p>' for m in failed)
    return f"<p>Paddle programs, compiled by pcc and compared with Paddle itself. {verdict}</p>{listed}"


def _disturbed() -> str:
    return '<p class="warning">Other programs kept this machine busy while the demo ran: its times mean little.</p>'


def _figures(measured: Sequence[Measurement]) -> str:
    well = [m for m in measured if m.ops]
    means = {f"against {PEERS[peer]}": geometric_mean(m.ratio(peer) for m in well) for peer in PEERS}
    shown = {name: f"{mean:.2f}×" if mean > 0 else "–" for name, mean in means.items()}
    ops, left = sum(m.ops for m in well), sum(len(m.left) for m in well)
    shown["of all ops compiled"] = f"{100 * (ops - left) / ops:.1f} %" if ops else "–"
    errors = [m.error for m in well if not math.isnan(m.error)]
    shown["largest error"] = f"{max(errors):.0e}" if errors else "–"
    return (
        f'<dl class="figures">{"".join(f"<div><dt>{escape(k)}</dt><dd>{v}</dd></div>" for k, v in shown.items())}</dl>'
    )


def _chart(measured: Sequence[Measurement]) -> str:
    rows = [(m.title, {peer: m.ratio(peer) for peer in PEERS}) for m in measured if m.seconds]
    legend = "".join(f'<li><i class="{peer}"></i>against {escape(name)}</li>' for peer, name in PEERS.items())
    caption = "Right of 1×, pcc is faster. Each step of the scale is a factor of two."
    inside = f'<ul class="legend">{legend}</ul>{ratios(rows)}<figcaption>{caption}</figcaption>'
    return f'<figure class="card">{inside}</figure>'


def _table(measured: Sequence[Measurement]) -> str:
    head = _row(HEAD, "th")
    body = "".join(_row(cells(m), "td", " bad" if m.failure else "") for m in measured)
    parts = f"<thead>{head}</thead><tbody>{body}</tbody><tfoot>{_row(mean_cells(measured), 'td')}</tfoot>"
    return f'<div class="scroll"><table>{parts}</table></div>'


def _row(texts: Iterable[str], kind: str, look: str = "") -> str:
    first, *rest = (escape("–" if text == "-" else _TIMES.sub("×", text)) for text in texts)
    others = "".join(f"<{kind}>{text}</{kind}>" for text in rest)
    return f'<tr class="row{look}"><th scope="row">{first}</th>{others}</tr>'


def _facts(facts: Mapping[str, str]) -> str:
    return "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts.items())
