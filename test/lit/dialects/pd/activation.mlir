// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @relu_0(
// CHECK: pd.relu {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @relu_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.relu %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @relu_1(
// CHECK: pd.relu {{%[0-9a-z_]+}} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @relu_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.relu %0 : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @relu_2(
// CHECK: pd.relu {{%[0-9a-z_]+}} : (tensor<7xf64>) -> tensor<7xf64>
func.func @relu_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.relu %0 : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @relu_3(
// CHECK: pd.relu {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @relu_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.relu %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @relu_4(
// CHECK: pd.relu {{%[0-9a-z_]+}} : (tensor<3x7xbf16>) -> tensor<3x7xbf16>
func.func @relu_4(%0: tensor<3x7xbf16>) -> tensor<3x7xbf16> {
  %1 = pd.relu %0 : (tensor<3x7xbf16>) -> tensor<3x7xbf16>
  func.return %1 : tensor<3x7xbf16>
}

// CHECK-LABEL: func.func @relu6_0(
// CHECK: pd.relu6 {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @relu6_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.relu6 %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @relu6_1(
// CHECK: pd.relu6 {{%[0-9a-z_]+}} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @relu6_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.relu6 %0 : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @relu6_2(
// CHECK: pd.relu6 {{%[0-9a-z_]+}} : (tensor<7xf64>) -> tensor<7xf64>
func.func @relu6_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.relu6 %0 : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @relu6_3(
// CHECK: pd.relu6 {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @relu6_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.relu6 %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @leaky_relu_0(
// CHECK: pd.leaky_relu {{%[0-9a-z_]+}} {negative_slope = 1.000000e-01 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @leaky_relu_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.leaky_relu %0 {negative_slope = 1.000000e-01 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @leaky_relu_1(
// CHECK: pd.leaky_relu {{%[0-9a-z_]+}} {negative_slope = 1.000000e-01 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @leaky_relu_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.leaky_relu %0 {negative_slope = 1.000000e-01 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @leaky_relu_2(
// CHECK: pd.leaky_relu {{%[0-9a-z_]+}} {negative_slope = 1.000000e-01 : f64} : (tensor<7xf64>) -> tensor<7xf64>
func.func @leaky_relu_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.leaky_relu %0 {negative_slope = 1.000000e-01 : f64} : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @leaky_relu_3(
// CHECK: pd.leaky_relu {{%[0-9a-z_]+}} {negative_slope = 1.000000e-01 : f64} : (tensor<f32>) -> tensor<f32>
func.func @leaky_relu_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.leaky_relu %0 {negative_slope = 1.000000e-01 : f64} : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @leaky_relu_4(
// CHECK: pd.leaky_relu {{%[0-9a-z_]+}} {negative_slope = 1.500000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @leaky_relu_4(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.leaky_relu %0 {negative_slope = 1.500000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @thresholded_relu_0(
// CHECK: pd.thresholded_relu {{%[0-9a-z_]+}} {threshold = 5.000000e-01 : f64, value = -2.500000e-01 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @thresholded_relu_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.thresholded_relu %0 {threshold = 5.000000e-01 : f64, value = -2.500000e-01 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @thresholded_relu_1(
// CHECK: pd.thresholded_relu {{%[0-9a-z_]+}} {threshold = 5.000000e-01 : f64, value = -2.500000e-01 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @thresholded_relu_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.thresholded_relu %0 {threshold = 5.000000e-01 : f64, value = -2.500000e-01 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @thresholded_relu_2(
// CHECK: pd.thresholded_relu {{%[0-9a-z_]+}} {threshold = 5.000000e-01 : f64, value = -2.500000e-01 : f64} : (tensor<7xf64>) -> tensor<7xf64>
func.func @thresholded_relu_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.thresholded_relu %0 {threshold = 5.000000e-01 : f64, value = -2.500000e-01 : f64} : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @thresholded_relu_3(
// CHECK: pd.thresholded_relu {{%[0-9a-z_]+}} {threshold = 5.000000e-01 : f64, value = -2.500000e-01 : f64} : (tensor<f32>) -> tensor<f32>
func.func @thresholded_relu_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.thresholded_relu %0 {threshold = 5.000000e-01 : f64, value = -2.500000e-01 : f64} : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @elu_0(
// CHECK: pd.elu {{%[0-9a-z_]+}} {alpha = 1.000000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @elu_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.elu %0 {alpha = 1.000000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @elu_1(
// CHECK: pd.elu {{%[0-9a-z_]+}} {alpha = 1.000000e+00 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @elu_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.elu %0 {alpha = 1.000000e+00 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @elu_2(
// CHECK: pd.elu {{%[0-9a-z_]+}} {alpha = 1.000000e+00 : f64} : (tensor<7xf64>) -> tensor<7xf64>
func.func @elu_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.elu %0 {alpha = 1.000000e+00 : f64} : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @elu_3(
// CHECK: pd.elu {{%[0-9a-z_]+}} {alpha = 1.000000e+00 : f64} : (tensor<f32>) -> tensor<f32>
func.func @elu_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.elu %0 {alpha = 1.000000e+00 : f64} : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @elu_4(
// CHECK: pd.elu {{%[0-9a-z_]+}} {alpha = 0.30000001192092896 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @elu_4(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.elu %0 {alpha = 0.30000001192092896 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @elu_5(
// CHECK: pd.elu {{%[0-9a-z_]+}} {alpha = 0.30000001192092896 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @elu_5(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.elu %0 {alpha = 0.30000001192092896 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @celu_0(
// CHECK: pd.celu {{%[0-9a-z_]+}} {alpha = 1.000000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @celu_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.celu %0 {alpha = 1.000000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @celu_1(
// CHECK: pd.celu {{%[0-9a-z_]+}} {alpha = 1.000000e+00 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @celu_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.celu %0 {alpha = 1.000000e+00 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @celu_2(
// CHECK: pd.celu {{%[0-9a-z_]+}} {alpha = 1.000000e+00 : f64} : (tensor<7xf64>) -> tensor<7xf64>
func.func @celu_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.celu %0 {alpha = 1.000000e+00 : f64} : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @celu_3(
// CHECK: pd.celu {{%[0-9a-z_]+}} {alpha = 1.000000e+00 : f64} : (tensor<f32>) -> tensor<f32>
func.func @celu_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.celu %0 {alpha = 1.000000e+00 : f64} : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @celu_4(
// CHECK: pd.celu {{%[0-9a-z_]+}} {alpha = 0.30000001192092896 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @celu_4(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.celu %0 {alpha = 0.30000001192092896 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @celu_5(
// CHECK: pd.celu {{%[0-9a-z_]+}} {alpha = 0.30000001192092896 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @celu_5(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.celu %0 {alpha = 0.30000001192092896 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @selu_0(
// CHECK: pd.selu {{%[0-9a-z_]+}} {scale = 1.0507010221481323 : f64, alpha = 1.6732631921768188 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @selu_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.selu %0 {scale = 1.0507010221481323 : f64, alpha = 1.6732631921768188 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @selu_1(
// CHECK: pd.selu {{%[0-9a-z_]+}} {scale = 1.0507010221481323 : f64, alpha = 1.6732631921768188 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @selu_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.selu %0 {scale = 1.0507010221481323 : f64, alpha = 1.6732631921768188 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @selu_2(
// CHECK: pd.selu {{%[0-9a-z_]+}} {scale = 1.0507010221481323 : f64, alpha = 1.6732631921768188 : f64} : (tensor<7xf64>) -> tensor<7xf64>
func.func @selu_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.selu %0 {scale = 1.0507010221481323 : f64, alpha = 1.6732631921768188 : f64} : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @selu_3(
// CHECK: pd.selu {{%[0-9a-z_]+}} {scale = 1.0507010221481323 : f64, alpha = 1.6732631921768188 : f64} : (tensor<f32>) -> tensor<f32>
func.func @selu_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.selu %0 {scale = 1.0507010221481323 : f64, alpha = 1.6732631921768188 : f64} : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @sigmoid_0(
// CHECK: pd.sigmoid {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @sigmoid_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.sigmoid %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @sigmoid_1(
// CHECK: pd.sigmoid {{%[0-9a-z_]+}} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @sigmoid_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.sigmoid %0 : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @sigmoid_2(
// CHECK: pd.sigmoid {{%[0-9a-z_]+}} : (tensor<7xf64>) -> tensor<7xf64>
func.func @sigmoid_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.sigmoid %0 : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @sigmoid_3(
// CHECK: pd.sigmoid {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @sigmoid_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.sigmoid %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @sigmoid_4(
// CHECK: pd.sigmoid {{%[0-9a-z_]+}} : (tensor<3x7xbf16>) -> tensor<3x7xbf16>
func.func @sigmoid_4(%0: tensor<3x7xbf16>) -> tensor<3x7xbf16> {
  %1 = pd.sigmoid %0 : (tensor<3x7xbf16>) -> tensor<3x7xbf16>
  func.return %1 : tensor<3x7xbf16>
}

// CHECK-LABEL: func.func @logsigmoid_0(
// CHECK: pd.logsigmoid {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @logsigmoid_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.logsigmoid %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @logsigmoid_1(
// CHECK: pd.logsigmoid {{%[0-9a-z_]+}} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @logsigmoid_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.logsigmoid %0 : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @logsigmoid_2(
// CHECK: pd.logsigmoid {{%[0-9a-z_]+}} : (tensor<7xf64>) -> tensor<7xf64>
func.func @logsigmoid_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.logsigmoid %0 : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @logsigmoid_3(
// CHECK: pd.logsigmoid {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @logsigmoid_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.logsigmoid %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @silu_0(
// CHECK: pd.silu {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @silu_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.silu %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @silu_1(
// CHECK: pd.silu {{%[0-9a-z_]+}} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @silu_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.silu %0 : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @silu_2(
// CHECK: pd.silu {{%[0-9a-z_]+}} : (tensor<7xf64>) -> tensor<7xf64>
func.func @silu_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.silu %0 : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @silu_3(
// CHECK: pd.silu {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @silu_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.silu %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @swish_0(
// CHECK: pd.swish {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @swish_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.swish %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @swish_1(
// CHECK: pd.swish {{%[0-9a-z_]+}} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @swish_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.swish %0 : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @swish_2(
// CHECK: pd.swish {{%[0-9a-z_]+}} : (tensor<7xf64>) -> tensor<7xf64>
func.func @swish_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.swish %0 : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @swish_3(
// CHECK: pd.swish {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @swish_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.swish %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @gelu_0(
// CHECK: pd.gelu {{%[0-9a-z_]+}} {approximate = false} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @gelu_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.gelu %0 {approximate = false} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @gelu_1(
// CHECK: pd.gelu {{%[0-9a-z_]+}} {approximate = false} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @gelu_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.gelu %0 {approximate = false} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @gelu_2(
// CHECK: pd.gelu {{%[0-9a-z_]+}} {approximate = false} : (tensor<7xf64>) -> tensor<7xf64>
func.func @gelu_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.gelu %0 {approximate = false} : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @gelu_3(
// CHECK: pd.gelu {{%[0-9a-z_]+}} {approximate = false} : (tensor<f32>) -> tensor<f32>
func.func @gelu_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.gelu %0 {approximate = false} : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @gelu_4(
// CHECK: pd.gelu {{%[0-9a-z_]+}} {approximate = false} : (tensor<3x7xbf16>) -> tensor<3x7xbf16>
func.func @gelu_4(%0: tensor<3x7xbf16>) -> tensor<3x7xbf16> {
  %1 = pd.gelu %0 {approximate = false} : (tensor<3x7xbf16>) -> tensor<3x7xbf16>
  func.return %1 : tensor<3x7xbf16>
}

// CHECK-LABEL: func.func @gelu_5(
// CHECK: pd.gelu {{%[0-9a-z_]+}} {approximate = true} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @gelu_5(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.gelu %0 {approximate = true} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @gelu_6(
// CHECK: pd.gelu {{%[0-9a-z_]+}} {approximate = true} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @gelu_6(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.gelu %0 {approximate = true} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @gelu_7(
// CHECK: pd.gelu {{%[0-9a-z_]+}} {approximate = true} : (tensor<7xf64>) -> tensor<7xf64>
func.func @gelu_7(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.gelu %0 {approximate = true} : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @gelu_8(
// CHECK: pd.gelu {{%[0-9a-z_]+}} {approximate = true} : (tensor<f32>) -> tensor<f32>
func.func @gelu_8(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.gelu %0 {approximate = true} : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @softplus_0(
// CHECK: pd.softplus {{%[0-9a-z_]+}} {beta = 1.000000e+00 : f64, threshold = 2.000000e+01 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @softplus_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.softplus %0 {beta = 1.000000e+00 : f64, threshold = 2.000000e+01 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @softplus_1(
// CHECK: pd.softplus {{%[0-9a-z_]+}} {beta = 1.000000e+00 : f64, threshold = 2.000000e+01 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @softplus_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.softplus %0 {beta = 1.000000e+00 : f64, threshold = 2.000000e+01 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @softplus_2(
// CHECK: pd.softplus {{%[0-9a-z_]+}} {beta = 1.000000e+00 : f64, threshold = 2.000000e+01 : f64} : (tensor<7xf64>) -> tensor<7xf64>
func.func @softplus_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.softplus %0 {beta = 1.000000e+00 : f64, threshold = 2.000000e+01 : f64} : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @softplus_3(
// CHECK: pd.softplus {{%[0-9a-z_]+}} {beta = 1.000000e+00 : f64, threshold = 2.000000e+01 : f64} : (tensor<f32>) -> tensor<f32>
func.func @softplus_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.softplus %0 {beta = 1.000000e+00 : f64, threshold = 2.000000e+01 : f64} : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @softplus_4(
// CHECK: pd.softplus {{%[0-9a-z_]+}} {beta = 2.000000e+00 : f64, threshold = 5.000000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @softplus_4(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.softplus %0 {beta = 2.000000e+00 : f64, threshold = 5.000000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @softplus_5(
// CHECK: pd.softplus {{%[0-9a-z_]+}} {beta = 2.000000e+00 : f64, threshold = 5.000000e+00 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @softplus_5(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.softplus %0 {beta = 2.000000e+00 : f64, threshold = 5.000000e+00 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @softplus_6(
// CHECK: pd.softplus {{%[0-9a-z_]+}} {beta = 2.000000e+00 : f64, threshold = 5.000000e+00 : f64} : (tensor<7xf64>) -> tensor<7xf64>
func.func @softplus_6(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.softplus %0 {beta = 2.000000e+00 : f64, threshold = 5.000000e+00 : f64} : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @mish_0(
// CHECK: pd.mish {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @mish_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.mish %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @mish_1(
// CHECK: pd.mish {{%[0-9a-z_]+}} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @mish_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.mish %0 : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @mish_2(
// CHECK: pd.mish {{%[0-9a-z_]+}} : (tensor<7xf64>) -> tensor<7xf64>
func.func @mish_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.mish %0 : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @mish_3(
// CHECK: pd.mish {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @mish_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.mish %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @hardtanh_0(
// CHECK: pd.hardtanh {{%[0-9a-z_]+}} {t_min = -1.000000e+00 : f64, t_max = 1.000000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @hardtanh_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.hardtanh %0 {t_min = -1.000000e+00 : f64, t_max = 1.000000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @hardtanh_1(
// CHECK: pd.hardtanh {{%[0-9a-z_]+}} {t_min = -1.000000e+00 : f64, t_max = 1.000000e+00 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @hardtanh_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.hardtanh %0 {t_min = -1.000000e+00 : f64, t_max = 1.000000e+00 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @hardtanh_2(
// CHECK: pd.hardtanh {{%[0-9a-z_]+}} {t_min = -1.000000e+00 : f64, t_max = 1.000000e+00 : f64} : (tensor<7xf64>) -> tensor<7xf64>
func.func @hardtanh_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.hardtanh %0 {t_min = -1.000000e+00 : f64, t_max = 1.000000e+00 : f64} : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @hardtanh_3(
// CHECK: pd.hardtanh {{%[0-9a-z_]+}} {t_min = -1.000000e+00 : f64, t_max = 1.000000e+00 : f64} : (tensor<f32>) -> tensor<f32>
func.func @hardtanh_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.hardtanh %0 {t_min = -1.000000e+00 : f64, t_max = 1.000000e+00 : f64} : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @hardtanh_4(
// CHECK: pd.hardtanh {{%[0-9a-z_]+}} {t_min = -5.000000e-01 : f64, t_max = 2.000000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @hardtanh_4(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.hardtanh %0 {t_min = -5.000000e-01 : f64, t_max = 2.000000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @hardtanh_5(
// CHECK: pd.hardtanh {{%[0-9a-z_]+}} {t_min = -5.000000e-01 : f64, t_max = 2.000000e+00 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @hardtanh_5(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.hardtanh %0 {t_min = -5.000000e-01 : f64, t_max = 2.000000e+00 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @hardsigmoid_0(
// CHECK: pd.hardsigmoid {{%[0-9a-z_]+}} {slope = 0.16666670143604279 : f64, offset = 5.000000e-01 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @hardsigmoid_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.hardsigmoid %0 {slope = 0.16666670143604279 : f64, offset = 5.000000e-01 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @hardsigmoid_1(
// CHECK: pd.hardsigmoid {{%[0-9a-z_]+}} {slope = 0.16666670143604279 : f64, offset = 5.000000e-01 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @hardsigmoid_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.hardsigmoid %0 {slope = 0.16666670143604279 : f64, offset = 5.000000e-01 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @hardsigmoid_2(
// CHECK: pd.hardsigmoid {{%[0-9a-z_]+}} {slope = 0.16666670143604279 : f64, offset = 5.000000e-01 : f64} : (tensor<7xf64>) -> tensor<7xf64>
func.func @hardsigmoid_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.hardsigmoid %0 {slope = 0.16666670143604279 : f64, offset = 5.000000e-01 : f64} : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @hardsigmoid_3(
// CHECK: pd.hardsigmoid {{%[0-9a-z_]+}} {slope = 0.16666670143604279 : f64, offset = 5.000000e-01 : f64} : (tensor<f32>) -> tensor<f32>
func.func @hardsigmoid_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.hardsigmoid %0 {slope = 0.16666670143604279 : f64, offset = 5.000000e-01 : f64} : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @hardsigmoid_4(
// CHECK: pd.hardsigmoid {{%[0-9a-z_]+}} {slope = 0.20000000298023224 : f64, offset = 0.40000000596046448 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @hardsigmoid_4(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.hardsigmoid %0 {slope = 0.20000000298023224 : f64, offset = 0.40000000596046448 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @hardsigmoid_5(
// CHECK: pd.hardsigmoid {{%[0-9a-z_]+}} {slope = 0.20000000298023224 : f64, offset = 0.40000000596046448 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @hardsigmoid_5(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.hardsigmoid %0 {slope = 0.20000000298023224 : f64, offset = 0.40000000596046448 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @hardswish_0(
// CHECK: pd.hardswish {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @hardswish_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.hardswish %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @hardswish_1(
// CHECK: pd.hardswish {{%[0-9a-z_]+}} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @hardswish_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.hardswish %0 : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @hardswish_2(
// CHECK: pd.hardswish {{%[0-9a-z_]+}} : (tensor<7xf64>) -> tensor<7xf64>
func.func @hardswish_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.hardswish %0 : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @hardswish_3(
// CHECK: pd.hardswish {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @hardswish_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.hardswish %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @softsign_0(
// CHECK: pd.softsign {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @softsign_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.softsign %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @softsign_1(
// CHECK: pd.softsign {{%[0-9a-z_]+}} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @softsign_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.softsign %0 : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @softsign_2(
// CHECK: pd.softsign {{%[0-9a-z_]+}} : (tensor<7xf64>) -> tensor<7xf64>
func.func @softsign_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.softsign %0 : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @softsign_3(
// CHECK: pd.softsign {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @softsign_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.softsign %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @softshrink_0(
// CHECK: pd.softshrink {{%[0-9a-z_]+}} {threshold = 5.000000e-01 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @softshrink_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.softshrink %0 {threshold = 5.000000e-01 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @softshrink_1(
// CHECK: pd.softshrink {{%[0-9a-z_]+}} {threshold = 5.000000e-01 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @softshrink_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.softshrink %0 {threshold = 5.000000e-01 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @softshrink_2(
// CHECK: pd.softshrink {{%[0-9a-z_]+}} {threshold = 5.000000e-01 : f64} : (tensor<7xf64>) -> tensor<7xf64>
func.func @softshrink_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.softshrink %0 {threshold = 5.000000e-01 : f64} : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @softshrink_3(
// CHECK: pd.softshrink {{%[0-9a-z_]+}} {threshold = 5.000000e-01 : f64} : (tensor<f32>) -> tensor<f32>
func.func @softshrink_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.softshrink %0 {threshold = 5.000000e-01 : f64} : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @softshrink_4(
// CHECK: pd.softshrink {{%[0-9a-z_]+}} {threshold = 1.500000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @softshrink_4(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.softshrink %0 {threshold = 1.500000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @softshrink_5(
// CHECK: pd.softshrink {{%[0-9a-z_]+}} {threshold = 1.500000e+00 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @softshrink_5(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.softshrink %0 {threshold = 1.500000e+00 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @hardshrink_0(
// CHECK: pd.hardshrink {{%[0-9a-z_]+}} {threshold = 5.000000e-01 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @hardshrink_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.hardshrink %0 {threshold = 5.000000e-01 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @hardshrink_1(
// CHECK: pd.hardshrink {{%[0-9a-z_]+}} {threshold = 5.000000e-01 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @hardshrink_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.hardshrink %0 {threshold = 5.000000e-01 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @hardshrink_2(
// CHECK: pd.hardshrink {{%[0-9a-z_]+}} {threshold = 5.000000e-01 : f64} : (tensor<7xf64>) -> tensor<7xf64>
func.func @hardshrink_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.hardshrink %0 {threshold = 5.000000e-01 : f64} : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @hardshrink_3(
// CHECK: pd.hardshrink {{%[0-9a-z_]+}} {threshold = 5.000000e-01 : f64} : (tensor<f32>) -> tensor<f32>
func.func @hardshrink_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.hardshrink %0 {threshold = 5.000000e-01 : f64} : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @hardshrink_4(
// CHECK: pd.hardshrink {{%[0-9a-z_]+}} {threshold = 1.500000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @hardshrink_4(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.hardshrink %0 {threshold = 1.500000e+00 : f64} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @hardshrink_5(
// CHECK: pd.hardshrink {{%[0-9a-z_]+}} {threshold = 1.500000e+00 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @hardshrink_5(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.hardshrink %0 {threshold = 1.500000e+00 : f64} : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @tanh_shrink_0(
// CHECK: pd.tanh_shrink {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @tanh_shrink_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.tanh_shrink %0 : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @tanh_shrink_1(
// CHECK: pd.tanh_shrink {{%[0-9a-z_]+}} : (tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @tanh_shrink_1(%0: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %1 = pd.tanh_shrink %0 : (tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %1 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @tanh_shrink_2(
// CHECK: pd.tanh_shrink {{%[0-9a-z_]+}} : (tensor<7xf64>) -> tensor<7xf64>
func.func @tanh_shrink_2(%0: tensor<7xf64>) -> tensor<7xf64> {
  %1 = pd.tanh_shrink %0 : (tensor<7xf64>) -> tensor<7xf64>
  func.return %1 : tensor<7xf64>
}

// CHECK-LABEL: func.func @tanh_shrink_3(
// CHECK: pd.tanh_shrink {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<f32>
func.func @tanh_shrink_3(%0: tensor<f32>) -> tensor<f32> {
  %1 = pd.tanh_shrink %0 : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}
