"""Boxes of object detectors from the outputs of their networks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from xdsl.dialects.builtin import DenseArrayBase, FloatAttr, IntegerAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.index import Expr
from pcc.dialects.pd.base import PdOp, Spec, Tensor, TypeRuleError, dtype_of, is_float, py, sample, shape_of, tensor
from pcc.dialects.relation import Relation
from pcc.dialects.scalars import Index, Scalars, compute_type

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


class Yolo(PdOp):
    """YOLOv3's last layer: x[n, anchor * (5 + classes) + entry, row, column], entries x, y, w, h, object, classes."""

    x = operand_def(base(TensorType))
    img_size = operand_def(base(TensorType))
    anchors = prop_def(base(DenseArrayBase))
    class_num = prop_def(base(IntegerAttr))
    conf_thresh = prop_def(base(FloatAttr))
    downsample_ratio = prop_def(base(IntegerAttr))
    clip_bbox = prop_def(base(IntegerAttr))
    scale_x_y = prop_def(base(FloatAttr))
    iou_aware = prop_def(base(IntegerAttr))
    iou_aware_factor = prop_def(base(FloatAttr))

    def boxes(self) -> int:
        """Boxes of one image."""
        return len(py(self.anchors)) // 2 * shape_of(self.x)[2] * shape_of(self.x)[3]

    def check(self) -> None:
        anchors, (_, channels, *_) = len(py(self.anchors)) // 2, shape_of(self.x)
        if channels != anchors * (5 + py(self.class_num)) or py(self.iou_aware) or not is_float(dtype_of(self.x)):
            raise TypeRuleError(f"yolo_box of {channels} channels for {anchors} anchors, or with iou_aware")

    def cell(self, k: Scalars[S], index: Index) -> tuple[Expr, Expr, Expr, Any]:
        """Anchor, row and column of a box, and a reader of its entries."""
        _, _, height, width = shape_of(self.x)
        image, box = index[:2]
        anchor, row, column = box // (height * width), box // width % height, box % width
        entries = 5 + py(self.class_num)

        def read(entry: Expr | int) -> S:
            return k.read(self.x, [image, anchor * entries + entry, row, column])

        return anchor, row, column, read

    def kept(self, k: Scalars[S], objectness: S, value: S) -> S:
        """The value, or 0 for a box that is not likely an object."""
        return k.select(k.compare("lt", objectness, py(self.conf_thresh)), 0.0, value)


def _yolo(clip: bool, scale: float) -> Any:
    def call(paddle: Any, x: Any, size: Any) -> Any:
        options = {"clip_bbox": clip, "scale_x_y": scale}
        return paddle.vision.ops.yolo_box(x, size, [10, 13, 16, 30, 33, 23], 4, 0.3, 8, **options)

    return sample(call, Spec((2, 27, 5, 7)), Spec((2, 2), "int32", 100, 200), tolerance=2e-5)


@irdl_op_definition
class YoloScoresOp(Yolo):
    """The scores of every box's classes: sigmoid(objectness) * sigmoid(class)."""

    name = "pd.yolo_scores"
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (_yolo(True, 1.0),)

    def infer(self) -> Sequence[Tensor]:
        self.check()
        return [tensor([shape_of(self.x)[0], self.boxes(), py(self.class_num)], dtype_of(self.x))]

    def relation(self) -> Relation:
        return Relation.parse("n _ _ _, n _ -> n _ _")

    def element(self, k: Scalars[S], index: Index) -> S:
        *_, read = self.cell(k, index)
        objectness = k.math("sigmoid", read(4))
        return self.kept(k, objectness, k.mul(objectness, k.math("sigmoid", read(index[2] + 5))))


@irdl_op_definition
class YoloBoxesOp(Yolo):
    """Every box's corners x1, y1, x2, y2 in pixels of the image."""

    name = "pd.yolo_boxes"
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (_yolo(True, 1.0),)

    def infer(self) -> Sequence[Tensor]:
        self.check()
        return [tensor([shape_of(self.x)[0], self.boxes(), 4], dtype_of(self.x))]

    def relation(self) -> Relation:
        return Relation.parse("n _ _ _, n _ -> n _ _")

    def element(self, k: Scalars[S], index: Index) -> S:
        """Corner c of axis a: centre -+ half the size, clipped to the image if asked."""
        anchor, row, column, read = self.cell(k, index)
        dtype, (_, _, height, width) = compute_type(dtype_of(self.x)), shape_of(self.x)
        vertical = k.compare("eq", k.index(index[2] % 2), 1)
        end = k.compare("ge", k.index(index[2]), 2)
        pixels = k.cast(k.read(self.img_size, [index[0], (index[2] + 1) % 2]), dtype)
        cells = k.select(vertical, k.constant(height, dtype), width)
        offset = k.mul(k.math("sigmoid", read(index[2] % 2)), py(self.scale_x_y))
        place = k.cast(k.select(vertical, k.index(row), k.index(column)), dtype)
        centre = k.div(k.mul(k.add(k.add(place, offset), -0.5 * (py(self.scale_x_y) - 1)), pixels), cells)
        extent = k.mul(k.math("exp", read(index[2] % 2 + 2)), self._anchor(k, anchor, vertical, dtype))
        extent = k.div(k.mul(extent, pixels), k.mul(cells, py(self.downsample_ratio)))
        half = k.mul(extent, 0.5)
        corner = k.select(end, k.add(centre, half), k.sub(centre, half))
        if py(self.clip_bbox):
            corner = k.select(end, k.min(corner, k.sub(pixels, 1)), k.max(corner, 0))
        return self.kept(k, k.math("sigmoid", read(4)), corner)

    def _anchor(self, k: Scalars[S], anchor: Expr, vertical: S, dtype: Any) -> S:
        """The anchor's width or height, in pixels of the network's input."""
        sizes = [float(v) for v in py(self.anchors)]
        chosen = k.select(vertical, k.constant(sizes[1], dtype), sizes[0])
        for number in range(1, len(sizes) // 2):
            this = k.select(vertical, k.constant(sizes[2 * number + 1], dtype), sizes[2 * number])
            chosen = k.select(k.compare("ge", k.index(anchor), number), this, chosen)
        return chosen


@irdl_op_definition
class YoloBoxOp(Yolo):
    """Boxes and scores of YOLOv3 (Redmon and Farhadi, arXiv 1804.02767)."""

    name = "pd.yolo_box"
    boxes_out = result_def(base(TensorType))
    scores = result_def(base(TensorType))
    SAMPLES: ClassVar = (_yolo(True, 1.0), _yolo(False, 1.2))

    def infer(self) -> Sequence[Tensor]:
        self.check()
        batch, dtype = shape_of(self.x)[0], dtype_of(self.x)
        return [tensor([batch, self.boxes(), n], dtype) for n in (4, py(self.class_num))]

    def relation(self) -> Relation:
        return Relation.parse("n _ _ _, n _ -> n _ _, n _ _")

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [b.op(kind, self.x, self.img_size, **self.properties) for kind in (YoloBoxesOp, YoloScoresOp)]
