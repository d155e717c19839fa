// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @uniform_0(
// CHECK: pd.uniform {{%[0-9a-z_]+}} {min = 2.000000e+00 : f64, max = 2.000000e+00 : f64, shape = array<i64: 3, 5>, dtype = f32, stream = 0 : i64} : (tensor<2xi64>) -> tensor<3x5xf32>
func.func @uniform_0(%0: tensor<2xi64>) -> tensor<3x5xf32> {
  %1 = pd.uniform %0 {min = 2.000000e+00 : f64, max = 2.000000e+00 : f64, shape = array<i64: 3, 5>, dtype = f32, stream = 0 : i64} : (tensor<2xi64>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @uniform_1(
// CHECK: pd.uniform {{%[0-9a-z_]+}} {min = 0.000000e+00 : f64, max = 1.000000e+00 : f64, shape = array<i64: 3, 33>, dtype = f32, stream = 0 : i64} : (tensor<2xi64>) -> tensor<3x33xf32>
func.func @uniform_1(%0: tensor<2xi64>) -> tensor<3x33xf32> {
  %1 = pd.uniform %0 {min = 0.000000e+00 : f64, max = 1.000000e+00 : f64, shape = array<i64: 3, 33>, dtype = f32, stream = 0 : i64} : (tensor<2xi64>) -> tensor<3x33xf32>
  func.return %1 : tensor<3x33xf32>
}

// CHECK-LABEL: func.func @gaussian_0(
// CHECK: pd.gaussian {{%[0-9a-z_]+}} {mean = 2.000000e+00 : f64, std = 0.000000e+00 : f64, shape = array<i64: 3, 5>, dtype = f32, stream = 0 : i64} : (tensor<2xi64>) -> tensor<3x5xf32>
func.func @gaussian_0(%0: tensor<2xi64>) -> tensor<3x5xf32> {
  %1 = pd.gaussian %0 {mean = 2.000000e+00 : f64, std = 0.000000e+00 : f64, shape = array<i64: 3, 5>, dtype = f32, stream = 0 : i64} : (tensor<2xi64>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @truncated_gaussian_random_0(
// CHECK: pd.truncated_gaussian_random {{%[0-9a-z_]+}} {mean = 2.000000e+00 : f64, std = 9.9999997171806854e-10 : f64, a = -2.000000e+00 : f64, b = 2.000000e+00 : f64, shape = array<i64: 3, 33>, dtype = f32, stream = 0 : i64} : (tensor<2xi64>) -> tensor<3x33xf32>
func.func @truncated_gaussian_random_0(%0: tensor<2xi64>) -> tensor<3x33xf32> {
  %1 = pd.truncated_gaussian_random %0 {mean = 2.000000e+00 : f64, std = 9.9999997171806854e-10 : f64, a = -2.000000e+00 : f64, b = 2.000000e+00 : f64, shape = array<i64: 3, 33>, dtype = f32, stream = 0 : i64} : (tensor<2xi64>) -> tensor<3x33xf32>
  func.return %1 : tensor<3x33xf32>
}

// CHECK-LABEL: func.func @randint_0(
// CHECK: pd.randint {{%[0-9a-z_]+}} {low = 7 : i64, high = 8 : i64, shape = array<i64: 3, 33>, dtype = i64, stream = 0 : i64} : (tensor<2xi64>) -> tensor<3x33xi64>
func.func @randint_0(%0: tensor<2xi64>) -> tensor<3x33xi64> {
  %1 = pd.randint %0 {low = 7 : i64, high = 8 : i64, shape = array<i64: 3, 33>, dtype = i64, stream = 0 : i64} : (tensor<2xi64>) -> tensor<3x33xi64>
  func.return %1 : tensor<3x33xi64>
}

// CHECK-LABEL: func.func @bernoulli_0(
// CHECK: pd.bernoulli {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {stream = 2 : i64} : (tensor<2xi64>, tensor<3x33xf32>) -> tensor<3x33xf32>
func.func @bernoulli_0(%0: tensor<2xi64>, %1: tensor<3x33xf32>) -> tensor<3x33xf32> {
  %2 = pd.bernoulli %0, %1 {stream = 2 : i64} : (tensor<2xi64>, tensor<3x33xf32>) -> tensor<3x33xf32>
  func.return %2 : tensor<3x33xf32>
}

// CHECK-LABEL: func.func @exponential_0(
// CHECK: pd.exponential {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {lam = 1.0000000150474662e+30 : f64, stream = 1 : i64} : (tensor<2xi64>, tensor<3x33xf32>) -> tensor<3x33xf32>
func.func @exponential_0(%0: tensor<2xi64>, %1: tensor<3x33xf32>) -> tensor<3x33xf32> {
  %2 = pd.exponential %0, %1 {lam = 1.0000000150474662e+30 : f64, stream = 1 : i64} : (tensor<2xi64>, tensor<3x33xf32>) -> tensor<3x33xf32>
  func.return %2 : tensor<3x33xf32>
}

// CHECK-LABEL: func.func @dropout_0(
// CHECK: pd.dropout {{%[0-9a-z_]+}} {p = 0.30000001192092896 : f64, is_test = true, mode = "upscale_in_train", stream = 0 : i64, dtype = ui8, operandSegmentSizes = array<i32: 1, 0>} : (tensor<3x33xf32>) -> (tensor<3x33xf32>, tensor<3x33xui8>)
func.func @dropout_0(%0: tensor<3x33xf32>) -> (tensor<3x33xf32>, tensor<3x33xui8>) {
  %1, %2 = pd.dropout %0 {p = 0.30000001192092896 : f64, is_test = true, mode = "upscale_in_train", stream = 0 : i64, dtype = ui8, operandSegmentSizes = array<i32: 1, 0>} : (tensor<3x33xf32>) -> (tensor<3x33xf32>, tensor<3x33xui8>)
  func.return %1, %2 : tensor<3x33xf32>, tensor<3x33xui8>
}

// CHECK-LABEL: func.func @dropout_1(
// CHECK: pd.dropout {{%[0-9a-z_]+}} {p = 0.30000001192092896 : f64, is_test = true, mode = "downgrade_in_infer", stream = 0 : i64, dtype = ui8, operandSegmentSizes = array<i32: 1, 0>} : (tensor<3x33xf32>) -> (tensor<3x33xf32>, tensor<3x33xui8>)
func.func @dropout_1(%0: tensor<3x33xf32>) -> (tensor<3x33xf32>, tensor<3x33xui8>) {
  %1, %2 = pd.dropout %0 {p = 0.30000001192092896 : f64, is_test = true, mode = "downgrade_in_infer", stream = 0 : i64, dtype = ui8, operandSegmentSizes = array<i32: 1, 0>} : (tensor<3x33xf32>) -> (tensor<3x33xf32>, tensor<3x33xui8>)
  func.return %1, %2 : tensor<3x33xf32>, tensor<3x33xui8>
}
