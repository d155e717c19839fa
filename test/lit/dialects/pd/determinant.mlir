// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @det_0(
// CHECK: pd.det {{%[0-9a-z_]+}} : (tensor<5x5xf32>) -> tensor<f32>
func.func @det_0(%0: tensor<5x5xf32>) -> tensor<f32> {
  %1 = pd.det %0 : (tensor<5x5xf32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @det_1(
// CHECK: pd.det {{%[0-9a-z_]+}} : (tensor<2x3x4x4xf64>) -> tensor<2x3xf64>
func.func @det_1(%0: tensor<2x3x4x4xf64>) -> tensor<2x3xf64> {
  %1 = pd.det %0 : (tensor<2x3x4x4xf64>) -> tensor<2x3xf64>
  func.return %1 : tensor<2x3xf64>
}

// CHECK-LABEL: func.func @det_2(
// CHECK: pd.det {{%[0-9a-z_]+}} : (tensor<1x1xf32>) -> tensor<f32>
func.func @det_2(%0: tensor<1x1xf32>) -> tensor<f32> {
  %1 = pd.det %0 : (tensor<1x1xf32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @det_3(
// CHECK: pd.det {{%[0-9a-z_]+}} : (tensor<3x17x17xf32>) -> tensor<3xf32>
func.func @det_3(%0: tensor<3x17x17xf32>) -> tensor<3xf32> {
  %1 = pd.det %0 : (tensor<3x17x17xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @slogdet_0(
// CHECK: pd.slogdet {{%[0-9a-z_]+}} : (tensor<5x5xf32>) -> tensor<2xf32>
func.func @slogdet_0(%0: tensor<5x5xf32>) -> tensor<2xf32> {
  %1 = pd.slogdet %0 : (tensor<5x5xf32>) -> tensor<2xf32>
  func.return %1 : tensor<2xf32>
}

// CHECK-LABEL: func.func @slogdet_1(
// CHECK: pd.slogdet {{%[0-9a-z_]+}} : (tensor<2x3x4x4xf64>) -> tensor<2x2x3xf64>
func.func @slogdet_1(%0: tensor<2x3x4x4xf64>) -> tensor<2x2x3xf64> {
  %1 = pd.slogdet %0 : (tensor<2x3x4x4xf64>) -> tensor<2x2x3xf64>
  func.return %1 : tensor<2x2x3xf64>
}

// CHECK-LABEL: func.func @slogdet_2(
// CHECK: pd.slogdet {{%[0-9a-z_]+}} : (tensor<3x17x17xf32>) -> tensor<2x3xf32>
func.func @slogdet_2(%0: tensor<3x17x17xf32>) -> tensor<2x3xf32> {
  %1 = pd.slogdet %0 : (tensor<3x17x17xf32>) -> tensor<2x3xf32>
  func.return %1 : tensor<2x3xf32>
}
