// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @frame_0(
// CHECK: pd.frame {{%[0-9a-z_]+}} {frame_length = 8 : i64, hop_length = 3 : i64, axis = -1 : i64} : (tensor<2x3x40xf32>) -> tensor<2x3x8x11xf32>
func.func @frame_0(%0: tensor<2x3x40xf32>) -> tensor<2x3x8x11xf32> {
  %1 = pd.frame %0 {frame_length = 8 : i64, hop_length = 3 : i64, axis = -1 : i64} : (tensor<2x3x40xf32>) -> tensor<2x3x8x11xf32>
  func.return %1 : tensor<2x3x8x11xf32>
}

// CHECK-LABEL: func.func @frame_1(
// CHECK: pd.frame {{%[0-9a-z_]+}} {frame_length = 4 : i64, hop_length = 6 : i64, axis = 0 : i64} : (tensor<33x5xf32>) -> tensor<5x4x5xf32>
func.func @frame_1(%0: tensor<33x5xf32>) -> tensor<5x4x5xf32> {
  %1 = pd.frame %0 {frame_length = 4 : i64, hop_length = 6 : i64, axis = 0 : i64} : (tensor<33x5xf32>) -> tensor<5x4x5xf32>
  func.return %1 : tensor<5x4x5xf32>
}

// CHECK-LABEL: func.func @frame_2(
// CHECK: pd.frame {{%[0-9a-z_]+}} {frame_length = 16 : i64, hop_length = 4 : i64, axis = -1 : i64} : (tensor<64xf32>) -> tensor<16x13xf32>
func.func @frame_2(%0: tensor<64xf32>) -> tensor<16x13xf32> {
  %1 = pd.frame %0 {frame_length = 16 : i64, hop_length = 4 : i64, axis = -1 : i64} : (tensor<64xf32>) -> tensor<16x13xf32>
  func.return %1 : tensor<16x13xf32>
}

// CHECK-LABEL: func.func @frame_3(
// CHECK: pd.frame {{%[0-9a-z_]+}} {frame_length = 16 : i64, hop_length = 5 : i64, axis = -1 : i64} : (tensor<2x64xf32>) -> tensor<2x16x10xf32>
func.func @frame_3(%0: tensor<2x64xf32>) -> tensor<2x16x10xf32> {
  %1 = pd.frame %0 {frame_length = 16 : i64, hop_length = 5 : i64, axis = -1 : i64} : (tensor<2x64xf32>) -> tensor<2x16x10xf32>
  func.return %1 : tensor<2x16x10xf32>
}

// CHECK-LABEL: func.func @overlap_add_0(
// CHECK: pd.overlap_add {{%[0-9a-z_]+}} {hop_length = 3 : i64, axis = -1 : i64} : (tensor<2x3x8x7xf32>) -> tensor<2x3x26xf32>
func.func @overlap_add_0(%0: tensor<2x3x8x7xf32>) -> tensor<2x3x26xf32> {
  %1 = pd.overlap_add %0 {hop_length = 3 : i64, axis = -1 : i64} : (tensor<2x3x8x7xf32>) -> tensor<2x3x26xf32>
  func.return %1 : tensor<2x3x26xf32>
}

// CHECK-LABEL: func.func @overlap_add_1(
// CHECK: pd.overlap_add {{%[0-9a-z_]+}} {hop_length = 3 : i64, axis = 0 : i64} : (tensor<5x4x9xf32>) -> tensor<16x9xf32>
func.func @overlap_add_1(%0: tensor<5x4x9xf32>) -> tensor<16x9xf32> {
  %1 = pd.overlap_add %0 {hop_length = 3 : i64, axis = 0 : i64} : (tensor<5x4x9xf32>) -> tensor<16x9xf32>
  func.return %1 : tensor<16x9xf32>
}

// CHECK-LABEL: func.func @overlap_add_2(
// CHECK: pd.overlap_add {{%[0-9a-z_]+}} {hop_length = 4 : i64, axis = -1 : i64} : (tensor<16x33xf32>) -> tensor<144xf32>
func.func @overlap_add_2(%0: tensor<16x33xf32>) -> tensor<144xf32> {
  %1 = pd.overlap_add %0 {hop_length = 4 : i64, axis = -1 : i64} : (tensor<16x33xf32>) -> tensor<144xf32>
  func.return %1 : tensor<144xf32>
}
