// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @max_pool2d_with_index_0(
// CHECK: pd.max_pool2d_with_index {{%[0-9a-z_]+}} {kernel_size = array<i64: 2, 2>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x8x9xf32>) -> (tensor<1x3x4x4xf32>, tensor<1x3x4x4xi32>)
func.func @max_pool2d_with_index_0(%0: tensor<1x3x8x9xf32>) -> (tensor<1x3x4x4xf32>, tensor<1x3x4x4xi32>) {
  %1, %2 = pd.max_pool2d_with_index %0 {kernel_size = array<i64: 2, 2>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x8x9xf32>) -> (tensor<1x3x4x4xf32>, tensor<1x3x4x4xi32>)
  func.return %1, %2 : tensor<1x3x4x4xf32>, tensor<1x3x4x4xi32>
}

// CHECK-LABEL: func.func @max_pool2d_with_index_1(
// CHECK: pd.max_pool2d_with_index {{%[0-9a-z_]+}} {kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x8x9xf32>) -> (tensor<1x3x4x5xf32>, tensor<1x3x4x5xi32>)
func.func @max_pool2d_with_index_1(%0: tensor<1x3x8x9xf32>) -> (tensor<1x3x4x5xf32>, tensor<1x3x4x5xi32>) {
  %1, %2 = pd.max_pool2d_with_index %0 {kernel_size = array<i64: 3, 3>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x3x8x9xf32>) -> (tensor<1x3x4x5xf32>, tensor<1x3x4x5xi32>)
  func.return %1, %2 : tensor<1x3x4x5xf32>, tensor<1x3x4x5xi32>
}

// CHECK-LABEL: func.func @max_pool2d_with_index_2(
// CHECK: pd.max_pool2d_with_index {{%[0-9a-z_]+}} {kernel_size = array<i64: 3, 4>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = true} : (tensor<2x3x7x9xf32>) -> (tensor<2x3x3x4xf32>, tensor<2x3x3x4xi32>)
func.func @max_pool2d_with_index_2(%0: tensor<2x3x7x9xf32>) -> (tensor<2x3x3x4xf32>, tensor<2x3x3x4xi32>) {
  %1, %2 = pd.max_pool2d_with_index %0 {kernel_size = array<i64: 3, 4>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = true} : (tensor<2x3x7x9xf32>) -> (tensor<2x3x3x4xf32>, tensor<2x3x3x4xi32>)
  func.return %1, %2 : tensor<2x3x3x4xf32>, tensor<2x3x3x4xi32>
}

// CHECK-LABEL: func.func @max_pool2d_with_index_3(
// CHECK: pd.max_pool2d_with_index {{%[0-9a-z_]+}} {kernel_size = array<i64: 1, 1>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = true} : (tensor<2x3x7x9xf32>) -> (tensor<2x3x1x1xf32>, tensor<2x3x1x1xi32>)
func.func @max_pool2d_with_index_3(%0: tensor<2x3x7x9xf32>) -> (tensor<2x3x1x1xf32>, tensor<2x3x1x1xi32>) {
  %1, %2 = pd.max_pool2d_with_index %0 {kernel_size = array<i64: 1, 1>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, ceil_mode = false, global_pooling = false, adaptive = true} : (tensor<2x3x7x9xf32>) -> (tensor<2x3x1x1xf32>, tensor<2x3x1x1xi32>)
  func.return %1, %2 : tensor<2x3x1x1xf32>, tensor<2x3x1x1xi32>
}

// CHECK-LABEL: func.func @max_pool2d_with_index_4(
// CHECK: pd.max_pool2d_with_index {{%[0-9a-z_]+}} {kernel_size = array<i64: 2, 2>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, ceil_mode = true, global_pooling = false, adaptive = false} : (tensor<1x2x5x5xf32>) -> (tensor<1x2x4x4xf32>, tensor<1x2x4x4xi32>)
func.func @max_pool2d_with_index_4(%0: tensor<1x2x5x5xf32>) -> (tensor<1x2x4x4xf32>, tensor<1x2x4x4xi32>) {
  %1, %2 = pd.max_pool2d_with_index %0 {kernel_size = array<i64: 2, 2>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, ceil_mode = true, global_pooling = false, adaptive = false} : (tensor<1x2x5x5xf32>) -> (tensor<1x2x4x4xf32>, tensor<1x2x4x4xi32>)
  func.return %1, %2 : tensor<1x2x4x4xf32>, tensor<1x2x4x4xi32>
}

// CHECK-LABEL: func.func @max_pool3d_with_index_0(
// CHECK: pd.max_pool3d_with_index {{%[0-9a-z_]+}} {kernel_size = array<i64: 2, 2, 2>, strides = array<i64: 2, 2, 2>, paddings = array<i64: 0, 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x2x4x6x8xf32>) -> (tensor<1x2x2x3x4xf32>, tensor<1x2x2x3x4xi32>)
func.func @max_pool3d_with_index_0(%0: tensor<1x2x4x6x8xf32>) -> (tensor<1x2x2x3x4xf32>, tensor<1x2x2x3x4xi32>) {
  %1, %2 = pd.max_pool3d_with_index %0 {kernel_size = array<i64: 2, 2, 2>, strides = array<i64: 2, 2, 2>, paddings = array<i64: 0, 0, 0>, ceil_mode = false, global_pooling = false, adaptive = false} : (tensor<1x2x4x6x8xf32>) -> (tensor<1x2x2x3x4xf32>, tensor<1x2x2x3x4xi32>)
  func.return %1, %2 : tensor<1x2x2x3x4xf32>, tensor<1x2x2x3x4xi32>
}

// CHECK-LABEL: func.func @max_pool3d_with_index_1(
// CHECK: pd.max_pool3d_with_index {{%[0-9a-z_]+}} {kernel_size = array<i64: 2, 3, 1>, strides = array<i64: 1, 1, 1>, paddings = array<i64: 0, 0, 0>, ceil_mode = false, global_pooling = false, adaptive = true} : (tensor<1x2x5x6x7xf32>) -> (tensor<1x2x2x3x1xf32>, tensor<1x2x2x3x1xi32>)
func.func @max_pool3d_with_index_1(%0: tensor<1x2x5x6x7xf32>) -> (tensor<1x2x2x3x1xf32>, tensor<1x2x2x3x1xi32>) {
  %1, %2 = pd.max_pool3d_with_index %0 {kernel_size = array<i64: 2, 3, 1>, strides = array<i64: 1, 1, 1>, paddings = array<i64: 0, 0, 0>, ceil_mode = false, global_pooling = false, adaptive = true} : (tensor<1x2x5x6x7xf32>) -> (tensor<1x2x2x3x1xf32>, tensor<1x2x2x3x1xi32>)
  func.return %1, %2 : tensor<1x2x2x3x1xf32>, tensor<1x2x2x3x1xi32>
}
