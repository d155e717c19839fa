// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @matrix_rank_0(
// CHECK: pd.matrix_rank {{%[0-9a-z_]+}} {tol = 0.000000e+00 : f64, use_default_tol = true, hermitian = false} : (tensor<3x5xf32>) -> tensor<i64>
func.func @matrix_rank_0(%0: tensor<3x5xf32>) -> tensor<i64> {
  %1 = pd.matrix_rank %0 {tol = 0.000000e+00 : f64, use_default_tol = true, hermitian = false} : (tensor<3x5xf32>) -> tensor<i64>
  func.return %1 : tensor<i64>
}

// CHECK-LABEL: func.func @matrix_rank_1(
// CHECK: pd.matrix_rank {{%[0-9a-z_]+}} {tol = 0.0010000000474974513 : f64, use_default_tol = false, hermitian = false} : (tensor<2x5x5xf32>) -> tensor<2xi64>
func.func @matrix_rank_1(%0: tensor<2x5x5xf32>) -> tensor<2xi64> {
  %1 = pd.matrix_rank %0 {tol = 0.0010000000474974513 : f64, use_default_tol = false, hermitian = false} : (tensor<2x5x5xf32>) -> tensor<2xi64>
  func.return %1 : tensor<2xi64>
}

// CHECK-LABEL: func.func @matrix_rank_2(
// CHECK: pd.matrix_rank {{%[0-9a-z_]+}} {tol = 0.000000e+00 : f64, use_default_tol = true, hermitian = true} : (tensor<4x4xf64>) -> tensor<i64>
func.func @matrix_rank_2(%0: tensor<4x4xf64>) -> tensor<i64> {
  %1 = pd.matrix_rank %0 {tol = 0.000000e+00 : f64, use_default_tol = true, hermitian = true} : (tensor<4x4xf64>) -> tensor<i64>
  func.return %1 : tensor<i64>
}

// CHECK-LABEL: func.func @matrix_rank_tol_0(
// CHECK: pd.matrix_rank_tol {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {use_default_tol = false, hermitian = false} : (tensor<3x5x4xf32>, tensor<3xf32>) -> tensor<3xi64>
func.func @matrix_rank_tol_0(%0: tensor<3x5x4xf32>, %1: tensor<3xf32>) -> tensor<3xi64> {
  %2 = pd.matrix_rank_tol %0, %1 {use_default_tol = false, hermitian = false} : (tensor<3x5x4xf32>, tensor<3xf32>) -> tensor<3xi64>
  func.return %2 : tensor<3xi64>
}

// CHECK-LABEL: func.func @matrix_rank_tol_1(
// CHECK: pd.matrix_rank_tol {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {use_default_tol = false, hermitian = true} : (tensor<2x4x4xf64>, tensor<3x1xf64>) -> tensor<3x2xi64>
func.func @matrix_rank_tol_1(%0: tensor<2x4x4xf64>, %1: tensor<3x1xf64>) -> tensor<3x2xi64> {
  %2 = pd.matrix_rank_tol %0, %1 {use_default_tol = false, hermitian = true} : (tensor<2x4x4xf64>, tensor<3x1xf64>) -> tensor<3x2xi64>
  func.return %2 : tensor<3x2xi64>
}

// CHECK-LABEL: func.func @matrix_rank_atol_rtol_0(
// CHECK: pd.matrix_rank_atol_rtol {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {hermitian = false} : (tensor<3x5x4xf32>, tensor<f32>) -> tensor<3xi64>
func.func @matrix_rank_atol_rtol_0(%0: tensor<3x5x4xf32>, %1: tensor<f32>) -> tensor<3xi64> {
  %2 = pd.matrix_rank_atol_rtol %0, %1 {hermitian = false} : (tensor<3x5x4xf32>, tensor<f32>) -> tensor<3xi64>
  func.return %2 : tensor<3xi64>
}

// CHECK-LABEL: func.func @matrix_rank_atol_rtol_1(
// CHECK: pd.matrix_rank_atol_rtol {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {hermitian = false} : (tensor<3x5x4xf32>, tensor<f32>, tensor<f32>) -> tensor<3xi64>
func.func @matrix_rank_atol_rtol_1(%0: tensor<3x5x4xf32>, %1: tensor<f32>, %2: tensor<f32>) -> tensor<3xi64> {
  %3 = pd.matrix_rank_atol_rtol %0, %1, %2 {hermitian = false} : (tensor<3x5x4xf32>, tensor<f32>, tensor<f32>) -> tensor<3xi64>
  func.return %3 : tensor<3xi64>
}

// CHECK-LABEL: func.func @matrix_rank_atol_rtol_2(
// CHECK: pd.matrix_rank_atol_rtol {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {hermitian = true} : (tensor<3x4x4xf64>, tensor<3xf64>, tensor<3xf64>) -> tensor<3xi64>
func.func @matrix_rank_atol_rtol_2(%0: tensor<3x4x4xf64>, %1: tensor<3xf64>, %2: tensor<3xf64>) -> tensor<3xi64> {
  %3 = pd.matrix_rank_atol_rtol %0, %1, %2 {hermitian = true} : (tensor<3x4x4xf64>, tensor<3xf64>, tensor<3xf64>) -> tensor<3xi64>
  func.return %3 : tensor<3xi64>
}

// CHECK-LABEL: func.func @matrix_rank_atol_rtol_3(
// CHECK: pd.matrix_rank_atol_rtol {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {hermitian = false} : (tensor<2x5x5xf32>, tensor<f32>) -> tensor<2xi64>
func.func @matrix_rank_atol_rtol_3(%0: tensor<2x5x5xf32>, %1: tensor<f32>) -> tensor<2xi64> {
  %2 = pd.matrix_rank_atol_rtol %0, %1 {hermitian = false} : (tensor<2x5x5xf32>, tensor<f32>) -> tensor<2xi64>
  func.return %2 : tensor<2xi64>
}

// CHECK-LABEL: func.func @lstsq_0(
// CHECK: pd.lstsq {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {rcond = 4.9999999873762135e-07 : f64, driver = "gels"} : (tensor<5x3xf32>, tensor<5x2xf32>) -> (tensor<3x2xf32>, tensor<2xf32>, tensor<i32>, tensor<3xf32>)
func.func @lstsq_0(%0: tensor<5x3xf32>, %1: tensor<5x2xf32>) -> (tensor<3x2xf32>, tensor<2xf32>, tensor<i32>, tensor<3xf32>) {
  %2, %3, %4, %5 = pd.lstsq %0, %1 {rcond = 4.9999999873762135e-07 : f64, driver = "gels"} : (tensor<5x3xf32>, tensor<5x2xf32>) -> (tensor<3x2xf32>, tensor<2xf32>, tensor<i32>, tensor<3xf32>)
  func.return %2, %3, %4, %5 : tensor<3x2xf32>, tensor<2xf32>, tensor<i32>, tensor<3xf32>
}

// CHECK-LABEL: func.func @lstsq_1(
// CHECK: pd.lstsq {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {rcond = 4.9999999873762135e-07 : f64, driver = "gelsd"} : (tensor<2x5x3xf32>, tensor<2x5x2xf32>) -> (tensor<2x3x2xf32>, tensor<2x2xf32>, tensor<2xi32>, tensor<2x3xf32>)
func.func @lstsq_1(%0: tensor<2x5x3xf32>, %1: tensor<2x5x2xf32>) -> (tensor<2x3x2xf32>, tensor<2x2xf32>, tensor<2xi32>, tensor<2x3xf32>) {
  %2, %3, %4, %5 = pd.lstsq %0, %1 {rcond = 4.9999999873762135e-07 : f64, driver = "gelsd"} : (tensor<2x5x3xf32>, tensor<2x5x2xf32>) -> (tensor<2x3x2xf32>, tensor<2x2xf32>, tensor<2xi32>, tensor<2x3xf32>)
  func.return %2, %3, %4, %5 : tensor<2x3x2xf32>, tensor<2x2xf32>, tensor<2xi32>, tensor<2x3xf32>
}

// CHECK-LABEL: func.func @lstsq_2(
// CHECK: pd.lstsq {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {rcond = 4.9999999122583502e-15 : f64, driver = "gelss"} : (tensor<2x3x5xf64>, tensor<2x3x1xf64>) -> (tensor<2x5x1xf64>, tensor<0xf64>, tensor<2xi32>, tensor<2x3xf64>)
func.func @lstsq_2(%0: tensor<2x3x5xf64>, %1: tensor<2x3x1xf64>) -> (tensor<2x5x1xf64>, tensor<0xf64>, tensor<2xi32>, tensor<2x3xf64>) {
  %2, %3, %4, %5 = pd.lstsq %0, %1 {rcond = 4.9999999122583502e-15 : f64, driver = "gelss"} : (tensor<2x3x5xf64>, tensor<2x3x1xf64>) -> (tensor<2x5x1xf64>, tensor<0xf64>, tensor<2xi32>, tensor<2x3xf64>)
  func.return %2, %3, %4, %5 : tensor<2x5x1xf64>, tensor<0xf64>, tensor<2xi32>, tensor<2x3xf64>
}

// CHECK-LABEL: func.func @lstsq_3(
// CHECK: pd.lstsq {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {rcond = 4.9999999873762135e-07 : f64, driver = "gels"} : (tensor<3x5xf32>, tensor<3x2xf32>) -> (tensor<5x2xf32>, tensor<0xf32>, tensor<i32>, tensor<3xf32>)
func.func @lstsq_3(%0: tensor<3x5xf32>, %1: tensor<3x2xf32>) -> (tensor<5x2xf32>, tensor<0xf32>, tensor<i32>, tensor<3xf32>) {
  %2, %3, %4, %5 = pd.lstsq %0, %1 {rcond = 4.9999999873762135e-07 : f64, driver = "gels"} : (tensor<3x5xf32>, tensor<3x2xf32>) -> (tensor<5x2xf32>, tensor<0xf32>, tensor<i32>, tensor<3xf32>)
  func.return %2, %3, %4, %5 : tensor<5x2xf32>, tensor<0xf32>, tensor<i32>, tensor<3xf32>
}

// CHECK-LABEL: func.func @lstsq_4(
// CHECK: pd.lstsq {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {rcond = 4.0000000145099749e-15 : f64, driver = "gelsy"} : (tensor<4x4xf64>, tensor<4x2xf64>) -> (tensor<4x2xf64>, tensor<0xf64>, tensor<i32>, tensor<4xf64>)
func.func @lstsq_4(%0: tensor<4x4xf64>, %1: tensor<4x2xf64>) -> (tensor<4x2xf64>, tensor<0xf64>, tensor<i32>, tensor<4xf64>) {
  %2, %3, %4, %5 = pd.lstsq %0, %1 {rcond = 4.0000000145099749e-15 : f64, driver = "gelsy"} : (tensor<4x4xf64>, tensor<4x2xf64>) -> (tensor<4x2xf64>, tensor<0xf64>, tensor<i32>, tensor<4xf64>)
  func.return %2, %3, %4, %5 : tensor<4x2xf64>, tensor<0xf64>, tensor<i32>, tensor<4xf64>
}
