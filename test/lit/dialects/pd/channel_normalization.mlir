// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @batch_norm_0(
// CHECK: pd.batch_norm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_test = true, momentum = 0.89999997615814209 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NCHW", use_global_stats = true, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<3xf32>, tensor<3xf32>, tensor<2x3x5x7xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<2x3x5x7xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>)
func.func @batch_norm_0(%0: tensor<3xf32>, %1: tensor<3xf32>, %2: tensor<2x3x5x7xf32>, %3: tensor<3xf32>, %4: tensor<3xf32>) -> (tensor<2x3x5x7xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) {
  %5, %6, %7, %8, %9 = pd.batch_norm %0, %1, %2, %3, %4 {is_test = true, momentum = 0.89999997615814209 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NCHW", use_global_stats = true, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<3xf32>, tensor<3xf32>, tensor<2x3x5x7xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<2x3x5x7xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>)
  func.return %5, %6, %7, %8, %9 : tensor<2x3x5x7xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>
}

// CHECK-LABEL: func.func @batch_norm_1(
// CHECK: pd.batch_norm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_test = false, momentum = 0.89999997615814209 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NCHW", use_global_stats = false, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<3xf32>, tensor<3xf32>, tensor<2x3x5x7xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<2x3x5x7xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>)
func.func @batch_norm_1(%0: tensor<3xf32>, %1: tensor<3xf32>, %2: tensor<2x3x5x7xf32>, %3: tensor<3xf32>, %4: tensor<3xf32>) -> (tensor<2x3x5x7xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) {
  %5, %6, %7, %8, %9 = pd.batch_norm %0, %1, %2, %3, %4 {is_test = false, momentum = 0.89999997615814209 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NCHW", use_global_stats = false, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<3xf32>, tensor<3xf32>, tensor<2x3x5x7xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<2x3x5x7xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>)
  func.return %5, %6, %7, %8, %9 : tensor<2x3x5x7xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>
}

// CHECK-LABEL: func.func @batch_norm_2(
// CHECK: pd.batch_norm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_test = true, momentum = 0.89999997615814209 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NHWC", use_global_stats = true, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<16xf32>, tensor<16xf32>, tensor<2x5x7x16xf32>, tensor<16xf32>, tensor<16xf32>) -> (tensor<2x5x7x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>)
func.func @batch_norm_2(%0: tensor<16xf32>, %1: tensor<16xf32>, %2: tensor<2x5x7x16xf32>, %3: tensor<16xf32>, %4: tensor<16xf32>) -> (tensor<2x5x7x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>) {
  %5, %6, %7, %8, %9 = pd.batch_norm %0, %1, %2, %3, %4 {is_test = true, momentum = 0.89999997615814209 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NHWC", use_global_stats = true, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<16xf32>, tensor<16xf32>, tensor<2x5x7x16xf32>, tensor<16xf32>, tensor<16xf32>) -> (tensor<2x5x7x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>)
  func.return %5, %6, %7, %8, %9 : tensor<2x5x7x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>
}

// CHECK-LABEL: func.func @batch_norm_3(
// CHECK: pd.batch_norm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_test = false, momentum = 0.89999997615814209 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NHWC", use_global_stats = false, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<3xf32>, tensor<3xf32>, tensor<2x5x7x3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<2x5x7x3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>)
func.func @batch_norm_3(%0: tensor<3xf32>, %1: tensor<3xf32>, %2: tensor<2x5x7x3xf32>, %3: tensor<3xf32>, %4: tensor<3xf32>) -> (tensor<2x5x7x3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) {
  %5, %6, %7, %8, %9 = pd.batch_norm %0, %1, %2, %3, %4 {is_test = false, momentum = 0.89999997615814209 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NHWC", use_global_stats = false, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<3xf32>, tensor<3xf32>, tensor<2x5x7x3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<2x5x7x3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>)
  func.return %5, %6, %7, %8, %9 : tensor<2x5x7x3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>
}

// CHECK-LABEL: func.func @batch_norm_4(
// CHECK: pd.batch_norm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_test = true, momentum = 0.89999997615814209 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NCHW", use_global_stats = true, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<33xf32>, tensor<33xf32>, tensor<9x33xf32>, tensor<33xf32>, tensor<33xf32>) -> (tensor<9x33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>)
func.func @batch_norm_4(%0: tensor<33xf32>, %1: tensor<33xf32>, %2: tensor<9x33xf32>, %3: tensor<33xf32>, %4: tensor<33xf32>) -> (tensor<9x33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>) {
  %5, %6, %7, %8, %9 = pd.batch_norm %0, %1, %2, %3, %4 {is_test = true, momentum = 0.89999997615814209 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NCHW", use_global_stats = true, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<33xf32>, tensor<33xf32>, tensor<9x33xf32>, tensor<33xf32>, tensor<33xf32>) -> (tensor<9x33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>)
  func.return %5, %6, %7, %8, %9 : tensor<9x33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>
}

// CHECK-LABEL: func.func @batch_norm_5(
// CHECK: pd.batch_norm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_test = false, momentum = 0.69999998807907104 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NCHW", use_global_stats = false, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<33xf32>, tensor<33xf32>, tensor<9x33xf32>, tensor<33xf32>, tensor<33xf32>) -> (tensor<9x33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>)
func.func @batch_norm_5(%0: tensor<33xf32>, %1: tensor<33xf32>, %2: tensor<9x33xf32>, %3: tensor<33xf32>, %4: tensor<33xf32>) -> (tensor<9x33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>) {
  %5, %6, %7, %8, %9 = pd.batch_norm %0, %1, %2, %3, %4 {is_test = false, momentum = 0.69999998807907104 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NCHW", use_global_stats = false, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<33xf32>, tensor<33xf32>, tensor<9x33xf32>, tensor<33xf32>, tensor<33xf32>) -> (tensor<9x33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>)
  func.return %5, %6, %7, %8, %9 : tensor<9x33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>
}

// CHECK-LABEL: func.func @batch_norm_6(
// CHECK: pd.batch_norm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_test = false, momentum = 0.89999997615814209 : f64, epsilon = 0.0010000000474974513 : f64, data_format = "NCHW", use_global_stats = false, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<3xf64>, tensor<3xf64>, tensor<2x3x4x5x6xf64>, tensor<3xf64>, tensor<3xf64>) -> (tensor<2x3x4x5x6xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>)
func.func @batch_norm_6(%0: tensor<3xf64>, %1: tensor<3xf64>, %2: tensor<2x3x4x5x6xf64>, %3: tensor<3xf64>, %4: tensor<3xf64>) -> (tensor<2x3x4x5x6xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>) {
  %5, %6, %7, %8, %9 = pd.batch_norm %0, %1, %2, %3, %4 {is_test = false, momentum = 0.89999997615814209 : f64, epsilon = 0.0010000000474974513 : f64, data_format = "NCHW", use_global_stats = false, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<3xf64>, tensor<3xf64>, tensor<2x3x4x5x6xf64>, tensor<3xf64>, tensor<3xf64>) -> (tensor<2x3x4x5x6xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>)
  func.return %5, %6, %7, %8, %9 : tensor<2x3x4x5x6xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>
}

// CHECK-LABEL: func.func @batch_norm_7(
// CHECK: pd.batch_norm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_test = false, momentum = 0.89999997615814209 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NCHW", use_global_stats = true, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<3xf32>, tensor<3xf32>, tensor<2x3x8xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<2x3x8xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>)
func.func @batch_norm_7(%0: tensor<3xf32>, %1: tensor<3xf32>, %2: tensor<2x3x8xf32>, %3: tensor<3xf32>, %4: tensor<3xf32>) -> (tensor<2x3x8xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) {
  %5, %6, %7, %8, %9 = pd.batch_norm %0, %1, %2, %3, %4 {is_test = false, momentum = 0.89999997615814209 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NCHW", use_global_stats = true, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<3xf32>, tensor<3xf32>, tensor<2x3x8xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<2x3x8xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>)
  func.return %5, %6, %7, %8, %9 : tensor<2x3x8xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>
}

// CHECK-LABEL: func.func @batch_norm_8(
// CHECK: pd.batch_norm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_test = false, momentum = 0.89999997615814209 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NCHW", use_global_stats = false, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<6xf32>, tensor<6xf32>, tensor<1x6x1x1xf32>, tensor<6xf32>, tensor<6xf32>) -> (tensor<1x6x1x1xf32>, tensor<6xf32>, tensor<6xf32>, tensor<6xf32>, tensor<6xf32>)
func.func @batch_norm_8(%0: tensor<6xf32>, %1: tensor<6xf32>, %2: tensor<1x6x1x1xf32>, %3: tensor<6xf32>, %4: tensor<6xf32>) -> (tensor<1x6x1x1xf32>, tensor<6xf32>, tensor<6xf32>, tensor<6xf32>, tensor<6xf32>) {
  %5, %6, %7, %8, %9 = pd.batch_norm %0, %1, %2, %3, %4 {is_test = false, momentum = 0.89999997615814209 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NCHW", use_global_stats = false, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<6xf32>, tensor<6xf32>, tensor<1x6x1x1xf32>, tensor<6xf32>, tensor<6xf32>) -> (tensor<1x6x1x1xf32>, tensor<6xf32>, tensor<6xf32>, tensor<6xf32>, tensor<6xf32>)
  func.return %5, %6, %7, %8, %9 : tensor<1x6x1x1xf32>, tensor<6xf32>, tensor<6xf32>, tensor<6xf32>, tensor<6xf32>
}

// CHECK-LABEL: func.func @batch_norm_9(
// CHECK: pd.batch_norm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_test = false, momentum = 0.89999997615814209 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NCHW", use_global_stats = false, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<3xf32>, tensor<3xf32>, tensor<4x3x5xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<4x3x5xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>)
func.func @batch_norm_9(%0: tensor<3xf32>, %1: tensor<3xf32>, %2: tensor<4x3x5xf32>, %3: tensor<3xf32>, %4: tensor<3xf32>) -> (tensor<4x3x5xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) {
  %5, %6, %7, %8, %9 = pd.batch_norm %0, %1, %2, %3, %4 {is_test = false, momentum = 0.89999997615814209 : f64, epsilon = 9.9999997473787516e-06 : f64, data_format = "NCHW", use_global_stats = false, trainable_statistics = false, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1>} : (tensor<3xf32>, tensor<3xf32>, tensor<4x3x5xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<4x3x5xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>)
  func.return %5, %6, %7, %8, %9 : tensor<4x3x5xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>
}

// CHECK-LABEL: func.func @group_norm_0(
// CHECK: pd.group_norm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {epsilon = 1.000000e-05 : f64, groups = 3 : i64, data_format = "NCHW", operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<2x6x5x7xf32>, tensor<6xf32>, tensor<6xf32>) -> (tensor<2x6x5x7xf32>, tensor<2x3xf32>, tensor<2x3xf32>)
func.func @group_norm_0(%0: tensor<2x6x5x7xf32>, %1: tensor<6xf32>, %2: tensor<6xf32>) -> (tensor<2x6x5x7xf32>, tensor<2x3xf32>, tensor<2x3xf32>) {
  %3, %4, %5 = pd.group_norm %0, %1, %2 {epsilon = 1.000000e-05 : f64, groups = 3 : i64, data_format = "NCHW", operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<2x6x5x7xf32>, tensor<6xf32>, tensor<6xf32>) -> (tensor<2x6x5x7xf32>, tensor<2x3xf32>, tensor<2x3xf32>)
  func.return %3, %4, %5 : tensor<2x6x5x7xf32>, tensor<2x3xf32>, tensor<2x3xf32>
}

// CHECK-LABEL: func.func @group_norm_1(
// CHECK: pd.group_norm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {epsilon = 1.000000e-05 : f64, groups = 2 : i64, data_format = "NHWC", operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<2x5x7x6xf32>, tensor<6xf32>, tensor<6xf32>) -> (tensor<2x5x7x6xf32>, tensor<2x2xf32>, tensor<2x2xf32>)
func.func @group_norm_1(%0: tensor<2x5x7x6xf32>, %1: tensor<6xf32>, %2: tensor<6xf32>) -> (tensor<2x5x7x6xf32>, tensor<2x2xf32>, tensor<2x2xf32>) {
  %3, %4, %5 = pd.group_norm %0, %1, %2 {epsilon = 1.000000e-05 : f64, groups = 2 : i64, data_format = "NHWC", operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<2x5x7x6xf32>, tensor<6xf32>, tensor<6xf32>) -> (tensor<2x5x7x6xf32>, tensor<2x2xf32>, tensor<2x2xf32>)
  func.return %3, %4, %5 : tensor<2x5x7x6xf32>, tensor<2x2xf32>, tensor<2x2xf32>
}

// CHECK-LABEL: func.func @group_norm_2(
// CHECK: pd.group_norm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {epsilon = 1.000000e-05 : f64, groups = 8 : i64, data_format = "NCHW", operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<3x8x33xf32>, tensor<8xf32>, tensor<8xf32>) -> (tensor<3x8x33xf32>, tensor<3x8xf32>, tensor<3x8xf32>)
func.func @group_norm_2(%0: tensor<3x8x33xf32>, %1: tensor<8xf32>, %2: tensor<8xf32>) -> (tensor<3x8x33xf32>, tensor<3x8xf32>, tensor<3x8xf32>) {
  %3, %4, %5 = pd.group_norm %0, %1, %2 {epsilon = 1.000000e-05 : f64, groups = 8 : i64, data_format = "NCHW", operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<3x8x33xf32>, tensor<8xf32>, tensor<8xf32>) -> (tensor<3x8x33xf32>, tensor<3x8xf32>, tensor<3x8xf32>)
  func.return %3, %4, %5 : tensor<3x8x33xf32>, tensor<3x8xf32>, tensor<3x8xf32>
}

// CHECK-LABEL: func.func @group_norm_3(
// CHECK: pd.group_norm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {epsilon = 1.000000e-05 : f64, groups = 2 : i64, data_format = "NCHW", operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<3x4xf64>, tensor<4xf64>, tensor<4xf64>) -> (tensor<3x4xf64>, tensor<3x2xf64>, tensor<3x2xf64>)
func.func @group_norm_3(%0: tensor<3x4xf64>, %1: tensor<4xf64>, %2: tensor<4xf64>) -> (tensor<3x4xf64>, tensor<3x2xf64>, tensor<3x2xf64>) {
  %3, %4, %5 = pd.group_norm %0, %1, %2 {epsilon = 1.000000e-05 : f64, groups = 2 : i64, data_format = "NCHW", operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<3x4xf64>, tensor<4xf64>, tensor<4xf64>) -> (tensor<3x4xf64>, tensor<3x2xf64>, tensor<3x2xf64>)
  func.return %3, %4, %5 : tensor<3x4xf64>, tensor<3x2xf64>, tensor<3x2xf64>
}

// CHECK-LABEL: func.func @group_norm_4(
// CHECK: pd.group_norm {{%[0-9a-z_]+}} {epsilon = 1.000000e-05 : f64, groups = 2 : i64, data_format = "NCHW", operandSegmentSizes = array<i32: 1, 0, 0>} : (tensor<2x4x5x16xf32>) -> (tensor<2x4x5x16xf32>, tensor<2x2xf32>, tensor<2x2xf32>)
func.func @group_norm_4(%0: tensor<2x4x5x16xf32>) -> (tensor<2x4x5x16xf32>, tensor<2x2xf32>, tensor<2x2xf32>) {
  %1, %2, %3 = pd.group_norm %0 {epsilon = 1.000000e-05 : f64, groups = 2 : i64, data_format = "NCHW", operandSegmentSizes = array<i32: 1, 0, 0>} : (tensor<2x4x5x16xf32>) -> (tensor<2x4x5x16xf32>, tensor<2x2xf32>, tensor<2x2xf32>)
  func.return %1, %2, %3 : tensor<2x4x5x16xf32>, tensor<2x2xf32>, tensor<2x2xf32>
}

// CHECK-LABEL: func.func @instance_norm_0(
// CHECK: pd.instance_norm {{%[0-9a-z_]+}} {epsilon = 9.9999997473787516e-06 : f64, operandSegmentSizes = array<i32: 1, 0, 0>} : (tensor<2x3x5x7xf32>) -> (tensor<2x3x5x7xf32>, tensor<6xf32>, tensor<6xf32>)
func.func @instance_norm_0(%0: tensor<2x3x5x7xf32>) -> (tensor<2x3x5x7xf32>, tensor<6xf32>, tensor<6xf32>) {
  %1, %2, %3 = pd.instance_norm %0 {epsilon = 9.9999997473787516e-06 : f64, operandSegmentSizes = array<i32: 1, 0, 0>} : (tensor<2x3x5x7xf32>) -> (tensor<2x3x5x7xf32>, tensor<6xf32>, tensor<6xf32>)
  func.return %1, %2, %3 : tensor<2x3x5x7xf32>, tensor<6xf32>, tensor<6xf32>
}

// CHECK-LABEL: func.func @instance_norm_1(
// CHECK: pd.instance_norm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {epsilon = 9.9999997473787516e-06 : f64, operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<2x3x33xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<2x3x33xf32>, tensor<6xf32>, tensor<6xf32>)
func.func @instance_norm_1(%0: tensor<2x3x33xf32>, %1: tensor<3xf32>, %2: tensor<3xf32>) -> (tensor<2x3x33xf32>, tensor<6xf32>, tensor<6xf32>) {
  %3, %4, %5 = pd.instance_norm %0, %1, %2 {epsilon = 9.9999997473787516e-06 : f64, operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<2x3x33xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<2x3x33xf32>, tensor<6xf32>, tensor<6xf32>)
  func.return %3, %4, %5 : tensor<2x3x33xf32>, tensor<6xf32>, tensor<6xf32>
}

// CHECK-LABEL: func.func @instance_norm_2(
// CHECK: pd.instance_norm {{%[0-9a-z_]+}} {epsilon = 0.0099999997764825821 : f64, operandSegmentSizes = array<i32: 1, 0, 0>} : (tensor<2x3x4x5x6xf64>) -> (tensor<2x3x4x5x6xf64>, tensor<6xf64>, tensor<6xf64>)
func.func @instance_norm_2(%0: tensor<2x3x4x5x6xf64>) -> (tensor<2x3x4x5x6xf64>, tensor<6xf64>, tensor<6xf64>) {
  %1, %2, %3 = pd.instance_norm %0 {epsilon = 0.0099999997764825821 : f64, operandSegmentSizes = array<i32: 1, 0, 0>} : (tensor<2x3x4x5x6xf64>) -> (tensor<2x3x4x5x6xf64>, tensor<6xf64>, tensor<6xf64>)
  func.return %1, %2, %3 : tensor<2x3x4x5x6xf64>, tensor<6xf64>, tensor<6xf64>
}

// CHECK-LABEL: func.func @affine_channel_0(
// CHECK: pd.affine_channel {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {data_layout = "NCHW", operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<2x3x5x7xf32>, tensor<3xf32>, tensor<3xf32>) -> tensor<2x3x5x7xf32>
func.func @affine_channel_0(%0: tensor<2x3x5x7xf32>, %1: tensor<3xf32>, %2: tensor<3xf32>) -> tensor<2x3x5x7xf32> {
  %3 = pd.affine_channel %0, %1, %2 {data_layout = "NCHW", operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<2x3x5x7xf32>, tensor<3xf32>, tensor<3xf32>) -> tensor<2x3x5x7xf32>
  func.return %3 : tensor<2x3x5x7xf32>
}

// CHECK-LABEL: func.func @affine_channel_1(
// CHECK: pd.affine_channel {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {data_layout = "NHWC", operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<2x5x7x3xf32>, tensor<3xf32>, tensor<3xf32>) -> tensor<2x5x7x3xf32>
func.func @affine_channel_1(%0: tensor<2x5x7x3xf32>, %1: tensor<3xf32>, %2: tensor<3xf32>) -> tensor<2x5x7x3xf32> {
  %3 = pd.affine_channel %0, %1, %2 {data_layout = "NHWC", operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<2x5x7x3xf32>, tensor<3xf32>, tensor<3xf32>) -> tensor<2x5x7x3xf32>
  func.return %3 : tensor<2x5x7x3xf32>
}
