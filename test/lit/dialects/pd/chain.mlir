// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @multi_dot_0(
// CHECK: pd.multi_dot {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<5x3xf32>, tensor<3x7xf32>, tensor<7x2xf32>) -> tensor<5x2xf32>
func.func @multi_dot_0(%0: tensor<5x3xf32>, %1: tensor<3x7xf32>, %2: tensor<7x2xf32>) -> tensor<5x2xf32> {
  %3 = pd.multi_dot %0, %1, %2 : (tensor<5x3xf32>, tensor<3x7xf32>, tensor<7x2xf32>) -> tensor<5x2xf32>
  func.return %3 : tensor<5x2xf32>
}

// CHECK-LABEL: func.func @multi_dot_1(
// CHECK: pd.multi_dot {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4xf64>, tensor<4x9xf64>, tensor<9x2xf64>, tensor<2xf64>) -> tensor<f64>
func.func @multi_dot_1(%0: tensor<4xf64>, %1: tensor<4x9xf64>, %2: tensor<9x2xf64>, %3: tensor<2xf64>) -> tensor<f64> {
  %4 = pd.multi_dot %0, %1, %2, %3 : (tensor<4xf64>, tensor<4x9xf64>, tensor<9x2xf64>, tensor<2xf64>) -> tensor<f64>
  func.return %4 : tensor<f64>
}

// CHECK-LABEL: func.func @multi_dot_2(
// CHECK: pd.multi_dot {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x3xf32>, tensor<3xf32>) -> tensor<4xf32>
func.func @multi_dot_2(%0: tensor<4x3xf32>, %1: tensor<3xf32>) -> tensor<4xf32> {
  %2 = pd.multi_dot %0, %1 : (tensor<4x3xf32>, tensor<3xf32>) -> tensor<4xf32>
  func.return %2 : tensor<4xf32>
}

// CHECK-LABEL: func.func @multi_dot_3(
// CHECK: pd.multi_dot {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<8x2xf32>, tensor<2x8xf32>, tensor<8x3xf32>, tensor<3x5xf32>) -> tensor<8x5xf32>
func.func @multi_dot_3(%0: tensor<8x2xf32>, %1: tensor<2x8xf32>, %2: tensor<8x3xf32>, %3: tensor<3x5xf32>) -> tensor<8x5xf32> {
  %4 = pd.multi_dot %0, %1, %2, %3 : (tensor<8x2xf32>, tensor<2x8xf32>, tensor<8x3xf32>, tensor<3x5xf32>) -> tensor<8x5xf32>
  func.return %4 : tensor<8x5xf32>
}

// CHECK-LABEL: func.func @matrix_power_0(
// CHECK: pd.matrix_power {{%[0-9a-z_]+}} {n = 3 : i64} : (tensor<4x4xf32>) -> tensor<4x4xf32>
func.func @matrix_power_0(%0: tensor<4x4xf32>) -> tensor<4x4xf32> {
  %1 = pd.matrix_power %0 {n = 3 : i64} : (tensor<4x4xf32>) -> tensor<4x4xf32>
  func.return %1 : tensor<4x4xf32>
}

// CHECK-LABEL: func.func @matrix_power_1(
// CHECK: pd.matrix_power {{%[0-9a-z_]+}} {n = -2 : i64} : (tensor<2x3x3xf32>) -> tensor<2x3x3xf32>
func.func @matrix_power_1(%0: tensor<2x3x3xf32>) -> tensor<2x3x3xf32> {
  %1 = pd.matrix_power %0 {n = -2 : i64} : (tensor<2x3x3xf32>) -> tensor<2x3x3xf32>
  func.return %1 : tensor<2x3x3xf32>
}

// CHECK-LABEL: func.func @matrix_power_2(
// CHECK: pd.matrix_power {{%[0-9a-z_]+}} {n = 0 : i64} : (tensor<2x3x3xf32>) -> tensor<2x3x3xf32>
func.func @matrix_power_2(%0: tensor<2x3x3xf32>) -> tensor<2x3x3xf32> {
  %1 = pd.matrix_power %0 {n = 0 : i64} : (tensor<2x3x3xf32>) -> tensor<2x3x3xf32>
  func.return %1 : tensor<2x3x3xf32>
}

// CHECK-LABEL: func.func @matrix_power_3(
// CHECK: pd.matrix_power {{%[0-9a-z_]+}} {n = 10 : i64} : (tensor<3x3xf64>) -> tensor<3x3xf64>
func.func @matrix_power_3(%0: tensor<3x3xf64>) -> tensor<3x3xf64> {
  %1 = pd.matrix_power %0 {n = 10 : i64} : (tensor<3x3xf64>) -> tensor<3x3xf64>
  func.return %1 : tensor<3x3xf64>
}

// CHECK-LABEL: func.func @matrix_power_4(
// CHECK: pd.matrix_power {{%[0-9a-z_]+}} {n = 1 : i64} : (tensor<3x3xf32>) -> tensor<3x3xf32>
func.func @matrix_power_4(%0: tensor<3x3xf32>) -> tensor<3x3xf32> {
  %1 = pd.matrix_power %0 {n = 1 : i64} : (tensor<3x3xf32>) -> tensor<3x3xf32>
  func.return %1 : tensor<3x3xf32>
}
