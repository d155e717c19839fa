// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @reshape_0(
// CHECK: pd.reshape {{%[0-9a-z_]+}} {shape = array<i64: 4, -1>} : (tensor<2x6x4xf32>) -> tensor<4x12xf32>
func.func @reshape_0(%0: tensor<2x6x4xf32>) -> tensor<4x12xf32> {
  %1 = pd.reshape %0 {shape = array<i64: 4, -1>} : (tensor<2x6x4xf32>) -> tensor<4x12xf32>
  func.return %1 : tensor<4x12xf32>
}

// CHECK-LABEL: func.func @reshape_1(
// CHECK: pd.reshape {{%[0-9a-z_]+}} {shape = array<i64: 0, 24>} : (tensor<2x6x4xf32>) -> tensor<2x24xf32>
func.func @reshape_1(%0: tensor<2x6x4xf32>) -> tensor<2x24xf32> {
  %1 = pd.reshape %0 {shape = array<i64: 0, 24>} : (tensor<2x6x4xf32>) -> tensor<2x24xf32>
  func.return %1 : tensor<2x24xf32>
}

// CHECK-LABEL: func.func @transpose_0(
// CHECK: pd.transpose {{%[0-9a-z_]+}} {perm = array<i64: 1, 0>} : (tensor<5x37xf32>) -> tensor<37x5xf32>
func.func @transpose_0(%0: tensor<5x37xf32>) -> tensor<37x5xf32> {
  %1 = pd.transpose %0 {perm = array<i64: 1, 0>} : (tensor<5x37xf32>) -> tensor<37x5xf32>
  func.return %1 : tensor<37x5xf32>
}

// CHECK-LABEL: func.func @transpose_1(
// CHECK: pd.transpose {{%[0-9a-z_]+}} {perm = array<i64: 0, 2, 1, 3>} : (tensor<2x3x4x16xf32>) -> tensor<2x4x3x16xf32>
func.func @transpose_1(%0: tensor<2x3x4x16xf32>) -> tensor<2x4x3x16xf32> {
  %1 = pd.transpose %0 {perm = array<i64: 0, 2, 1, 3>} : (tensor<2x3x4x16xf32>) -> tensor<2x4x3x16xf32>
  func.return %1 : tensor<2x4x3x16xf32>
}

// CHECK-LABEL: func.func @view_shape_0(
// CHECK: pd.view_shape {{%[0-9a-z_]+}} {dims = array<i64: 8, 6>} : (tensor<2x6x4xf32>) -> tensor<8x6xf32>
func.func @view_shape_0(%0: tensor<2x6x4xf32>) -> tensor<8x6xf32> {
  %1 = pd.view_shape %0 {dims = array<i64: 8, 6>} : (tensor<2x6x4xf32>) -> tensor<8x6xf32>
  func.return %1 : tensor<8x6xf32>
}

// CHECK-LABEL: func.func @flatten_0(
// CHECK: pd.flatten {{%[0-9a-z_]+}} {start_axis = 1 : i64, stop_axis = 2 : i64} : (tensor<2x3x4x5xf32>) -> tensor<2x12x5xf32>
func.func @flatten_0(%0: tensor<2x3x4x5xf32>) -> tensor<2x12x5xf32> {
  %1 = pd.flatten %0 {start_axis = 1 : i64, stop_axis = 2 : i64} : (tensor<2x3x4x5xf32>) -> tensor<2x12x5xf32>
  func.return %1 : tensor<2x12x5xf32>
}

// CHECK-LABEL: func.func @flatten_1(
// CHECK: pd.flatten {{%[0-9a-z_]+}} {start_axis = 0 : i64, stop_axis = -1 : i64} : (tensor<f32>) -> tensor<1xf32>
func.func @flatten_1(%0: tensor<f32>) -> tensor<1xf32> {
  %1 = pd.flatten %0 {start_axis = 0 : i64, stop_axis = -1 : i64} : (tensor<f32>) -> tensor<1xf32>
  func.return %1 : tensor<1xf32>
}

// CHECK-LABEL: func.func @squeeze_0(
// CHECK: pd.squeeze {{%[0-9a-z_]+}} {axis = array<i64>} : (tensor<1x3x1x5xf32>) -> tensor<3x5xf32>
func.func @squeeze_0(%0: tensor<1x3x1x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.squeeze %0 {axis = array<i64>} : (tensor<1x3x1x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @squeeze_1(
// CHECK: pd.squeeze {{%[0-9a-z_]+}} {axis = array<i64: 0, -1>} : (tensor<1x3x1x5xf32>) -> tensor<3x1x5xf32>
func.func @squeeze_1(%0: tensor<1x3x1x5xf32>) -> tensor<3x1x5xf32> {
  %1 = pd.squeeze %0 {axis = array<i64: 0, -1>} : (tensor<1x3x1x5xf32>) -> tensor<3x1x5xf32>
  func.return %1 : tensor<3x1x5xf32>
}

// CHECK-LABEL: func.func @squeeze_2(
// CHECK: pd.squeeze {{%[0-9a-z_]+}} {axis = array<i64: -2>} : (tensor<1x3x1x5xf32>) -> tensor<1x3x5xf32>
func.func @squeeze_2(%0: tensor<1x3x1x5xf32>) -> tensor<1x3x5xf32> {
  %1 = pd.squeeze %0 {axis = array<i64: -2>} : (tensor<1x3x1x5xf32>) -> tensor<1x3x5xf32>
  func.return %1 : tensor<1x3x5xf32>
}

// CHECK-LABEL: func.func @unsqueeze_0(
// CHECK: pd.unsqueeze {{%[0-9a-z_]+}} {axis = array<i64: 1>} : (tensor<3x5xf32>) -> tensor<3x1x5xf32>
func.func @unsqueeze_0(%0: tensor<3x5xf32>) -> tensor<3x1x5xf32> {
  %1 = pd.unsqueeze %0 {axis = array<i64: 1>} : (tensor<3x5xf32>) -> tensor<3x1x5xf32>
  func.return %1 : tensor<3x1x5xf32>
}

// CHECK-LABEL: func.func @unsqueeze_1(
// CHECK: pd.unsqueeze {{%[0-9a-z_]+}} {axis = array<i64: 0, -1>} : (tensor<3x5xf32>) -> tensor<1x3x5x1xf32>
func.func @unsqueeze_1(%0: tensor<3x5xf32>) -> tensor<1x3x5x1xf32> {
  %1 = pd.unsqueeze %0 {axis = array<i64: 0, -1>} : (tensor<3x5xf32>) -> tensor<1x3x5x1xf32>
  func.return %1 : tensor<1x3x5x1xf32>
}

// CHECK-LABEL: func.func @unsqueeze_2(
// CHECK: pd.unsqueeze {{%[0-9a-z_]+}} {axis = array<i64: 0>} : (tensor<f32>) -> tensor<1xf32>
func.func @unsqueeze_2(%0: tensor<f32>) -> tensor<1xf32> {
  %1 = pd.unsqueeze %0 {axis = array<i64: 0>} : (tensor<f32>) -> tensor<1xf32>
  func.return %1 : tensor<1xf32>
}
