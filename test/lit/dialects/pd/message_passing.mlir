// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @send_u_recv_0(
// CHECK: pd.send_u_recv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {reduce_op = "SUM", out_size = array<i64: 0>} : (tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>)
func.func @send_u_recv_0(%0: tensor<9x5xf32>, %1: tensor<30xi64>, %2: tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>) {
  %3, %4 = pd.send_u_recv %0, %1, %2 {reduce_op = "SUM", out_size = array<i64: 0>} : (tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>)
  func.return %3, %4 : tensor<9x5xf32>, tensor<0xf32>
}

// CHECK-LABEL: func.func @send_u_recv_1(
// CHECK: pd.send_u_recv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {reduce_op = "MEAN", out_size = array<i64: 0>} : (tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<9xi32>)
func.func @send_u_recv_1(%0: tensor<9x5xf32>, %1: tensor<30xi64>, %2: tensor<30xi64>) -> (tensor<9x5xf32>, tensor<9xi32>) {
  %3, %4 = pd.send_u_recv %0, %1, %2 {reduce_op = "MEAN", out_size = array<i64: 0>} : (tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<9xi32>)
  func.return %3, %4 : tensor<9x5xf32>, tensor<9xi32>
}

// CHECK-LABEL: func.func @send_u_recv_2(
// CHECK: pd.send_u_recv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {reduce_op = "MAX", out_size = array<i64: 0>} : (tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>)
func.func @send_u_recv_2(%0: tensor<9x5xf32>, %1: tensor<30xi64>, %2: tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>) {
  %3, %4 = pd.send_u_recv %0, %1, %2 {reduce_op = "MAX", out_size = array<i64: 0>} : (tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>)
  func.return %3, %4 : tensor<9x5xf32>, tensor<0xf32>
}

// CHECK-LABEL: func.func @send_u_recv_3(
// CHECK: pd.send_u_recv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {reduce_op = "MIN", out_size = array<i64: 0>} : (tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>)
func.func @send_u_recv_3(%0: tensor<9x5xf32>, %1: tensor<30xi64>, %2: tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>) {
  %3, %4 = pd.send_u_recv %0, %1, %2 {reduce_op = "MIN", out_size = array<i64: 0>} : (tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>)
  func.return %3, %4 : tensor<9x5xf32>, tensor<0xf32>
}

// CHECK-LABEL: func.func @send_u_recv_4(
// CHECK: pd.send_u_recv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {reduce_op = "MAX", out_size = array<i64: 12>} : (tensor<9x3x4xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<12x3x4xf32>, tensor<0xf32>)
func.func @send_u_recv_4(%0: tensor<9x3x4xf32>, %1: tensor<30xi64>, %2: tensor<30xi64>) -> (tensor<12x3x4xf32>, tensor<0xf32>) {
  %3, %4 = pd.send_u_recv %0, %1, %2 {reduce_op = "MAX", out_size = array<i64: 12>} : (tensor<9x3x4xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<12x3x4xf32>, tensor<0xf32>)
  func.return %3, %4 : tensor<12x3x4xf32>, tensor<0xf32>
}

// CHECK-LABEL: func.func @send_u_recv_5(
// CHECK: pd.send_u_recv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {reduce_op = "MEAN", out_size = array<i64: 40>} : (tensor<9xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<40xf32>, tensor<40xi32>)
func.func @send_u_recv_5(%0: tensor<9xf32>, %1: tensor<30xi64>, %2: tensor<30xi64>) -> (tensor<40xf32>, tensor<40xi32>) {
  %3, %4 = pd.send_u_recv %0, %1, %2 {reduce_op = "MEAN", out_size = array<i64: 40>} : (tensor<9xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<40xf32>, tensor<40xi32>)
  func.return %3, %4 : tensor<40xf32>, tensor<40xi32>
}

// CHECK-LABEL: func.func @send_ue_recv_0(
// CHECK: pd.send_ue_recv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {message_op = "ADD", reduce_op = "SUM", out_size = array<i64: 0>} : (tensor<30x5xf32>, tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>)
func.func @send_ue_recv_0(%0: tensor<30x5xf32>, %1: tensor<9x5xf32>, %2: tensor<30xi64>, %3: tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>) {
  %4, %5 = pd.send_ue_recv %0, %1, %2, %3 {message_op = "ADD", reduce_op = "SUM", out_size = array<i64: 0>} : (tensor<30x5xf32>, tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>)
  func.return %4, %5 : tensor<9x5xf32>, tensor<0xf32>
}

// CHECK-LABEL: func.func @send_ue_recv_1(
// CHECK: pd.send_ue_recv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {message_op = "ADD", reduce_op = "MEAN", out_size = array<i64: 0>} : (tensor<30x5xf32>, tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<9xi32>)
func.func @send_ue_recv_1(%0: tensor<30x5xf32>, %1: tensor<9x5xf32>, %2: tensor<30xi64>, %3: tensor<30xi64>) -> (tensor<9x5xf32>, tensor<9xi32>) {
  %4, %5 = pd.send_ue_recv %0, %1, %2, %3 {message_op = "ADD", reduce_op = "MEAN", out_size = array<i64: 0>} : (tensor<30x5xf32>, tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<9xi32>)
  func.return %4, %5 : tensor<9x5xf32>, tensor<9xi32>
}

// CHECK-LABEL: func.func @send_ue_recv_2(
// CHECK: pd.send_ue_recv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {message_op = "MUL", reduce_op = "MAX", out_size = array<i64: 0>} : (tensor<30x5xf32>, tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>)
func.func @send_ue_recv_2(%0: tensor<30x5xf32>, %1: tensor<9x5xf32>, %2: tensor<30xi64>, %3: tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>) {
  %4, %5 = pd.send_ue_recv %0, %1, %2, %3 {message_op = "MUL", reduce_op = "MAX", out_size = array<i64: 0>} : (tensor<30x5xf32>, tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>)
  func.return %4, %5 : tensor<9x5xf32>, tensor<0xf32>
}

// CHECK-LABEL: func.func @send_ue_recv_3(
// CHECK: pd.send_ue_recv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {message_op = "MUL", reduce_op = "MIN", out_size = array<i64: 0>} : (tensor<30x5xf32>, tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>)
func.func @send_ue_recv_3(%0: tensor<30x5xf32>, %1: tensor<9x5xf32>, %2: tensor<30xi64>, %3: tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>) {
  %4, %5 = pd.send_ue_recv %0, %1, %2, %3 {message_op = "MUL", reduce_op = "MIN", out_size = array<i64: 0>} : (tensor<30x5xf32>, tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>)
  func.return %4, %5 : tensor<9x5xf32>, tensor<0xf32>
}

// CHECK-LABEL: func.func @send_ue_recv_4(
// CHECK: pd.send_ue_recv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {message_op = "MUL", reduce_op = "SUM", out_size = array<i64: 0>} : (tensor<30x1xf32>, tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>)
func.func @send_ue_recv_4(%0: tensor<30x1xf32>, %1: tensor<9x5xf32>, %2: tensor<30xi64>, %3: tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>) {
  %4, %5 = pd.send_ue_recv %0, %1, %2, %3 {message_op = "MUL", reduce_op = "SUM", out_size = array<i64: 0>} : (tensor<30x1xf32>, tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> (tensor<9x5xf32>, tensor<0xf32>)
  func.return %4, %5 : tensor<9x5xf32>, tensor<0xf32>
}

// CHECK-LABEL: func.func @send_uv_0(
// CHECK: pd.send_uv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {message_op = "ADD"} : (tensor<9x5xf32>, tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> tensor<30x5xf32>
func.func @send_uv_0(%0: tensor<9x5xf32>, %1: tensor<9x5xf32>, %2: tensor<30xi64>, %3: tensor<30xi64>) -> tensor<30x5xf32> {
  %4 = pd.send_uv %0, %1, %2, %3 {message_op = "ADD"} : (tensor<9x5xf32>, tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> tensor<30x5xf32>
  func.return %4 : tensor<30x5xf32>
}

// CHECK-LABEL: func.func @send_uv_1(
// CHECK: pd.send_uv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {message_op = "MUL"} : (tensor<9x5xf32>, tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> tensor<30x5xf32>
func.func @send_uv_1(%0: tensor<9x5xf32>, %1: tensor<9x5xf32>, %2: tensor<30xi64>, %3: tensor<30xi64>) -> tensor<30x5xf32> {
  %4 = pd.send_uv %0, %1, %2, %3 {message_op = "MUL"} : (tensor<9x5xf32>, tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> tensor<30x5xf32>
  func.return %4 : tensor<30x5xf32>
}

// CHECK-LABEL: func.func @send_uv_2(
// CHECK: pd.send_uv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {message_op = "MUL"} : (tensor<9x1xf32>, tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> tensor<30x5xf32>
func.func @send_uv_2(%0: tensor<9x1xf32>, %1: tensor<9x5xf32>, %2: tensor<30xi64>, %3: tensor<30xi64>) -> tensor<30x5xf32> {
  %4 = pd.send_uv %0, %1, %2, %3 {message_op = "MUL"} : (tensor<9x1xf32>, tensor<9x5xf32>, tensor<30xi64>, tensor<30xi64>) -> tensor<30x5xf32>
  func.return %4 : tensor<30x5xf32>
}
