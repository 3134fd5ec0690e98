"""Measures crates/weave beside networkit, igraph and rustworkx, and writes "Weave" into docs/performance.md.

    run.py --measure target/release/examples/measure --work target/weave [--only cuts,cores] [--times 3]

Every measure is taken in a process of its own, on one thread, in seconds of processor time, one program after
the other; the least of the times counts. What was measured is kept in the work folder with its load, so that a
run of some measures leaves the others standing.
"""
import argparse
import datetime
import importlib.metadata
import json
import os
import pathlib
import platform
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "performance.md"
PEERS = ["networkit", "igraph", "rustworkx"]
# name: what it is called, graph, programs beside weave, what the ratio should be at most
MEASURES = {
    "build": ("building the graph from a list of ties", "big", PEERS, 0.3),
    "cuts": ("cut people, bridges and hold-if-away for everyone (peers: cut people alone)", "big", PEERS, 0.6),
    "bridges": ("the same (peers: bridges alone)", "big", ["igraph", "rustworkx"], None),
    "cores": ("core numbers", "big", PEERS, 0.8),
    "betweenness": ("betweenness, exact", "small", PEERS, 1.0),
    "sampled": ("betweenness, sampled", "big", ["networkit", "igraph"], 0.8),
}
GRAPHS = {"big": (1_000_000, 5_000_000, 7), "small": (10_000, 50_000, 7)}


def graph(measure, work, name):
    nodes, ties, seed = GRAPHS[name]
    path = work / f"{name}.bin"
    if not path.exists() or path.stat().st_size != 4 + 8 * ties:
        subprocess.run([measure, "make", str(nodes), str(ties), str(seed), path], check=True)
    return path


def take(command):
    environment = dict(os.environ, OMP_NUM_THREADS="1", RAYON_NUM_THREADS="1")
    out = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
    return json.loads(out.strip().splitlines()[-1])


def run(what, options, times):
    _, name, peers, _ = MEASURES[what]
    path = graph(options.measure, options.work, name)
    programs = {"weave": [options.measure, what, path]}
    for peer in [peer for peer in peers if peer in options.peers.split(",")]:
        programs[peer] = [sys.executable, HERE / "peer.py", peer, what, path]
    if what == "sampled":
        programs = {program: [*command, str(options.pivots)] for program, command in programs.items()}
    found = {program: [] for program in programs}
    load = os.getloadavg()[0]
    # In turns, so that a busy moment of the machine does not fall on one of them alone.
    for _ in range(times):
        for program, command in programs.items():
            found[program].append(take(command))
            print(what, program, found[program][-1], flush=True)
    sums = [taken[0]["sum"] for taken in found.values() if taken[0]["sum"] is not None]
    if what != "sampled" and any(abs(one - sums[0]) > 1e-6 * abs(sums[0]) for one in sums):
        sys.exit(f"{what}: the programs do not agree: {sums}")
    least = {program: min(one["seconds"] for one in taken) for program, taken in found.items()}
    peak = {program: max(one["peak_kb"] for one in taken) / 1024 for program, taken in found.items()}
    day = datetime.date.today().isoformat()
    note = f"{options.pivots} pivots" if what == "sampled" else ""
    return {"note": note, "seconds": least, "peak": peak, "times": times, "load": load, "day": day}


def page(kept):
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "")
    versions = ", ".join(f"{peer} {importlib.metadata.version(peer)}" for peer in PEERS)
    lines = [
        "## Weave",
        "",
        f"`bin/bench weave` on {model}, {os.cpu_count()} cores, {platform.system()} {platform.release().split('-')[0]},"
        f" beside {versions}. One thread, each in a process of its own, seconds of the processor's time (others"
        " were at work on the machine; the load when each began is given, and beside a busy neighbour all take"
        " longer). The graph is made by `crates/weave/examples/measure.rs`: people in circles of 20 to 80, mean"
        " degree 10, numbered in no order of the circles; 1,000,000 people and 5,000,000 ties, for exact"
        " betweenness 10,000 and 50,000. For building, cut people and core numbers the"
        " sums of all programs that give one are equal. The memory of the peers is that of their whole process, Python and"
        " the arrays they are built from included; that of weave is from when the list of ties had been read.",
        "",
        "| measure | weave | networkit | igraph | rustworkx | ratio to the fastest | goal | met | peak MB: weave, least peer | runs | load | day |",
        "| --- | --: | --: | --: | --: | --: | --: | --- | --: | --: | --: | --- |",
    ]
    for what, (called, _, peers, goal) in MEASURES.items():
        if what not in kept:
            continue
        one = kept[what]
        # The goal speaks of 256 pivots; fewer say how it looks, not that it is met.
        goal = None if one.get("note") not in ("", None, "256 pivots") else goal
        seconds, peak = one["seconds"], one["peak"]
        beside = [peer for peer in peers if peer in seconds]
        ratio = seconds["weave"] / min(seconds[peer] for peer in beside)
        least = min(peak[peer] for peer in beside)
        cells = [f"{called}, {one['note']}" if one.get("note") else called, f"{seconds['weave']:.2f}"]
        cells += [f"{seconds[peer]:.2f}" if peer in seconds else "–" for peer in PEERS]
        cells += [f"{ratio:.2f}", f"≤ {goal}" if goal else "–", ("yes" if ratio <= goal else "no") if goal else "–"]
        cells += [f"{peak['weave']:.0f}, {least:.0f}", str(one["times"]), f"{one['load']:.1f}", one["day"]]
        lines.append("| " + " | ".join(cells) + " |")
    peaks = [kept[what]["peak"]["weave"] for what in kept if MEASURES[what][1] == "big"]
    lines += ["", f"The most memory weave held at once on the large graph, the list of ties included: {max(peaks, default=0):.0f} MB (goal: ≤ 250)."]
    return "\n".join(lines)


def write(text):
    section = f"<!-- weave: written by bin/bench -->\n{text}\n<!-- end of weave -->\n"
    old = re.compile(r"<!-- weave: .*?<!-- end of weave -->\n", re.S)
    before = PAGE.read_text()
    after = old.sub(lambda _: section, before) if old.search(before) else before.rstrip("\n") + "\n\n" + section
    PAGE.write_text(after)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--measure", required=True, type=pathlib.Path)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--only", default=",".join(MEASURES))
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--pivots", type=int, default=256)
    # The slowest of them takes as long as all others together; a dash stands where one was left out.
    parser.add_argument("--peers", default=",".join(PEERS))
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    store = options.work / "kept.json"
    kept = json.loads(store.read_text()) if store.exists() else {}
    for what in filter(None, options.only.split(",")):
        times = options.times if MEASURES[what][1] == "big" and what != "sampled" else 1
        kept[what] = run(what, options, times)
        store.write_text(json.dumps(kept, indent=1))
    write(page(kept))


main()
