"""Malformed and hostile inputs: texts for `pcc-opt` and `pcc run`, files for `pcc run` and `pcc.load`."""

from __future__ import annotations

import io
import json
import os
import stat
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np


def main(body: str, arguments: str = "%x: tensor<4x8xf32>") -> str:
    return f"func.func @main({arguments}) {{\n{body}\n  func.return\n}}\n"


def tensor(op: str, result: str = "tensor<4x8xf32>", operand: str = "tensor<4x8xf32>") -> str:
    return main(f"  %0 = {op} : ({operand}) -> {result}")


def nested_regions(depth: int) -> str:
    return '"builtin.module"() ({\n' * depth + "}) : () -> ()\n" * depth


# Each text with a part of the message it must give.
TEXTS: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "parse"),
    "noise": (bytes(range(1, 128)) * 50, "error"),
    "not utf-8": (main("").encode() + b"\xff\xfe", "UTF-8"),
    "nul byte": (main("  // \0"), "NUL"),
    "too long": (b"/" * (17 << 20), "bytes"),
    "brackets": ("(" * 1_000_000, "nested"),
    "nested regions": (nested_regions(400), "nested"),
    "nested types": (main("", f"%x: {'tuple<' * 300}i1{'>' * 300}"), "nested"),
    "nested attributes": (main(f"  %0 = arith.constant {'[' * 5000}1{']' * 5000} : i1"), "nested"),
    "function types": (main("", f"%x: {'() -> ' * 20_000}()"), "expected"),
    "huge splat": (main("  %0 = arith.constant dense<1.0> : tensor<100000x100000xf32>"), "dense"),
    "huge splat in hex": (main('  %0 = arith.constant dense<"0x0000803F"> : vector<999999999xf32>'), "dense"),
    "long constant": (main(f"  %0 = arith.constant dense<[{'1,' * 200_000}1]> : tensor<200001xi8>"), "list"),
    "long number": (main(f"  %0 = arith.constant {'9' * 1_000_000} : i64"), "digits"),
    "wide integer": (main("  %0 = arith.constant 1 : i2147483647"), "bits"),
    "overflow": (main("  %0 = arith.constant 99999999999999999999999 : i64"), "range"),
    "attributes": (main("", "%x: i1 {" + ", ".join(f"a{n} = {n}" for n in range(200_000)) + "}"), "attributes"),
    "huge shape": (main("", "%x: tensor<1000000x1000000x1000000xf32>"), "elements"),
    "high rank": (main("", f"%x: tensor<{'1x' * 500}f32>"), "rank"),
    "negative extent": (main("", "%x: tensor<-4x8xf32>"), "shape"),
    "dynamic extent": (main("", "%x: tensor<?x8xf32>"), "static"),
    "unknown op": (tensor("pd.launch_missiles %x"), "not registered"),
    "unknown dialect": (main('  "emitc.call"() {callee = "system"} : () -> ()'), "not registered"),
    "unknown type": (main("", "%x: !llvm.ptr"), "error"),
    "C in a symbol": ('func.func private @"x(){} void p(){system();} void y"() -> ()', "symbol"),
    "LLVM in a symbol": ('func.func @"f() { ret void }\\0Adefine void @g"() {\n  func.return\n}', "symbol"),
    "LLVM in a function of math": (
        main('  %0 = kernel.math "exp(float 0.0)\\0A call void @abort"(%x) : (f32) -> f32', "%x: f32"),
        "function",
    ),
    "unknown routine": (main('  kernel.routine "system"() fields [] {} :'), "routine"),
    "duplicate symbols": (main("") + main(""), "twice"),
    "duplicate values": (main("  %0 = pd.exp %x : (tensor<4x8xf32>) -> tensor<4x8xf32>\n" * 2), "already defined"),
    "cyclic values": (
        main(
            "  %0 = pd.exp %1 : (tensor<4x8xf32>) -> tensor<4x8xf32>\n"
            "  %1 = pd.exp %0 : (tensor<4x8xf32>) -> tensor<4x8xf32>"
        ),
        "before it is defined",
    ),
    "undefined value": (tensor("pd.exp %nothing"), "not defined"),
    "value of another region": (
        '%0 = arith.constant 1 : i1\nfunc.func @main() {\n  "func.return"(%0) : (i1) -> ()\n}\n',
        "another region",
    ),
    "type rule": (tensor("pd.exp %x", "tensor<8x4xf32>"), "pd.exp"),
    "axis": (tensor("pd.softmax %x {axis = 7 : i64}"), "axis"),
    "axes": (tensor("pd.sum %x {axis = array<i64: 0, 99>, keepdim = true}", "tensor<1x8xf32>"), "axis"),
    "missing attribute": (tensor("pd.sum %x", "tensor<f32>"), "pd.sum"),
    "attribute of another kind": (tensor('pd.softmax %x {axis = "1"}'), "pd.softmax"),
    "reshape": (tensor("pd.reshape %x {shape = array<i64: 5, 7>}", "tensor<5x7xf32>"), "reshape"),
    "permutation": (tensor("pd.transpose %x {perm = array<i64: 0, 0>}"), "perm"),
    "huge attribute": (
        tensor("pd.reshape %x {shape = array<i64: 9223372036854775807, 9223372036854775807>}"),
        "pd.reshape",
    ),
    "broadcast": (
        main(
            "  %0 = pd.add %x, %y : (tensor<4x8xf32>, tensor<3x8xf32>) -> tensor<4x8xf32>",
            "%x: tensor<4x8xf32>, %y: tensor<3x8xf32>",
        ),
        "broadcast",
    ),
    "unclosed string": (main('  "pd.exp' + "e" * 200), "string"),  # exponential in xDSL's own lexer
    "wrong escape": (main('  "' + "e" * 200 + '\\q"'), "string"),
    "cut": (tensor("pd.exp %x")[:60], "error"),
    "blocks": ("func.func @main() {\n^a:\n  func.return\n^b:\n  func.return\n}\n", "block"),
    "no terminator": ("func.func @main() {\n  %0 = arith.constant 1 : i1\n}\n", "terminator"),
    "digits of another script": (main("  %0 = arith.constant \u00b2 : i64"), "error"),
    "escape codes": (main("  \x1b[31mred"), "error"),
    "alias of itself": ("#a = #a\n", "alias"),
    "aliases": ("".join(f"#a{n + 1} = [#a{n}, #a{n}]\n" for n in range(60)).replace("#a0,", "1, 1] //", 1), "error"),
}


@dataclass(frozen=True)
class Parts:
    """An artifact in pieces, to be put together wrongly."""

    program: str
    weights: dict[str, np.ndarray]
    manifest: dict[str, object]

    def write(self, path: Path, extra: Callable[[zipfile.ZipFile], None] | None = None) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("program.mlir", self.program)
            for name, array in self.weights.items():
                archive.writestr(name, npy(array))
            archive.writestr("manifest.json", json.dumps(self.manifest))
            if extra:
                extra(archive)


def npy(array: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=array.dtype == object)
    return buffer.getvalue()


PROGRAM = """func.func @main(%x: tensor<4xf32> {pcc.input = "x"}, %w: tensor<4xf32> {pcc.weight = "w"})
    -> (tensor<4xf32> {pcc.output = "y"}) {
  %0 = pd.add %x, %w : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
"""


def parts(program: str = PROGRAM, weight: np.ndarray | None = None, **changes: object) -> Parts:
    """A good artifact, or one with changes: of the program, the weight, entries of the manifest."""
    weight = np.ones(4, np.float32) if weight is None else weight
    spec = {"shape": [4], "dtype": "float32"}
    manifest: dict[str, object] = {
        "format": "pcc artifact",
        "version": 1,
        "program": {"file": "program.mlir", "sha256": sha256(program.encode()).hexdigest()},
        "inputs": [{"name": "x", **spec}],
        "outputs": [{"name": "y", **spec}],
        "weights": [{"name": "w", **spec, "file": "weights/0.npy", "sha256": sha256(npy(weight)).hexdigest()}],
    }
    return Parts(program, {"weights/0.npy": weight}, manifest | changes)


def weight_entry(**changes: object) -> list[dict[str, object]]:
    entry = {"name": "w", "shape": [4], "dtype": "float32", "file": "weights/0.npy"}
    return [{**entry, "sha256": sha256(npy(np.ones(4, np.float32))).hexdigest(), **changes}]


def good(path: Path) -> None:
    parts().write(path)


def truncated(path: Path) -> None:
    good(path)
    path.write_bytes(path.read_bytes()[:-200])


def truncated_weights(path: Path) -> None:
    whole = npy(np.ones(4, np.float32))
    made = parts(weights=weight_entry(sha256=sha256(whole[:-8]).hexdigest()))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("program.mlir", made.program)
        archive.writestr("weights/0.npy", whole[:-8])
        archive.writestr("manifest.json", json.dumps(made.manifest))


def flipped(path: Path) -> None:
    good(path)
    content = bytearray(path.read_bytes())
    content[content.index(b"pd.add") + 3] ^= 1
    path.write_bytes(content)


def bomb(path: Path) -> None:
    """A program of 8 GiB of spaces in some MiB of file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps(parts().manifest))
        with archive.open("program.mlir", "w", force_zip64=True) as file:
            for _ in range(256):
                file.write(b" " * (1 << 20))


def lying_bomb(path: Path) -> None:
    """A part that states 100 bytes and inflates to 64 MiB."""
    made = parts()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("program.mlir", made.program)
        archive.writestr("weights/0.npy", b"\0" * (64 << 20))
        archive.writestr("manifest.json", json.dumps(made.manifest))
    content = path.read_bytes().replace((64 << 20).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    path.write_bytes(content)


def traversal(path: Path) -> None:
    parts().write(path, lambda archive: archive.writestr("../../evil.txt", "evil"))


def traversal_in_manifest(path: Path) -> None:
    parts(weights=weight_entry(file="../../../../etc/passwd")).write(path)


def traversal_in_output(path: Path) -> None:
    program = PROGRAM.replace('"y"', '"../../evil"')
    parts(program, outputs=[{"name": "../../evil", "shape": [4], "dtype": "float32"}]).write(path)


def link_inside(path: Path) -> None:
    info = zipfile.ZipInfo("weights/1.npy")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    parts().write(path, lambda archive: archive.writestr(info, "/etc/passwd"))


def twice(path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parts().write(path, lambda archive: archive.writestr("manifest.json", "{}"))


def pickled(path: Path) -> None:
    weight = np.array([print, 1, 2, 3], object)
    parts(weight=weight).write(path)


def huge_header(path: Path) -> None:
    header = npy(np.ones(4, np.float32)).replace(b"(4,)", b"(4000000000,)"[:4].ljust(4))
    made = parts(weights=weight_entry(sha256=sha256(header[:-16]).hexdigest()))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("program.mlir", made.program)
        archive.writestr("weights/0.npy", header[:-16])
        archive.writestr("manifest.json", json.dumps(made.manifest))


def huge_input(path: Path) -> None:
    program = PROGRAM.replace("4xf32", "1000000000000xf32").replace("pcc.weight", "pcc.input")
    spec = {"shape": [1000000000000], "dtype": "float32"}
    inputs = [{"name": "x", **spec}, {"name": "w", **spec}]
    parts(program, inputs=inputs, outputs=[{"name": "y", **spec}], weights=[]).write(path)


def loops(path: Path) -> None:
    """A program that would write where it likes."""
    parts(
        "func.func @main(%x: memref<4xf32>) {\n  %0 = arith.constant 1000000 : index\n  %1 = arith.constant 1.0 : f32\n"
        "  memref.store %1, %x[%0] : memref<4xf32>\n  func.return\n}\n"
    ).write(path)


def foreign_call(path: Path) -> None:
    parts(
        "func.func private @system(tensor<4xf32>) -> ()\nfunc.func @main(%x: tensor<4xf32>) {\n"
        "  func.call @system(%x) : (tensor<4xf32>) -> ()\n  func.return\n}\n"
    ).write(path)


def paddle_call(path: Path) -> None:
    body = '  %0 = pd.paddle_call %x {op = "pd_op.svd", reason = "none"} : (tensor<4x8xf32>) -> tensor<4x8xf32>'
    parts(main(body)).write(path)


def _fifo(path: Path) -> None:
    os.mkfifo(path)


# Each maker with a part of the message that the file must give.
FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "no file": (lambda path: None, "No such file"),
    "a folder": (lambda path: path.mkdir(), "directory"),
    "a pipe": (_fifo, "regular"),
    "a link to a device": (lambda path: path.symlink_to("/dev/zero"), "regular"),
    "a link to itself": (lambda path: path.symlink_to(path), "symbolic links"),
    "empty": (lambda path: path.touch(), "no artifact"),
    "wrong magic": (lambda path: path.write_bytes(b"\x7fELF" + bytes(1000)), "no artifact"),  # type: ignore[dict-item]
    "only magic": (lambda path: path.write_bytes(b"PK\x03\x04"), "damaged"),  # type: ignore[dict-item]
    "noise after magic": (lambda path: path.write_bytes(b"PK\x03\x04" + os.urandom(4096)), "damaged"),  # type: ignore[dict-item]
    "truncated": (truncated, "damaged"),
    "truncated weights": (truncated_weights, "ends after"),
    "flipped bit": (flipped, "damaged"),
    "zip bomb": (bomb, "at most"),
    "lying zip bomb": (lying_bomb, "w"),
    "path traversal": (traversal, "no part"),
    "path traversal in the manifest": (traversal_in_manifest, "error"),
    "path traversal in an output": (traversal_in_output, "no name"),
    "symbolic link inside": (link_inside, "no part"),
    "one name twice": (twice, "one name"),
    "pickled weights": (pickled, "weight"),
    "huge header": (huge_header, "weight"),
    "huge tensors": (huge_input, "GiB"),
    "loops": (loops, "pd ops"),
    "foreign call": (foreign_call, "one function"),
    "left to Paddle": (paddle_call, "left to Paddle"),
    "no manifest": (lambda path: zipfile.ZipFile(path, "w").writestr("a", "b"), "manifest"),
    "manifest is a list": (lambda path: zipfile.ZipFile(path, "w").writestr("manifest.json", "[]"), "manifest"),
    "manifest is nested": (
        lambda path: zipfile.ZipFile(path, "w").writestr("manifest.json", "[" * 100_000),
        "error",
    ),
    "another version": (lambda path: parts(version=99).write(path), "version"),
    "another digest": (lambda path: parts(weights=weight_entry(sha256="0" * 64)).write(path), "digest"),
    "another signature": (lambda path: parts(weights=weight_entry(shape=[5])).write(path), "manifest"),
    "weight of another shape": (lambda path: parts(weight=np.ones(5, np.float32)).write(path), "weight"),
    "weight of another dtype": (lambda path: parts(weight=np.ones(4, np.float64)).write(path), "weight"),
    "no weights": (lambda path: parts(weights=[]).write(path), "manifest"),
    "broken program": (lambda path: parts(PROGRAM.replace("pd.add", "pd.ad")).write(path), "not registered"),
}
