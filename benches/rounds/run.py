"""Measures live rounds and writes the section "Rounds" of docs/performance.md. Called by `bin/bench rounds`, which
builds the programs. Standard library only.

Twenty rounds of 150 phones each: first with nothing in the way (`limit rounds`), then in Holdfast, by the same load
(`limit phones`), which shares the cores with the server. Every press names its turn, and every phone must have seen
every turn once, or the run ends."""

import argparse
import datetime
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import driver

ROUNDS, PHONES = 20, 150
GOAL_MS, GOAL_KB = 500, 200


def many_descriptors():
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def phones(args, server, size, keepers):
    command = [
        args.limit, "phones", f"127.0.0.1:{server.port}", str(server.process.pid), str(ROUNDS), str(PHONES),
        str(args.seconds), str(size), keepers,
    ]
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        sys.exit(f"{server.name}: {done.stderr.strip()}")
    told = json.loads(done.stdout)
    driver.say(f"   {server.name:10} {done.stdout.strip()}")
    if told["missing"] or told["fell"]:
        sys.exit(f"{server.name}: {told['missing']} turns were not seen, {told['fell']} phones fell")
    return told


def measure(args):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="rounds-", dir=args.work))
    log = (args.work / "rounds.log").open("w")
    data = folder / "data"
    try:
        seed = [args.programs / "holdfast-bench-seed", "--data", data, "--members", "40", "--asks", "10"]
        told = driver.seed([*seed, "--keepers", str(ROUNDS)], "Holdfast")
        serve = lambda at: [args.programs / "holdfast", "serve", "--data", data, "--listen", at]
        ours = driver.Server("Holdfast", serve, "/")
        bare = driver.Server("limit", lambda at: [args.limit, "rounds", str(ROUNDS), at], "/")
        results = {}
        for server in (ours, bare):
            begin(server, log)
            size = results["Holdfast"]["event_bytes"] if results else 0
            results[server.name] = phones(args, server, size, told["keepers"] if server is ours else "-")
            server.stop()
        return results
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def begin(server, log):
    """Starts a server and waits until it listens."""
    import socket
    import time

    server.port = driver.free_port()
    server.process = subprocess.Popen(
        server.command(f"127.0.0.1:{server.port}"), stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=driver.ROOT
    )
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", server.port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    sys.exit(f"{server.name} does not listen")


def text(results, args, load):
    facts = "; ".join(b if a == "CPU" else f"{b} {a}" if a == "cores" else b for a, b in driver.machine())
    today = f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d}"
    rows = []
    for name in ("limit", "Holdfast"):
        one = results[name]
        phone = (one["after_kb"] - one["without_kb"]) / (ROUNDS * PHONES)
        rows.append([
            name, f"{one['turns']:,}", f"{one['seen']:,}", f"{one['p50_ms']:.1f}", f"{one['p99_ms']:.1f}",
            f"{one['most_ms']:.1f}", f"{one['without_kb'] / 1024:.1f}", f"{one['after_kb'] / 1024:.1f}",
            f"{one['peak_kb'] / 1024:.1f}", f"{phone:.1f}", f"{one['server_cpu_s'] / one['seconds'] * 100:.1f} %",
        ])
    table = driver.table(
        ["", "turns", "seen", "p50 ms", "p99 ms", "longest ms", "MB without", "MB with", "MB at most", "kB a phone", "of one core"],
        rows,
    )
    ours = results["Holdfast"]
    kb = (ours["after_kb"] - ours["without_kb"]) / (ROUNDS * PHONES)
    goals = driver.table(
        ["", "goal", "measured", "met"],
        [
            ["a turn is seen by all of 150 phones, p99", f"≤ {GOAL_MS} ms", f"{ours['p99_ms']:.1f} ms", "yes" if ours["p99_ms"] <= GOAL_MS else "no"],
            ["memory of the server, a phone", f"≤ {GOAL_KB} kB", f"{kb:.1f} kB", "yes" if kb <= GOAL_KB else "no"],
        ],
    )
    return f"""## Rounds

{today}, {facts}. Load of the machine: {load[0]:.1f} before the run, {load[1]:.1f} after it.

{ROUNDS} live rounds at once with {PHONES} phones each, every phone on a line of its own over plain HTTP; in each
round the piece moves every three seconds, for {args.seconds} s. An event has {ours['event_bytes']:,} bytes on the line, that of
`limit rounds` as many. A time is from before the press is sent until a phone has read the event; the load is one
program and shares the cores. Memory is resident: without, when all sit in their rounds and no line is open; with,
at the end of the run.

{table}

{goals}
"""


def main():
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--programs", type=pathlib.Path, required=True, help="the folder of Holdfast's programs")
    parse.add_argument("--limit", type=pathlib.Path, required=True, help="the program limit")
    parse.add_argument("--work", type=pathlib.Path, required=True)
    parse.add_argument("--seconds", type=int, default=90)
    parse.add_argument("--out", type=pathlib.Path, default=driver.ROOT / "docs/performance.md")
    args = parse.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    many_descriptors()
    before = os.getloadavg()[0]
    results = measure(args)
    driver.write_section(args.out, "rounds", text(results, args, (before, os.getloadavg()[0])))


main()
