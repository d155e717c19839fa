"""From a fused kernel of `pd` ops to scheduled loops: pull each output element through the ops' bodies."""
