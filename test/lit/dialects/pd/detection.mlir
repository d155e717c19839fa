// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @yolo_scores_0(
// CHECK: pd.yolo_scores {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {anchors = array<i64: 10, 13, 16, 30, 33, 23>, class_num = 4 : i64, conf_thresh = 0.30000001192092896 : f64, downsample_ratio = 8 : i64, clip_bbox = true, scale_x_y = 1.000000e+00 : f64, iou_aware = false, iou_aware_factor = 5.000000e-01 : f64} : (tensor<2x27x5x7xf32>, tensor<2x2xi32>) -> tensor<2x105x4xf32>
func.func @yolo_scores_0(%0: tensor<2x27x5x7xf32>, %1: tensor<2x2xi32>) -> tensor<2x105x4xf32> {
  %2 = pd.yolo_scores %0, %1 {anchors = array<i64: 10, 13, 16, 30, 33, 23>, class_num = 4 : i64, conf_thresh = 0.30000001192092896 : f64, downsample_ratio = 8 : i64, clip_bbox = true, scale_x_y = 1.000000e+00 : f64, iou_aware = false, iou_aware_factor = 5.000000e-01 : f64} : (tensor<2x27x5x7xf32>, tensor<2x2xi32>) -> tensor<2x105x4xf32>
  func.return %2 : tensor<2x105x4xf32>
}

// CHECK-LABEL: func.func @yolo_boxes_0(
// CHECK: pd.yolo_boxes {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {anchors = array<i64: 10, 13, 16, 30, 33, 23>, class_num = 4 : i64, conf_thresh = 0.30000001192092896 : f64, downsample_ratio = 8 : i64, clip_bbox = true, scale_x_y = 1.000000e+00 : f64, iou_aware = false, iou_aware_factor = 5.000000e-01 : f64} : (tensor<2x27x5x7xf32>, tensor<2x2xi32>) -> tensor<2x105x4xf32>
func.func @yolo_boxes_0(%0: tensor<2x27x5x7xf32>, %1: tensor<2x2xi32>) -> tensor<2x105x4xf32> {
  %2 = pd.yolo_boxes %0, %1 {anchors = array<i64: 10, 13, 16, 30, 33, 23>, class_num = 4 : i64, conf_thresh = 0.30000001192092896 : f64, downsample_ratio = 8 : i64, clip_bbox = true, scale_x_y = 1.000000e+00 : f64, iou_aware = false, iou_aware_factor = 5.000000e-01 : f64} : (tensor<2x27x5x7xf32>, tensor<2x2xi32>) -> tensor<2x105x4xf32>
  func.return %2 : tensor<2x105x4xf32>
}

// CHECK-LABEL: func.func @yolo_box_0(
// CHECK: pd.yolo_box {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {anchors = array<i64: 10, 13, 16, 30, 33, 23>, class_num = 4 : i64, conf_thresh = 0.30000001192092896 : f64, downsample_ratio = 8 : i64, clip_bbox = true, scale_x_y = 1.000000e+00 : f64, iou_aware = false, iou_aware_factor = 5.000000e-01 : f64} : (tensor<2x27x5x7xf32>, tensor<2x2xi32>) -> (tensor<2x105x4xf32>, tensor<2x105x4xf32>)
func.func @yolo_box_0(%0: tensor<2x27x5x7xf32>, %1: tensor<2x2xi32>) -> (tensor<2x105x4xf32>, tensor<2x105x4xf32>) {
  %2, %3 = pd.yolo_box %0, %1 {anchors = array<i64: 10, 13, 16, 30, 33, 23>, class_num = 4 : i64, conf_thresh = 0.30000001192092896 : f64, downsample_ratio = 8 : i64, clip_bbox = true, scale_x_y = 1.000000e+00 : f64, iou_aware = false, iou_aware_factor = 5.000000e-01 : f64} : (tensor<2x27x5x7xf32>, tensor<2x2xi32>) -> (tensor<2x105x4xf32>, tensor<2x105x4xf32>)
  func.return %2, %3 : tensor<2x105x4xf32>, tensor<2x105x4xf32>
}

// CHECK-LABEL: func.func @yolo_box_1(
// CHECK: pd.yolo_box {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {anchors = array<i64: 10, 13, 16, 30, 33, 23>, class_num = 4 : i64, conf_thresh = 0.30000001192092896 : f64, downsample_ratio = 8 : i64, clip_bbox = false, scale_x_y = 1.2000000476837158 : f64, iou_aware = false, iou_aware_factor = 5.000000e-01 : f64} : (tensor<2x27x5x7xf32>, tensor<2x2xi32>) -> (tensor<2x105x4xf32>, tensor<2x105x4xf32>)
func.func @yolo_box_1(%0: tensor<2x27x5x7xf32>, %1: tensor<2x2xi32>) -> (tensor<2x105x4xf32>, tensor<2x105x4xf32>) {
  %2, %3 = pd.yolo_box %0, %1 {anchors = array<i64: 10, 13, 16, 30, 33, 23>, class_num = 4 : i64, conf_thresh = 0.30000001192092896 : f64, downsample_ratio = 8 : i64, clip_bbox = false, scale_x_y = 1.2000000476837158 : f64, iou_aware = false, iou_aware_factor = 5.000000e-01 : f64} : (tensor<2x27x5x7xf32>, tensor<2x2xi32>) -> (tensor<2x105x4xf32>, tensor<2x105x4xf32>)
  func.return %2, %3 : tensor<2x105x4xf32>, tensor<2x105x4xf32>
}
