// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @gumbel_softmax_0(
// CHECK: pd.gumbel_softmax {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {temperature = 1.000000e+03 : f64, hard = false, axis = -1 : i64, stream = 0 : i64} : (tensor<3x33xf32>, tensor<2xi64>) -> tensor<3x33xf32>
func.func @gumbel_softmax_0(%0: tensor<3x33xf32>, %1: tensor<2xi64>) -> tensor<3x33xf32> {
  %2 = pd.gumbel_softmax %0, %1 {temperature = 1.000000e+03 : f64, hard = false, axis = -1 : i64, stream = 0 : i64} : (tensor<3x33xf32>, tensor<2xi64>) -> tensor<3x33xf32>
  func.return %2 : tensor<3x33xf32>
}

// CHECK-LABEL: func.func @gumbel_softmax_1(
// CHECK: pd.gumbel_softmax {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {temperature = 5.000000e-01 : f64, hard = true, axis = 0 : i64, stream = 1 : i64} : (tensor<5x7xf32>, tensor<2xi64>) -> tensor<5x7xf32>
func.func @gumbel_softmax_1(%0: tensor<5x7xf32>, %1: tensor<2xi64>) -> tensor<5x7xf32> {
  %2 = pd.gumbel_softmax %0, %1 {temperature = 5.000000e-01 : f64, hard = true, axis = 0 : i64, stream = 1 : i64} : (tensor<5x7xf32>, tensor<2xi64>) -> tensor<5x7xf32>
  func.return %2 : tensor<5x7xf32>
}

// CHECK-LABEL: func.func @multinomial_0(
// CHECK: pd.multinomial {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {num_samples = 33 : i64, replacement = false, stream = 0 : i64} : (tensor<3x33xf32>, tensor<2xi64>) -> tensor<3x33xi64>
func.func @multinomial_0(%0: tensor<3x33xf32>, %1: tensor<2xi64>) -> tensor<3x33xi64> {
  %2 = pd.multinomial %0, %1 {num_samples = 33 : i64, replacement = false, stream = 0 : i64} : (tensor<3x33xf32>, tensor<2xi64>) -> tensor<3x33xi64>
  func.return %2 : tensor<3x33xi64>
}

// CHECK-LABEL: func.func @multinomial_1(
// CHECK: pd.multinomial {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {num_samples = 1 : i64, replacement = false, stream = 3 : i64} : (tensor<7xf32>, tensor<2xi64>) -> tensor<1xi64>
func.func @multinomial_1(%0: tensor<7xf32>, %1: tensor<2xi64>) -> tensor<1xi64> {
  %2 = pd.multinomial %0, %1 {num_samples = 1 : i64, replacement = false, stream = 3 : i64} : (tensor<7xf32>, tensor<2xi64>) -> tensor<1xi64>
  func.return %2 : tensor<1xi64>
}

// CHECK-LABEL: func.func @multinomial_2(
// CHECK: pd.multinomial {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {num_samples = 20 : i64, replacement = true, stream = 1 : i64} : (tensor<3x1xf32>, tensor<2xi64>) -> tensor<3x20xi64>
func.func @multinomial_2(%0: tensor<3x1xf32>, %1: tensor<2xi64>) -> tensor<3x20xi64> {
  %2 = pd.multinomial %0, %1 {num_samples = 20 : i64, replacement = true, stream = 1 : i64} : (tensor<3x1xf32>, tensor<2xi64>) -> tensor<3x20xi64>
  func.return %2 : tensor<3x20xi64>
}
