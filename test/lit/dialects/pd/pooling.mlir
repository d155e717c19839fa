// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @pool2d_0(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 2, 2>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<2x3x8x34xf32>) -> tensor<2x3x4x17xf32>
func.func @pool2d_0(%0: tensor<2x3x8x34xf32>) -> tensor<2x3x4x17xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NCHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 2, 2>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<2x3x8x34xf32>) -> tensor<2x3x4x17xf32>
  func.return %1 : tensor<2x3x4x17xf32>
}

// CHECK-LABEL: func.func @pool2d_1(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x9x11xf32>) -> tensor<1x3x5x6xf32>
func.func @pool2d_1(%0: tensor<1x3x9x11xf32>) -> tensor<1x3x5x6xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NCHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x9x11xf32>) -> tensor<1x3x5x6xf32>
  func.return %1 : tensor<1x3x5x6xf32>
}

// CHECK-LABEL: func.func @pool2d_2(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, ceil_mode = true, global_pooling = false, adaptive = false} : (tensor<1x3x9x11xf32>) -> tensor<1x3x4x5xf32>
func.func @pool2d_2(%0: tensor<1x3x9x11xf32>) -> tensor<1x3x4x5xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NCHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, ceil_mode = true, global_pooling = false, adaptive = false} : (tensor<1x3x9x11xf32>) -> tensor<1x3x4x5xf32>
  func.return %1 : tensor<1x3x4x5xf32>
}

// CHECK-LABEL: func.func @pool2d_3(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 2, 2>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, ceil_mode = true, global_pooling = false, adaptive = false} : (tensor<1x2x5x5xf32>) -> tensor<1x2x4x4xf32>
func.func @pool2d_3(%0: tensor<1x2x5x5xf32>) -> tensor<1x2x4x4xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NCHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 2, 2>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, ceil_mode = true, global_pooling = false, adaptive = false} : (tensor<1x2x5x5xf32>) -> tensor<1x2x4x4xf32>
  func.return %1 : tensor<1x2x4x4xf32>
}

// CHECK-LABEL: func.func @pool2d_4(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NHWC", pooling_type = "max", padding_algorithm = "SAME", kernel_size = array<i64: 3, 2>, strides = array<i64: 3, 2>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x9x11x5xf32>) -> tensor<1x3x6x5xf32>
func.func @pool2d_4(%0: tensor<1x9x11x5xf32>) -> tensor<1x3x6x5xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NHWC", pooling_type = "max", padding_algorithm = "SAME", kernel_size = array<i64: 3, 2>, strides = array<i64: 3, 2>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x9x11x5xf32>) -> tensor<1x3x6x5xf32>
  func.return %1 : tensor<1x3x6x5xf32>
}

// CHECK-LABEL: func.func @pool2d_5(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 2, 2>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<2x3x8x34xf32>) -> tensor<2x3x4x17xf32>
func.func @pool2d_5(%0: tensor<2x3x8x34xf32>) -> tensor<2x3x4x17xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 2, 2>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<2x3x8x34xf32>) -> tensor<2x3x4x17xf32>
  func.return %1 : tensor<2x3x4x17xf32>
}

// CHECK-LABEL: func.func @pool2d_6(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x9x11xf32>) -> tensor<1x3x5x6xf32>
func.func @pool2d_6(%0: tensor<1x3x9x11xf32>) -> tensor<1x3x5x6xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x9x11xf32>) -> tensor<1x3x5x6xf32>
  func.return %1 : tensor<1x3x5x6xf32>
}

// CHECK-LABEL: func.func @pool2d_7(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = false, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x9x11xf32>) -> tensor<1x3x5x6xf32>
func.func @pool2d_7(%0: tensor<1x3x9x11xf32>) -> tensor<1x3x5x6xf32> {
  %1 = pd.pool2d %0 {exclusive = false, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x9x11xf32>) -> tensor<1x3x5x6xf32>
  func.return %1 : tensor<1x3x5x6xf32>
}

// CHECK-LABEL: func.func @pool2d_8(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = false, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, ceil_mode = true, global_pooling = false, adaptive = false} : (tensor<1x3x10x12xf32>) -> tensor<1x3x6x7xf32>
func.func @pool2d_8(%0: tensor<1x3x10x12xf32>) -> tensor<1x3x6x7xf32> {
  %1 = pd.pool2d %0 {exclusive = false, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, ceil_mode = true, global_pooling = false, adaptive = false} : (tensor<1x3x10x12xf32>) -> tensor<1x3x6x7xf32>
  func.return %1 : tensor<1x3x6x7xf32>
}

// CHECK-LABEL: func.func @pool2d_9(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 0, 2, 1>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x9x11xf32>) -> tensor<1x3x4x6xf32>
func.func @pool2d_9(%0: tensor<1x3x9x11xf32>) -> tensor<1x3x4x6xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 0, 2, 1>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x9x11xf32>) -> tensor<1x3x4x6xf32>
  func.return %1 : tensor<1x3x4x6xf32>
}

// CHECK-LABEL: func.func @pool2d_10(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NHWC", pooling_type = "avg", padding_algorithm = "VALID", kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x9x11x5xf32>) -> tensor<1x4x5x5xf32>
func.func @pool2d_10(%0: tensor<1x9x11x5xf32>) -> tensor<1x4x5x5xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NHWC", pooling_type = "avg", padding_algorithm = "VALID", kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x9x11x5xf32>) -> tensor<1x4x5x5xf32>
  func.return %1 : tensor<1x4x5x5xf32>
}

// CHECK-LABEL: func.func @pool2d_11(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "SAME", kernel_size = array<i64: 4, 4>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, ceil_mode = true, global_pooling = false, adaptive = false} : (tensor<1x3x9x11xf32>) -> tensor<1x3x5x6xf32>
func.func @pool2d_11(%0: tensor<1x3x9x11xf32>) -> tensor<1x3x5x6xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "SAME", kernel_size = array<i64: 4, 4>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, ceil_mode = true, global_pooling = false, adaptive = false} : (tensor<1x3x9x11xf32>) -> tensor<1x3x5x6xf32>
  func.return %1 : tensor<1x3x5x6xf32>
}

// CHECK-LABEL: func.func @pool2d_12(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 1, 1>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = true} : (tensor<2x5x7x9xf32>) -> tensor<2x5x1x1xf32>
func.func @pool2d_12(%0: tensor<2x5x7x9xf32>) -> tensor<2x5x1x1xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 1, 1>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = true} : (tensor<2x5x7x9xf32>) -> tensor<2x5x1x1xf32>
  func.return %1 : tensor<2x5x1x1xf32>
}

// CHECK-LABEL: func.func @pool2d_13(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 4>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = true} : (tensor<2x5x7x9xf32>) -> tensor<2x5x3x4xf32>
func.func @pool2d_13(%0: tensor<2x5x7x9xf32>) -> tensor<2x5x3x4xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 4>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = true} : (tensor<2x5x7x9xf32>) -> tensor<2x5x3x4xf32>
  func.return %1 : tensor<2x5x3x4xf32>
}

// CHECK-LABEL: func.func @pool2d_14(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 4, 9>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = true} : (tensor<2x5x8x9xf32>) -> tensor<2x5x4x9xf32>
func.func @pool2d_14(%0: tensor<2x5x8x9xf32>) -> tensor<2x5x4x9xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 4, 9>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = true} : (tensor<2x5x8x9xf32>) -> tensor<2x5x4x9xf32>
  func.return %1 : tensor<2x5x4x9xf32>
}

// CHECK-LABEL: func.func @pool2d_15(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NHWC", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 1, 3>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = true} : (tensor<2x7x9x5xf32>) -> tensor<2x1x3x5xf32>
func.func @pool2d_15(%0: tensor<2x7x9x5xf32>) -> tensor<2x1x3x5xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NHWC", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 1, 3>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = true} : (tensor<2x7x9x5xf32>) -> tensor<2x1x3x5xf32>
  func.return %1 : tensor<2x1x3x5xf32>
}

// CHECK-LABEL: func.func @pool2d_16(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 1, 3>, strides = array<i64: 1, 2>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<2x3x1x19xf32>) -> tensor<2x3x1x9xf32>
func.func @pool2d_16(%0: tensor<2x3x1x19xf32>) -> tensor<2x3x1x9xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NCHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 1, 3>, strides = array<i64: 1, 2>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<2x3x1x19xf32>) -> tensor<2x3x1x9xf32>
  func.return %1 : tensor<2x3x1x9xf32>
}

// CHECK-LABEL: func.func @pool2d_17(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 1, 3>, strides = array<i64: 1, 2>, paddings = array<i64: 0, 1>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<2x3x1x19xf32>) -> tensor<2x3x1x10xf32>
func.func @pool2d_17(%0: tensor<2x3x1x19xf32>) -> tensor<2x3x1x10xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NCHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 1, 3>, strides = array<i64: 1, 2>, paddings = array<i64: 0, 1>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<2x3x1x19xf32>) -> tensor<2x3x1x10xf32>
  func.return %1 : tensor<2x3x1x10xf32>
}

// CHECK-LABEL: func.func @pool2d_18(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 2, 2>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x2x5x5xf64>) -> tensor<1x2x4x4xf64>
func.func @pool2d_18(%0: tensor<1x2x5x5xf64>) -> tensor<1x2x4x4xf64> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NCHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 2, 2>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x2x5x5xf64>) -> tensor<1x2x4x4xf64>
  func.return %1 : tensor<1x2x4x4xf64>
}

// CHECK-LABEL: func.func @pool2d_19(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 5, 7>, strides = array<i64: 1, 2>, paddings = array<i64: 2, 3>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x19x23xf32>) -> tensor<1x3x19x12xf32>
func.func @pool2d_19(%0: tensor<1x3x19x23xf32>) -> tensor<1x3x19x12xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NCHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 5, 7>, strides = array<i64: 1, 2>, paddings = array<i64: 2, 3>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x19x23xf32>) -> tensor<1x3x19x12xf32>
  func.return %1 : tensor<1x3x19x12xf32>
}

// CHECK-LABEL: func.func @pool2d_20(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NHWC", pooling_type = "max", padding_algorithm = "SAME", kernel_size = array<i64: 6, 6>, strides = array<i64: 3, 3>, paddings = array<i64: 0, 0>, ceil_mode = true, global_pooling = false, adaptive = false} : (tensor<1x11x13x3xf32>) -> tensor<1x4x5x3xf32>
func.func @pool2d_20(%0: tensor<1x11x13x3xf32>) -> tensor<1x4x5x3xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NHWC", pooling_type = "max", padding_algorithm = "SAME", kernel_size = array<i64: 6, 6>, strides = array<i64: 3, 3>, paddings = array<i64: 0, 0>, ceil_mode = true, global_pooling = false, adaptive = false} : (tensor<1x11x13x3xf32>) -> tensor<1x4x5x3xf32>
  func.return %1 : tensor<1x4x5x3xf32>
}

// CHECK-LABEL: func.func @pool2d_21(
// CHECK: pd.pool2d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 1, 1>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = true, adaptive = false} : (tensor<2x3x5x7xf32>) -> tensor<2x3x1x1xf32>
func.func @pool2d_21(%0: tensor<2x3x5x7xf32>) -> tensor<2x3x1x1xf32> {
  %1 = pd.pool2d %0 {exclusive = true, data_format = "NCHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 1, 1>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = true, adaptive = false} : (tensor<2x3x5x7xf32>) -> tensor<2x3x1x1xf32>
  func.return %1 : tensor<2x3x1x1xf32>
}

// CHECK-LABEL: func.func @pool3d_0(
// CHECK: pd.pool3d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCDHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 2, 2, 2>, strides = array<i64: 2, 2, 2>, paddings = array<i64: 0, 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x4x6x8xf32>) -> tensor<1x3x2x3x4xf32>
func.func @pool3d_0(%0: tensor<1x3x4x6x8xf32>) -> tensor<1x3x2x3x4xf32> {
  %1 = pd.pool3d %0 {exclusive = true, data_format = "NCDHW", pooling_type = "max", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 2, 2, 2>, strides = array<i64: 2, 2, 2>, paddings = array<i64: 0, 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x4x6x8xf32>) -> tensor<1x3x2x3x4xf32>
  func.return %1 : tensor<1x3x2x3x4xf32>
}

// CHECK-LABEL: func.func @pool3d_1(
// CHECK: pd.pool3d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCDHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 3, 3>, strides = array<i64: 2, 2, 2>, paddings = array<i64: 1, 1, 1>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x2x5x6x7xf32>) -> tensor<1x2x3x3x4xf32>
func.func @pool3d_1(%0: tensor<1x2x5x6x7xf32>) -> tensor<1x2x3x3x4xf32> {
  %1 = pd.pool3d %0 {exclusive = true, data_format = "NCDHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 3, 3>, strides = array<i64: 2, 2, 2>, paddings = array<i64: 1, 1, 1>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x2x5x6x7xf32>) -> tensor<1x2x3x3x4xf32>
  func.return %1 : tensor<1x2x3x3x4xf32>
}

// CHECK-LABEL: func.func @pool3d_2(
// CHECK: pd.pool3d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCDHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 2, 3, 1>, strides = array<i64: 1, 1, 1>, paddings = array<i64: 0, 0, 0>, ceil_mode = false, global_pooling = false, adaptive = true} : (tensor<1x2x5x6x7xf32>) -> tensor<1x2x2x3x1xf32>
func.func @pool3d_2(%0: tensor<1x2x5x6x7xf32>) -> tensor<1x2x2x3x1xf32> {
  %1 = pd.pool3d %0 {exclusive = true, data_format = "NCDHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 2, 3, 1>, strides = array<i64: 1, 1, 1>, paddings = array<i64: 0, 0, 0>, ceil_mode = false, global_pooling = false, adaptive = true} : (tensor<1x2x5x6x7xf32>) -> tensor<1x2x2x3x1xf32>
  func.return %1 : tensor<1x2x2x3x1xf32>
}

// CHECK-LABEL: func.func @pool3d_3(
// CHECK: pd.pool3d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NDHWC", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 2, 2, 2>, strides = array<i64: 2, 2, 2>, paddings = array<i64: 0, 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x5x6x7x3xf32>) -> tensor<1x2x3x3x3xf32>
func.func @pool3d_3(%0: tensor<1x5x6x7x3xf32>) -> tensor<1x2x3x3x3xf32> {
  %1 = pd.pool3d %0 {exclusive = true, data_format = "NDHWC", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 2, 2, 2>, strides = array<i64: 2, 2, 2>, paddings = array<i64: 0, 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x5x6x7x3xf32>) -> tensor<1x2x3x3x3xf32>
  func.return %1 : tensor<1x2x3x3x3xf32>
}

// CHECK-LABEL: func.func @pool3d_4(
// CHECK: pd.pool3d {{%[0-9a-z_]+}} {exclusive = true, data_format = "NCDHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 1, 1>, strides = array<i64: 1, 1, 1>, paddings = array<i64: 0, 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<2x1x6x5x6xf32>) -> tensor<2x1x4x5x6xf32>
func.func @pool3d_4(%0: tensor<2x1x6x5x6xf32>) -> tensor<2x1x4x5x6xf32> {
  %1 = pd.pool3d %0 {exclusive = true, data_format = "NCDHW", pooling_type = "avg", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 1, 1>, strides = array<i64: 1, 1, 1>, paddings = array<i64: 0, 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<2x1x6x5x6xf32>) -> tensor<2x1x4x5x6xf32>
  func.return %1 : tensor<2x1x4x5x6xf32>
}

// CHECK-LABEL: func.func @lp_pool2d_0(
// CHECK: pd.lp_pool2d {{%[0-9a-z_]+}} {norm_type = 2.000000e+00 : f64, exclusive = true, data_format = "NCHW", pooling_type = "lp", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 2, 2>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x8x9xf32>) -> tensor<1x3x4x4xf32>
func.func @lp_pool2d_0(%0: tensor<1x3x8x9xf32>) -> tensor<1x3x4x4xf32> {
  %1 = pd.lp_pool2d %0 {norm_type = 2.000000e+00 : f64, exclusive = true, data_format = "NCHW", pooling_type = "lp", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 2, 2>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x8x9xf32>) -> tensor<1x3x4x4xf32>
  func.return %1 : tensor<1x3x4x4xf32>
}

// CHECK-LABEL: func.func @lp_pool2d_1(
// CHECK: pd.lp_pool2d {{%[0-9a-z_]+}} {norm_type = 3.000000e+00 : f64, exclusive = true, data_format = "NCHW", pooling_type = "lp", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, ceil_mode = true, global_pooling = false, adaptive = false} : (tensor<1x3x8x9xf32>) -> tensor<1x3x5x5xf32>
func.func @lp_pool2d_1(%0: tensor<1x3x8x9xf32>) -> tensor<1x3x5x5xf32> {
  %1 = pd.lp_pool2d %0 {norm_type = 3.000000e+00 : f64, exclusive = true, data_format = "NCHW", pooling_type = "lp", padding_algorithm = "EXPLICIT", kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, ceil_mode = true, global_pooling = false, adaptive = false} : (tensor<1x3x8x9xf32>) -> tensor<1x3x5x5xf32>
  func.return %1 : tensor<1x3x5x5xf32>
}
