"""One model's fold-out section of the page: times, kernels, what was left to Paddle, where compile time went."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from pcc.tools.demo.chart import stack
from pcc.tools.demo.measurement import PEERS, Kernel, Measurement
from pcc.tools.demo.table import times

_STEPS_SHOWN = 4  # the longest steps; the others are added up
_TYPES_SHOWN = 3


def details(found: Measurement) -> str:
    """The section, closed at first."""
    speed = times(found.ratio("eager")).replace("x", "×")
    short = escape(found.failure) if found.failure else f"{found.details()} · {speed} eager"
    look = ' class="bad"' if found.failure else ""
    summary = f"<summary{look}>{escape(found.title)}<span>{short}</span></summary>"
    parts = [_times(found), _kernels(found), _left(found), _compile_time(found)] if found.ops else []
    return f'<details id="{escape(found.name)}">{summary}<div>{"".join(parts)}</div></details>'


def _times(found: Measurement) -> str:
    names = {"pcc": "pcc", **PEERS}
    shown = {names[key]: f"{seconds * 1e3:,.3f} ms" for key, seconds in found.seconds.items()}
    shown |= {names[key]: f"did not run: {reason}" for key, reason in found.absent.items()}
    shown |= {"Memory between kernels": f"{found.arena_bytes / 1e6:,.1f} MB", "Largest error": f"{found.error:.1e}"}
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in shown.items())
    return f'<h3>One call, {escape(found.input)}</h3><dl class="facts">{facts}</dl>'


def _kernels(found: Measurement) -> str:
    alike: dict[tuple[str, tuple[str, ...]], list[Kernel]] = {}
    for kernel in found.kernels:
        alike.setdefault((kernel.kind, _named(kernel)), []).append(kernel)
    rows = "".join(_kernel_row(kind, ops, same) for (kind, ops), same in alike.items())
    head = '<tr><th>kind</th><th class="text">what is fused</th><th class="text">makes</th><th>count</th></tr>'
    return f"<h3>Kernels</h3><div class='scroll'><table><thead>{head}</thead><tbody>{rows}</tbody></table></div>"


def _named(kernel: Kernel) -> tuple[str, ...]:
    """The ops but for constants, unless there is nothing else."""
    return tuple(op for op in kernel.ops if op != "full") or tuple(kernel.ops)


def _kernel_row(kind: str, ops: tuple[str, ...], alike: list[Kernel]) -> str:
    made = list(dict.fromkeys(", ".join(kernel.results) for kernel in alike))
    more = f" and {len(made) - _TYPES_SHOWN} more" if len(made) > _TYPES_SHOWN else ""
    types = ", ".join(made[:_TYPES_SHOWN]).replace("tensor<", "").replace(">", "")
    names = " → ".join(f"<code>{escape(op)}</code>" for op in ops)
    cells = f'<td class="text">{names}</td><td class="text"><code>{escape(types)}</code>{more}</td>'
    return f"<tr><td>{escape(kind)}</td>{cells}<td>{len(alike)}</td></tr>"


def _left(found: Measurement) -> str:
    reasons = "".join(f"<li>{escape(reason)}</li>" for reason in dict.fromkeys(found.left))
    listed = f'<ul class="reasons">{reasons}</ul>' if reasons else '<p class="good">Nothing: pcc compiles every op.</p>'
    return f"<h3>Left to Paddle</h3>{listed}"


def _compile_time(found: Measurement) -> str:
    parts = _longest(found.steps)
    legend = "".join(
        f'<li><i class="c{number}"></i>{escape(name)} {seconds:.2f} s</li>'
        for number, (name, seconds) in enumerate(parts.items())
    )
    bar = f'{stack(parts)}<ul class="legend">{legend}</ul>'
    return f"<h3>Compile time, {found.compile_s:.2f} s</h3>{bar}"


def _longest(steps: Mapping[str, float]) -> dict[str, float]:
    """The longest steps in the order they run, then the rest as one."""
    largest = sorted(steps, key=lambda name: -steps[name])[:_STEPS_SHOWN]
    kept = {name: seconds for name, seconds in steps.items() if name in largest}
    rest = sum(steps.values()) - sum(kept.values())
    return {**kept, "all else": rest} if rest > 0 else kept
