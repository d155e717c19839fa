// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @set_value_with_tensor_0(
// CHECK: pd.set_value_with_tensor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {starts = array<i64: 1>, ends = array<i64: 19>, steps = array<i64: 3>, axes = array<i64: 1>, decrease_axes = array<i64>, none_axes = array<i64>} : (tensor<3x6xf32>, tensor<3x40xf32>) -> tensor<3x40xf32>
func.func @set_value_with_tensor_0(%0: tensor<3x6xf32>, %1: tensor<3x40xf32>) -> tensor<3x40xf32> {
  %2 = pd.set_value_with_tensor %0, %1 {starts = array<i64: 1>, ends = array<i64: 19>, steps = array<i64: 3>, axes = array<i64: 1>, decrease_axes = array<i64>, none_axes = array<i64>} : (tensor<3x6xf32>, tensor<3x40xf32>) -> tensor<3x40xf32>
  func.return %2 : tensor<3x40xf32>
}

// CHECK-LABEL: func.func @set_value_with_tensor_1(
// CHECK: pd.set_value_with_tensor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {starts = array<i64: 2>, ends = array<i64: 3>, steps = array<i64: 1>, axes = array<i64: 1>, decrease_axes = array<i64: 1>, none_axes = array<i64>} : (tensor<3x20xf32>, tensor<3x4x20xf32>) -> tensor<3x4x20xf32>
func.func @set_value_with_tensor_1(%0: tensor<3x20xf32>, %1: tensor<3x4x20xf32>) -> tensor<3x4x20xf32> {
  %2 = pd.set_value_with_tensor %0, %1 {starts = array<i64: 2>, ends = array<i64: 3>, steps = array<i64: 1>, axes = array<i64: 1>, decrease_axes = array<i64: 1>, none_axes = array<i64>} : (tensor<3x20xf32>, tensor<3x4x20xf32>) -> tensor<3x4x20xf32>
  func.return %2 : tensor<3x4x20xf32>
}

// CHECK-LABEL: func.func @set_value_with_tensor_2(
// CHECK: pd.set_value_with_tensor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {starts = array<i64: 1>, ends = array<i64: 3>, steps = array<i64: 1>, axes = array<i64: 0>, decrease_axes = array<i64>, none_axes = array<i64>} : (tensor<20xf32>, tensor<4x20xf32>) -> tensor<4x20xf32>
func.func @set_value_with_tensor_2(%0: tensor<20xf32>, %1: tensor<4x20xf32>) -> tensor<4x20xf32> {
  %2 = pd.set_value_with_tensor %0, %1 {starts = array<i64: 1>, ends = array<i64: 3>, steps = array<i64: 1>, axes = array<i64: 0>, decrease_axes = array<i64>, none_axes = array<i64>} : (tensor<20xf32>, tensor<4x20xf32>) -> tensor<4x20xf32>
  func.return %2 : tensor<4x20xf32>
}

// CHECK-LABEL: func.func @set_value_with_tensor_3(
// CHECK: pd.set_value_with_tensor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {starts = array<i64: 0, 0>, ends = array<i64: 1, 2147483647>, steps = array<i64: 1, 2>, axes = array<i64: 0, 1>, decrease_axes = array<i64: 0>, none_axes = array<i64>} : (tensor<1xf32>, tensor<3x17xf32>) -> tensor<3x17xf32>
func.func @set_value_with_tensor_3(%0: tensor<1xf32>, %1: tensor<3x17xf32>) -> tensor<3x17xf32> {
  %2 = pd.set_value_with_tensor %0, %1 {starts = array<i64: 0, 0>, ends = array<i64: 1, 2147483647>, steps = array<i64: 1, 2>, axes = array<i64: 0, 1>, decrease_axes = array<i64: 0>, none_axes = array<i64>} : (tensor<1xf32>, tensor<3x17xf32>) -> tensor<3x17xf32>
  func.return %2 : tensor<3x17xf32>
}

// CHECK-LABEL: func.func @set_value_with_tensor_4(
// CHECK: pd.set_value_with_tensor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {starts = array<i64: 2147483647>, ends = array<i64: -2147483648>, steps = array<i64: -2>, axes = array<i64: 1>, decrease_axes = array<i64>, none_axes = array<i64>} : (tensor<3x9xf32>, tensor<3x17xf32>) -> tensor<3x17xf32>
func.func @set_value_with_tensor_4(%0: tensor<3x9xf32>, %1: tensor<3x17xf32>) -> tensor<3x17xf32> {
  %2 = pd.set_value_with_tensor %0, %1 {starts = array<i64: 2147483647>, ends = array<i64: -2147483648>, steps = array<i64: -2>, axes = array<i64: 1>, decrease_axes = array<i64>, none_axes = array<i64>} : (tensor<3x9xf32>, tensor<3x17xf32>) -> tensor<3x17xf32>
  func.return %2 : tensor<3x17xf32>
}

// CHECK-LABEL: func.func @set_value_with_tensor_5(
// CHECK: pd.set_value_with_tensor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {starts = array<i64: 1>, ends = array<i64: 4>, steps = array<i64: 1>, axes = array<i64: 1>, decrease_axes = array<i64>, none_axes = array<i64: 1>} : (tensor<5x1x3xf32>, tensor<5x6xf32>) -> tensor<5x6xf32>
func.func @set_value_with_tensor_5(%0: tensor<5x1x3xf32>, %1: tensor<5x6xf32>) -> tensor<5x6xf32> {
  %2 = pd.set_value_with_tensor %0, %1 {starts = array<i64: 1>, ends = array<i64: 4>, steps = array<i64: 1>, axes = array<i64: 1>, decrease_axes = array<i64>, none_axes = array<i64: 1>} : (tensor<5x1x3xf32>, tensor<5x6xf32>) -> tensor<5x6xf32>
  func.return %2 : tensor<5x6xf32>
}

// CHECK-LABEL: func.func @set_value_with_tensor_6(
// CHECK: pd.set_value_with_tensor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {starts = array<i64: -1, -2>, ends = array<i64: 2147483647, -1>, steps = array<i64: 1, 1>, axes = array<i64: 0, 1>, decrease_axes = array<i64: 0, 1>, none_axes = array<i64>} : (tensor<f32>, tensor<5x6xf32>) -> tensor<5x6xf32>
func.func @set_value_with_tensor_6(%0: tensor<f32>, %1: tensor<5x6xf32>) -> tensor<5x6xf32> {
  %2 = pd.set_value_with_tensor %0, %1 {starts = array<i64: -1, -2>, ends = array<i64: 2147483647, -1>, steps = array<i64: 1, 1>, axes = array<i64: 0, 1>, decrease_axes = array<i64: 0, 1>, none_axes = array<i64>} : (tensor<f32>, tensor<5x6xf32>) -> tensor<5x6xf32>
  func.return %2 : tensor<5x6xf32>
}

// CHECK-LABEL: func.func @set_value_with_tensor_7(
// CHECK: pd.set_value_with_tensor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {starts = array<i64>, ends = array<i64>, steps = array<i64>, axes = array<i64>, decrease_axes = array<i64>, none_axes = array<i64>} : (tensor<1x1x6xf32>, tensor<5x6xf32>) -> tensor<5x6xf32>
func.func @set_value_with_tensor_7(%0: tensor<1x1x6xf32>, %1: tensor<5x6xf32>) -> tensor<5x6xf32> {
  %2 = pd.set_value_with_tensor %0, %1 {starts = array<i64>, ends = array<i64>, steps = array<i64>, axes = array<i64>, decrease_axes = array<i64>, none_axes = array<i64>} : (tensor<1x1x6xf32>, tensor<5x6xf32>) -> tensor<5x6xf32>
  func.return %2 : tensor<5x6xf32>
}

// CHECK-LABEL: func.func @set_value_0(
// CHECK: pd.set_value {{%[0-9a-z_]+}} {shape = array<i64: 1>, values = array<f64: 2.000000e+00>, starts = array<i64: 1>, ends = array<i64: 3>, steps = array<i64: 1>, axes = array<i64: 1>, decrease_axes = array<i64>, none_axes = array<i64>} : (tensor<3x20xf32>) -> tensor<3x20xf32>
func.func @set_value_0(%0: tensor<3x20xf32>) -> tensor<3x20xf32> {
  %1 = pd.set_value %0 {shape = array<i64: 1>, values = array<f64: 2.000000e+00>, starts = array<i64: 1>, ends = array<i64: 3>, steps = array<i64: 1>, axes = array<i64: 1>, decrease_axes = array<i64>, none_axes = array<i64>} : (tensor<3x20xf32>) -> tensor<3x20xf32>
  func.return %1 : tensor<3x20xf32>
}

// CHECK-LABEL: func.func @set_value_1(
// CHECK: pd.set_value {{%[0-9a-z_]+}} {shape = array<i64: 1>, values = array<f64: 7.000000e+00>, starts = array<i64: 0>, ends = array<i64: 1>, steps = array<i64: 1>, axes = array<i64: 0>, decrease_axes = array<i64: 0>, none_axes = array<i64>} : (tensor<3x20xi64>) -> tensor<3x20xi64>
func.func @set_value_1(%0: tensor<3x20xi64>) -> tensor<3x20xi64> {
  %1 = pd.set_value %0 {shape = array<i64: 1>, values = array<f64: 7.000000e+00>, starts = array<i64: 0>, ends = array<i64: 1>, steps = array<i64: 1>, axes = array<i64: 0>, decrease_axes = array<i64: 0>, none_axes = array<i64>} : (tensor<3x20xi64>) -> tensor<3x20xi64>
  func.return %1 : tensor<3x20xi64>
}

// CHECK-LABEL: func.func @set_value_2(
// CHECK: pd.set_value {{%[0-9a-z_]+}} {shape = array<i64: 1>, values = array<f64: 1.500000e+00>, starts = array<i64: 0, 20>, ends = array<i64: 2147483647, 2>, steps = array<i64: 3, -4>, axes = array<i64: 0, 1>, decrease_axes = array<i64>, none_axes = array<i64>} : (tensor<7x40xf32>) -> tensor<7x40xf32>
func.func @set_value_2(%0: tensor<7x40xf32>) -> tensor<7x40xf32> {
  %1 = pd.set_value %0 {shape = array<i64: 1>, values = array<f64: 1.500000e+00>, starts = array<i64: 0, 20>, ends = array<i64: 2147483647, 2>, steps = array<i64: 3, -4>, axes = array<i64: 0, 1>, decrease_axes = array<i64>, none_axes = array<i64>} : (tensor<7x40xf32>) -> tensor<7x40xf32>
  func.return %1 : tensor<7x40xf32>
}

// CHECK-LABEL: func.func @set_value_3(
// CHECK: pd.set_value {{%[0-9a-z_]+}} {shape = array<i64: 1>, values = array<f64: 1.000000e+00>, starts = array<i64: 1, 3>, ends = array<i64: -1, 4>, steps = array<i64: 1, 1>, axes = array<i64: 0, 1>, decrease_axes = array<i64: 1>, none_axes = array<i64>} : (tensor<5x6xi1>) -> tensor<5x6xi1>
func.func @set_value_3(%0: tensor<5x6xi1>) -> tensor<5x6xi1> {
  %1 = pd.set_value %0 {shape = array<i64: 1>, values = array<f64: 1.000000e+00>, starts = array<i64: 1, 3>, ends = array<i64: -1, 4>, steps = array<i64: 1, 1>, axes = array<i64: 0, 1>, decrease_axes = array<i64: 1>, none_axes = array<i64>} : (tensor<5x6xi1>) -> tensor<5x6xi1>
  func.return %1 : tensor<5x6xi1>
}
