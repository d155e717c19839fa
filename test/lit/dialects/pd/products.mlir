// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @dot_0(
// CHECK: pd.dot {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<70xf32>, tensor<70xf32>) -> tensor<f32>
func.func @dot_0(%0: tensor<70xf32>, %1: tensor<70xf32>) -> tensor<f32> {
  %2 = pd.dot %0, %1 : (tensor<70xf32>, tensor<70xf32>) -> tensor<f32>
  func.return %2 : tensor<f32>
}

// CHECK-LABEL: func.func @dot_1(
// CHECK: pd.dot {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<5x33xf32>, tensor<5x33xf32>) -> tensor<5xf32>
func.func @dot_1(%0: tensor<5x33xf32>, %1: tensor<5x33xf32>) -> tensor<5xf32> {
  %2 = pd.dot %0, %1 : (tensor<5x33xf32>, tensor<5x33xf32>) -> tensor<5xf32>
  func.return %2 : tensor<5xf32>
}

// CHECK-LABEL: func.func @dot_2(
// CHECK: pd.dot {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<33xf64>, tensor<33xf64>) -> tensor<f64>
func.func @dot_2(%0: tensor<33xf64>, %1: tensor<33xf64>) -> tensor<f64> {
  %2 = pd.dot %0, %1 : (tensor<33xf64>, tensor<33xf64>) -> tensor<f64>
  func.return %2 : tensor<f64>
}

// CHECK-LABEL: func.func @dot_3(
// CHECK: pd.dot {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<33xi64>, tensor<33xi64>) -> tensor<i64>
func.func @dot_3(%0: tensor<33xi64>, %1: tensor<33xi64>) -> tensor<i64> {
  %2 = pd.dot %0, %1 : (tensor<33xi64>, tensor<33xi64>) -> tensor<i64>
  func.return %2 : tensor<i64>
}

// CHECK-LABEL: func.func @dot_4(
// CHECK: pd.dot {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<33xi32>, tensor<33xi32>) -> tensor<i32>
func.func @dot_4(%0: tensor<33xi32>, %1: tensor<33xi32>) -> tensor<i32> {
  %2 = pd.dot %0, %1 : (tensor<33xi32>, tensor<33xi32>) -> tensor<i32>
  func.return %2 : tensor<i32>
}

// CHECK-LABEL: func.func @cross_0(
// CHECK: pd.cross {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 9 : i64} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @cross_0(%0: tensor<3x35xf32>, %1: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %2 = pd.cross %0, %1 {axis = 9 : i64} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %2 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @cross_1(
// CHECK: pd.cross {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 1 : i64} : (tensor<33x3xf32>, tensor<33x3xf32>) -> tensor<33x3xf32>
func.func @cross_1(%0: tensor<33x3xf32>, %1: tensor<33x3xf32>) -> tensor<33x3xf32> {
  %2 = pd.cross %0, %1 {axis = 1 : i64} : (tensor<33x3xf32>, tensor<33x3xf32>) -> tensor<33x3xf32>
  func.return %2 : tensor<33x3xf32>
}

// CHECK-LABEL: func.func @cross_2(
// CHECK: pd.cross {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = -2 : i64} : (tensor<2x3x4xf64>, tensor<2x3x4xf64>) -> tensor<2x3x4xf64>
func.func @cross_2(%0: tensor<2x3x4xf64>, %1: tensor<2x3x4xf64>) -> tensor<2x3x4xf64> {
  %2 = pd.cross %0, %1 {axis = -2 : i64} : (tensor<2x3x4xf64>, tensor<2x3x4xf64>) -> tensor<2x3x4xf64>
  func.return %2 : tensor<2x3x4xf64>
}

// CHECK-LABEL: func.func @cross_3(
// CHECK: pd.cross {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 9 : i64} : (tensor<9x3xi64>, tensor<9x3xi64>) -> tensor<9x3xi64>
func.func @cross_3(%0: tensor<9x3xi64>, %1: tensor<9x3xi64>) -> tensor<9x3xi64> {
  %2 = pd.cross %0, %1 {axis = 9 : i64} : (tensor<9x3xi64>, tensor<9x3xi64>) -> tensor<9x3xi64>
  func.return %2 : tensor<9x3xi64>
}

// CHECK-LABEL: func.func @mv_0(
// CHECK: pd.mv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<5x33xf32>, tensor<33xf32>) -> tensor<5xf32>
func.func @mv_0(%0: tensor<5x33xf32>, %1: tensor<33xf32>) -> tensor<5xf32> {
  %2 = pd.mv %0, %1 : (tensor<5x33xf32>, tensor<33xf32>) -> tensor<5xf32>
  func.return %2 : tensor<5xf32>
}

// CHECK-LABEL: func.func @mv_1(
// CHECK: pd.mv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<5x8xf64>, tensor<8xf64>) -> tensor<5xf64>
func.func @mv_1(%0: tensor<5x8xf64>, %1: tensor<8xf64>) -> tensor<5xf64> {
  %2 = pd.mv %0, %1 : (tensor<5x8xf64>, tensor<8xf64>) -> tensor<5xf64>
  func.return %2 : tensor<5xf64>
}

// CHECK-LABEL: func.func @bilinear_0(
// CHECK: pd.bilinear {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<5x7xf32>, tensor<5x20xf32>, tensor<3x7x20xf32>, tensor<1x3xf32>) -> tensor<5x3xf32>
func.func @bilinear_0(%0: tensor<5x7xf32>, %1: tensor<5x20xf32>, %2: tensor<3x7x20xf32>, %3: tensor<1x3xf32>) -> tensor<5x3xf32> {
  %4 = pd.bilinear %0, %1, %2, %3 : (tensor<5x7xf32>, tensor<5x20xf32>, tensor<3x7x20xf32>, tensor<1x3xf32>) -> tensor<5x3xf32>
  func.return %4 : tensor<5x3xf32>
}

// CHECK-LABEL: func.func @bilinear_1(
// CHECK: pd.bilinear {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3xf32>, tensor<2x4xf32>, tensor<5x3x4xf32>) -> tensor<2x5xf32>
func.func @bilinear_1(%0: tensor<2x3xf32>, %1: tensor<2x4xf32>, %2: tensor<5x3x4xf32>) -> tensor<2x5xf32> {
  %3 = pd.bilinear %0, %1, %2 : (tensor<2x3xf32>, tensor<2x4xf32>, tensor<5x3x4xf32>) -> tensor<2x5xf32>
  func.return %3 : tensor<2x5xf32>
}

// CHECK-LABEL: func.func @bmm_0(
// CHECK: pd.bmm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5x33xf32>, tensor<3x33x7xf32>) -> tensor<3x5x7xf32>
func.func @bmm_0(%0: tensor<3x5x33xf32>, %1: tensor<3x33x7xf32>) -> tensor<3x5x7xf32> {
  %2 = pd.bmm %0, %1 : (tensor<3x5x33xf32>, tensor<3x33x7xf32>) -> tensor<3x5x7xf32>
  func.return %2 : tensor<3x5x7xf32>
}

// CHECK-LABEL: func.func @bmm_1(
// CHECK: pd.bmm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x4x4xf64>, tensor<2x4x4xf64>) -> tensor<2x4x4xf64>
func.func @bmm_1(%0: tensor<2x4x4xf64>, %1: tensor<2x4x4xf64>) -> tensor<2x4x4xf64> {
  %2 = pd.bmm %0, %1 : (tensor<2x4x4xf64>, tensor<2x4x4xf64>) -> tensor<2x4x4xf64>
  func.return %2 : tensor<2x4x4xf64>
}

// CHECK-LABEL: func.func @addmm_0(
// CHECK: pd.addmm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {beta = 1.000000e+00 : f64, alpha = 1.000000e+00 : f64} : (tensor<5x7xf32>, tensor<5x33xf32>, tensor<33x7xf32>) -> tensor<5x7xf32>
func.func @addmm_0(%0: tensor<5x7xf32>, %1: tensor<5x33xf32>, %2: tensor<33x7xf32>) -> tensor<5x7xf32> {
  %3 = pd.addmm %0, %1, %2 {beta = 1.000000e+00 : f64, alpha = 1.000000e+00 : f64} : (tensor<5x7xf32>, tensor<5x33xf32>, tensor<33x7xf32>) -> tensor<5x7xf32>
  func.return %3 : tensor<5x7xf32>
}

// CHECK-LABEL: func.func @addmm_1(
// CHECK: pd.addmm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {beta = 5.000000e-01 : f64, alpha = 2.000000e+00 : f64} : (tensor<1x7xf32>, tensor<5x9xf32>, tensor<9x7xf32>) -> tensor<5x7xf32>
func.func @addmm_1(%0: tensor<1x7xf32>, %1: tensor<5x9xf32>, %2: tensor<9x7xf32>) -> tensor<5x7xf32> {
  %3 = pd.addmm %0, %1, %2 {beta = 5.000000e-01 : f64, alpha = 2.000000e+00 : f64} : (tensor<1x7xf32>, tensor<5x9xf32>, tensor<9x7xf32>) -> tensor<5x7xf32>
  func.return %3 : tensor<5x7xf32>
}

// CHECK-LABEL: func.func @addmm_2(
// CHECK: pd.addmm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {beta = 5.000000e-01 : f64, alpha = 1.000000e+00 : f64} : (tensor<7xf32>, tensor<5x9xf32>, tensor<9x7xf32>) -> tensor<5x7xf32>
func.func @addmm_2(%0: tensor<7xf32>, %1: tensor<5x9xf32>, %2: tensor<9x7xf32>) -> tensor<5x7xf32> {
  %3 = pd.addmm %0, %1, %2 {beta = 5.000000e-01 : f64, alpha = 1.000000e+00 : f64} : (tensor<7xf32>, tensor<5x9xf32>, tensor<9x7xf32>) -> tensor<5x7xf32>
  func.return %3 : tensor<5x7xf32>
}

// CHECK-LABEL: func.func @baddbmm_0(
// CHECK: pd.baddbmm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {beta = 1.000000e+00 : f64, alpha = 1.000000e+00 : f64} : (tensor<3x5x7xf32>, tensor<3x5x33xf32>, tensor<3x33x7xf32>) -> tensor<3x5x7xf32>
func.func @baddbmm_0(%0: tensor<3x5x7xf32>, %1: tensor<3x5x33xf32>, %2: tensor<3x33x7xf32>) -> tensor<3x5x7xf32> {
  %3 = pd.baddbmm %0, %1, %2 {beta = 1.000000e+00 : f64, alpha = 1.000000e+00 : f64} : (tensor<3x5x7xf32>, tensor<3x5x33xf32>, tensor<3x33x7xf32>) -> tensor<3x5x7xf32>
  func.return %3 : tensor<3x5x7xf32>
}

// CHECK-LABEL: func.func @baddbmm_1(
// CHECK: pd.baddbmm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {beta = 5.000000e-01 : f64, alpha = 2.000000e+00 : f64} : (tensor<2x4x4xf32>, tensor<2x4x4xf32>, tensor<2x4x4xf32>) -> tensor<2x4x4xf32>
func.func @baddbmm_1(%0: tensor<2x4x4xf32>, %1: tensor<2x4x4xf32>, %2: tensor<2x4x4xf32>) -> tensor<2x4x4xf32> {
  %3 = pd.baddbmm %0, %1, %2 {beta = 5.000000e-01 : f64, alpha = 2.000000e+00 : f64} : (tensor<2x4x4xf32>, tensor<2x4x4xf32>, tensor<2x4x4xf32>) -> tensor<2x4x4xf32>
  func.return %3 : tensor<2x4x4xf32>
}

// CHECK-LABEL: func.func @kron_0(
// CHECK: pd.kron {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3xf32>, tensor<4x5xf32>) -> tensor<8x15xf32>
func.func @kron_0(%0: tensor<2x3xf32>, %1: tensor<4x5xf32>) -> tensor<8x15xf32> {
  %2 = pd.kron %0, %1 : (tensor<2x3xf32>, tensor<4x5xf32>) -> tensor<8x15xf32>
  func.return %2 : tensor<8x15xf32>
}

// CHECK-LABEL: func.func @kron_1(
// CHECK: pd.kron {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3xf32>, tensor<2x4x1xf32>) -> tensor<2x4x3xf32>
func.func @kron_1(%0: tensor<3xf32>, %1: tensor<2x4x1xf32>) -> tensor<2x4x3xf32> {
  %2 = pd.kron %0, %1 : (tensor<3xf32>, tensor<2x4x1xf32>) -> tensor<2x4x3xf32>
  func.return %2 : tensor<2x4x3xf32>
}

// CHECK-LABEL: func.func @kron_2(
// CHECK: pd.kron {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<5xi64>, tensor<3xi64>) -> tensor<15xi64>
func.func @kron_2(%0: tensor<5xi64>, %1: tensor<3xi64>) -> tensor<15xi64> {
  %2 = pd.kron %0, %1 : (tensor<5xi64>, tensor<3xi64>) -> tensor<15xi64>
  func.return %2 : tensor<15xi64>
}

// CHECK-LABEL: func.func @dist_0(
// CHECK: pd.dist {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {p = 0.000000e+00 : f64} : (tensor<5x33xf32>, tensor<33xf32>) -> tensor<f32>
func.func @dist_0(%0: tensor<5x33xf32>, %1: tensor<33xf32>) -> tensor<f32> {
  %2 = pd.dist %0, %1 {p = 0.000000e+00 : f64} : (tensor<5x33xf32>, tensor<33xf32>) -> tensor<f32>
  func.return %2 : tensor<f32>
}

// CHECK-LABEL: func.func @dist_1(
// CHECK: pd.dist {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {p = 1.000000e+00 : f64} : (tensor<5x33xf32>, tensor<33xf32>) -> tensor<f32>
func.func @dist_1(%0: tensor<5x33xf32>, %1: tensor<33xf32>) -> tensor<f32> {
  %2 = pd.dist %0, %1 {p = 1.000000e+00 : f64} : (tensor<5x33xf32>, tensor<33xf32>) -> tensor<f32>
  func.return %2 : tensor<f32>
}

// CHECK-LABEL: func.func @dist_2(
// CHECK: pd.dist {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {p = 2.000000e+00 : f64} : (tensor<5x33xf32>, tensor<33xf32>) -> tensor<f32>
func.func @dist_2(%0: tensor<5x33xf32>, %1: tensor<33xf32>) -> tensor<f32> {
  %2 = pd.dist %0, %1 {p = 2.000000e+00 : f64} : (tensor<5x33xf32>, tensor<33xf32>) -> tensor<f32>
  func.return %2 : tensor<f32>
}

// CHECK-LABEL: func.func @dist_3(
// CHECK: pd.dist {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {p = 3.500000e+00 : f64} : (tensor<5x33xf32>, tensor<33xf32>) -> tensor<f32>
func.func @dist_3(%0: tensor<5x33xf32>, %1: tensor<33xf32>) -> tensor<f32> {
  %2 = pd.dist %0, %1 {p = 3.500000e+00 : f64} : (tensor<5x33xf32>, tensor<33xf32>) -> tensor<f32>
  func.return %2 : tensor<f32>
}

// CHECK-LABEL: func.func @dist_4(
// CHECK: pd.dist {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {p = 0x7ff0000000000000 : f64} : (tensor<5x33xf32>, tensor<33xf32>) -> tensor<f32>
func.func @dist_4(%0: tensor<5x33xf32>, %1: tensor<33xf32>) -> tensor<f32> {
  %2 = pd.dist %0, %1 {p = 0x7ff0000000000000 : f64} : (tensor<5x33xf32>, tensor<33xf32>) -> tensor<f32>
  func.return %2 : tensor<f32>
}

// CHECK-LABEL: func.func @dist_5(
// CHECK: pd.dist {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {p = 0xfff0000000000000 : f64} : (tensor<5x33xf32>, tensor<33xf32>) -> tensor<f32>
func.func @dist_5(%0: tensor<5x33xf32>, %1: tensor<33xf32>) -> tensor<f32> {
  %2 = pd.dist %0, %1 {p = 0xfff0000000000000 : f64} : (tensor<5x33xf32>, tensor<33xf32>) -> tensor<f32>
  func.return %2 : tensor<f32>
}

// CHECK-LABEL: func.func @dist_6(
// CHECK: pd.dist {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {p = 2.000000e+00 : f64} : (tensor<3x5xf64>, tensor<3x5xf64>) -> tensor<f64>
func.func @dist_6(%0: tensor<3x5xf64>, %1: tensor<3x5xf64>) -> tensor<f64> {
  %2 = pd.dist %0, %1 {p = 2.000000e+00 : f64} : (tensor<3x5xf64>, tensor<3x5xf64>) -> tensor<f64>
  func.return %2 : tensor<f64>
}
