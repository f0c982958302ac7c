"""`python -m benchmarks.inside MODULE NUMBER...`: sets Django up, and only then loads what measures."""

import sys
from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    import_module(f"benchmarks.{sys.argv[1]}").main(*map(int, sys.argv[2:]))
