"""Prints thread code as CUDA C++; what a thread does was decided before."""
