// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @affine_grid_0(
// CHECK: pd.affine_grid {{%[0-9a-z_]+}} {output_shape = array<i64: 2, 3, 4, 33>, align_corners = true} : (tensor<2x2x3xf32>) -> tensor<2x4x33x2xf32>
func.func @affine_grid_0(%0: tensor<2x2x3xf32>) -> tensor<2x4x33x2xf32> {
  %1 = pd.affine_grid %0 {output_shape = array<i64: 2, 3, 4, 33>, align_corners = true} : (tensor<2x2x3xf32>) -> tensor<2x4x33x2xf32>
  func.return %1 : tensor<2x4x33x2xf32>
}

// CHECK-LABEL: func.func @affine_grid_1(
// CHECK: pd.affine_grid {{%[0-9a-z_]+}} {output_shape = array<i64: 1, 3, 4, 5>, align_corners = false} : (tensor<1x2x3xf32>) -> tensor<1x4x5x2xf32>
func.func @affine_grid_1(%0: tensor<1x2x3xf32>) -> tensor<1x4x5x2xf32> {
  %1 = pd.affine_grid %0 {output_shape = array<i64: 1, 3, 4, 5>, align_corners = false} : (tensor<1x2x3xf32>) -> tensor<1x4x5x2xf32>
  func.return %1 : tensor<1x4x5x2xf32>
}

// CHECK-LABEL: func.func @affine_grid_2(
// CHECK: pd.affine_grid {{%[0-9a-z_]+}} {output_shape = array<i64: 2, 1, 3, 4, 5>, align_corners = true} : (tensor<2x3x4xf64>) -> tensor<2x3x4x5x3xf64>
func.func @affine_grid_2(%0: tensor<2x3x4xf64>) -> tensor<2x3x4x5x3xf64> {
  %1 = pd.affine_grid %0 {output_shape = array<i64: 2, 1, 3, 4, 5>, align_corners = true} : (tensor<2x3x4xf64>) -> tensor<2x3x4x5x3xf64>
  func.return %1 : tensor<2x3x4x5x3xf64>
}

// CHECK-LABEL: func.func @grid_sample_0(
// CHECK: pd.grid_sample {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {mode = "bilinear", padding_mode = "zeros", align_corners = true} : (tensor<2x3x5x7xf32>, tensor<2x4x20x2xf32>) -> tensor<2x3x4x20xf32>
func.func @grid_sample_0(%0: tensor<2x3x5x7xf32>, %1: tensor<2x4x20x2xf32>) -> tensor<2x3x4x20xf32> {
  %2 = pd.grid_sample %0, %1 {mode = "bilinear", padding_mode = "zeros", align_corners = true} : (tensor<2x3x5x7xf32>, tensor<2x4x20x2xf32>) -> tensor<2x3x4x20xf32>
  func.return %2 : tensor<2x3x4x20xf32>
}

// CHECK-LABEL: func.func @grid_sample_1(
// CHECK: pd.grid_sample {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {mode = "bilinear", padding_mode = "zeros", align_corners = false} : (tensor<2x3x5x7xf32>, tensor<2x4x6x2xf32>) -> tensor<2x3x4x6xf32>
func.func @grid_sample_1(%0: tensor<2x3x5x7xf32>, %1: tensor<2x4x6x2xf32>) -> tensor<2x3x4x6xf32> {
  %2 = pd.grid_sample %0, %1 {mode = "bilinear", padding_mode = "zeros", align_corners = false} : (tensor<2x3x5x7xf32>, tensor<2x4x6x2xf32>) -> tensor<2x3x4x6xf32>
  func.return %2 : tensor<2x3x4x6xf32>
}

// CHECK-LABEL: func.func @grid_sample_2(
// CHECK: pd.grid_sample {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {mode = "bilinear", padding_mode = "border", align_corners = true} : (tensor<1x2x5x7xf32>, tensor<1x4x6x2xf32>) -> tensor<1x2x4x6xf32>
func.func @grid_sample_2(%0: tensor<1x2x5x7xf32>, %1: tensor<1x4x6x2xf32>) -> tensor<1x2x4x6xf32> {
  %2 = pd.grid_sample %0, %1 {mode = "bilinear", padding_mode = "border", align_corners = true} : (tensor<1x2x5x7xf32>, tensor<1x4x6x2xf32>) -> tensor<1x2x4x6xf32>
  func.return %2 : tensor<1x2x4x6xf32>
}

// CHECK-LABEL: func.func @grid_sample_3(
// CHECK: pd.grid_sample {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {mode = "bilinear", padding_mode = "reflection", align_corners = true} : (tensor<1x2x5x7xf32>, tensor<1x4x6x2xf32>) -> tensor<1x2x4x6xf32>
func.func @grid_sample_3(%0: tensor<1x2x5x7xf32>, %1: tensor<1x4x6x2xf32>) -> tensor<1x2x4x6xf32> {
  %2 = pd.grid_sample %0, %1 {mode = "bilinear", padding_mode = "reflection", align_corners = true} : (tensor<1x2x5x7xf32>, tensor<1x4x6x2xf32>) -> tensor<1x2x4x6xf32>
  func.return %2 : tensor<1x2x4x6xf32>
}

// CHECK-LABEL: func.func @grid_sample_4(
// CHECK: pd.grid_sample {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {mode = "bilinear", padding_mode = "reflection", align_corners = false} : (tensor<1x2x5x7xf32>, tensor<1x4x6x2xf32>) -> tensor<1x2x4x6xf32>
func.func @grid_sample_4(%0: tensor<1x2x5x7xf32>, %1: tensor<1x4x6x2xf32>) -> tensor<1x2x4x6xf32> {
  %2 = pd.grid_sample %0, %1 {mode = "bilinear", padding_mode = "reflection", align_corners = false} : (tensor<1x2x5x7xf32>, tensor<1x4x6x2xf32>) -> tensor<1x2x4x6xf32>
  func.return %2 : tensor<1x2x4x6xf32>
}

// CHECK-LABEL: func.func @grid_sample_5(
// CHECK: pd.grid_sample {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {mode = "nearest", padding_mode = "zeros", align_corners = true} : (tensor<1x2x5x7xf32>, tensor<1x4x6x2xf32>) -> tensor<1x2x4x6xf32>
func.func @grid_sample_5(%0: tensor<1x2x5x7xf32>, %1: tensor<1x4x6x2xf32>) -> tensor<1x2x4x6xf32> {
  %2 = pd.grid_sample %0, %1 {mode = "nearest", padding_mode = "zeros", align_corners = true} : (tensor<1x2x5x7xf32>, tensor<1x4x6x2xf32>) -> tensor<1x2x4x6xf32>
  func.return %2 : tensor<1x2x4x6xf32>
}

// CHECK-LABEL: func.func @grid_sample_6(
// CHECK: pd.grid_sample {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {mode = "bilinear", padding_mode = "zeros", align_corners = true} : (tensor<1x2x3x4x5xf32>, tensor<1x2x3x4x3xf32>) -> tensor<1x2x2x3x4xf32>
func.func @grid_sample_6(%0: tensor<1x2x3x4x5xf32>, %1: tensor<1x2x3x4x3xf32>) -> tensor<1x2x2x3x4xf32> {
  %2 = pd.grid_sample %0, %1 {mode = "bilinear", padding_mode = "zeros", align_corners = true} : (tensor<1x2x3x4x5xf32>, tensor<1x2x3x4x3xf32>) -> tensor<1x2x2x3x4xf32>
  func.return %2 : tensor<1x2x2x3x4xf32>
}
