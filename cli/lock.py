"""Resolves the dependencies anew (`make lock`): the product's and, on top, those of its tests. Needs uv."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Hashes, for every platform and Python from 3.11 on, and no word of where packages were fetched.
COMPILE = ["uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"]
COMPILE += ["--no-emit-index-url", "--no-annotate", "--no-header", "pyproject.toml"]

if __name__ == "__main__":
    subprocess.run([*COMPILE, "-o", "requirements.lock"], cwd=ROOT, check=True)
    subprocess.run(
        [*COMPILE, "--extra", "dev", "-c", "requirements.lock", "-o", "requirements-dev.lock"], cwd=ROOT, check=True
    )
