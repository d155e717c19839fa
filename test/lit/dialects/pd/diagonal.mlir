// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @tril_0(
// CHECK: pd.tril {{%[0-9a-z_]+}} {diagonal = 0 : i64} : (tensor<2x5x20xf32>) -> tensor<2x5x20xf32>
func.func @tril_0(%0: tensor<2x5x20xf32>) -> tensor<2x5x20xf32> {
  %1 = pd.tril %0 {diagonal = 0 : i64} : (tensor<2x5x20xf32>) -> tensor<2x5x20xf32>
  func.return %1 : tensor<2x5x20xf32>
}

// CHECK-LABEL: func.func @tril_1(
// CHECK: pd.tril {{%[0-9a-z_]+}} {diagonal = -2 : i64} : (tensor<7x4xi64>) -> tensor<7x4xi64>
func.func @tril_1(%0: tensor<7x4xi64>) -> tensor<7x4xi64> {
  %1 = pd.tril %0 {diagonal = -2 : i64} : (tensor<7x4xi64>) -> tensor<7x4xi64>
  func.return %1 : tensor<7x4xi64>
}

// CHECK-LABEL: func.func @triu_0(
// CHECK: pd.triu {{%[0-9a-z_]+}} {diagonal = 1 : i64} : (tensor<2x5x20xf32>) -> tensor<2x5x20xf32>
func.func @triu_0(%0: tensor<2x5x20xf32>) -> tensor<2x5x20xf32> {
  %1 = pd.triu %0 {diagonal = 1 : i64} : (tensor<2x5x20xf32>) -> tensor<2x5x20xf32>
  func.return %1 : tensor<2x5x20xf32>
}

// CHECK-LABEL: func.func @triu_1(
// CHECK: pd.triu {{%[0-9a-z_]+}} {diagonal = 0 : i64} : (tensor<7x4xi1>) -> tensor<7x4xi1>
func.func @triu_1(%0: tensor<7x4xi1>) -> tensor<7x4xi1> {
  %1 = pd.triu %0 {diagonal = 0 : i64} : (tensor<7x4xi1>) -> tensor<7x4xi1>
  func.return %1 : tensor<7x4xi1>
}

// CHECK-LABEL: func.func @diagonal_0(
// CHECK: pd.diagonal {{%[0-9a-z_]+}} {offset = 0 : i64, axis1 = 0 : i64, axis2 = 1 : i64} : (tensor<5x20xf32>) -> tensor<5xf32>
func.func @diagonal_0(%0: tensor<5x20xf32>) -> tensor<5xf32> {
  %1 = pd.diagonal %0 {offset = 0 : i64, axis1 = 0 : i64, axis2 = 1 : i64} : (tensor<5x20xf32>) -> tensor<5xf32>
  func.return %1 : tensor<5xf32>
}

// CHECK-LABEL: func.func @diagonal_1(
// CHECK: pd.diagonal {{%[0-9a-z_]+}} {offset = -1 : i64, axis1 = 2 : i64, axis2 = 0 : i64} : (tensor<5x3x6xf32>) -> tensor<3x5xf32>
func.func @diagonal_1(%0: tensor<5x3x6xf32>) -> tensor<3x5xf32> {
  %1 = pd.diagonal %0 {offset = -1 : i64, axis1 = 2 : i64, axis2 = 0 : i64} : (tensor<5x3x6xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @diagonal_2(
// CHECK: pd.diagonal {{%[0-9a-z_]+}} {offset = 2 : i64, axis1 = 0 : i64, axis2 = 1 : i64} : (tensor<3x4x5xf32>) -> tensor<5x2xf32>
func.func @diagonal_2(%0: tensor<3x4x5xf32>) -> tensor<5x2xf32> {
  %1 = pd.diagonal %0 {offset = 2 : i64, axis1 = 0 : i64, axis2 = 1 : i64} : (tensor<3x4x5xf32>) -> tensor<5x2xf32>
  func.return %1 : tensor<5x2xf32>
}

// CHECK-LABEL: func.func @trace_0(
// CHECK: pd.trace {{%[0-9a-z_]+}} {offset = 0 : i64, axis1 = 0 : i64, axis2 = 1 : i64} : (tensor<5x20xf32>) -> tensor<f32>
func.func @trace_0(%0: tensor<5x20xf32>) -> tensor<f32> {
  %1 = pd.trace %0 {offset = 0 : i64, axis1 = 0 : i64, axis2 = 1 : i64} : (tensor<5x20xf32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @trace_1(
// CHECK: pd.trace {{%[0-9a-z_]+}} {offset = -1 : i64, axis1 = 1 : i64, axis2 = 2 : i64} : (tensor<3x6x5xf32>) -> tensor<3xf32>
func.func @trace_1(%0: tensor<3x6x5xf32>) -> tensor<3xf32> {
  %1 = pd.trace %0 {offset = -1 : i64, axis1 = 1 : i64, axis2 = 2 : i64} : (tensor<3x6x5xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @trace_2(
// CHECK: pd.trace {{%[0-9a-z_]+}} {offset = 0 : i64, axis1 = 0 : i64, axis2 = 1 : i64} : (tensor<4x4xi64>) -> tensor<i64>
func.func @trace_2(%0: tensor<4x4xi64>) -> tensor<i64> {
  %1 = pd.trace %0 {offset = 0 : i64, axis1 = 0 : i64, axis2 = 1 : i64} : (tensor<4x4xi64>) -> tensor<i64>
  func.return %1 : tensor<i64>
}

// CHECK-LABEL: func.func @diag_0(
// CHECK: pd.diag {{%[0-9a-z_]+}} {offset = 1 : i64, padding_value = 0.000000e+00 : f64} : (tensor<20xf32>) -> tensor<21x21xf32>
func.func @diag_0(%0: tensor<20xf32>) -> tensor<21x21xf32> {
  %1 = pd.diag %0 {offset = 1 : i64, padding_value = 0.000000e+00 : f64} : (tensor<20xf32>) -> tensor<21x21xf32>
  func.return %1 : tensor<21x21xf32>
}

// CHECK-LABEL: func.func @diag_1(
// CHECK: pd.diag {{%[0-9a-z_]+}} {offset = -2 : i64, padding_value = 1.500000e+00 : f64} : (tensor<5xf32>) -> tensor<7x7xf32>
func.func @diag_1(%0: tensor<5xf32>) -> tensor<7x7xf32> {
  %1 = pd.diag %0 {offset = -2 : i64, padding_value = 1.500000e+00 : f64} : (tensor<5xf32>) -> tensor<7x7xf32>
  func.return %1 : tensor<7x7xf32>
}

// CHECK-LABEL: func.func @diag_2(
// CHECK: pd.diag {{%[0-9a-z_]+}} {offset = 1 : i64, padding_value = 0.000000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3xf32>
func.func @diag_2(%0: tensor<3x5xf32>) -> tensor<3xf32> {
  %1 = pd.diag %0 {offset = 1 : i64, padding_value = 0.000000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @diag_embed_0(
// CHECK: pd.diag_embed {{%[0-9a-z_]+}} {offset = 0 : i64, dim1 = -2 : i64, dim2 = -1 : i64} : (tensor<3x20xf32>) -> tensor<3x20x20xf32>
func.func @diag_embed_0(%0: tensor<3x20xf32>) -> tensor<3x20x20xf32> {
  %1 = pd.diag_embed %0 {offset = 0 : i64, dim1 = -2 : i64, dim2 = -1 : i64} : (tensor<3x20xf32>) -> tensor<3x20x20xf32>
  func.return %1 : tensor<3x20x20xf32>
}

// CHECK-LABEL: func.func @diag_embed_1(
// CHECK: pd.diag_embed {{%[0-9a-z_]+}} {offset = -1 : i64, dim1 = 0 : i64, dim2 = 2 : i64} : (tensor<3x5xf32>) -> tensor<6x3x6xf32>
func.func @diag_embed_1(%0: tensor<3x5xf32>) -> tensor<6x3x6xf32> {
  %1 = pd.diag_embed %0 {offset = -1 : i64, dim1 = 0 : i64, dim2 = 2 : i64} : (tensor<3x5xf32>) -> tensor<6x3x6xf32>
  func.return %1 : tensor<6x3x6xf32>
}

// CHECK-LABEL: func.func @fill_diagonal_0(
// CHECK: pd.fill_diagonal {{%[0-9a-z_]+}} {value = 2.000000e+00 : f64, offset = 1 : i64, wrap = false} : (tensor<5x20xf32>) -> tensor<5x20xf32>
func.func @fill_diagonal_0(%0: tensor<5x20xf32>) -> tensor<5x20xf32> {
  %1 = pd.fill_diagonal %0 {value = 2.000000e+00 : f64, offset = 1 : i64, wrap = false} : (tensor<5x20xf32>) -> tensor<5x20xf32>
  func.return %1 : tensor<5x20xf32>
}

// CHECK-LABEL: func.func @fill_diagonal_1(
// CHECK: pd.fill_diagonal {{%[0-9a-z_]+}} {value = 2.000000e+00 : f64, offset = 0 : i64, wrap = true} : (tensor<9x3xf32>) -> tensor<9x3xf32>
func.func @fill_diagonal_1(%0: tensor<9x3xf32>) -> tensor<9x3xf32> {
  %1 = pd.fill_diagonal %0 {value = 2.000000e+00 : f64, offset = 0 : i64, wrap = true} : (tensor<9x3xf32>) -> tensor<9x3xf32>
  func.return %1 : tensor<9x3xf32>
}

// CHECK-LABEL: func.func @fill_diagonal_2(
// CHECK: pd.fill_diagonal {{%[0-9a-z_]+}} {value = 3.000000e+00 : f64, offset = -1 : i64, wrap = false} : (tensor<9x4xi64>) -> tensor<9x4xi64>
func.func @fill_diagonal_2(%0: tensor<9x4xi64>) -> tensor<9x4xi64> {
  %1 = pd.fill_diagonal %0 {value = 3.000000e+00 : f64, offset = -1 : i64, wrap = false} : (tensor<9x4xi64>) -> tensor<9x4xi64>
  func.return %1 : tensor<9x4xi64>
}

// CHECK-LABEL: func.func @fill_diagonal_3(
// CHECK: pd.fill_diagonal {{%[0-9a-z_]+}} {value = 3.000000e+00 : f64, offset = -1 : i64, wrap = true} : (tensor<12x4xf32>) -> tensor<12x4xf32>
func.func @fill_diagonal_3(%0: tensor<12x4xf32>) -> tensor<12x4xf32> {
  %1 = pd.fill_diagonal %0 {value = 3.000000e+00 : f64, offset = -1 : i64, wrap = true} : (tensor<12x4xf32>) -> tensor<12x4xf32>
  func.return %1 : tensor<12x4xf32>
}

// CHECK-LABEL: func.func @fill_diagonal_tensor_0(
// CHECK: pd.fill_diagonal_tensor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {offset = 0 : i64, dim1 = 0 : i64, dim2 = 1 : i64} : (tensor<3x20x4xf32>, tensor<4x3xf32>) -> tensor<3x20x4xf32>
func.func @fill_diagonal_tensor_0(%0: tensor<3x20x4xf32>, %1: tensor<4x3xf32>) -> tensor<3x20x4xf32> {
  %2 = pd.fill_diagonal_tensor %0, %1 {offset = 0 : i64, dim1 = 0 : i64, dim2 = 1 : i64} : (tensor<3x20x4xf32>, tensor<4x3xf32>) -> tensor<3x20x4xf32>
  func.return %2 : tensor<3x20x4xf32>
}

// CHECK-LABEL: func.func @fill_diagonal_tensor_1(
// CHECK: pd.fill_diagonal_tensor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {offset = -1 : i64, dim1 = 2 : i64, dim2 = 1 : i64} : (tensor<2x5x6xf32>, tensor<2x5xf32>) -> tensor<2x5x6xf32>
func.func @fill_diagonal_tensor_1(%0: tensor<2x5x6xf32>, %1: tensor<2x5xf32>) -> tensor<2x5x6xf32> {
  %2 = pd.fill_diagonal_tensor %0, %1 {offset = -1 : i64, dim1 = 2 : i64, dim2 = 1 : i64} : (tensor<2x5x6xf32>, tensor<2x5xf32>) -> tensor<2x5x6xf32>
  func.return %2 : tensor<2x5x6xf32>
}
