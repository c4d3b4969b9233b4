"""Ways to tell somebody outside: a channel is a file here, and a line in `registry.py`."""
