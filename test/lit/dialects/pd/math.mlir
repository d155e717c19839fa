// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @exp_0(
// CHECK: pd.exp {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @exp_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.exp %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @exp_1(
// CHECK: pd.exp {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @exp_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.exp %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @exp_2(
// CHECK: pd.exp {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @exp_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.exp %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @exp_3(
// CHECK: pd.exp {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @exp_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.exp %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @expm1_0(
// CHECK: pd.expm1 {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @expm1_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.expm1 %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @expm1_1(
// CHECK: pd.expm1 {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @expm1_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.expm1 %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @expm1_2(
// CHECK: pd.expm1 {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @expm1_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.expm1 %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @expm1_3(
// CHECK: pd.expm1 {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @expm1_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.expm1 %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @log_0(
// CHECK: pd.log {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @log_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.log %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @log_1(
// CHECK: pd.log {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @log_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.log %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @log_2(
// CHECK: pd.log {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @log_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.log %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @log_3(
// CHECK: pd.log {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @log_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.log %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @log_4(
// CHECK: pd.log {{%[0-9a-z_]+}} : (tensor<3x7xbf16>) -> tensor<3x7xbf16>
func.func @log_4(%0: tensor<3x7xbf16>) -> tensor<3x7xbf16> {
  %1 = pd.log %0 : (tensor<3x7xbf16>) -> tensor<3x7xbf16>
  func.return %1 : tensor<3x7xbf16>
}

// CHECK-LABEL: func.func @log2_0(
// CHECK: pd.log2 {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @log2_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.log2 %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @log2_1(
// CHECK: pd.log2 {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @log2_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.log2 %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @log2_2(
// CHECK: pd.log2 {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @log2_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.log2 %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @log2_3(
// CHECK: pd.log2 {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @log2_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.log2 %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @log10_0(
// CHECK: pd.log10 {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @log10_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.log10 %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @log10_1(
// CHECK: pd.log10 {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @log10_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.log10 %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @log10_2(
// CHECK: pd.log10 {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @log10_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.log10 %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @log10_3(
// CHECK: pd.log10 {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @log10_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.log10 %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @log1p_0(
// CHECK: pd.log1p {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @log1p_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.log1p %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @log1p_1(
// CHECK: pd.log1p {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @log1p_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.log1p %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @log1p_2(
// CHECK: pd.log1p {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @log1p_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.log1p %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @log1p_3(
// CHECK: pd.log1p {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @log1p_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.log1p %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @sqrt_0(
// CHECK: pd.sqrt {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @sqrt_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.sqrt %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @sqrt_1(
// CHECK: pd.sqrt {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @sqrt_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.sqrt %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @sqrt_2(
// CHECK: pd.sqrt {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @sqrt_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.sqrt %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @sqrt_3(
// CHECK: pd.sqrt {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @sqrt_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.sqrt %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @rsqrt_0(
// CHECK: pd.rsqrt {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @rsqrt_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.rsqrt %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @rsqrt_1(
// CHECK: pd.rsqrt {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @rsqrt_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.rsqrt %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @rsqrt_2(
// CHECK: pd.rsqrt {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @rsqrt_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.rsqrt %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @rsqrt_3(
// CHECK: pd.rsqrt {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @rsqrt_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.rsqrt %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @square_0(
// CHECK: pd.square {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @square_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.square %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @square_1(
// CHECK: pd.square {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @square_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.square %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @square_2(
// CHECK: pd.square {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @square_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.square %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @square_3(
// CHECK: pd.square {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @square_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.square %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @square_4(
// CHECK: pd.square {{%[0-9a-z_]+}} : (tensor<3x7xi32>) -> tensor<3x7xi32>
func.func @square_4(%0: tensor<3x7xi32>) -> tensor<3x7xi32> {
  %1 = pd.square %0 : (tensor<3x7xi32>) -> tensor<3x7xi32>
  func.return %1 : tensor<3x7xi32>
}

// CHECK-LABEL: func.func @square_5(
// CHECK: pd.square {{%[0-9a-z_]+}} : (tensor<3x7xi64>) -> tensor<3x7xi64>
func.func @square_5(%0: tensor<3x7xi64>) -> tensor<3x7xi64> {
  %1 = pd.square %0 : (tensor<3x7xi64>) -> tensor<3x7xi64>
  func.return %1 : tensor<3x7xi64>
}

// CHECK-LABEL: func.func @reciprocal_0(
// CHECK: pd.reciprocal {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @reciprocal_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.reciprocal %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @reciprocal_1(
// CHECK: pd.reciprocal {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @reciprocal_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.reciprocal %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @reciprocal_2(
// CHECK: pd.reciprocal {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @reciprocal_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.reciprocal %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @reciprocal_3(
// CHECK: pd.reciprocal {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @reciprocal_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.reciprocal %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @pow_0(
// CHECK: pd.pow {{%[0-9a-z_]+}} {y = 0.000000e+00 : f64} : (tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @pow_0(%0: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %1 = pd.pow %0 {y = 0.000000e+00 : f64} : (tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %1 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @pow_1(
// CHECK: pd.pow {{%[0-9a-z_]+}} {y = 1.7000000476837158 : f64} : (tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @pow_1(%0: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %1 = pd.pow %0 {y = 1.7000000476837158 : f64} : (tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %1 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @pow_2(
// CHECK: pd.pow {{%[0-9a-z_]+}} {y = 3.000000e+00 : f64} : (tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @pow_2(%0: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %1 = pd.pow %0 {y = 3.000000e+00 : f64} : (tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %1 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @pow_3(
// CHECK: pd.pow {{%[0-9a-z_]+}} {y = -1.000000e+00 : f64} : (tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @pow_3(%0: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %1 = pd.pow %0 {y = -1.000000e+00 : f64} : (tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %1 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @pow_4(
// CHECK: pd.pow {{%[0-9a-z_]+}} {y = 2.000000e+00 : f64} : (tensor<15xf32>) -> tensor<15xf32>
func.func @pow_4(%0: tensor<15xf32>) -> tensor<15xf32> {
  %1 = pd.pow %0 {y = 2.000000e+00 : f64} : (tensor<15xf32>) -> tensor<15xf32>
  func.return %1 : tensor<15xf32>
}

// CHECK-LABEL: func.func @pow_5(
// CHECK: pd.pow {{%[0-9a-z_]+}} {y = -2.000000e+00 : f64} : (tensor<15xf32>) -> tensor<15xf32>
func.func @pow_5(%0: tensor<15xf32>) -> tensor<15xf32> {
  %1 = pd.pow %0 {y = -2.000000e+00 : f64} : (tensor<15xf32>) -> tensor<15xf32>
  func.return %1 : tensor<15xf32>
}

// CHECK-LABEL: func.func @pow_6(
// CHECK: pd.pow {{%[0-9a-z_]+}} {y = -1.500000e+00 : f64} : (tensor<15xf32>) -> tensor<15xf32>
func.func @pow_6(%0: tensor<15xf32>) -> tensor<15xf32> {
  %1 = pd.pow %0 {y = -1.500000e+00 : f64} : (tensor<15xf32>) -> tensor<15xf32>
  func.return %1 : tensor<15xf32>
}

// CHECK-LABEL: func.func @pow_7(
// CHECK: pd.pow {{%[0-9a-z_]+}} {y = 1.250000e+01 : f64} : (tensor<15xf32>) -> tensor<15xf32>
func.func @pow_7(%0: tensor<15xf32>) -> tensor<15xf32> {
  %1 = pd.pow %0 {y = 1.250000e+01 : f64} : (tensor<15xf32>) -> tensor<15xf32>
  func.return %1 : tensor<15xf32>
}

// CHECK-LABEL: func.func @pow_8(
// CHECK: pd.pow {{%[0-9a-z_]+}} {y = 3.000000e+00 : f64} : (tensor<9xf64>) -> tensor<9xf64>
func.func @pow_8(%0: tensor<9xf64>) -> tensor<9xf64> {
  %1 = pd.pow %0 {y = 3.000000e+00 : f64} : (tensor<9xf64>) -> tensor<9xf64>
  func.return %1 : tensor<9xf64>
}

// CHECK-LABEL: func.func @pow_9(
// CHECK: pd.pow {{%[0-9a-z_]+}} {y = 5.000000e+00 : f64} : (tensor<9xi64>) -> tensor<9xi64>
func.func @pow_9(%0: tensor<9xi64>) -> tensor<9xi64> {
  %1 = pd.pow %0 {y = 5.000000e+00 : f64} : (tensor<9xi64>) -> tensor<9xi64>
  func.return %1 : tensor<9xi64>
}

// CHECK-LABEL: func.func @pow_10(
// CHECK: pd.pow {{%[0-9a-z_]+}} {y = 2.500000e+00 : f64} : (tensor<9xi32>) -> tensor<9xi32>
func.func @pow_10(%0: tensor<9xi32>) -> tensor<9xi32> {
  %1 = pd.pow %0 {y = 2.500000e+00 : f64} : (tensor<9xi32>) -> tensor<9xi32>
  func.return %1 : tensor<9xi32>
}

// CHECK-LABEL: func.func @elementwise_pow_0(
// CHECK: pd.elementwise_pow {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @elementwise_pow_0(%0: tensor<3x5xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %2 = pd.elementwise_pow %0, %1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %2 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @elementwise_pow_1(
// CHECK: pd.elementwise_pow {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xf32>
func.func @elementwise_pow_1(%0: tensor<2x3x33xf32>, %1: tensor<33xf32>) -> tensor<2x3x33xf32> {
  %2 = pd.elementwise_pow %0, %1 : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xf32>
  func.return %2 : tensor<2x3x33xf32>
}

// CHECK-LABEL: func.func @elementwise_pow_2(
// CHECK: pd.elementwise_pow {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<f32>, tensor<5xf32>) -> tensor<5xf32>
func.func @elementwise_pow_2(%0: tensor<f32>, %1: tensor<5xf32>) -> tensor<5xf32> {
  %2 = pd.elementwise_pow %0, %1 : (tensor<f32>, tensor<5xf32>) -> tensor<5xf32>
  func.return %2 : tensor<5xf32>
}

// CHECK-LABEL: func.func @elementwise_pow_3(
// CHECK: pd.elementwise_pow {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xf32>
func.func @elementwise_pow_3(%0: tensor<7x1xf32>, %1: tensor<1x8xf32>) -> tensor<7x8xf32> {
  %2 = pd.elementwise_pow %0, %1 : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xf32>
  func.return %2 : tensor<7x8xf32>
}

// CHECK-LABEL: func.func @elementwise_pow_4(
// CHECK: pd.elementwise_pow {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xf64>
func.func @elementwise_pow_4(%0: tensor<4x5xf64>, %1: tensor<5xf64>) -> tensor<4x5xf64> {
  %2 = pd.elementwise_pow %0, %1 : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xf64>
  func.return %2 : tensor<4x5xf64>
}

// CHECK-LABEL: func.func @elementwise_pow_5(
// CHECK: pd.elementwise_pow {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
func.func @elementwise_pow_5(%0: tensor<4x5xi32>, %1: tensor<5xi32>) -> tensor<4x5xi32> {
  %2 = pd.elementwise_pow %0, %1 : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
  func.return %2 : tensor<4x5xi32>
}

// CHECK-LABEL: func.func @elementwise_pow_6(
// CHECK: pd.elementwise_pow {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi64>
func.func @elementwise_pow_6(%0: tensor<4x5xi64>, %1: tensor<5xi64>) -> tensor<4x5xi64> {
  %2 = pd.elementwise_pow %0, %1 : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi64>
  func.return %2 : tensor<4x5xi64>
}

// CHECK-LABEL: func.func @elementwise_pow_7(
// CHECK: pd.elementwise_pow {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x33xf32>, tensor<f32>) -> tensor<3x33xf32>
func.func @elementwise_pow_7(%0: tensor<3x33xf32>, %1: tensor<f32>) -> tensor<3x33xf32> {
  %2 = pd.elementwise_pow %0, %1 : (tensor<3x33xf32>, tensor<f32>) -> tensor<3x33xf32>
  func.return %2 : tensor<3x33xf32>
}

// CHECK-LABEL: func.func @elementwise_pow_8(
// CHECK: pd.elementwise_pow {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x33xf32>, tensor<1xf32>) -> tensor<3x33xf32>
func.func @elementwise_pow_8(%0: tensor<3x33xf32>, %1: tensor<1xf32>) -> tensor<3x33xf32> {
  %2 = pd.elementwise_pow %0, %1 : (tensor<3x33xf32>, tensor<1xf32>) -> tensor<3x33xf32>
  func.return %2 : tensor<3x33xf32>
}

// CHECK-LABEL: func.func @hypot_0(
// CHECK: pd.hypot {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @hypot_0(%0: tensor<3x35xf32>, %1: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %2 = pd.hypot %0, %1 : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %2 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @hypot_1(
// CHECK: pd.hypot {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x7xf32>, tensor<7x7xf32>) -> tensor<7x7xf32>
func.func @hypot_1(%0: tensor<7x7xf32>, %1: tensor<7x7xf32>) -> tensor<7x7xf32> {
  %2 = pd.hypot %0, %1 : (tensor<7x7xf32>, tensor<7x7xf32>) -> tensor<7x7xf32>
  func.return %2 : tensor<7x7xf32>
}

// CHECK-LABEL: func.func @hypot_2(
// CHECK: pd.hypot {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<5xf64>, tensor<5xf64>) -> tensor<5xf64>
func.func @hypot_2(%0: tensor<5xf64>, %1: tensor<5xf64>) -> tensor<5xf64> {
  %2 = pd.hypot %0, %1 : (tensor<5xf64>, tensor<5xf64>) -> tensor<5xf64>
  func.return %2 : tensor<5xf64>
}
