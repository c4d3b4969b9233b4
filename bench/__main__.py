"""The benches, one after another, with short defaults: some minutes in all.

python -m bench [--dsn postgresql://…] [--full] [NAME…]

Each also runs alone, with more to say: `python -m bench.ingest --help`. Nothing here passes or fails by a time.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time

BENCHES = (
    "parse",
    "ingest",
    "alert_latency",
    "subscribers",
    "trends",
    "endpoints",
    "detection",
    "speed",
    "false_alarms",
    "faults",
    "groups",
    "models",
    "model_runs",
    "forecast",
    "drivers",
)
PLACELESS = ("parse", "detection", "speed", "false_alarms", "faults", "groups", "models", "forecast", "drivers")
ONE_SIZE = ("parse",)
MOST_SECONDS = 1800


def main() -> int:
    """Run what is named, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dsn", help="a PostgreSQL server that may make databases; default: the embedded one")
    parser.add_argument("--full", action="store_true", help="the sizes of the benches' own defaults")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHES)}")
    options = parser.parse_args()
    if unknown := set(options.names) - set(BENCHES):
        parser.error(f"there is no bench {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)}")
    failed = []
    for name in options.names or BENCHES:
        command = [sys.executable, "-m", f"bench.{name}"]
        if name not in PLACELESS and options.dsn:
            command += ["--dsn", options.dsn]
        if name not in ONE_SIZE and not options.full:
            command += ["--short"]
        print(f"== {name}", flush=True)
        began = time.monotonic()
        if subprocess.run(command, check=False, timeout=MOST_SECONDS).returncode:
            failed.append(name)
        print(f"   {name}: {time.monotonic() - began:.0f} s\n", flush=True)
    if failed:
        print(f"failed: {', '.join(failed)}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
