"""The workloads that peers.py compares: each written once in cases.py over a table of operations a framework gives."""
