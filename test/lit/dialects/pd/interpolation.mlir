// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @linear_interp_0(
// CHECK: pd.linear_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = 12 : i64, scale = array<i64>, interp_method = "linear", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x6xf32>) -> tensor<2x3x12xf32>
func.func @linear_interp_0(%0: tensor<2x3x6xf32>) -> tensor<2x3x12xf32> {
  %1 = pd.linear_interp %0 {data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = 12 : i64, scale = array<i64>, interp_method = "linear", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x6xf32>) -> tensor<2x3x12xf32>
  func.return %1 : tensor<2x3x12xf32>
}

// CHECK-LABEL: func.func @linear_interp_1(
// CHECK: pd.linear_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = 9 : i64, scale = array<i64>, interp_method = "linear", align_corners = true, align_mode = 0 : i64} : (tensor<2x3x6xf32>) -> tensor<2x3x9xf32>
func.func @linear_interp_1(%0: tensor<2x3x6xf32>) -> tensor<2x3x9xf32> {
  %1 = pd.linear_interp %0 {data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = 9 : i64, scale = array<i64>, interp_method = "linear", align_corners = true, align_mode = 0 : i64} : (tensor<2x3x6xf32>) -> tensor<2x3x9xf32>
  func.return %1 : tensor<2x3x9xf32>
}

// CHECK-LABEL: func.func @linear_interp_2(
// CHECK: pd.linear_interp {{%[0-9a-z_]+}} {data_format = "NHWC", out_d = -1 : i64, out_h = -1 : i64, out_w = 4 : i64, scale = array<i64>, interp_method = "linear", align_corners = false, align_mode = 1 : i64} : (tensor<2x6x3xf32>) -> tensor<2x4x3xf32>
func.func @linear_interp_2(%0: tensor<2x6x3xf32>) -> tensor<2x4x3xf32> {
  %1 = pd.linear_interp %0 {data_format = "NHWC", out_d = -1 : i64, out_h = -1 : i64, out_w = 4 : i64, scale = array<i64>, interp_method = "linear", align_corners = false, align_mode = 1 : i64} : (tensor<2x6x3xf32>) -> tensor<2x4x3xf32>
  func.return %1 : tensor<2x4x3xf32>
}

// CHECK-LABEL: func.func @linear_interp_3(
// CHECK: pd.linear_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = -1 : i64, scale = array<f64: 1.500000e+00>, interp_method = "linear", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x7xf32>) -> tensor<2x3x10xf32>
func.func @linear_interp_3(%0: tensor<2x3x7xf32>) -> tensor<2x3x10xf32> {
  %1 = pd.linear_interp %0 {data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = -1 : i64, scale = array<f64: 1.500000e+00>, interp_method = "linear", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x7xf32>) -> tensor<2x3x10xf32>
  func.return %1 : tensor<2x3x10xf32>
}

// CHECK-LABEL: func.func @linear_interp_4(
// CHECK: pd.linear_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = 1 : i64, scale = array<i64>, interp_method = "linear", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x7xf64>) -> tensor<2x3x1xf64>
func.func @linear_interp_4(%0: tensor<2x3x7xf64>) -> tensor<2x3x1xf64> {
  %1 = pd.linear_interp %0 {data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = 1 : i64, scale = array<i64>, interp_method = "linear", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x7xf64>) -> tensor<2x3x1xf64>
  func.return %1 : tensor<2x3x1xf64>
}

// CHECK-LABEL: func.func @bilinear_interp_0(
// CHECK: pd.bilinear_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = -1 : i64, out_h = 10 : i64, out_w = 14 : i64, scale = array<i64>, interp_method = "bilinear", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x10x14xf32>
func.func @bilinear_interp_0(%0: tensor<2x3x5x7xf32>) -> tensor<2x3x10x14xf32> {
  %1 = pd.bilinear_interp %0 {data_format = "NCHW", out_d = -1 : i64, out_h = 10 : i64, out_w = 14 : i64, scale = array<i64>, interp_method = "bilinear", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x10x14xf32>
  func.return %1 : tensor<2x3x10x14xf32>
}

// CHECK-LABEL: func.func @bilinear_interp_1(
// CHECK: pd.bilinear_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = -1 : i64, out_h = 9 : i64, out_w = 3 : i64, scale = array<i64>, interp_method = "bilinear", align_corners = true, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x9x3xf32>
func.func @bilinear_interp_1(%0: tensor<2x3x5x7xf32>) -> tensor<2x3x9x3xf32> {
  %1 = pd.bilinear_interp %0 {data_format = "NCHW", out_d = -1 : i64, out_h = 9 : i64, out_w = 3 : i64, scale = array<i64>, interp_method = "bilinear", align_corners = true, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x9x3xf32>
  func.return %1 : tensor<2x3x9x3xf32>
}

// CHECK-LABEL: func.func @bilinear_interp_2(
// CHECK: pd.bilinear_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = -1 : i64, out_h = 1 : i64, out_w = 3 : i64, scale = array<i64>, interp_method = "bilinear", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x1x3xf32>
func.func @bilinear_interp_2(%0: tensor<2x3x5x7xf32>) -> tensor<2x3x1x3xf32> {
  %1 = pd.bilinear_interp %0 {data_format = "NCHW", out_d = -1 : i64, out_h = 1 : i64, out_w = 3 : i64, scale = array<i64>, interp_method = "bilinear", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x1x3xf32>
  func.return %1 : tensor<2x3x1x3xf32>
}

// CHECK-LABEL: func.func @bilinear_interp_3(
// CHECK: pd.bilinear_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = -1 : i64, scale = array<f64: 2.000000e+00, 1.500000e+00>, interp_method = "bilinear", align_corners = false, align_mode = 1 : i64} : (tensor<2x3x5x20xf32>) -> tensor<2x3x10x30xf32>
func.func @bilinear_interp_3(%0: tensor<2x3x5x20xf32>) -> tensor<2x3x10x30xf32> {
  %1 = pd.bilinear_interp %0 {data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = -1 : i64, scale = array<f64: 2.000000e+00, 1.500000e+00>, interp_method = "bilinear", align_corners = false, align_mode = 1 : i64} : (tensor<2x3x5x20xf32>) -> tensor<2x3x10x30xf32>
  func.return %1 : tensor<2x3x10x30xf32>
}

// CHECK-LABEL: func.func @bilinear_interp_4(
// CHECK: pd.bilinear_interp {{%[0-9a-z_]+}} {data_format = "NHWC", out_d = -1 : i64, out_h = 4 : i64, out_w = 7 : i64, scale = array<i64>, interp_method = "bilinear", align_corners = false, align_mode = 0 : i64} : (tensor<2x5x7x3xf32>) -> tensor<2x4x7x3xf32>
func.func @bilinear_interp_4(%0: tensor<2x5x7x3xf32>) -> tensor<2x4x7x3xf32> {
  %1 = pd.bilinear_interp %0 {data_format = "NHWC", out_d = -1 : i64, out_h = 4 : i64, out_w = 7 : i64, scale = array<i64>, interp_method = "bilinear", align_corners = false, align_mode = 0 : i64} : (tensor<2x5x7x3xf32>) -> tensor<2x4x7x3xf32>
  func.return %1 : tensor<2x4x7x3xf32>
}

// CHECK-LABEL: func.func @bilinear_interp_5(
// CHECK: pd.bilinear_interp {{%[0-9a-z_]+}} {out_size = array<i64: 8, 9>, data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = -1 : i64, scale = array<i64>, interp_method = "bilinear", align_corners = false, align_mode = 0 : i64} : (tensor<1x2x4x5xf32>) -> tensor<1x2x8x9xf32>
func.func @bilinear_interp_5(%0: tensor<1x2x4x5xf32>) -> tensor<1x2x8x9xf32> {
  %1 = pd.bilinear_interp %0 {out_size = array<i64: 8, 9>, data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = -1 : i64, scale = array<i64>, interp_method = "bilinear", align_corners = false, align_mode = 0 : i64} : (tensor<1x2x4x5xf32>) -> tensor<1x2x8x9xf32>
  func.return %1 : tensor<1x2x8x9xf32>
}

// CHECK-LABEL: func.func @bicubic_interp_0(
// CHECK: pd.bicubic_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = -1 : i64, out_h = 10 : i64, out_w = 14 : i64, scale = array<i64>, interp_method = "bicubic", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x10x14xf32>
func.func @bicubic_interp_0(%0: tensor<2x3x5x7xf32>) -> tensor<2x3x10x14xf32> {
  %1 = pd.bicubic_interp %0 {data_format = "NCHW", out_d = -1 : i64, out_h = 10 : i64, out_w = 14 : i64, scale = array<i64>, interp_method = "bicubic", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x10x14xf32>
  func.return %1 : tensor<2x3x10x14xf32>
}

// CHECK-LABEL: func.func @bicubic_interp_1(
// CHECK: pd.bicubic_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = -1 : i64, out_h = 9 : i64, out_w = 3 : i64, scale = array<i64>, interp_method = "bicubic", align_corners = true, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x9x3xf32>
func.func @bicubic_interp_1(%0: tensor<2x3x5x7xf32>) -> tensor<2x3x9x3xf32> {
  %1 = pd.bicubic_interp %0 {data_format = "NCHW", out_d = -1 : i64, out_h = 9 : i64, out_w = 3 : i64, scale = array<i64>, interp_method = "bicubic", align_corners = true, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x9x3xf32>
  func.return %1 : tensor<2x3x9x3xf32>
}

// CHECK-LABEL: func.func @bicubic_interp_2(
// CHECK: pd.bicubic_interp {{%[0-9a-z_]+}} {data_format = "NHWC", out_d = -1 : i64, out_h = -1 : i64, out_w = -1 : i64, scale = array<f64: 1.400000e+00, 2.000000e+00>, interp_method = "bicubic", align_corners = false, align_mode = 0 : i64} : (tensor<2x5x7x3xf32>) -> tensor<2x7x14x3xf32>
func.func @bicubic_interp_2(%0: tensor<2x5x7x3xf32>) -> tensor<2x7x14x3xf32> {
  %1 = pd.bicubic_interp %0 {data_format = "NHWC", out_d = -1 : i64, out_h = -1 : i64, out_w = -1 : i64, scale = array<f64: 1.400000e+00, 2.000000e+00>, interp_method = "bicubic", align_corners = false, align_mode = 0 : i64} : (tensor<2x5x7x3xf32>) -> tensor<2x7x14x3xf32>
  func.return %1 : tensor<2x7x14x3xf32>
}

// CHECK-LABEL: func.func @bicubic_interp_3(
// CHECK: pd.bicubic_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = -1 : i64, out_h = 1 : i64, out_w = 4 : i64, scale = array<i64>, interp_method = "bicubic", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x1x4xf32>
func.func @bicubic_interp_3(%0: tensor<2x3x5x7xf32>) -> tensor<2x3x1x4xf32> {
  %1 = pd.bicubic_interp %0 {data_format = "NCHW", out_d = -1 : i64, out_h = 1 : i64, out_w = 4 : i64, scale = array<i64>, interp_method = "bicubic", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x1x4xf32>
  func.return %1 : tensor<2x3x1x4xf32>
}

// CHECK-LABEL: func.func @trilinear_interp_0(
// CHECK: pd.trilinear_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = 6 : i64, out_h = 8 : i64, out_w = 7 : i64, scale = array<i64>, interp_method = "trilinear", align_corners = false, align_mode = 0 : i64} : (tensor<1x2x3x4x5xf32>) -> tensor<1x2x6x8x7xf32>
func.func @trilinear_interp_0(%0: tensor<1x2x3x4x5xf32>) -> tensor<1x2x6x8x7xf32> {
  %1 = pd.trilinear_interp %0 {data_format = "NCHW", out_d = 6 : i64, out_h = 8 : i64, out_w = 7 : i64, scale = array<i64>, interp_method = "trilinear", align_corners = false, align_mode = 0 : i64} : (tensor<1x2x3x4x5xf32>) -> tensor<1x2x6x8x7xf32>
  func.return %1 : tensor<1x2x6x8x7xf32>
}

// CHECK-LABEL: func.func @trilinear_interp_1(
// CHECK: pd.trilinear_interp {{%[0-9a-z_]+}} {data_format = "NHWC", out_d = 2 : i64, out_h = 9 : i64, out_w = 5 : i64, scale = array<i64>, interp_method = "trilinear", align_corners = true, align_mode = 0 : i64} : (tensor<1x3x4x5x2xf32>) -> tensor<1x2x9x5x2xf32>
func.func @trilinear_interp_1(%0: tensor<1x3x4x5x2xf32>) -> tensor<1x2x9x5x2xf32> {
  %1 = pd.trilinear_interp %0 {data_format = "NHWC", out_d = 2 : i64, out_h = 9 : i64, out_w = 5 : i64, scale = array<i64>, interp_method = "trilinear", align_corners = true, align_mode = 0 : i64} : (tensor<1x3x4x5x2xf32>) -> tensor<1x2x9x5x2xf32>
  func.return %1 : tensor<1x2x9x5x2xf32>
}

// CHECK-LABEL: func.func @nearest_interp_0(
// CHECK: pd.nearest_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = -1 : i64, scale = array<f64: 2.000000e+00, 2.000000e+00>, interp_method = "nearest", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x5x8xf32>) -> tensor<2x3x10x16xf32>
func.func @nearest_interp_0(%0: tensor<2x3x5x8xf32>) -> tensor<2x3x10x16xf32> {
  %1 = pd.nearest_interp %0 {data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = -1 : i64, scale = array<f64: 2.000000e+00, 2.000000e+00>, interp_method = "nearest", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x5x8xf32>) -> tensor<2x3x10x16xf32>
  func.return %1 : tensor<2x3x10x16xf32>
}

// CHECK-LABEL: func.func @nearest_interp_1(
// CHECK: pd.nearest_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = -1 : i64, out_h = 10 : i64, out_w = 21 : i64, scale = array<i64>, interp_method = "nearest", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x10x21xf32>
func.func @nearest_interp_1(%0: tensor<2x3x5x7xf32>) -> tensor<2x3x10x21xf32> {
  %1 = pd.nearest_interp %0 {data_format = "NCHW", out_d = -1 : i64, out_h = 10 : i64, out_w = 21 : i64, scale = array<i64>, interp_method = "nearest", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x10x21xf32>
  func.return %1 : tensor<2x3x10x21xf32>
}

// CHECK-LABEL: func.func @nearest_interp_2(
// CHECK: pd.nearest_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = -1 : i64, out_h = 3 : i64, out_w = 4 : i64, scale = array<i64>, interp_method = "nearest", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x3x4xf32>
func.func @nearest_interp_2(%0: tensor<2x3x5x7xf32>) -> tensor<2x3x3x4xf32> {
  %1 = pd.nearest_interp %0 {data_format = "NCHW", out_d = -1 : i64, out_h = 3 : i64, out_w = 4 : i64, scale = array<i64>, interp_method = "nearest", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x3x4xf32>
  func.return %1 : tensor<2x3x3x4xf32>
}

// CHECK-LABEL: func.func @nearest_interp_3(
// CHECK: pd.nearest_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = -1 : i64, scale = array<f64: 1.700000e+00, 2.300000e+00>, interp_method = "nearest", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x8x16xf32>
func.func @nearest_interp_3(%0: tensor<2x3x5x7xf32>) -> tensor<2x3x8x16xf32> {
  %1 = pd.nearest_interp %0 {data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = -1 : i64, scale = array<f64: 1.700000e+00, 2.300000e+00>, interp_method = "nearest", align_corners = false, align_mode = 0 : i64} : (tensor<2x3x5x7xf32>) -> tensor<2x3x8x16xf32>
  func.return %1 : tensor<2x3x8x16xf32>
}

// CHECK-LABEL: func.func @nearest_interp_4(
// CHECK: pd.nearest_interp {{%[0-9a-z_]+}} {data_format = "NHWC", out_d = -1 : i64, out_h = 8 : i64, out_w = 9 : i64, scale = array<i64>, interp_method = "nearest", align_corners = false, align_mode = 0 : i64} : (tensor<2x5x7x3xf32>) -> tensor<2x8x9x3xf32>
func.func @nearest_interp_4(%0: tensor<2x5x7x3xf32>) -> tensor<2x8x9x3xf32> {
  %1 = pd.nearest_interp %0 {data_format = "NHWC", out_d = -1 : i64, out_h = 8 : i64, out_w = 9 : i64, scale = array<i64>, interp_method = "nearest", align_corners = false, align_mode = 0 : i64} : (tensor<2x5x7x3xf32>) -> tensor<2x8x9x3xf32>
  func.return %1 : tensor<2x8x9x3xf32>
}

// CHECK-LABEL: func.func @nearest_interp_5(
// CHECK: pd.nearest_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = -1 : i64, scale = array<f64: 1.000000e+00, 2.000000e+00, 1.500000e+00>, interp_method = "nearest", align_corners = false, align_mode = 0 : i64} : (tensor<1x2x3x4x5xf32>) -> tensor<1x2x3x8x7xf32>
func.func @nearest_interp_5(%0: tensor<1x2x3x4x5xf32>) -> tensor<1x2x3x8x7xf32> {
  %1 = pd.nearest_interp %0 {data_format = "NCHW", out_d = -1 : i64, out_h = -1 : i64, out_w = -1 : i64, scale = array<f64: 1.000000e+00, 2.000000e+00, 1.500000e+00>, interp_method = "nearest", align_corners = false, align_mode = 0 : i64} : (tensor<1x2x3x4x5xf32>) -> tensor<1x2x3x8x7xf32>
  func.return %1 : tensor<1x2x3x8x7xf32>
}

// CHECK-LABEL: func.func @nearest_interp_6(
// CHECK: pd.nearest_interp {{%[0-9a-z_]+}} {data_format = "NCHW", out_d = -1 : i64, out_h = 9 : i64, out_w = 4 : i64, scale = array<i64>, interp_method = "nearest", align_corners = true, align_mode = 1 : i64} : (tensor<1x2x4x7xf32>) -> tensor<1x2x9x4xf32>
func.func @nearest_interp_6(%0: tensor<1x2x4x7xf32>) -> tensor<1x2x9x4xf32> {
  %1 = pd.nearest_interp %0 {data_format = "NCHW", out_d = -1 : i64, out_h = 9 : i64, out_w = 4 : i64, scale = array<i64>, interp_method = "nearest", align_corners = true, align_mode = 1 : i64} : (tensor<1x2x4x7xf32>) -> tensor<1x2x9x4xf32>
  func.return %1 : tensor<1x2x9x4xf32>
}
