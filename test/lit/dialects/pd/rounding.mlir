// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @floor_0(
// CHECK: pd.floor {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @floor_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.floor %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @floor_1(
// CHECK: pd.floor {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @floor_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.floor %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @floor_2(
// CHECK: pd.floor {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @floor_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.floor %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @floor_3(
// CHECK: pd.floor {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @floor_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.floor %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @floor_4(
// CHECK: pd.floor {{%[0-9a-z_]+}} : (tensor<3x7xi32>) -> tensor<3x7xi32>
func.func @floor_4(%0: tensor<3x7xi32>) -> tensor<3x7xi32> {
  %1 = pd.floor %0 : (tensor<3x7xi32>) -> tensor<3x7xi32>
  func.return %1 : tensor<3x7xi32>
}

// CHECK-LABEL: func.func @floor_5(
// CHECK: pd.floor {{%[0-9a-z_]+}} : (tensor<3x7xi64>) -> tensor<3x7xi64>
func.func @floor_5(%0: tensor<3x7xi64>) -> tensor<3x7xi64> {
  %1 = pd.floor %0 : (tensor<3x7xi64>) -> tensor<3x7xi64>
  func.return %1 : tensor<3x7xi64>
}

// CHECK-LABEL: func.func @floor_6(
// CHECK: pd.floor {{%[0-9a-z_]+}} : (tensor<3x7xbf16>) -> tensor<3x7xbf16>
func.func @floor_6(%0: tensor<3x7xbf16>) -> tensor<3x7xbf16> {
  %1 = pd.floor %0 : (tensor<3x7xbf16>) -> tensor<3x7xbf16>
  func.return %1 : tensor<3x7xbf16>
}

// CHECK-LABEL: func.func @ceil_0(
// CHECK: pd.ceil {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @ceil_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.ceil %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @ceil_1(
// CHECK: pd.ceil {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @ceil_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.ceil %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @ceil_2(
// CHECK: pd.ceil {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @ceil_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.ceil %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @ceil_3(
// CHECK: pd.ceil {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @ceil_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.ceil %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @ceil_4(
// CHECK: pd.ceil {{%[0-9a-z_]+}} : (tensor<3x7xi32>) -> tensor<3x7xi32>
func.func @ceil_4(%0: tensor<3x7xi32>) -> tensor<3x7xi32> {
  %1 = pd.ceil %0 : (tensor<3x7xi32>) -> tensor<3x7xi32>
  func.return %1 : tensor<3x7xi32>
}

// CHECK-LABEL: func.func @ceil_5(
// CHECK: pd.ceil {{%[0-9a-z_]+}} : (tensor<3x7xi64>) -> tensor<3x7xi64>
func.func @ceil_5(%0: tensor<3x7xi64>) -> tensor<3x7xi64> {
  %1 = pd.ceil %0 : (tensor<3x7xi64>) -> tensor<3x7xi64>
  func.return %1 : tensor<3x7xi64>
}

// CHECK-LABEL: func.func @trunc_0(
// CHECK: pd.trunc {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @trunc_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.trunc %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @trunc_1(
// CHECK: pd.trunc {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @trunc_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.trunc %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @trunc_2(
// CHECK: pd.trunc {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @trunc_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.trunc %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @trunc_3(
// CHECK: pd.trunc {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @trunc_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.trunc %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @trunc_4(
// CHECK: pd.trunc {{%[0-9a-z_]+}} : (tensor<3x7xi32>) -> tensor<3x7xi32>
func.func @trunc_4(%0: tensor<3x7xi32>) -> tensor<3x7xi32> {
  %1 = pd.trunc %0 : (tensor<3x7xi32>) -> tensor<3x7xi32>
  func.return %1 : tensor<3x7xi32>
}

// CHECK-LABEL: func.func @trunc_5(
// CHECK: pd.trunc {{%[0-9a-z_]+}} : (tensor<3x7xi64>) -> tensor<3x7xi64>
func.func @trunc_5(%0: tensor<3x7xi64>) -> tensor<3x7xi64> {
  %1 = pd.trunc %0 : (tensor<3x7xi64>) -> tensor<3x7xi64>
  func.return %1 : tensor<3x7xi64>
}

// CHECK-LABEL: func.func @round_0(
// CHECK: pd.round {{%[0-9a-z_]+}} {decimals = 0 : i64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @round_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.round %0 {decimals = 0 : i64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @round_1(
// CHECK: pd.round {{%[0-9a-z_]+}} {decimals = 0 : i64} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @round_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.round %0 {decimals = 0 : i64} : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @round_2(
// CHECK: pd.round {{%[0-9a-z_]+}} {decimals = 0 : i64} : (tensor<f32>) -> tensor<f32>
func.func @round_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.round %0 {decimals = 0 : i64} : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @round_3(
// CHECK: pd.round {{%[0-9a-z_]+}} {decimals = 0 : i64} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @round_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.round %0 {decimals = 0 : i64} : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @round_4(
// CHECK: pd.round {{%[0-9a-z_]+}} {decimals = 0 : i64} : (tensor<3x7xi32>) -> tensor<3x7xi32>
func.func @round_4(%0: tensor<3x7xi32>) -> tensor<3x7xi32> {
  %1 = pd.round %0 {decimals = 0 : i64} : (tensor<3x7xi32>) -> tensor<3x7xi32>
  func.return %1 : tensor<3x7xi32>
}

// CHECK-LABEL: func.func @round_5(
// CHECK: pd.round {{%[0-9a-z_]+}} {decimals = 0 : i64} : (tensor<3x7xi64>) -> tensor<3x7xi64>
func.func @round_5(%0: tensor<3x7xi64>) -> tensor<3x7xi64> {
  %1 = pd.round %0 {decimals = 0 : i64} : (tensor<3x7xi64>) -> tensor<3x7xi64>
  func.return %1 : tensor<3x7xi64>
}

// CHECK-LABEL: func.func @round_6(
// CHECK: pd.round {{%[0-9a-z_]+}} {decimals = 0 : i64} : (tensor<33xi64>) -> tensor<33xi64>
func.func @round_6(%0: tensor<33xi64>) -> tensor<33xi64> {
  %1 = pd.round %0 {decimals = 0 : i64} : (tensor<33xi64>) -> tensor<33xi64>
  func.return %1 : tensor<33xi64>
}

// CHECK-LABEL: func.func @round_7(
// CHECK: pd.round {{%[0-9a-z_]+}} {decimals = 0 : i64} : (tensor<33xf32>) -> tensor<33xf32>
func.func @round_7(%0: tensor<33xf32>) -> tensor<33xf32> {
  %1 = pd.round %0 {decimals = 0 : i64} : (tensor<33xf32>) -> tensor<33xf32>
  func.return %1 : tensor<33xf32>
}

// CHECK-LABEL: func.func @round_8(
// CHECK: pd.round {{%[0-9a-z_]+}} {decimals = 2 : i64} : (tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @round_8(%0: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %1 = pd.round %0 {decimals = 2 : i64} : (tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %1 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @round_9(
// CHECK: pd.round {{%[0-9a-z_]+}} {decimals = -1 : i64} : (tensor<33xf64>) -> tensor<33xf64>
func.func @round_9(%0: tensor<33xf64>) -> tensor<33xf64> {
  %1 = pd.round %0 {decimals = -1 : i64} : (tensor<33xf64>) -> tensor<33xf64>
  func.return %1 : tensor<33xf64>
}

// CHECK-LABEL: func.func @abs_0(
// CHECK: pd.abs {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @abs_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.abs %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @abs_1(
// CHECK: pd.abs {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @abs_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.abs %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @abs_2(
// CHECK: pd.abs {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @abs_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.abs %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @abs_3(
// CHECK: pd.abs {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @abs_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.abs %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @abs_4(
// CHECK: pd.abs {{%[0-9a-z_]+}} : (tensor<3x7xi32>) -> tensor<3x7xi32>
func.func @abs_4(%0: tensor<3x7xi32>) -> tensor<3x7xi32> {
  %1 = pd.abs %0 : (tensor<3x7xi32>) -> tensor<3x7xi32>
  func.return %1 : tensor<3x7xi32>
}

// CHECK-LABEL: func.func @abs_5(
// CHECK: pd.abs {{%[0-9a-z_]+}} : (tensor<3x7xi64>) -> tensor<3x7xi64>
func.func @abs_5(%0: tensor<3x7xi64>) -> tensor<3x7xi64> {
  %1 = pd.abs %0 : (tensor<3x7xi64>) -> tensor<3x7xi64>
  func.return %1 : tensor<3x7xi64>
}

// CHECK-LABEL: func.func @abs_6(
// CHECK: pd.abs {{%[0-9a-z_]+}} : (tensor<3x7xbf16>) -> tensor<3x7xbf16>
func.func @abs_6(%0: tensor<3x7xbf16>) -> tensor<3x7xbf16> {
  %1 = pd.abs %0 : (tensor<3x7xbf16>) -> tensor<3x7xbf16>
  func.return %1 : tensor<3x7xbf16>
}

// CHECK-LABEL: func.func @sign_0(
// CHECK: pd.sign {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @sign_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.sign %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @sign_1(
// CHECK: pd.sign {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @sign_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.sign %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @sign_2(
// CHECK: pd.sign {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @sign_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.sign %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @sign_3(
// CHECK: pd.sign {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @sign_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.sign %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @sign_4(
// CHECK: pd.sign {{%[0-9a-z_]+}} : (tensor<3x7xi32>) -> tensor<3x7xi32>
func.func @sign_4(%0: tensor<3x7xi32>) -> tensor<3x7xi32> {
  %1 = pd.sign %0 : (tensor<3x7xi32>) -> tensor<3x7xi32>
  func.return %1 : tensor<3x7xi32>
}

// CHECK-LABEL: func.func @sign_5(
// CHECK: pd.sign {{%[0-9a-z_]+}} : (tensor<3x7xi64>) -> tensor<3x7xi64>
func.func @sign_5(%0: tensor<3x7xi64>) -> tensor<3x7xi64> {
  %1 = pd.sign %0 : (tensor<3x7xi64>) -> tensor<3x7xi64>
  func.return %1 : tensor<3x7xi64>
}

// CHECK-LABEL: func.func @nextafter_0(
// CHECK: pd.nextafter {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf64>, tensor<3x5xf64>) -> tensor<3x5xf64>
func.func @nextafter_0(%0: tensor<3x5xf64>, %1: tensor<3x5xf64>) -> tensor<3x5xf64> {
  %2 = pd.nextafter %0, %1 : (tensor<3x5xf64>, tensor<3x5xf64>) -> tensor<3x5xf64>
  func.return %2 : tensor<3x5xf64>
}

// CHECK-LABEL: func.func @nextafter_1(
// CHECK: pd.nextafter {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf64>, tensor<33xf64>) -> tensor<2x3x33xf64>
func.func @nextafter_1(%0: tensor<2x3x33xf64>, %1: tensor<33xf64>) -> tensor<2x3x33xf64> {
  %2 = pd.nextafter %0, %1 : (tensor<2x3x33xf64>, tensor<33xf64>) -> tensor<2x3x33xf64>
  func.return %2 : tensor<2x3x33xf64>
}

// CHECK-LABEL: func.func @nextafter_2(
// CHECK: pd.nextafter {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<f64>, tensor<5xf64>) -> tensor<5xf64>
func.func @nextafter_2(%0: tensor<f64>, %1: tensor<5xf64>) -> tensor<5xf64> {
  %2 = pd.nextafter %0, %1 : (tensor<f64>, tensor<5xf64>) -> tensor<5xf64>
  func.return %2 : tensor<5xf64>
}

// CHECK-LABEL: func.func @nextafter_3(
// CHECK: pd.nextafter {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf64>, tensor<1x8xf64>) -> tensor<7x8xf64>
func.func @nextafter_3(%0: tensor<7x1xf64>, %1: tensor<1x8xf64>) -> tensor<7x8xf64> {
  %2 = pd.nextafter %0, %1 : (tensor<7x1xf64>, tensor<1x8xf64>) -> tensor<7x8xf64>
  func.return %2 : tensor<7x8xf64>
}

// CHECK-LABEL: func.func @nextafter_4(
// CHECK: pd.nextafter {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf32>, tensor<1x9xf32>) -> tensor<7x9xf32>
func.func @nextafter_4(%0: tensor<7x1xf32>, %1: tensor<1x9xf32>) -> tensor<7x9xf32> {
  %2 = pd.nextafter %0, %1 : (tensor<7x1xf32>, tensor<1x9xf32>) -> tensor<7x9xf32>
  func.return %2 : tensor<7x9xf32>
}

// CHECK-LABEL: func.func @conj_0(
// CHECK: pd.conj {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @conj_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.conj %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @conj_1(
// CHECK: pd.conj {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @conj_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.conj %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @conj_2(
// CHECK: pd.conj {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @conj_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.conj %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @conj_3(
// CHECK: pd.conj {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @conj_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.conj %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}
