// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @lgamma_0(
// CHECK: pd.lgamma {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @lgamma_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.lgamma %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @lgamma_1(
// CHECK: pd.lgamma {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @lgamma_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.lgamma %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @lgamma_2(
// CHECK: pd.lgamma {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @lgamma_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.lgamma %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @lgamma_3(
// CHECK: pd.lgamma {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @lgamma_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.lgamma %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @gammaln_0(
// CHECK: pd.gammaln {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @gammaln_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.gammaln %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @gammaln_1(
// CHECK: pd.gammaln {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @gammaln_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.gammaln %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @gammaln_2(
// CHECK: pd.gammaln {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @gammaln_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.gammaln %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @gammaln_3(
// CHECK: pd.gammaln {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @gammaln_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.gammaln %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @digamma_0(
// CHECK: pd.digamma {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @digamma_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.digamma %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @digamma_1(
// CHECK: pd.digamma {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @digamma_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.digamma %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @digamma_2(
// CHECK: pd.digamma {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @digamma_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.digamma %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @digamma_3(
// CHECK: pd.digamma {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @digamma_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.digamma %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @polygamma_0(
// CHECK: pd.polygamma {{%[0-9a-z_]+}} {n = 1 : i64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @polygamma_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.polygamma %0 {n = 1 : i64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @polygamma_1(
// CHECK: pd.polygamma {{%[0-9a-z_]+}} {n = 1 : i64} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @polygamma_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.polygamma %0 {n = 1 : i64} : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @polygamma_2(
// CHECK: pd.polygamma {{%[0-9a-z_]+}} {n = 1 : i64} : (tensor<f32>) -> tensor<f32>
func.func @polygamma_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.polygamma %0 {n = 1 : i64} : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @polygamma_3(
// CHECK: pd.polygamma {{%[0-9a-z_]+}} {n = 1 : i64} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @polygamma_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.polygamma %0 {n = 1 : i64} : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @polygamma_4(
// CHECK: pd.polygamma {{%[0-9a-z_]+}} {n = 2 : i64} : (tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @polygamma_4(%0: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %1 = pd.polygamma %0 {n = 2 : i64} : (tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %1 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @polygamma_5(
// CHECK: pd.polygamma {{%[0-9a-z_]+}} {n = 3 : i64} : (tensor<3x35xf64>) -> tensor<3x35xf64>
func.func @polygamma_5(%0: tensor<3x35xf64>) -> tensor<3x35xf64> {
  %1 = pd.polygamma %0 {n = 3 : i64} : (tensor<3x35xf64>) -> tensor<3x35xf64>
  func.return %1 : tensor<3x35xf64>
}

// CHECK-LABEL: func.func @polygamma_6(
// CHECK: pd.polygamma {{%[0-9a-z_]+}} {n = 6 : i64} : (tensor<3x35xf64>) -> tensor<3x35xf64>
func.func @polygamma_6(%0: tensor<3x35xf64>) -> tensor<3x35xf64> {
  %1 = pd.polygamma %0 {n = 6 : i64} : (tensor<3x35xf64>) -> tensor<3x35xf64>
  func.return %1 : tensor<3x35xf64>
}

// CHECK-LABEL: func.func @polygamma_7(
// CHECK: pd.polygamma {{%[0-9a-z_]+}} {n = 2 : i64} : (tensor<9xf32>) -> tensor<9xf32>
func.func @polygamma_7(%0: tensor<9xf32>) -> tensor<9xf32> {
  %1 = pd.polygamma %0 {n = 2 : i64} : (tensor<9xf32>) -> tensor<9xf32>
  func.return %1 : tensor<9xf32>
}
