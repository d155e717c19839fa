// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @slice_0(
// CHECK: pd.slice {{%[0-9a-z_]+}} {axes = array<i64: 0, 1>, starts = array<i64: 1, 2>, ends = array<i64: 2147483647, 5>, decrease_axis = array<i64>} : (tensor<4x8xf32>) -> tensor<3x3xf32>
func.func @slice_0(%0: tensor<4x8xf32>) -> tensor<3x3xf32> {
  %1 = pd.slice %0 {axes = array<i64: 0, 1>, starts = array<i64: 1, 2>, ends = array<i64: 2147483647, 5>, decrease_axis = array<i64>} : (tensor<4x8xf32>) -> tensor<3x3xf32>
  func.return %1 : tensor<3x3xf32>
}

// CHECK-LABEL: func.func @slice_1(
// CHECK: pd.slice {{%[0-9a-z_]+}} {axes = array<i64: 1>, starts = array<i64: -3>, ends = array<i64: -2>, decrease_axis = array<i64: 1>} : (tensor<4x8xf32>) -> tensor<4xf32>
func.func @slice_1(%0: tensor<4x8xf32>) -> tensor<4xf32> {
  %1 = pd.slice %0 {axes = array<i64: 1>, starts = array<i64: -3>, ends = array<i64: -2>, decrease_axis = array<i64: 1>} : (tensor<4x8xf32>) -> tensor<4xf32>
  func.return %1 : tensor<4xf32>
}

// CHECK-LABEL: func.func @slice_2(
// CHECK: pd.slice {{%[0-9a-z_]+}} {axes = array<i64: 0>, starts = array<i64: 2>, ends = array<i64: 3>, decrease_axis = array<i64: 0>} : (tensor<4x40xf32>) -> tensor<40xf32>
func.func @slice_2(%0: tensor<4x40xf32>) -> tensor<40xf32> {
  %1 = pd.slice %0 {axes = array<i64: 0>, starts = array<i64: 2>, ends = array<i64: 3>, decrease_axis = array<i64: 0>} : (tensor<4x40xf32>) -> tensor<40xf32>
  func.return %1 : tensor<40xf32>
}

// CHECK-LABEL: func.func @strided_slice_0(
// CHECK: pd.strided_slice {{%[0-9a-z_]+}} {axes = array<i64: 1, 2>, starts = array<i64: 2147483647, 1>, ends = array<i64: -2147483648, 3>, strides = array<i64: -1, 2>} : (tensor<2x5x4xf32>) -> tensor<2x5x1xf32>
func.func @strided_slice_0(%0: tensor<2x5x4xf32>) -> tensor<2x5x1xf32> {
  %1 = pd.strided_slice %0 {axes = array<i64: 1, 2>, starts = array<i64: 2147483647, 1>, ends = array<i64: -2147483648, 3>, strides = array<i64: -1, 2>} : (tensor<2x5x4xf32>) -> tensor<2x5x1xf32>
  func.return %1 : tensor<2x5x1xf32>
}

// CHECK-LABEL: func.func @strided_slice_1(
// CHECK: pd.strided_slice {{%[0-9a-z_]+}} {axes = array<i64: 1>, starts = array<i64: 0>, ends = array<i64: 2147483647>, strides = array<i64: 2>} : (tensor<3x67xf32>) -> tensor<3x34xf32>
func.func @strided_slice_1(%0: tensor<3x67xf32>) -> tensor<3x34xf32> {
  %1 = pd.strided_slice %0 {axes = array<i64: 1>, starts = array<i64: 0>, ends = array<i64: 2147483647>, strides = array<i64: 2>} : (tensor<3x67xf32>) -> tensor<3x34xf32>
  func.return %1 : tensor<3x34xf32>
}

// CHECK-LABEL: func.func @strided_slice_2(
// CHECK: pd.strided_slice {{%[0-9a-z_]+}} {axes = array<i64: 0, 1>, starts = array<i64: -1, 0>, ends = array<i64: -100, 100>, strides = array<i64: -2, 3>} : (tensor<6x40xf32>) -> tensor<3x14xf32>
func.func @strided_slice_2(%0: tensor<6x40xf32>) -> tensor<3x14xf32> {
  %1 = pd.strided_slice %0 {axes = array<i64: 0, 1>, starts = array<i64: -1, 0>, ends = array<i64: -100, 100>, strides = array<i64: -2, 3>} : (tensor<6x40xf32>) -> tensor<3x14xf32>
  func.return %1 : tensor<3x14xf32>
}

// CHECK-LABEL: func.func @crop_0(
// CHECK: pd.crop {{%[0-9a-z_]+}} {shape = array<i64: 2, -1, 3>, offsets = array<i64: 1, 2, 0>} : (tensor<4x5x6xf32>) -> tensor<2x3x3xf32>
func.func @crop_0(%0: tensor<4x5x6xf32>) -> tensor<2x3x3xf32> {
  %1 = pd.crop %0 {shape = array<i64: 2, -1, 3>, offsets = array<i64: 1, 2, 0>} : (tensor<4x5x6xf32>) -> tensor<2x3x3xf32>
  func.return %1 : tensor<2x3x3xf32>
}

// CHECK-LABEL: func.func @view_slice_0(
// CHECK: pd.view_slice {{%[0-9a-z_]+}} {begin_idx = 1 : i64, end_idx = 3 : i64} : (tensor<4x5xf32>) -> tensor<2x5xf32>
func.func @view_slice_0(%0: tensor<4x5xf32>) -> tensor<2x5xf32> {
  %1 = pd.view_slice %0 {begin_idx = 1 : i64, end_idx = 3 : i64} : (tensor<4x5xf32>) -> tensor<2x5xf32>
  func.return %1 : tensor<2x5xf32>
}

// CHECK-LABEL: func.func @split_0(
// CHECK: pd.split {{%[0-9a-z_]+}} {sections = array<i64: 1, -1>, axis = 1 : i64} : (tensor<2x3x4xf32>) -> (tensor<2x1x4xf32>, tensor<2x2x4xf32>)
func.func @split_0(%0: tensor<2x3x4xf32>) -> (tensor<2x1x4xf32>, tensor<2x2x4xf32>) {
  %1, %2 = pd.split %0 {sections = array<i64: 1, -1>, axis = 1 : i64} : (tensor<2x3x4xf32>) -> (tensor<2x1x4xf32>, tensor<2x2x4xf32>)
  func.return %1, %2 : tensor<2x1x4xf32>, tensor<2x2x4xf32>
}

// CHECK-LABEL: func.func @split_1(
// CHECK: pd.split {{%[0-9a-z_]+}} {sections = array<i64: 20, 3, 17>, axis = 1 : i64} : (tensor<3x40xf32>) -> (tensor<3x20xf32>, tensor<3x3xf32>, tensor<3x17xf32>)
func.func @split_1(%0: tensor<3x40xf32>) -> (tensor<3x20xf32>, tensor<3x3xf32>, tensor<3x17xf32>) {
  %1, %2, %3 = pd.split %0 {sections = array<i64: 20, 3, 17>, axis = 1 : i64} : (tensor<3x40xf32>) -> (tensor<3x20xf32>, tensor<3x3xf32>, tensor<3x17xf32>)
  func.return %1, %2, %3 : tensor<3x20xf32>, tensor<3x3xf32>, tensor<3x17xf32>
}

// CHECK-LABEL: func.func @split_with_num_0(
// CHECK: pd.split_with_num {{%[0-9a-z_]+}} {num = 2 : i64, axis = 0 : i64} : (tensor<4x5xf32>) -> (tensor<2x5xf32>, tensor<2x5xf32>)
func.func @split_with_num_0(%0: tensor<4x5xf32>) -> (tensor<2x5xf32>, tensor<2x5xf32>) {
  %1, %2 = pd.split_with_num %0 {num = 2 : i64, axis = 0 : i64} : (tensor<4x5xf32>) -> (tensor<2x5xf32>, tensor<2x5xf32>)
  func.return %1, %2 : tensor<2x5xf32>, tensor<2x5xf32>
}

// CHECK-LABEL: func.func @split_with_num_1(
// CHECK: pd.split_with_num {{%[0-9a-z_]+}} {num = 3 : i64, axis = 1 : i64} : (tensor<2x48xf32>) -> (tensor<2x16xf32>, tensor<2x16xf32>, tensor<2x16xf32>)
func.func @split_with_num_1(%0: tensor<2x48xf32>) -> (tensor<2x16xf32>, tensor<2x16xf32>, tensor<2x16xf32>) {
  %1, %2, %3 = pd.split_with_num %0 {num = 3 : i64, axis = 1 : i64} : (tensor<2x48xf32>) -> (tensor<2x16xf32>, tensor<2x16xf32>, tensor<2x16xf32>)
  func.return %1, %2, %3 : tensor<2x16xf32>, tensor<2x16xf32>, tensor<2x16xf32>
}

// CHECK-LABEL: func.func @unstack_0(
// CHECK: pd.unstack {{%[0-9a-z_]+}} {num = 3 : i64, axis = 1 : i64} : (tensor<2x3x5xf32>) -> (tensor<2x5xf32>, tensor<2x5xf32>, tensor<2x5xf32>)
func.func @unstack_0(%0: tensor<2x3x5xf32>) -> (tensor<2x5xf32>, tensor<2x5xf32>, tensor<2x5xf32>) {
  %1, %2, %3 = pd.unstack %0 {num = 3 : i64, axis = 1 : i64} : (tensor<2x3x5xf32>) -> (tensor<2x5xf32>, tensor<2x5xf32>, tensor<2x5xf32>)
  func.return %1, %2, %3 : tensor<2x5xf32>, tensor<2x5xf32>, tensor<2x5xf32>
}

// CHECK-LABEL: func.func @unbind_0(
// CHECK: pd.unbind {{%[0-9a-z_]+}} {axis = -1 : i64} : (tensor<2x5x3xf32>) -> (tensor<2x5xf32>, tensor<2x5xf32>, tensor<2x5xf32>)
func.func @unbind_0(%0: tensor<2x5x3xf32>) -> (tensor<2x5xf32>, tensor<2x5xf32>, tensor<2x5xf32>) {
  %1, %2, %3 = pd.unbind %0 {axis = -1 : i64} : (tensor<2x5x3xf32>) -> (tensor<2x5xf32>, tensor<2x5xf32>, tensor<2x5xf32>)
  func.return %1, %2, %3 : tensor<2x5xf32>, tensor<2x5xf32>, tensor<2x5xf32>
}

// CHECK-LABEL: func.func @flip_0(
// CHECK: pd.flip {{%[0-9a-z_]+}} {axis = array<i64: 0, -1>} : (tensor<3x4x35xf32>) -> tensor<3x4x35xf32>
func.func @flip_0(%0: tensor<3x4x35xf32>) -> tensor<3x4x35xf32> {
  %1 = pd.flip %0 {axis = array<i64: 0, -1>} : (tensor<3x4x35xf32>) -> tensor<3x4x35xf32>
  func.return %1 : tensor<3x4x35xf32>
}

// CHECK-LABEL: func.func @flip_1(
// CHECK: pd.flip {{%[0-9a-z_]+}} {axis = array<i64: 1>} : (tensor<3x4x35xf32>) -> tensor<3x4x35xf32>
func.func @flip_1(%0: tensor<3x4x35xf32>) -> tensor<3x4x35xf32> {
  %1 = pd.flip %0 {axis = array<i64: 1>} : (tensor<3x4x35xf32>) -> tensor<3x4x35xf32>
  func.return %1 : tensor<3x4x35xf32>
}

// CHECK-LABEL: func.func @reverse_0(
// CHECK: pd.reverse {{%[0-9a-z_]+}} {axis = array<i64: 1>} : (tensor<3x4xf32>) -> tensor<3x4xf32>
func.func @reverse_0(%0: tensor<3x4xf32>) -> tensor<3x4xf32> {
  %1 = pd.reverse %0 {axis = array<i64: 1>} : (tensor<3x4xf32>) -> tensor<3x4xf32>
  func.return %1 : tensor<3x4xf32>
}

// CHECK-LABEL: func.func @roll_0(
// CHECK: pd.roll {{%[0-9a-z_]+}} {shifts = array<i64: 1, -2>, axis = array<i64: 0, 1>} : (tensor<3x7x20xf32>) -> tensor<3x7x20xf32>
func.func @roll_0(%0: tensor<3x7x20xf32>) -> tensor<3x7x20xf32> {
  %1 = pd.roll %0 {shifts = array<i64: 1, -2>, axis = array<i64: 0, 1>} : (tensor<3x7x20xf32>) -> tensor<3x7x20xf32>
  func.return %1 : tensor<3x7x20xf32>
}

// CHECK-LABEL: func.func @roll_1(
// CHECK: pd.roll {{%[0-9a-z_]+}} {shifts = array<i64: 50>, axis = array<i64: -1>} : (tensor<3x40xf32>) -> tensor<3x40xf32>
func.func @roll_1(%0: tensor<3x40xf32>) -> tensor<3x40xf32> {
  %1 = pd.roll %0 {shifts = array<i64: 50>, axis = array<i64: -1>} : (tensor<3x40xf32>) -> tensor<3x40xf32>
  func.return %1 : tensor<3x40xf32>
}

// CHECK-LABEL: func.func @roll_2(
// CHECK: pd.roll {{%[0-9a-z_]+}} {shifts = array<i64: 7>, axis = array<i64>} : (tensor<3x5xi64>) -> tensor<3x5xi64>
func.func @roll_2(%0: tensor<3x5xi64>) -> tensor<3x5xi64> {
  %1 = pd.roll %0 {shifts = array<i64: 7>, axis = array<i64>} : (tensor<3x5xi64>) -> tensor<3x5xi64>
  func.return %1 : tensor<3x5xi64>
}
