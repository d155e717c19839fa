// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @pad_0(
// CHECK: pd.pad {{%[0-9a-z_]+}} {paddings = array<i64: 0, 0, 1, 2, 3, 0>, pad_value = 1.500000e+00 : f64} : (tensor<2x3x20xf32>) -> tensor<2x6x23xf32>
func.func @pad_0(%0: tensor<2x3x20xf32>) -> tensor<2x6x23xf32> {
  %1 = pd.pad %0 {paddings = array<i64: 0, 0, 1, 2, 3, 0>, pad_value = 1.500000e+00 : f64} : (tensor<2x3x20xf32>) -> tensor<2x6x23xf32>
  func.return %1 : tensor<2x6x23xf32>
}

// CHECK-LABEL: func.func @pad_1(
// CHECK: pd.pad {{%[0-9a-z_]+}} {paddings = array<i64: 0, 4, 0, 0>, pad_value = 0.000000e+00 : f64} : (tensor<3x40xf32>) -> tensor<7x40xf32>
func.func @pad_1(%0: tensor<3x40xf32>) -> tensor<7x40xf32> {
  %1 = pd.pad %0 {paddings = array<i64: 0, 4, 0, 0>, pad_value = 0.000000e+00 : f64} : (tensor<3x40xf32>) -> tensor<7x40xf32>
  func.return %1 : tensor<7x40xf32>
}

// CHECK-LABEL: func.func @pad_2(
// CHECK: pd.pad {{%[0-9a-z_]+}} {paddings = array<i64: 1, 0>, pad_value = 7 : i64} : (tensor<5xi64>) -> tensor<6xi64>
func.func @pad_2(%0: tensor<5xi64>) -> tensor<6xi64> {
  %1 = pd.pad %0 {paddings = array<i64: 1, 0>, pad_value = 7 : i64} : (tensor<5xi64>) -> tensor<6xi64>
  func.return %1 : tensor<6xi64>
}

// CHECK-LABEL: func.func @pad3d_0(
// CHECK: pd.pad3d {{%[0-9a-z_]+}} {paddings = array<i64: 1, 2, 0, 3, 0, 0>, mode = "constant", data_format = "NCDHW", pad_value = 0.000000e+00 : f64} : (tensor<2x3x1x5x20xf32>) -> tensor<2x3x1x8x23xf32>
func.func @pad3d_0(%0: tensor<2x3x1x5x20xf32>) -> tensor<2x3x1x8x23xf32> {
  %1 = pd.pad3d %0 {paddings = array<i64: 1, 2, 0, 3, 0, 0>, mode = "constant", data_format = "NCDHW", pad_value = 0.000000e+00 : f64} : (tensor<2x3x1x5x20xf32>) -> tensor<2x3x1x8x23xf32>
  func.return %1 : tensor<2x3x1x8x23xf32>
}

// CHECK-LABEL: func.func @pad3d_1(
// CHECK: pd.pad3d {{%[0-9a-z_]+}} {paddings = array<i64: 1, 2, 2, 1, 0, 0>, mode = "reflect", data_format = "NCDHW", pad_value = 0.000000e+00 : f64} : (tensor<1x2x1x5x20xf32>) -> tensor<1x2x1x8x23xf32>
func.func @pad3d_1(%0: tensor<1x2x1x5x20xf32>) -> tensor<1x2x1x8x23xf32> {
  %1 = pd.pad3d %0 {paddings = array<i64: 1, 2, 2, 1, 0, 0>, mode = "reflect", data_format = "NCDHW", pad_value = 0.000000e+00 : f64} : (tensor<1x2x1x5x20xf32>) -> tensor<1x2x1x8x23xf32>
  func.return %1 : tensor<1x2x1x8x23xf32>
}

// CHECK-LABEL: func.func @pad3d_2(
// CHECK: pd.pad3d {{%[0-9a-z_]+}} {paddings = array<i64: 2, 1, 1, 0, 0, 0>, mode = "replicate", data_format = "NCDHW", pad_value = 0.000000e+00 : f64} : (tensor<1x2x1x5x20xf32>) -> tensor<1x2x1x6x23xf32>
func.func @pad3d_2(%0: tensor<1x2x1x5x20xf32>) -> tensor<1x2x1x6x23xf32> {
  %1 = pd.pad3d %0 {paddings = array<i64: 2, 1, 1, 0, 0, 0>, mode = "replicate", data_format = "NCDHW", pad_value = 0.000000e+00 : f64} : (tensor<1x2x1x5x20xf32>) -> tensor<1x2x1x6x23xf32>
  func.return %1 : tensor<1x2x1x6x23xf32>
}

// CHECK-LABEL: func.func @pad3d_3(
// CHECK: pd.pad3d {{%[0-9a-z_]+}} {paddings = array<i64: 3, 1, 1, 2, 0, 0>, mode = "circular", data_format = "NCDHW", pad_value = 0.000000e+00 : f64} : (tensor<1x2x1x5x20xf32>) -> tensor<1x2x1x8x24xf32>
func.func @pad3d_3(%0: tensor<1x2x1x5x20xf32>) -> tensor<1x2x1x8x24xf32> {
  %1 = pd.pad3d %0 {paddings = array<i64: 3, 1, 1, 2, 0, 0>, mode = "circular", data_format = "NCDHW", pad_value = 0.000000e+00 : f64} : (tensor<1x2x1x5x20xf32>) -> tensor<1x2x1x8x24xf32>
  func.return %1 : tensor<1x2x1x8x24xf32>
}

// CHECK-LABEL: func.func @pad3d_4(
// CHECK: pd.pad3d {{%[0-9a-z_]+}} {paddings = array<i64: 1, 1, 2, 0, 0, 1>, mode = "constant", data_format = "NDHWC", pad_value = 2.000000e+00 : f64} : (tensor<1x2x3x4x17xf32>) -> tensor<1x3x5x6x17xf32>
func.func @pad3d_4(%0: tensor<1x2x3x4x17xf32>) -> tensor<1x3x5x6x17xf32> {
  %1 = pd.pad3d %0 {paddings = array<i64: 1, 1, 2, 0, 0, 1>, mode = "constant", data_format = "NDHWC", pad_value = 2.000000e+00 : f64} : (tensor<1x2x3x4x17xf32>) -> tensor<1x3x5x6x17xf32>
  func.return %1 : tensor<1x3x5x6x17xf32>
}

// CHECK-LABEL: func.func @pad3d_5(
// CHECK: pd.pad3d {{%[0-9a-z_]+}} {paddings = array<i64: 0, 0, 0, 0, 2, 1>, mode = "reflect", data_format = "NDHWC", pad_value = 0.000000e+00 : f64} : (tensor<2x5x1x1x16xf32>) -> tensor<2x8x1x1x16xf32>
func.func @pad3d_5(%0: tensor<2x5x1x1x16xf32>) -> tensor<2x8x1x1x16xf32> {
  %1 = pd.pad3d %0 {paddings = array<i64: 0, 0, 0, 0, 2, 1>, mode = "reflect", data_format = "NDHWC", pad_value = 0.000000e+00 : f64} : (tensor<2x5x1x1x16xf32>) -> tensor<2x8x1x1x16xf32>
  func.return %1 : tensor<2x8x1x1x16xf32>
}
