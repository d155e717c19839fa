"""`make demo`: real models compiled, run and compared with Paddle; a table, and a page to look at."""
