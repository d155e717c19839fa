// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @sin_0(
// CHECK: pd.sin {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @sin_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.sin %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @sin_1(
// CHECK: pd.sin {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @sin_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.sin %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @sin_2(
// CHECK: pd.sin {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @sin_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.sin %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @sin_3(
// CHECK: pd.sin {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @sin_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.sin %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @cos_0(
// CHECK: pd.cos {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @cos_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.cos %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @cos_1(
// CHECK: pd.cos {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @cos_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.cos %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @cos_2(
// CHECK: pd.cos {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @cos_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.cos %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @cos_3(
// CHECK: pd.cos {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @cos_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.cos %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @tan_0(
// CHECK: pd.tan {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @tan_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.tan %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @tan_1(
// CHECK: pd.tan {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @tan_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.tan %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @tan_2(
// CHECK: pd.tan {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @tan_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.tan %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @tan_3(
// CHECK: pd.tan {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @tan_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.tan %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @asin_0(
// CHECK: pd.asin {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @asin_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.asin %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @asin_1(
// CHECK: pd.asin {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @asin_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.asin %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @asin_2(
// CHECK: pd.asin {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @asin_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.asin %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @asin_3(
// CHECK: pd.asin {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @asin_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.asin %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @acos_0(
// CHECK: pd.acos {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @acos_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.acos %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @acos_1(
// CHECK: pd.acos {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @acos_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.acos %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @acos_2(
// CHECK: pd.acos {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @acos_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.acos %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @acos_3(
// CHECK: pd.acos {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @acos_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.acos %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @atan_0(
// CHECK: pd.atan {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @atan_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.atan %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @atan_1(
// CHECK: pd.atan {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @atan_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.atan %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @atan_2(
// CHECK: pd.atan {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @atan_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.atan %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @atan_3(
// CHECK: pd.atan {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @atan_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.atan %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @sinh_0(
// CHECK: pd.sinh {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @sinh_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.sinh %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @sinh_1(
// CHECK: pd.sinh {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @sinh_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.sinh %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @sinh_2(
// CHECK: pd.sinh {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @sinh_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.sinh %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @sinh_3(
// CHECK: pd.sinh {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @sinh_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.sinh %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @cosh_0(
// CHECK: pd.cosh {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @cosh_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.cosh %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @cosh_1(
// CHECK: pd.cosh {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @cosh_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.cosh %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @cosh_2(
// CHECK: pd.cosh {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @cosh_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.cosh %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @cosh_3(
// CHECK: pd.cosh {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @cosh_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.cosh %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @tanh_0(
// CHECK: pd.tanh {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @tanh_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.tanh %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @tanh_1(
// CHECK: pd.tanh {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @tanh_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.tanh %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @tanh_2(
// CHECK: pd.tanh {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @tanh_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.tanh %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @tanh_3(
// CHECK: pd.tanh {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @tanh_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.tanh %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @asinh_0(
// CHECK: pd.asinh {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @asinh_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.asinh %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @asinh_1(
// CHECK: pd.asinh {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @asinh_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.asinh %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @asinh_2(
// CHECK: pd.asinh {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @asinh_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.asinh %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @asinh_3(
// CHECK: pd.asinh {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @asinh_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.asinh %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @acosh_0(
// CHECK: pd.acosh {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @acosh_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.acosh %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @acosh_1(
// CHECK: pd.acosh {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @acosh_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.acosh %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @acosh_2(
// CHECK: pd.acosh {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @acosh_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.acosh %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @acosh_3(
// CHECK: pd.acosh {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @acosh_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.acosh %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @atanh_0(
// CHECK: pd.atanh {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @atanh_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.atanh %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @atanh_1(
// CHECK: pd.atanh {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @atanh_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.atanh %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @atanh_2(
// CHECK: pd.atanh {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @atanh_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.atanh %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @atanh_3(
// CHECK: pd.atanh {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @atanh_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.atanh %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @atan2_0(
// CHECK: pd.atan2 {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @atan2_0(%0: tensor<3x5xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %2 = pd.atan2 %0, %1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %2 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @atan2_1(
// CHECK: pd.atan2 {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf32>, tensor<2x3x33xf32>) -> tensor<2x3x33xf32>
func.func @atan2_1(%0: tensor<2x3x33xf32>, %1: tensor<2x3x33xf32>) -> tensor<2x3x33xf32> {
  %2 = pd.atan2 %0, %1 : (tensor<2x3x33xf32>, tensor<2x3x33xf32>) -> tensor<2x3x33xf32>
  func.return %2 : tensor<2x3x33xf32>
}

// CHECK-LABEL: func.func @atan2_2(
// CHECK: pd.atan2 {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
func.func @atan2_2(%0: tensor<5xf32>, %1: tensor<5xf32>) -> tensor<5xf32> {
  %2 = pd.atan2 %0, %1 : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  func.return %2 : tensor<5xf32>
}

// CHECK-LABEL: func.func @atan2_3(
// CHECK: pd.atan2 {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x8xf32>, tensor<7x8xf32>) -> tensor<7x8xf32>
func.func @atan2_3(%0: tensor<7x8xf32>, %1: tensor<7x8xf32>) -> tensor<7x8xf32> {
  %2 = pd.atan2 %0, %1 : (tensor<7x8xf32>, tensor<7x8xf32>) -> tensor<7x8xf32>
  func.return %2 : tensor<7x8xf32>
}

// CHECK-LABEL: func.func @atan2_4(
// CHECK: pd.atan2 {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf64>, tensor<4x5xf64>) -> tensor<4x5xf64>
func.func @atan2_4(%0: tensor<4x5xf64>, %1: tensor<4x5xf64>) -> tensor<4x5xf64> {
  %2 = pd.atan2 %0, %1 : (tensor<4x5xf64>, tensor<4x5xf64>) -> tensor<4x5xf64>
  func.return %2 : tensor<4x5xf64>
}

// CHECK-LABEL: func.func @angle_0(
// CHECK: pd.angle {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @angle_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.angle %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @angle_1(
// CHECK: pd.angle {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @angle_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.angle %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @angle_2(
// CHECK: pd.angle {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @angle_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.angle %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @angle_3(
// CHECK: pd.angle {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @angle_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.angle %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}
