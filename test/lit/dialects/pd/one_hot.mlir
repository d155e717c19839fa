// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @one_hot_0(
// CHECK: pd.one_hot {{%[0-9a-z_]+}} {num_classes = 20 : i64} : (tensor<3x2xi64>) -> tensor<3x2x20xf32>
func.func @one_hot_0(%0: tensor<3x2xi64>) -> tensor<3x2x20xf32> {
  %1 = pd.one_hot %0 {num_classes = 20 : i64} : (tensor<3x2xi64>) -> tensor<3x2x20xf32>
  func.return %1 : tensor<3x2x20xf32>
}

// CHECK-LABEL: func.func @one_hot_1(
// CHECK: pd.one_hot {{%[0-9a-z_]+}} {num_classes = 3 : i64} : (tensor<i32>) -> tensor<3xf32>
func.func @one_hot_1(%0: tensor<i32>) -> tensor<3xf32> {
  %1 = pd.one_hot %0 {num_classes = 3 : i64} : (tensor<i32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @sequence_mask_0(
// CHECK: pd.sequence_mask {{%[0-9a-z_]+}} {max_len = 20 : i64, out_dtype = i64} : (tensor<3xi64>) -> tensor<3x20xi64>
func.func @sequence_mask_0(%0: tensor<3xi64>) -> tensor<3x20xi64> {
  %1 = pd.sequence_mask %0 {max_len = 20 : i64, out_dtype = i64} : (tensor<3xi64>) -> tensor<3x20xi64>
  func.return %1 : tensor<3x20xi64>
}

// CHECK-LABEL: func.func @sequence_mask_1(
// CHECK: pd.sequence_mask {{%[0-9a-z_]+}} {max_len = 5 : i64, out_dtype = f32} : (tensor<2x3xi64>) -> tensor<2x3x5xf32>
func.func @sequence_mask_1(%0: tensor<2x3xi64>) -> tensor<2x3x5xf32> {
  %1 = pd.sequence_mask %0 {max_len = 5 : i64, out_dtype = f32} : (tensor<2x3xi64>) -> tensor<2x3x5xf32>
  func.return %1 : tensor<2x3x5xf32>
}
