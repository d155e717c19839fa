"""The demo's models by name, with their titles. `pcc.tools.demo.models` has a function of each name."""

from __future__ import annotations

TITLES = {
    "resnet18": "ResNet-18",
    "mobilenet_v3": "MobileNetV3-Large",
    "detection": "ResNet-50 detection trunk",
    "bert": "BERT-size encoder, 6 layers",
    "lstm": "LSTM, 2 layers",
    "pinn": "PINN, MLP of tanh",
    "mixture_of_experts": "Mixture of experts, top 2 of 8",
    "iou": "IoU of two sets of boxes",
}
