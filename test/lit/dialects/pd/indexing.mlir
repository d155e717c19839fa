// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @gather_0(
// CHECK: pd.gather {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 1 : i64} : (tensor<3x7x20xf32>, tensor<5xi64>) -> tensor<3x5x20xf32>
func.func @gather_0(%0: tensor<3x7x20xf32>, %1: tensor<5xi64>) -> tensor<3x5x20xf32> {
  %2 = pd.gather %0, %1 {axis = 1 : i64} : (tensor<3x7x20xf32>, tensor<5xi64>) -> tensor<3x5x20xf32>
  func.return %2 : tensor<3x5x20xf32>
}

// CHECK-LABEL: func.func @gather_1(
// CHECK: pd.gather {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 0 : i64} : (tensor<6x20xf32>, tensor<9xi32>) -> tensor<9x20xf32>
func.func @gather_1(%0: tensor<6x20xf32>, %1: tensor<9xi32>) -> tensor<9x20xf32> {
  %2 = pd.gather %0, %1 {axis = 0 : i64} : (tensor<6x20xf32>, tensor<9xi32>) -> tensor<9x20xf32>
  func.return %2 : tensor<9x20xf32>
}

// CHECK-LABEL: func.func @gather_2(
// CHECK: pd.gather {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 0 : i64} : (tensor<6x20xf32>, tensor<i64>) -> tensor<20xf32>
func.func @gather_2(%0: tensor<6x20xf32>, %1: tensor<i64>) -> tensor<20xf32> {
  %2 = pd.gather %0, %1 {axis = 0 : i64} : (tensor<6x20xf32>, tensor<i64>) -> tensor<20xf32>
  func.return %2 : tensor<20xf32>
}

// CHECK-LABEL: func.func @gather_3(
// CHECK: pd.gather {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = -1 : i64} : (tensor<3x40xf32>, tensor<17xi64>) -> tensor<3x17xf32>
func.func @gather_3(%0: tensor<3x40xf32>, %1: tensor<17xi64>) -> tensor<3x17xf32> {
  %2 = pd.gather %0, %1 {axis = -1 : i64} : (tensor<3x40xf32>, tensor<17xi64>) -> tensor<3x17xf32>
  func.return %2 : tensor<3x17xf32>
}

// CHECK-LABEL: func.func @index_select_0(
// CHECK: pd.index_select {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 1 : i64} : (tensor<3x7x20xf32>, tensor<5xi64>) -> tensor<3x5x20xf32>
func.func @index_select_0(%0: tensor<3x7x20xf32>, %1: tensor<5xi64>) -> tensor<3x5x20xf32> {
  %2 = pd.index_select %0, %1 {axis = 1 : i64} : (tensor<3x7x20xf32>, tensor<5xi64>) -> tensor<3x5x20xf32>
  func.return %2 : tensor<3x5x20xf32>
}

// CHECK-LABEL: func.func @index_select_1(
// CHECK: pd.index_select {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = -1 : i64} : (tensor<3x40xf32>, tensor<17xi32>) -> tensor<3x17xf32>
func.func @index_select_1(%0: tensor<3x40xf32>, %1: tensor<17xi32>) -> tensor<3x17xf32> {
  %2 = pd.index_select %0, %1 {axis = -1 : i64} : (tensor<3x40xf32>, tensor<17xi32>) -> tensor<3x17xf32>
  func.return %2 : tensor<3x17xf32>
}

// CHECK-LABEL: func.func @index_select_2(
// CHECK: pd.index_select {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 0 : i64} : (tensor<30x4xf32>, tensor<50xi64>) -> tensor<50x4xf32>
func.func @index_select_2(%0: tensor<30x4xf32>, %1: tensor<50xi64>) -> tensor<50x4xf32> {
  %2 = pd.index_select %0, %1 {axis = 0 : i64} : (tensor<30x4xf32>, tensor<50xi64>) -> tensor<50x4xf32>
  func.return %2 : tensor<50x4xf32>
}

// CHECK-LABEL: func.func @gather_nd_0(
// CHECK: pd.gather_nd {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5x20xf32>, tensor<6x2xi64>) -> tensor<6x20xf32>
func.func @gather_nd_0(%0: tensor<4x5x20xf32>, %1: tensor<6x2xi64>) -> tensor<6x20xf32> {
  %2 = pd.gather_nd %0, %1 : (tensor<4x5x20xf32>, tensor<6x2xi64>) -> tensor<6x20xf32>
  func.return %2 : tensor<6x20xf32>
}

// CHECK-LABEL: func.func @gather_nd_1(
// CHECK: pd.gather_nd {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf32>, tensor<2x3x1xi64>) -> tensor<2x3x5xf32>
func.func @gather_nd_1(%0: tensor<4x5xf32>, %1: tensor<2x3x1xi64>) -> tensor<2x3x5xf32> {
  %2 = pd.gather_nd %0, %1 : (tensor<4x5xf32>, tensor<2x3x1xi64>) -> tensor<2x3x5xf32>
  func.return %2 : tensor<2x3x5xf32>
}

// CHECK-LABEL: func.func @gather_nd_2(
// CHECK: pd.gather_nd {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf32>, tensor<2xi64>) -> tensor<f32>
func.func @gather_nd_2(%0: tensor<4x5xf32>, %1: tensor<2xi64>) -> tensor<f32> {
  %2 = pd.gather_nd %0, %1 : (tensor<4x5xf32>, tensor<2xi64>) -> tensor<f32>
  func.return %2 : tensor<f32>
}

// CHECK-LABEL: func.func @gather_nd_3(
// CHECK: pd.gather_nd {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<6x20xf32>, tensor<9x1xi64>) -> tensor<9x20xf32>
func.func @gather_nd_3(%0: tensor<6x20xf32>, %1: tensor<9x1xi64>) -> tensor<9x20xf32> {
  %2 = pd.gather_nd %0, %1 : (tensor<6x20xf32>, tensor<9x1xi64>) -> tensor<9x20xf32>
  func.return %2 : tensor<9x20xf32>
}

// CHECK-LABEL: func.func @index_sample_0(
// CHECK: pd.index_sample {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x20xf32>, tensor<3x17xi64>) -> tensor<3x17xf32>
func.func @index_sample_0(%0: tensor<3x20xf32>, %1: tensor<3x17xi64>) -> tensor<3x17xf32> {
  %2 = pd.index_sample %0, %1 : (tensor<3x20xf32>, tensor<3x17xi64>) -> tensor<3x17xf32>
  func.return %2 : tensor<3x17xf32>
}

// CHECK-LABEL: func.func @take_along_axis_0(
// CHECK: pd.take_along_axis {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 1 : i64} : (tensor<3x7x20xf32>, tensor<3x2x20xi64>) -> tensor<3x2x20xf32>
func.func @take_along_axis_0(%0: tensor<3x7x20xf32>, %1: tensor<3x2x20xi64>) -> tensor<3x2x20xf32> {
  %2 = pd.take_along_axis %0, %1 {axis = 1 : i64} : (tensor<3x7x20xf32>, tensor<3x2x20xi64>) -> tensor<3x2x20xf32>
  func.return %2 : tensor<3x2x20xf32>
}

// CHECK-LABEL: func.func @take_along_axis_1(
// CHECK: pd.take_along_axis {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 1 : i64} : (tensor<3x40xf32>, tensor<3x17xi64>) -> tensor<3x17xf32>
func.func @take_along_axis_1(%0: tensor<3x40xf32>, %1: tensor<3x17xi64>) -> tensor<3x17xf32> {
  %2 = pd.take_along_axis %0, %1 {axis = 1 : i64} : (tensor<3x40xf32>, tensor<3x17xi64>) -> tensor<3x17xf32>
  func.return %2 : tensor<3x17xf32>
}

// CHECK-LABEL: func.func @take_along_axis_2(
// CHECK: pd.take_along_axis {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 0 : i64} : (tensor<5x8xf32>, tensor<2x3xi64>) -> tensor<2x3xf32>
func.func @take_along_axis_2(%0: tensor<5x8xf32>, %1: tensor<2x3xi64>) -> tensor<2x3xf32> {
  %2 = pd.take_along_axis %0, %1 {axis = 0 : i64} : (tensor<5x8xf32>, tensor<2x3xi64>) -> tensor<2x3xf32>
  func.return %2 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @embedding_0(
// CHECK: pd.embedding {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {padding_idx = -1 : i64} : (tensor<2x5xi64>, tensor<9x20xf32>) -> tensor<2x5x20xf32>
func.func @embedding_0(%0: tensor<2x5xi64>, %1: tensor<9x20xf32>) -> tensor<2x5x20xf32> {
  %2 = pd.embedding %0, %1 {padding_idx = -1 : i64} : (tensor<2x5xi64>, tensor<9x20xf32>) -> tensor<2x5x20xf32>
  func.return %2 : tensor<2x5x20xf32>
}

// CHECK-LABEL: func.func @embedding_1(
// CHECK: pd.embedding {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {padding_idx = 2 : i64} : (tensor<30xi64>, tensor<4x16xf32>) -> tensor<30x16xf32>
func.func @embedding_1(%0: tensor<30xi64>, %1: tensor<4x16xf32>) -> tensor<30x16xf32> {
  %2 = pd.embedding %0, %1 {padding_idx = 2 : i64} : (tensor<30xi64>, tensor<4x16xf32>) -> tensor<30x16xf32>
  func.return %2 : tensor<30x16xf32>
}

// CHECK-LABEL: func.func @multiplex_0(
// CHECK: pd.multiplex {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<5x20xf32>, tensor<5x20xf32>, tensor<5x1xi32>) -> tensor<5x20xf32>
func.func @multiplex_0(%0: tensor<5x20xf32>, %1: tensor<5x20xf32>, %2: tensor<5x1xi32>) -> tensor<5x20xf32> {
  %3 = pd.multiplex %0, %1, %2 : (tensor<5x20xf32>, tensor<5x20xf32>, tensor<5x1xi32>) -> tensor<5x20xf32>
  func.return %3 : tensor<5x20xf32>
}

// CHECK-LABEL: func.func @masked_fill_0(
// CHECK: pd.masked_fill {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x20xf32>, tensor<3x20xi1>, tensor<f32>) -> tensor<3x20xf32>
func.func @masked_fill_0(%0: tensor<3x20xf32>, %1: tensor<3x20xi1>, %2: tensor<f32>) -> tensor<3x20xf32> {
  %3 = pd.masked_fill %0, %1, %2 : (tensor<3x20xf32>, tensor<3x20xi1>, tensor<f32>) -> tensor<3x20xf32>
  func.return %3 : tensor<3x20xf32>
}

// CHECK-LABEL: func.func @masked_fill_1(
// CHECK: pd.masked_fill {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x5xf32>, tensor<3x1xi1>, tensor<f32>) -> tensor<2x3x5xf32>
func.func @masked_fill_1(%0: tensor<2x3x5xf32>, %1: tensor<3x1xi1>, %2: tensor<f32>) -> tensor<2x3x5xf32> {
  %3 = pd.masked_fill %0, %1, %2 : (tensor<2x3x5xf32>, tensor<3x1xi1>, tensor<f32>) -> tensor<2x3x5xf32>
  func.return %3 : tensor<2x3x5xf32>
}
