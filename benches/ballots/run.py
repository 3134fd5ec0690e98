"""Measures the count of ranked ballots and writes the section "Ballots" of docs/performance.md. Called by `bin/bench
ballots`, which builds the program. Standard library only.

The first row is counted again here, the slow and plain way; another order or Smith set ends the run."""

import argparse
import datetime
import itertools
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import driver

SEED = 7
# ballots, options, what is left out, runs
ROWS = [
    (100_000, 20, "last-together", 21),
    (100_000, 20, "no-preference", 21),
    (1_000_000, 20, "last-together", 5),
    (100_000, 100, "last-together", 5),
]
GOAL_MS = 2_000


def plainly(text, options):
    """Order and Smith set, by sets and words, sharing nothing with the crate; what is left out is last."""
    before = [[0] * options for _ in range(options)]
    for line in text.splitlines():
        groups = [[int(one) - 1 for one in group.split("=")] for group in line.split(">")] if line else []
        left = set(range(options)) - {one for group in groups for one in group}
        groups.append(list(left))
        for at, group in enumerate(groups):
            for later in groups[at + 1 :]:
                for one in group:
                    row = before[one]
                    for other in later:
                        row[other] += 1
    each = range(options)
    none = (0, 0)
    wins = lambda one, other: before[one][other] > before[other][one]
    path = [[(before[a][b], -before[b][a]) if wins(a, b) else none for b in each] for a in each]
    for over, one, other in itertools.product(each, each, each):
        if one != other:
            path[one][other] = max(path[one][other], min(path[one][over], path[over][other]))
    rest, order = set(each), []
    while rest:
        first = {one for one in rest if not any(path[other][one] > path[one][other] for other in rest)}
        order.append(sorted(first))
        rest -= first
    smith = set(order[0])
    while more := {out for out in each if out not in smith and not all(wins(one, out) for one in smith)}:
        smith |= more
    return order, sorted(smith)


def measure(args):
    rows = []
    for ballots, options, unranked, runs in ROWS:
        file = args.work / f"ballots-{ballots}-{options}.txt"
        subprocess.run([args.figures, "make", str(ballots), str(options), str(SEED), file], check=True)
        command = [args.figures, "count", file, str(options), unranked, str(runs)]
        one = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        driver.say(f"{ballots} ballots over {options} options, {unranked}: {one['all_ms']} ms")
        if not rows and plainly(file.read_text(), options) != (one["order"], one["smith"]):
            sys.exit("counted again the plain way, the order is another")
        assert one["ballots"] == ballots and one["refused"] == 0
        rows.append((ballots, options, unranked, runs, file.stat().st_size, one))
    return rows


def text(rows, load):
    facts = "; ".join(b if a == "CPU" else f"{b} {a}" if a == "cores" else b for a, b in driver.machine())
    today = f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d}"
    ms = lambda time: f"{time:,.0f} ms" if time >= 100 else f"{time:.1f} ms" if time >= 1 else f"{time:.3f} ms"
    table = driver.table(
        ["ballots", "options", "left out", "text", "reading", "counting", "deciding", "all", "by the clock", "goal", "met"],
        [
            [
                f"{ballots:,}", str(options), unranked, f"{size / 1e6:.1f} MB", ms(one["read_ms"]), ms(one["count_ms"]),
                ms(one["decide_ms"]), ms(one["all_ms"]), ms(one["wall_ms"]),
                *((f"≤ {GOAL_MS:,} ms", "yes" if one["wall_ms"] <= GOAL_MS else "no") if index < 2 else ("–", "–")),
            ]
            for index, (ballots, options, unranked, _, size, one) in enumerate(rows)
        ],
    )
    runs = ", ".join(str(runs) for _, _, _, runs, _, _ in rows)
    return f"""## Ballots

{today}, {facts}. One thread. Load of the machine: {load[0]:.1f} before the run, {load[1]:.1f} after it.

Ranked ballots of `crates/ballots/examples/ballots_figures.rs` (seed {SEED}): voters and options on a line, every third
voter of no such mind; one ballot of ten is short, every eighth step a tie, one of a hundred blank. *Reading* is from a
text in memory to ballots, *counting* from ballots to the table of pairs, *deciding* from there to Schulze's order, the
Smith set, and the strongest paths both ways of every pair. A time is processor time of the one thread, the median of
{runs} runs, and beside it that by the clock. The first row was counted again by a plain program that shares nothing with
the crate, and came out the same.

{table}
"""


def main():
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--figures", type=pathlib.Path, required=True, help="the program ballots_figures")
    parse.add_argument("--work", type=pathlib.Path, required=True)
    parse.add_argument("--out", type=pathlib.Path, default=driver.ROOT / "docs/performance.md")
    args = parse.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    before = os.getloadavg()[0]
    rows = measure(args)
    driver.write_section(args.out, "ballots", text(rows, (before, os.getloadavg()[0])))


main()
