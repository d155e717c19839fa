// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @erf_0(
// CHECK: pd.erf {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @erf_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.erf %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @erf_1(
// CHECK: pd.erf {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @erf_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.erf %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @erf_2(
// CHECK: pd.erf {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @erf_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.erf %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @erf_3(
// CHECK: pd.erf {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @erf_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.erf %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @erfinv_0(
// CHECK: pd.erfinv {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @erfinv_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.erfinv %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @erfinv_1(
// CHECK: pd.erfinv {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @erfinv_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.erfinv %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @erfinv_2(
// CHECK: pd.erfinv {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @erfinv_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.erfinv %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @erfinv_3(
// CHECK: pd.erfinv {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @erfinv_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.erfinv %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @i0_0(
// CHECK: pd.i0 {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @i0_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.i0 %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @i0_1(
// CHECK: pd.i0 {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @i0_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.i0 %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @i0_2(
// CHECK: pd.i0 {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @i0_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.i0 %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @i0_3(
// CHECK: pd.i0 {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @i0_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.i0 %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @i0e_0(
// CHECK: pd.i0e {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @i0e_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.i0e %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @i0e_1(
// CHECK: pd.i0e {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @i0e_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.i0e %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @i0e_2(
// CHECK: pd.i0e {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @i0e_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.i0e %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @i0e_3(
// CHECK: pd.i0e {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @i0e_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.i0e %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @i1_0(
// CHECK: pd.i1 {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @i1_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.i1 %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @i1_1(
// CHECK: pd.i1 {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @i1_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.i1 %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @i1_2(
// CHECK: pd.i1 {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @i1_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.i1 %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @i1_3(
// CHECK: pd.i1 {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @i1_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.i1 %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @i1e_0(
// CHECK: pd.i1e {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @i1e_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.i1e %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @i1e_1(
// CHECK: pd.i1e {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @i1e_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.i1e %0 : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @i1e_2(
// CHECK: pd.i1e {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @i1e_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.i1e %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @i1e_3(
// CHECK: pd.i1e {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @i1e_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.i1e %0 : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @logit_0(
// CHECK: pd.logit {{%[0-9a-z_]+}} {eps = 0.000000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @logit_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.logit %0 {eps = 0.000000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @logit_1(
// CHECK: pd.logit {{%[0-9a-z_]+}} {eps = 0.000000e+00 : f64} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @logit_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.logit %0 {eps = 0.000000e+00 : f64} : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @logit_2(
// CHECK: pd.logit {{%[0-9a-z_]+}} {eps = 0.000000e+00 : f64} : (tensor<f32>) -> tensor<f32>
func.func @logit_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.logit %0 {eps = 0.000000e+00 : f64} : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @logit_3(
// CHECK: pd.logit {{%[0-9a-z_]+}} {eps = 0.000000e+00 : f64} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @logit_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.logit %0 {eps = 0.000000e+00 : f64} : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @logit_4(
// CHECK: pd.logit {{%[0-9a-z_]+}} {eps = 1.000000e-01 : f64} : (tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @logit_4(%0: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %1 = pd.logit %0 {eps = 1.000000e-01 : f64} : (tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %1 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @stanh_0(
// CHECK: pd.stanh {{%[0-9a-z_]+}} {scale_a = 0.67000001668930054 : f64, scale_b = 1.7158999443054199 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @stanh_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.stanh %0 {scale_a = 0.67000001668930054 : f64, scale_b = 1.7158999443054199 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @stanh_1(
// CHECK: pd.stanh {{%[0-9a-z_]+}} {scale_a = 0.67000001668930054 : f64, scale_b = 1.7158999443054199 : f64} : (tensor<4x32xf32>) -> tensor<4x32xf32>
func.func @stanh_1(%0: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %1 = pd.stanh %0 {scale_a = 0.67000001668930054 : f64, scale_b = 1.7158999443054199 : f64} : (tensor<4x32xf32>) -> tensor<4x32xf32>
  func.return %1 : tensor<4x32xf32>
}

// CHECK-LABEL: func.func @stanh_2(
// CHECK: pd.stanh {{%[0-9a-z_]+}} {scale_a = 0.67000001668930054 : f64, scale_b = 1.7158999443054199 : f64} : (tensor<f32>) -> tensor<f32>
func.func @stanh_2(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.stanh %0 {scale_a = 0.67000001668930054 : f64, scale_b = 1.7158999443054199 : f64} : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @stanh_3(
// CHECK: pd.stanh {{%[0-9a-z_]+}} {scale_a = 0.67000001668930054 : f64, scale_b = 1.7158999443054199 : f64} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @stanh_3(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.stanh %0 {scale_a = 0.67000001668930054 : f64, scale_b = 1.7158999443054199 : f64} : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}
