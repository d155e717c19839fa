"""The page of one compilation: plan, kernels, what each pass changed, what was declined, the code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import unified_diff
from html import escape
from importlib.resources import files

from pcc.passes.base import Note
from pcc.passes.pipeline import print_pipeline
from pcc.passes.quantity import quantities, total
from pcc.runtime.build import Build
from pcc.runtime.program_facts import Kernel
from pcc.runtime.report.picture import line_of, picture
from pcc.runtime.report.recording import Step
from pcc.schedule.plan_graph import drawing

MOST_PLACES = 4  # of one function in the program
MOST_LINES = 1500  # of one diff or one kernel's code
_FUNCTION = {
    "loops": re.compile(r"^  func\.func private @(\w+).*?^  }$", re.MULTILINE | re.DOTALL),
    "llvm": re.compile(r"^define [^\n]*@(?:f_)?(\w+)(?:\.part\d+)?\(.*?^}$", re.MULTILINE | re.DOTALL),
    "threads": re.compile(r"^  func\.func private @(\w+).*?^  }$", re.MULTILINE | re.DOTALL),
    "cuda": re.compile(r'^(?:// [^\n]*\n)*extern "C" __global__ [^\n]*?\bk_(\w+)\(.*?^}$', re.MULTILINE | re.DOTALL),
}
_TITLES = {"llvm": "LLVM IR", "threads": "thread code", "cuda": "CUDA C++"}


def page(title: str, builds: Sequence[Build], left: Sequence[str] = ()) -> str:
    """One HTML file that needs nothing else, of a program's compiled parts; `left` says what is left to Paddle.

    All text in it is escaped.
    """
    folder = files("pcc.runtime.report")
    style = "".join((folder / sheet).read_text(encoding="utf-8") for sheet in ("base.css", "page.css"))
    parts = [
        f"<h1>{escape(title)}</h1>",
        _figures(builds, left),
        *(f'<p class="bad">{escape(line)}</p>' for line in left),
    ]
    for number, build in enumerate(builds):
        parts += [f"<h2>Part {number + 1} of {len(builds)}</h2>"] if len(builds) > 1 else []
        parts += _sections(build)
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    head += f"<title>{escape(title)}</title><style>{style}</style>"
    return f'<!doctype html><html lang="en"><head>{head}</head><body><main>{"".join(parts)}</main></body></html>\n'


def _figures(builds: Sequence[Build], left: Sequence[str]) -> str:
    shown = {
        "kernels": str(sum(len(b.kernels) for b in builds)),
        "left to Paddle": str(len(left)),
        "compiled in": f"{sum(sum(b.seconds.values()) for b in builds):.2f} s",
        "arena": f"{max(b.facts.arena_bytes for b in builds) / 1e6:.1f} MB",
        "choices declined": str(sum(len(b.facts.declined) for b in builds)),
    }
    return f'<dl class="figures">{"".join(f"<div><dt>{k}</dt><dd>{v}</dd></div>" for k, v in shown.items())}</dl>'


def _sections(build: Build) -> list[str]:
    steps = [step.step for step in build.record.steps]
    return [
        f"<h2>Plan</h2><p>A pass waits for facts that it needs, and for what breaks those that it gives (dashed).</p>"
        f'<div class="scroll plan">{drawing(steps)}</div><p><code>{escape(print_pipeline(steps))}</code></p>',
        f"<h2>Kernels</h2><p>In order; rows of one colour do the same.</p>{picture(build.kernels, build.resources)}",
        f"<h2>Passes</h2>{''.join(map(_step, build.record.steps))}",
        f"<h2>Declined</h2>{_declined(build.facts.declined)}",
        f"<h2>Code</h2>{''.join(_codes(build))}",
    ]


def _step(step: Step) -> str:
    name = print_pipeline([step.step])
    head = f"<summary>{escape(name)}<span>{step.seconds * 1e3:.1f} ms, {escape(step.result)}</span></summary>"
    lines = step.before.splitlines(), step.after.splitlines()
    diff = list(unified_diff(*lines, lineterm="", n=1))[2:] if step.after else []
    return f"<details>{head}<pre>{_lines(diff)}</pre></details>" if diff else f'<p class="idle">{head[9:-10]}</p>'


def _lines(lines: Sequence[str]) -> str:
    looks = {"+": "add", "-": "del", "@": "hunk"}
    shown = [f'<span class="{looks.get(line[:1], "")}">{escape(line)}</span>' for line in lines[:MOST_LINES]]
    return "\n".join([*shown, *([f"… and {len(lines) - MOST_LINES} more lines"] if len(lines) > MOST_LINES else [])])


def _declined(notes: Sequence[Note]) -> str:
    if not notes:
        return "<p>Nothing.</p>"
    rows: list[str] = []
    for kind, text in dict.fromkeys((note.kind, note.text) for note in notes):
        alike = [note for note in notes if (note.kind, note.text) == (kind, text)]
        sums = quantities(total(note.numbers for note in alike))
        places = " ".join(dict.fromkeys(line_of(note.where) for note in alike[:8]))
        rows.append(
            f'<tr><td class="text">{escape(kind)}: {escape(text)}</td><td>{len(alike)}</td><td>{escape(sums)}</td>'
            f'<td class="text">{places}</td></tr>'
        )
    head = '<tr><th class="text">why</th><th>times</th><th>in all</th><th class="text">where</th></tr>'
    return f'<div class="scroll"><table><thead>{head}</thead><tbody>{"".join(rows)}</tbody></table></div>'


def _codes(build: Build) -> list[str]:
    """One part for every function of the program, with the user's lines and its code at the last two levels."""
    levels = {n: _functions(build.texts[n], pattern) for n, pattern in _FUNCTION.items() if n in build.texts}
    return [
        f'<details id="{escape(name)}"><summary>{escape(name)}<span>{_lines_of(name, build.kernels)}</span></summary>'
        + "".join(
            f"<h3>{_TITLES.get(level, level)}</h3><pre>{_lines(text[name].splitlines())}</pre>"
            for level, text in levels.items()
            if name in text
        )
        + "</details>"
        for name in dict.fromkeys(name for text in levels.values() for name in text)
    ]


def _functions(text: str, pattern: re.Pattern[str]) -> dict[str, str]:
    """The text of each function by name, its parallel parts included."""
    found: dict[str, str] = {}
    for match in pattern.finditer(text):
        found[match[1]] = f"{found[match[1]]}\n\n{match[0]}" if match[1] in found else match[0]
    return found


def _lines_of(symbol: str, kernels: Sequence[Kernel]) -> str:
    """Where the user wrote what a function computes."""
    places = dict.fromkeys(kernel.where for kernel in kernels if kernel.symbol == symbol)
    return " ".join(map(line_of, list(places)[:MOST_PLACES])) + (" …" if len(places) > MOST_PLACES else "")
