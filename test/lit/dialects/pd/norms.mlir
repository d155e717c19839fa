// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @p_norm_0(
// CHECK: pd.p_norm {{%[0-9a-z_]+}} {porder = 2.000000e+00 : f64, axis = -1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = false, asvector = false} : (tensor<3x70xf32>) -> tensor<3xf32>
func.func @p_norm_0(%0: tensor<3x70xf32>) -> tensor<3xf32> {
  %1 = pd.p_norm %0 {porder = 2.000000e+00 : f64, axis = -1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = false, asvector = false} : (tensor<3x70xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @p_norm_1(
// CHECK: pd.p_norm {{%[0-9a-z_]+}} {porder = 2.000000e+00 : f64, axis = 0 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = true, asvector = false} : (tensor<5x33xf32>) -> tensor<1x33xf32>
func.func @p_norm_1(%0: tensor<5x33xf32>) -> tensor<1x33xf32> {
  %1 = pd.p_norm %0 {porder = 2.000000e+00 : f64, axis = 0 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = true, asvector = false} : (tensor<5x33xf32>) -> tensor<1x33xf32>
  func.return %1 : tensor<1x33xf32>
}

// CHECK-LABEL: func.func @p_norm_2(
// CHECK: pd.p_norm {{%[0-9a-z_]+}} {porder = 2.000000e+00 : f64, axis = -1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = false, asvector = true} : (tensor<3x4x5xf32>) -> tensor<f32>
func.func @p_norm_2(%0: tensor<3x4x5xf32>) -> tensor<f32> {
  %1 = pd.p_norm %0 {porder = 2.000000e+00 : f64, axis = -1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = false, asvector = true} : (tensor<3x4x5xf32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @p_norm_3(
// CHECK: pd.p_norm {{%[0-9a-z_]+}} {porder = 1.000000e+00 : f64, axis = 1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = false, asvector = false} : (tensor<3x70xf32>) -> tensor<3xf32>
func.func @p_norm_3(%0: tensor<3x70xf32>) -> tensor<3xf32> {
  %1 = pd.p_norm %0 {porder = 1.000000e+00 : f64, axis = 1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = false, asvector = false} : (tensor<3x70xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @p_norm_4(
// CHECK: pd.p_norm {{%[0-9a-z_]+}} {porder = 3.000000e+00 : f64, axis = 1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = false, asvector = false} : (tensor<3x70xf32>) -> tensor<3xf32>
func.func @p_norm_4(%0: tensor<3x70xf32>) -> tensor<3xf32> {
  %1 = pd.p_norm %0 {porder = 3.000000e+00 : f64, axis = 1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = false, asvector = false} : (tensor<3x70xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @p_norm_5(
// CHECK: pd.p_norm {{%[0-9a-z_]+}} {porder = 5.000000e-01 : f64, axis = 1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = false, asvector = false} : (tensor<3x7xf32>) -> tensor<3xf32>
func.func @p_norm_5(%0: tensor<3x7xf32>) -> tensor<3xf32> {
  %1 = pd.p_norm %0 {porder = 5.000000e-01 : f64, axis = 1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = false, asvector = false} : (tensor<3x7xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @p_norm_6(
// CHECK: pd.p_norm {{%[0-9a-z_]+}} {porder = 0.000000e+00 : f64, axis = 1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = false, asvector = false} : (tensor<3x33xf32>) -> tensor<3xf32>
func.func @p_norm_6(%0: tensor<3x33xf32>) -> tensor<3xf32> {
  %1 = pd.p_norm %0 {porder = 0.000000e+00 : f64, axis = 1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = false, asvector = false} : (tensor<3x33xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @p_norm_7(
// CHECK: pd.p_norm {{%[0-9a-z_]+}} {porder = 2.000000e+00 : f64, axis = 1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = true, asvector = false} : (tensor<3x70xf32>) -> tensor<3x1xf32>
func.func @p_norm_7(%0: tensor<3x70xf32>) -> tensor<3x1xf32> {
  %1 = pd.p_norm %0 {porder = 2.000000e+00 : f64, axis = 1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = true, asvector = false} : (tensor<3x70xf32>) -> tensor<3x1xf32>
  func.return %1 : tensor<3x1xf32>
}

// CHECK-LABEL: func.func @p_norm_8(
// CHECK: pd.p_norm {{%[0-9a-z_]+}} {porder = 0x7ff0000000000000 : f64, axis = 1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = false, asvector = false} : (tensor<3x5x16xf32>) -> tensor<3x16xf32>
func.func @p_norm_8(%0: tensor<3x5x16xf32>) -> tensor<3x16xf32> {
  %1 = pd.p_norm %0 {porder = 0x7ff0000000000000 : f64, axis = 1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = false, asvector = false} : (tensor<3x5x16xf32>) -> tensor<3x16xf32>
  func.return %1 : tensor<3x16xf32>
}

// CHECK-LABEL: func.func @p_norm_9(
// CHECK: pd.p_norm {{%[0-9a-z_]+}} {porder = 0xfff0000000000000 : f64, axis = 1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = true, asvector = false} : (tensor<3x5xf32>) -> tensor<3x1xf32>
func.func @p_norm_9(%0: tensor<3x5xf32>) -> tensor<3x1xf32> {
  %1 = pd.p_norm %0 {porder = 0xfff0000000000000 : f64, axis = 1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = true, asvector = false} : (tensor<3x5xf32>) -> tensor<3x1xf32>
  func.return %1 : tensor<3x1xf32>
}

// CHECK-LABEL: func.func @p_norm_10(
// CHECK: pd.p_norm {{%[0-9a-z_]+}} {porder = -1.000000e+00 : f64, axis = -1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = true, asvector = true} : (tensor<3x5xf32>) -> tensor<1x1xf32>
func.func @p_norm_10(%0: tensor<3x5xf32>) -> tensor<1x1xf32> {
  %1 = pd.p_norm %0 {porder = -1.000000e+00 : f64, axis = -1 : i64, epsilon = 9.999999960041972e-13 : f64, keepdim = true, asvector = true} : (tensor<3x5xf32>) -> tensor<1x1xf32>
  func.return %1 : tensor<1x1xf32>
}

// CHECK-LABEL: func.func @frobenius_norm_0(
// CHECK: pd.frobenius_norm {{%[0-9a-z_]+}} {axis = array<i64: 1, 2>, keep_dim = false, reduce_all = false} : (tensor<2x5x33xf32>) -> tensor<2xf32>
func.func @frobenius_norm_0(%0: tensor<2x5x33xf32>) -> tensor<2xf32> {
  %1 = pd.frobenius_norm %0 {axis = array<i64: 1, 2>, keep_dim = false, reduce_all = false} : (tensor<2x5x33xf32>) -> tensor<2xf32>
  func.return %1 : tensor<2xf32>
}

// CHECK-LABEL: func.func @frobenius_norm_1(
// CHECK: pd.frobenius_norm {{%[0-9a-z_]+}} {axis = array<i64: 0, 1>, keep_dim = true, reduce_all = false} : (tensor<2x5x33xf32>) -> tensor<1x1x33xf32>
func.func @frobenius_norm_1(%0: tensor<2x5x33xf32>) -> tensor<1x1x33xf32> {
  %1 = pd.frobenius_norm %0 {axis = array<i64: 0, 1>, keep_dim = true, reduce_all = false} : (tensor<2x5x33xf32>) -> tensor<1x1x33xf32>
  func.return %1 : tensor<1x1x33xf32>
}

// CHECK-LABEL: func.func @frobenius_norm_2(
// CHECK: pd.frobenius_norm {{%[0-9a-z_]+}} {axis = array<i64>, keep_dim = true, reduce_all = true} : (tensor<2x5x3xf32>) -> tensor<1x1x1xf32>
func.func @frobenius_norm_2(%0: tensor<2x5x3xf32>) -> tensor<1x1x1xf32> {
  %1 = pd.frobenius_norm %0 {axis = array<i64>, keep_dim = true, reduce_all = true} : (tensor<2x5x3xf32>) -> tensor<1x1x1xf32>
  func.return %1 : tensor<1x1x1xf32>
}

// CHECK-LABEL: func.func @l1_norm_0(
// CHECK: pd.l1_norm {{%[0-9a-z_]+}} : (tensor<5x33xf32>) -> tensor<f32>
func.func @l1_norm_0(%0: tensor<5x33xf32>) -> tensor<f32> {
  %1 = pd.l1_norm %0 : (tensor<5x33xf32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @squared_l2_norm_0(
// CHECK: pd.squared_l2_norm {{%[0-9a-z_]+}} : (tensor<5x33xf32>) -> tensor<1xf32>
func.func @squared_l2_norm_0(%0: tensor<5x33xf32>) -> tensor<1xf32> {
  %1 = pd.squared_l2_norm %0 : (tensor<5x33xf32>) -> tensor<1xf32>
  func.return %1 : tensor<1xf32>
}

// CHECK-LABEL: func.func @clip_by_norm_0(
// CHECK: pd.clip_by_norm {{%[0-9a-z_]+}} {max_norm = 1.000000e+00 : f64} : (tensor<5x33xf32>) -> tensor<5x33xf32>
func.func @clip_by_norm_0(%0: tensor<5x33xf32>) -> tensor<5x33xf32> {
  %1 = pd.clip_by_norm %0 {max_norm = 1.000000e+00 : f64} : (tensor<5x33xf32>) -> tensor<5x33xf32>
  func.return %1 : tensor<5x33xf32>
}

// CHECK-LABEL: func.func @clip_by_norm_1(
// CHECK: pd.clip_by_norm {{%[0-9a-z_]+}} {max_norm = 1.000000e+02 : f64} : (tensor<5x3xf32>) -> tensor<5x3xf32>
func.func @clip_by_norm_1(%0: tensor<5x3xf32>) -> tensor<5x3xf32> {
  %1 = pd.clip_by_norm %0 {max_norm = 1.000000e+02 : f64} : (tensor<5x3xf32>) -> tensor<5x3xf32>
  func.return %1 : tensor<5x3xf32>
}

// CHECK-LABEL: func.func @renorm_0(
// CHECK: pd.renorm {{%[0-9a-z_]+}} {p = 2.000000e+00 : f64, axis = 0 : i64, max_norm = 1.000000e+00 : f64} : (tensor<3x5x33xf32>) -> tensor<3x5x33xf32>
func.func @renorm_0(%0: tensor<3x5x33xf32>) -> tensor<3x5x33xf32> {
  %1 = pd.renorm %0 {p = 2.000000e+00 : f64, axis = 0 : i64, max_norm = 1.000000e+00 : f64} : (tensor<3x5x33xf32>) -> tensor<3x5x33xf32>
  func.return %1 : tensor<3x5x33xf32>
}

// CHECK-LABEL: func.func @renorm_1(
// CHECK: pd.renorm {{%[0-9a-z_]+}} {p = 1.000000e+00 : f64, axis = 2 : i64, max_norm = 3.000000e+00 : f64} : (tensor<3x5x4xf32>) -> tensor<3x5x4xf32>
func.func @renorm_1(%0: tensor<3x5x4xf32>) -> tensor<3x5x4xf32> {
  %1 = pd.renorm %0 {p = 1.000000e+00 : f64, axis = 2 : i64, max_norm = 3.000000e+00 : f64} : (tensor<3x5x4xf32>) -> tensor<3x5x4xf32>
  func.return %1 : tensor<3x5x4xf32>
}
