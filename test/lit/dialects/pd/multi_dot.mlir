// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @multi_dot_0(
// CHECK: pd.multi_dot {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x40xf32>, tensor<40x5xf32>, tensor<5x20xf32>) -> tensor<3x20xf32>
func.func @multi_dot_0(%0: tensor<3x40xf32>, %1: tensor<40x5xf32>, %2: tensor<5x20xf32>) -> tensor<3x20xf32> {
  %3 = pd.multi_dot %0, %1, %2 : (tensor<3x40xf32>, tensor<40x5xf32>, tensor<5x20xf32>) -> tensor<3x20xf32>
  func.return %3 : tensor<3x20xf32>
}

// CHECK-LABEL: func.func @multi_dot_1(
// CHECK: pd.multi_dot {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4xf32>, tensor<4x5xf32>, tensor<5x3xf32>, tensor<3xf32>) -> tensor<f32>
func.func @multi_dot_1(%0: tensor<4xf32>, %1: tensor<4x5xf32>, %2: tensor<5x3xf32>, %3: tensor<3xf32>) -> tensor<f32> {
  %4 = pd.multi_dot %0, %1, %2, %3 : (tensor<4xf32>, tensor<4x5xf32>, tensor<5x3xf32>, tensor<3xf32>) -> tensor<f32>
  func.return %4 : tensor<f32>
}

// CHECK-LABEL: func.func @multi_dot_2(
// CHECK: pd.multi_dot {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x3xf64>, tensor<3x3xf64>) -> tensor<3x3xf64>
func.func @multi_dot_2(%0: tensor<3x3xf64>, %1: tensor<3x3xf64>) -> tensor<3x3xf64> {
  %2 = pd.multi_dot %0, %1 : (tensor<3x3xf64>, tensor<3x3xf64>) -> tensor<3x3xf64>
  func.return %2 : tensor<3x3xf64>
}
