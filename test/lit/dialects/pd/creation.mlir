// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @full_0(
// CHECK: pd.full {shape = array<i64: 2, 5>, value = 1.500000e+00 : f64, dtype = f32} : () -> tensor<2x5xf32>
func.func @full_0() -> tensor<2x5xf32> {
  %0 = pd.full {shape = array<i64: 2, 5>, value = 1.500000e+00 : f64, dtype = f32} : () -> tensor<2x5xf32>
  func.return %0 : tensor<2x5xf32>
}

// CHECK-LABEL: func.func @full_1(
// CHECK: pd.full {shape = array<i64>, value = 7 : i64, dtype = i64} : () -> tensor<i64>
func.func @full_1() -> tensor<i64> {
  %0 = pd.full {shape = array<i64>, value = 7 : i64, dtype = i64} : () -> tensor<i64>
  func.return %0 : tensor<i64>
}

// CHECK-LABEL: func.func @arange_0(
// CHECK: pd.arange {start = 0.000000e+00 : f64, end = 5.000000e+00 : f64, step = 1.000000e+00 : f64, dtype = f32} : () -> tensor<5xf32>
func.func @arange_0() -> tensor<5xf32> {
  %0 = pd.arange {start = 0.000000e+00 : f64, end = 5.000000e+00 : f64, step = 1.000000e+00 : f64, dtype = f32} : () -> tensor<5xf32>
  func.return %0 : tensor<5xf32>
}

// CHECK-LABEL: func.func @arange_1(
// CHECK: pd.arange {start = 2.000000e+00 : f64, end = 1.200000e+01 : f64, step = 2.000000e+00 : f64, dtype = i64} : () -> tensor<5xi64>
func.func @arange_1() -> tensor<5xi64> {
  %0 = pd.arange {start = 2.000000e+00 : f64, end = 1.200000e+01 : f64, step = 2.000000e+00 : f64, dtype = i64} : () -> tensor<5xi64>
  func.return %0 : tensor<5xi64>
}

// CHECK-LABEL: func.func @full_like_0(
// CHECK: pd.full_like {{%[0-9a-z_]+}} {value = 2.000000e+00 : f64, dtype = f32} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @full_like_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.full_like %0 {value = 2.000000e+00 : f64, dtype = f32} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @assign_value_0(
// CHECK: pd.assign_value {shape = array<i64: 3>, values = array<f64: 5.000000e-01, -1.000000e+00, 2.000000e+00>, dtype = f32} : () -> tensor<3xf32>
func.func @assign_value_0() -> tensor<3xf32> {
  %0 = pd.assign_value {shape = array<i64: 3>, values = array<f64: 5.000000e-01, -1.000000e+00, 2.000000e+00>, dtype = f32} : () -> tensor<3xf32>
  func.return %0 : tensor<3xf32>
}

// CHECK-LABEL: func.func @assign_value_1(
// CHECK: pd.assign_value {shape = array<i64: 2, 2>, values = array<i64: 1, 2, -3, 4>, dtype = i64} : () -> tensor<2x2xi64>
func.func @assign_value_1() -> tensor<2x2xi64> {
  %0 = pd.assign_value {shape = array<i64: 2, 2>, values = array<i64: 1, 2, -3, 4>, dtype = i64} : () -> tensor<2x2xi64>
  func.return %0 : tensor<2x2xi64>
}

// CHECK-LABEL: func.func @full_with_tensor_0(
// CHECK: pd.full_with_tensor {{%[0-9a-z_]+}} {shape = array<i64: 2, 17>, dtype = f32} : (tensor<f32>) -> tensor<2x17xf32>
func.func @full_with_tensor_0(%0: tensor<f32>) -> tensor<2x17xf32> {
  %1 = pd.full_with_tensor %0 {shape = array<i64: 2, 17>, dtype = f32} : (tensor<f32>) -> tensor<2x17xf32>
  func.return %1 : tensor<2x17xf32>
}

// CHECK-LABEL: func.func @full_with_tensor_1(
// CHECK: pd.full_with_tensor {{%[0-9a-z_]+}} {shape = array<i64: 3>, dtype = i64} : (tensor<f32>) -> tensor<3xi64>
func.func @full_with_tensor_1(%0: tensor<f32>) -> tensor<3xi64> {
  %1 = pd.full_with_tensor %0 {shape = array<i64: 3>, dtype = i64} : (tensor<f32>) -> tensor<3xi64>
  func.return %1 : tensor<3xi64>
}

// CHECK-LABEL: func.func @empty_0(
// CHECK: pd.empty {shape = array<i64: 2, 5>, dtype = f32} : () -> tensor<2x5xf32>
func.func @empty_0() -> tensor<2x5xf32> {
  %0 = pd.empty {shape = array<i64: 2, 5>, dtype = f32} : () -> tensor<2x5xf32>
  func.return %0 : tensor<2x5xf32>
}

// CHECK-LABEL: func.func @empty_like_0(
// CHECK: pd.empty_like {{%[0-9a-z_]+}} {dtype = f32} : (tensor<2xf32>) -> tensor<2xf32>
func.func @empty_like_0(%0: tensor<2xf32>) -> tensor<2xf32> {
  %1 = pd.empty_like %0 {dtype = f32} : (tensor<2xf32>) -> tensor<2xf32>
  func.return %1 : tensor<2xf32>
}

// CHECK-LABEL: func.func @eye_0(
// CHECK: pd.eye {num_rows = 5 : i64, num_columns = 5 : i64, dtype = f32} : () -> tensor<5x5xf32>
func.func @eye_0() -> tensor<5x5xf32> {
  %0 = pd.eye {num_rows = 5 : i64, num_columns = 5 : i64, dtype = f32} : () -> tensor<5x5xf32>
  func.return %0 : tensor<5x5xf32>
}

// CHECK-LABEL: func.func @eye_1(
// CHECK: pd.eye {num_rows = 3 : i64, num_columns = 20 : i64, dtype = i64} : () -> tensor<3x20xi64>
func.func @eye_1() -> tensor<3x20xi64> {
  %0 = pd.eye {num_rows = 3 : i64, num_columns = 20 : i64, dtype = i64} : () -> tensor<3x20xi64>
  func.return %0 : tensor<3x20xi64>
}

// CHECK-LABEL: func.func @linspace_0(
// CHECK: pd.linspace {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {number = 37 : i64, dtype = f32} : (tensor<1xf32>, tensor<1xf32>) -> tensor<37xf32>
func.func @linspace_0(%0: tensor<1xf32>, %1: tensor<1xf32>) -> tensor<37xf32> {
  %2 = pd.linspace %0, %1 {number = 37 : i64, dtype = f32} : (tensor<1xf32>, tensor<1xf32>) -> tensor<37xf32>
  func.return %2 : tensor<37xf32>
}

// CHECK-LABEL: func.func @linspace_1(
// CHECK: pd.linspace {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {number = 5 : i64, dtype = f32} : (tensor<f32>, tensor<f32>) -> tensor<5xf32>
func.func @linspace_1(%0: tensor<f32>, %1: tensor<f32>) -> tensor<5xf32> {
  %2 = pd.linspace %0, %1 {number = 5 : i64, dtype = f32} : (tensor<f32>, tensor<f32>) -> tensor<5xf32>
  func.return %2 : tensor<5xf32>
}

// CHECK-LABEL: func.func @linspace_2(
// CHECK: pd.linspace {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {number = 6 : i64, dtype = i64} : (tensor<1xi64>, tensor<1xi64>) -> tensor<6xi64>
func.func @linspace_2(%0: tensor<1xi64>, %1: tensor<1xi64>) -> tensor<6xi64> {
  %2 = pd.linspace %0, %1 {number = 6 : i64, dtype = i64} : (tensor<1xi64>, tensor<1xi64>) -> tensor<6xi64>
  func.return %2 : tensor<6xi64>
}

// CHECK-LABEL: func.func @linspace_3(
// CHECK: pd.linspace {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {number = 1 : i64, dtype = f32} : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
func.func @linspace_3(%0: tensor<1xf32>, %1: tensor<1xf32>) -> tensor<1xf32> {
  %2 = pd.linspace %0, %1 {number = 1 : i64, dtype = f32} : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
  func.return %2 : tensor<1xf32>
}

// CHECK-LABEL: func.func @logspace_0(
// CHECK: pd.logspace {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {num = 21 : i64, dtype = f32} : (tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<21xf32>
func.func @logspace_0(%0: tensor<1xf32>, %1: tensor<1xf32>, %2: tensor<1xf32>) -> tensor<21xf32> {
  %3 = pd.logspace %0, %1, %2 {num = 21 : i64, dtype = f32} : (tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<21xf32>
  func.return %3 : tensor<21xf32>
}

// CHECK-LABEL: func.func @logspace_1(
// CHECK: pd.logspace {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {num = 5 : i64, dtype = f32} : (tensor<f32>, tensor<f32>, tensor<1xf32>) -> tensor<5xf32>
func.func @logspace_1(%0: tensor<f32>, %1: tensor<f32>, %2: tensor<1xf32>) -> tensor<5xf32> {
  %3 = pd.logspace %0, %1, %2 {num = 5 : i64, dtype = f32} : (tensor<f32>, tensor<f32>, tensor<1xf32>) -> tensor<5xf32>
  func.return %3 : tensor<5xf32>
}
