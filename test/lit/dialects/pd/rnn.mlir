// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @recurrence_0(
// CHECK: pd.recurrence {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {mode = "LSTM", reverse = false} : (tensor<6x3x28xf32>, tensor<28x7xf32>, tensor<28xf32>, tensor<3x7xf32>, tensor<3x7xf32>) -> (tensor<6x3x7xf32>, tensor<3x7xf32>, tensor<3x7xf32>)
func.func @recurrence_0(%0: tensor<6x3x28xf32>, %1: tensor<28x7xf32>, %2: tensor<28xf32>, %3: tensor<3x7xf32>, %4: tensor<3x7xf32>) -> (tensor<6x3x7xf32>, tensor<3x7xf32>, tensor<3x7xf32>) {
  %5, %6, %7 = pd.recurrence %0, %1, %2, %3, %4 {mode = "LSTM", reverse = false} : (tensor<6x3x28xf32>, tensor<28x7xf32>, tensor<28xf32>, tensor<3x7xf32>, tensor<3x7xf32>) -> (tensor<6x3x7xf32>, tensor<3x7xf32>, tensor<3x7xf32>)
  func.return %5, %6, %7 : tensor<6x3x7xf32>, tensor<3x7xf32>, tensor<3x7xf32>
}

// CHECK-LABEL: func.func @recurrence_1(
// CHECK: pd.recurrence {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {mode = "GRU", reverse = false} : (tensor<3x2x48xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<2x16xf32>) -> (tensor<3x2x16xf32>, tensor<2x16xf32>)
func.func @recurrence_1(%0: tensor<3x2x48xf32>, %1: tensor<48x16xf32>, %2: tensor<48xf32>, %3: tensor<2x16xf32>) -> (tensor<3x2x16xf32>, tensor<2x16xf32>) {
  %4, %5 = pd.recurrence %0, %1, %2, %3 {mode = "GRU", reverse = false} : (tensor<3x2x48xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<2x16xf32>) -> (tensor<3x2x16xf32>, tensor<2x16xf32>)
  func.return %4, %5 : tensor<3x2x16xf32>, tensor<2x16xf32>
}

// CHECK-LABEL: func.func @recurrence_2(
// CHECK: pd.recurrence {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {mode = "GRU", reverse = false} : (tensor<35x2x9xf32>, tensor<9x3xf32>, tensor<9xf32>, tensor<2x3xf32>) -> (tensor<35x2x3xf32>, tensor<2x3xf32>)
func.func @recurrence_2(%0: tensor<35x2x9xf32>, %1: tensor<9x3xf32>, %2: tensor<9xf32>, %3: tensor<2x3xf32>) -> (tensor<35x2x3xf32>, tensor<2x3xf32>) {
  %4, %5 = pd.recurrence %0, %1, %2, %3 {mode = "GRU", reverse = false} : (tensor<35x2x9xf32>, tensor<9x3xf32>, tensor<9xf32>, tensor<2x3xf32>) -> (tensor<35x2x3xf32>, tensor<2x3xf32>)
  func.return %4, %5 : tensor<35x2x3xf32>, tensor<2x3xf32>
}

// CHECK-LABEL: func.func @rnn_0(
// CHECK: pd.rnn {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_bidirec = false, hidden_size = 7 : i64, num_layers = 1 : i64, dropout_prob = 0.000000e+00 : f64, is_test = true, mode = "LSTM", operandSegmentSizes = array<i32: 1, 2, 4>} : (tensor<6x3x5xf32>, tensor<1x3x7xf32>, tensor<1x3x7xf32>, tensor<28x5xf32>, tensor<28x7xf32>, tensor<28xf32>, tensor<28xf32>) -> (tensor<6x3x7xf32>, tensor<1x3x7xf32>, tensor<1x3x7xf32>)
func.func @rnn_0(%0: tensor<6x3x5xf32>, %1: tensor<1x3x7xf32>, %2: tensor<1x3x7xf32>, %3: tensor<28x5xf32>, %4: tensor<28x7xf32>, %5: tensor<28xf32>, %6: tensor<28xf32>) -> (tensor<6x3x7xf32>, tensor<1x3x7xf32>, tensor<1x3x7xf32>) {
  %7, %8, %9 = pd.rnn %0, %1, %2, %3, %4, %5, %6 {is_bidirec = false, hidden_size = 7 : i64, num_layers = 1 : i64, dropout_prob = 0.000000e+00 : f64, is_test = true, mode = "LSTM", operandSegmentSizes = array<i32: 1, 2, 4>} : (tensor<6x3x5xf32>, tensor<1x3x7xf32>, tensor<1x3x7xf32>, tensor<28x5xf32>, tensor<28x7xf32>, tensor<28xf32>, tensor<28xf32>) -> (tensor<6x3x7xf32>, tensor<1x3x7xf32>, tensor<1x3x7xf32>)
  func.return %7, %8, %9 : tensor<6x3x7xf32>, tensor<1x3x7xf32>, tensor<1x3x7xf32>
}

// CHECK-LABEL: func.func @rnn_1(
// CHECK: pd.rnn {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_bidirec = true, hidden_size = 20 : i64, num_layers = 2 : i64, dropout_prob = 0.000000e+00 : f64, is_test = true, mode = "LSTM", operandSegmentSizes = array<i32: 1, 2, 16>} : (tensor<4x2x5xf32>, tensor<4x2x20xf32>, tensor<4x2x20xf32>, tensor<80x5xf32>, tensor<80x20xf32>, tensor<80x5xf32>, tensor<80x20xf32>, tensor<80x40xf32>, tensor<80x20xf32>, tensor<80x40xf32>, tensor<80x20xf32>, tensor<80xf32>, tensor<80xf32>, tensor<80xf32>, tensor<80xf32>, tensor<80xf32>, tensor<80xf32>, tensor<80xf32>, tensor<80xf32>) -> (tensor<4x2x40xf32>, tensor<4x2x20xf32>, tensor<4x2x20xf32>)
func.func @rnn_1(%0: tensor<4x2x5xf32>, %1: tensor<4x2x20xf32>, %2: tensor<4x2x20xf32>, %3: tensor<80x5xf32>, %4: tensor<80x20xf32>, %5: tensor<80x5xf32>, %6: tensor<80x20xf32>, %7: tensor<80x40xf32>, %8: tensor<80x20xf32>, %9: tensor<80x40xf32>, %10: tensor<80x20xf32>, %11: tensor<80xf32>, %12: tensor<80xf32>, %13: tensor<80xf32>, %14: tensor<80xf32>, %15: tensor<80xf32>, %16: tensor<80xf32>, %17: tensor<80xf32>, %18: tensor<80xf32>) -> (tensor<4x2x40xf32>, tensor<4x2x20xf32>, tensor<4x2x20xf32>) {
  %19, %20, %21 = pd.rnn %0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12, %13, %14, %15, %16, %17, %18 {is_bidirec = true, hidden_size = 20 : i64, num_layers = 2 : i64, dropout_prob = 0.000000e+00 : f64, is_test = true, mode = "LSTM", operandSegmentSizes = array<i32: 1, 2, 16>} : (tensor<4x2x5xf32>, tensor<4x2x20xf32>, tensor<4x2x20xf32>, tensor<80x5xf32>, tensor<80x20xf32>, tensor<80x5xf32>, tensor<80x20xf32>, tensor<80x40xf32>, tensor<80x20xf32>, tensor<80x40xf32>, tensor<80x20xf32>, tensor<80xf32>, tensor<80xf32>, tensor<80xf32>, tensor<80xf32>, tensor<80xf32>, tensor<80xf32>, tensor<80xf32>, tensor<80xf32>) -> (tensor<4x2x40xf32>, tensor<4x2x20xf32>, tensor<4x2x20xf32>)
  func.return %19, %20, %21 : tensor<4x2x40xf32>, tensor<4x2x20xf32>, tensor<4x2x20xf32>
}

// CHECK-LABEL: func.func @rnn_2(
// CHECK: pd.rnn {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_bidirec = false, hidden_size = 16 : i64, num_layers = 1 : i64, dropout_prob = 0.000000e+00 : f64, is_test = true, mode = "GRU", operandSegmentSizes = array<i32: 1, 1, 4>} : (tensor<6x3x5xf32>, tensor<1x3x16xf32>, tensor<48x5xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<48xf32>) -> (tensor<6x3x16xf32>, tensor<1x3x16xf32>)
func.func @rnn_2(%0: tensor<6x3x5xf32>, %1: tensor<1x3x16xf32>, %2: tensor<48x5xf32>, %3: tensor<48x16xf32>, %4: tensor<48xf32>, %5: tensor<48xf32>) -> (tensor<6x3x16xf32>, tensor<1x3x16xf32>) {
  %6, %7 = pd.rnn %0, %1, %2, %3, %4, %5 {is_bidirec = false, hidden_size = 16 : i64, num_layers = 1 : i64, dropout_prob = 0.000000e+00 : f64, is_test = true, mode = "GRU", operandSegmentSizes = array<i32: 1, 1, 4>} : (tensor<6x3x5xf32>, tensor<1x3x16xf32>, tensor<48x5xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<48xf32>) -> (tensor<6x3x16xf32>, tensor<1x3x16xf32>)
  func.return %6, %7 : tensor<6x3x16xf32>, tensor<1x3x16xf32>
}

// CHECK-LABEL: func.func @rnn_3(
// CHECK: pd.rnn {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_bidirec = true, hidden_size = 5 : i64, num_layers = 1 : i64, dropout_prob = 0.000000e+00 : f64, is_test = true, mode = "GRU", operandSegmentSizes = array<i32: 1, 1, 8>} : (tensor<2x3x4xf32>, tensor<2x3x5xf32>, tensor<15x4xf32>, tensor<15x5xf32>, tensor<15x4xf32>, tensor<15x5xf32>, tensor<15xf32>, tensor<15xf32>, tensor<15xf32>, tensor<15xf32>) -> (tensor<2x3x10xf32>, tensor<2x3x5xf32>)
func.func @rnn_3(%0: tensor<2x3x4xf32>, %1: tensor<2x3x5xf32>, %2: tensor<15x4xf32>, %3: tensor<15x5xf32>, %4: tensor<15x4xf32>, %5: tensor<15x5xf32>, %6: tensor<15xf32>, %7: tensor<15xf32>, %8: tensor<15xf32>, %9: tensor<15xf32>) -> (tensor<2x3x10xf32>, tensor<2x3x5xf32>) {
  %10, %11 = pd.rnn %0, %1, %2, %3, %4, %5, %6, %7, %8, %9 {is_bidirec = true, hidden_size = 5 : i64, num_layers = 1 : i64, dropout_prob = 0.000000e+00 : f64, is_test = true, mode = "GRU", operandSegmentSizes = array<i32: 1, 1, 8>} : (tensor<2x3x4xf32>, tensor<2x3x5xf32>, tensor<15x4xf32>, tensor<15x5xf32>, tensor<15x4xf32>, tensor<15x5xf32>, tensor<15xf32>, tensor<15xf32>, tensor<15xf32>, tensor<15xf32>) -> (tensor<2x3x10xf32>, tensor<2x3x5xf32>)
  func.return %10, %11 : tensor<2x3x10xf32>, tensor<2x3x5xf32>
}

// CHECK-LABEL: func.func @rnn_4(
// CHECK: pd.rnn {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_bidirec = false, hidden_size = 7 : i64, num_layers = 1 : i64, dropout_prob = 0.000000e+00 : f64, is_test = true, mode = "RNN_TANH", operandSegmentSizes = array<i32: 1, 1, 4>} : (tensor<6x3x5xf32>, tensor<1x3x7xf32>, tensor<7x5xf32>, tensor<7x7xf32>, tensor<7xf32>, tensor<7xf32>) -> (tensor<6x3x7xf32>, tensor<1x3x7xf32>)
func.func @rnn_4(%0: tensor<6x3x5xf32>, %1: tensor<1x3x7xf32>, %2: tensor<7x5xf32>, %3: tensor<7x7xf32>, %4: tensor<7xf32>, %5: tensor<7xf32>) -> (tensor<6x3x7xf32>, tensor<1x3x7xf32>) {
  %6, %7 = pd.rnn %0, %1, %2, %3, %4, %5 {is_bidirec = false, hidden_size = 7 : i64, num_layers = 1 : i64, dropout_prob = 0.000000e+00 : f64, is_test = true, mode = "RNN_TANH", operandSegmentSizes = array<i32: 1, 1, 4>} : (tensor<6x3x5xf32>, tensor<1x3x7xf32>, tensor<7x5xf32>, tensor<7x7xf32>, tensor<7xf32>, tensor<7xf32>) -> (tensor<6x3x7xf32>, tensor<1x3x7xf32>)
  func.return %6, %7 : tensor<6x3x7xf32>, tensor<1x3x7xf32>
}

// CHECK-LABEL: func.func @rnn_5(
// CHECK: pd.rnn {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_bidirec = false, hidden_size = 33 : i64, num_layers = 2 : i64, dropout_prob = 0.000000e+00 : f64, is_test = true, mode = "RNN_RELU", operandSegmentSizes = array<i32: 1, 1, 8>} : (tensor<6x3x5xf32>, tensor<2x3x33xf32>, tensor<33x5xf32>, tensor<33x33xf32>, tensor<33x33xf32>, tensor<33x33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>) -> (tensor<6x3x33xf32>, tensor<2x3x33xf32>)
func.func @rnn_5(%0: tensor<6x3x5xf32>, %1: tensor<2x3x33xf32>, %2: tensor<33x5xf32>, %3: tensor<33x33xf32>, %4: tensor<33x33xf32>, %5: tensor<33x33xf32>, %6: tensor<33xf32>, %7: tensor<33xf32>, %8: tensor<33xf32>, %9: tensor<33xf32>) -> (tensor<6x3x33xf32>, tensor<2x3x33xf32>) {
  %10, %11 = pd.rnn %0, %1, %2, %3, %4, %5, %6, %7, %8, %9 {is_bidirec = false, hidden_size = 33 : i64, num_layers = 2 : i64, dropout_prob = 0.000000e+00 : f64, is_test = true, mode = "RNN_RELU", operandSegmentSizes = array<i32: 1, 1, 8>} : (tensor<6x3x5xf32>, tensor<2x3x33xf32>, tensor<33x5xf32>, tensor<33x33xf32>, tensor<33x33xf32>, tensor<33x33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>, tensor<33xf32>) -> (tensor<6x3x33xf32>, tensor<2x3x33xf32>)
  func.return %10, %11 : tensor<6x3x33xf32>, tensor<2x3x33xf32>
}
