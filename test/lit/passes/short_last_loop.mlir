// RUN: pcc-opt %s -p 'bufferize,lower-to-loops{vector-bits=512}' | filecheck %s

// The last loop is over corner c // 2 and coordinate c % 2 of a box: it is not split, so it can be written out.
// CHECK-LABEL: func.func private @kernel_
// CHECK-NOT: kernel.gather
// CHECK: vector.shuffle
// CHECK: func.return
func.func @main(%0: tensor<1x27x16x16xf32>, %1: tensor<1x2xi32>) -> tensor<1x768x4xf32> {
  %2 = kernel.launch "loops" (%3 = %0, %4 = %1) : (tensor<1x27x16x16xf32>, tensor<1x2xi32>) -> tensor<1x768x4xf32> {
    %5 = pd.yolo_boxes %3, %4 {anchors = array<i64: 10, 13, 16, 30, 33, 23>, class_num = 4 : i64, conf_thresh = 0.004999999888241291 : f64, downsample_ratio = 8 : i64, clip_bbox = true, scale_x_y = 1.000000e+00 : f64, iou_aware = false, iou_aware_factor = 5.000000e-01 : f64} : (tensor<1x27x16x16xf32>, tensor<1x2xi32>) -> tensor<1x768x4xf32>
    kernel.yield %5 : tensor<1x768x4xf32>
  }
  func.return %2 : tensor<1x768x4xf32>
}
