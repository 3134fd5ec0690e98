"""Measures fair cover beside LEMON's network simplex and OR-tools' SimpleMinCostFlow, on the same
towns in the same run, and writes the section "Cover" of docs/performance.md. Called by `bin/bench
cover`, which builds the programs and lends a Python with ortools. Standard library only.

All three must agree on how many places are filled and at what cost; a difference ends the run."""

import argparse
import datetime
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import driver

TIMES = ("plenty", "scarcity")
SIZES = (1_000, 10_000, 100_000, 1_000_000)
RUNS = {1_000: 51, 10_000: 21, 100_000: 5, 1_000_000: 1}
GOALS = {
    "plenty": {1_000: 10, 10_000: 150, 100_000: 1_000, 1_000_000: 12_000},
    "scarcity": {1_000: 10, 10_000: 150, 100_000: 2_000, 1_000_000: 20_000},
}
TIMES_FASTER = {"lemon": {"plenty": 1.0, "scarcity": 1.0}, "ortools": {"plenty": 4.0, "scarcity": 1.5}}
HARD = ("resting", "even", "elsewhere")
CHANGES, CHANGED_TOWN = 10_000, 100_000


def lines(command, patience=None):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=patience)
    if done.returncode:
        raise SystemExit(f"{command[0]} failed:\n{done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def other(name, command, patience):
    try:
        return lines(command, patience)[0]
    except subprocess.TimeoutExpired:
        driver.not_measured(name, f"not done after {patience} s by the clock")
        return None


def plans(args):
    rows = []
    town = args.work / "town.bin"
    for times in TIMES:
        for size in SIZES:
            driver.say(f"== {size:,} places, {times}")
            ours = lines([args.figures, "plan", size, times, RUNS[size], town])[0]
            lemon = ortools = None
            if size <= args.others_to:
                lemon = other("LEMON", [args.lemon, town], args.patience)
                ways = ["largest flow"] if size > 100_000 else []
                script = driver.ROOT / "benches/cover/ortools_flow.py"
                ortools = other("OR-tools", [args.python, script, town, *ways], args.patience)
            for one in (ours, lemon, ortools):
                driver.say(f"   {one}")
            assert ours["proven"]
            for one in (lemon, ortools):
                assert one is None or (one["filled"], one["cost"]) == (ours["filled"], ours["cost"]), "another optimum"
            rows.append((times, size, ours, lemon, ortools))
    town.unlink()
    return rows


def ms(value):
    return f"{value:,.0f} ms" if value >= 100 else f"{value:.1f} ms" if value >= 1 else f"{value:.3f} ms"


def against(one, ours):
    if one is None:
        return "–"
    return f"{ms(one['cpu_ms'])} ({one['cpu_ms'] / ours['cpu_ms']:.1f}×)"


def text(args, rows, hard, changes, load):
    facts = "; ".join(b if a == "CPU" else f"{b} {a}" if a == "cores" else b for a, b in driver.machine())
    today = f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d}"
    figures = driver.table(
        ["times", "places", "filled", "`cover`", "by the clock", "goal", "memory", "LEMON", "OR-tools"],
        [
            [
                times, f"{size:,}", f"{ours['filled']:,}", ms(ours["cpu_ms"]), ms(ours["wall_ms"]),
                f"≤ {GOALS[times][size]:,} ms", f"{ours['peak_mb']:.0f} MB",
                against(lemon, ours), against(ortools, ours),
            ]
            for times, size, ours, lemon, ortools in rows
        ],
    )
    met = driver.table(
        ["", "goal", "measured", "met"],
        goals(rows, changes),
    )
    harder = driver.table(
        ["times", "places", "filled", "`cover`", "by the clock"],
        [[times, f"{size:,}", f"{one['filled']:,}", ms(one["cpu_ms"]), ms(one["wall_ms"])] for times, size, one in hard],
    )
    changed = driver.table(
        ["times", "change", "many", "p50", "p99", "longest", "p99 by the clock"],
        [
            [times, one["change"], f"{one['many']:,}", ms(one["p50_ms"]), ms(one["p99_ms"]), ms(one["most_ms"]), ms(one["wall_p99_ms"])]
            for times, one in changes
        ],
    )
    return f"""## Cover

{today}, {facts}. One thread. Load of the machine: {load[0]:.1f} before the run, {load[1]:.1f} after it.

Towns are those of `cover::testing`: half as many people as places, ceilings 1 to 5, eight kinds, the
twenty nearest of the same kind, clustered in the plane, nothing in an order that says who is near. *Plenty*
has room for 150% of the places, *scarcity* for 60%. A time is processor time of the one thread, the median of
several runs (of the largest, one), from a town in memory to a plan; other programs on the machine take next
to nothing from it, but all the more from the time by the clock that stands beside it. Memory is the most the
whole program had, the town and what made it included. LEMON is its `NetworkSimplex` (`g++ -O3
-march=native`), OR-tools its `SimpleMinCostFlow` by the faster of two ways to say the same (above 100,000
places by the one that was faster below); of both only the solving counts, not the building of the graph, and
each ran once. In brackets: how many times longer than `cover`. All found the same number filled at the same
cost; a dash is a solver that was not run on that size, or not done after {args.patience} s by the clock.

{figures}

One change on {CHANGED_TOWN:,} places, re-planned exactly:

{changed}

Towns for which no goal is set: *resting* (three of five rest), *even* (room for exactly as many), *elsewhere*
(the people live elsewhere than the places are).

{harder}

{met}
"""


def goals(rows, changes):
    yes = lambda met: "yes" if met else "no"
    out = []
    for times, size, ours, _, _ in rows:
        goal = GOALS[times][size]
        out.append([f"{size:,} places, {times}", f"≤ {goal:,} ms", ms(ours["cpu_ms"]), yes(ours["cpu_ms"] <= goal)])
    most = max(ours["peak_mb"] for _, _, ours, _, _ in rows)
    out.append(["memory, 1,000,000 places", "≤ 512 MB", f"{most:.0f} MB", yes(most <= 512)])
    slowest = max(one["p99_ms"] for _, one in changes)
    out.append(["one change, p99, slowest kind", "≤ 1 ms", ms(slowest), yes(slowest <= 1)])
    for at, name in ((3, "LEMON"), (4, "OR-tools")):
        for times in TIMES:
            goal = TIMES_FASTER[name.lower().replace("-", "")][times]
            done = [row[at]["cpu_ms"] / row[2]["cpu_ms"] for row in rows if row[0] == times and row[at]]
            late = "" if len(done) == len(SIZES) else f", of the {len(done)} sizes it finished"
            if done:
                out.append([f"time of {name} over ours, {times}, least of all sizes{late}", f"≥ {goal}", f"{min(done):.1f}", yes(min(done) >= goal)])
    return out


def main():
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--figures", type=pathlib.Path, required=True, help="the program cover_figures")
    parse.add_argument("--lemon", type=pathlib.Path, required=True, help="lemon.cc, built")
    parse.add_argument("--python", type=pathlib.Path, required=True, help="a Python that has ortools")
    parse.add_argument("--work", type=pathlib.Path, required=True)
    parse.add_argument("--patience", type=int, default=300, help="seconds after which another solver is stopped")
    parse.add_argument("--others-to", type=int, default=SIZES[-1], help="places of the largest town the others solve")
    parse.add_argument("--out", type=pathlib.Path, default=driver.ROOT / "docs/performance.md")
    args = parse.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    before = os.getloadavg()[0]
    rows = plans(args)
    changes = []
    for times in TIMES:
        for one in lines([args.figures, "changes", CHANGED_TOWN, times, CHANGES]):
            assert one["proven"]
            changes.append((times, one))
    hard = []
    for times in HARD:
        for size in SIZES[1:3]:
            one = lines([args.figures, "plan", size, times, 3])[0]
            assert one["proven"]
            hard.append((times, size, one))
    driver.write_section(args.out, "cover", text(args, rows, hard, changes, (before, os.getloadavg()[0])))


main()
