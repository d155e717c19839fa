"""pcc: a compiler for Paddle programs."""
