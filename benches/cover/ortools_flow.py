"""The same plan by OR-tools' SimpleMinCostFlow, to compare with: reads a town that `cover_figures`
wrote, prints one line of JSON. Called by benches/cover/run.py in a Python that has ortools.

Two ways are open to it, and the faster one counts, unless one is named after the file: a flow in
which a place can stay empty at a price, or the largest flow at the least cost."""

import json
import sys
import time

import numpy
from ortools.graph.python import min_cost_flow

EMPTY = 10_000_000


def main():
    numbers = numpy.fromfile(sys.argv[1], dtype="<u4").astype(numpy.int64)
    places, people, weight, count = (int(n) for n in numbers[:4])
    ceilings = numbers[4 : 4 + people]
    starts = numbers[4 + people : 5 + people + places]
    pairs = numbers[5 + people + places :].reshape(-1, 2)
    who = pairs[:, 0]
    far = pairs[:, 1].astype(numpy.uint32).view(numpy.int32).astype(numpy.int64)
    tails = numpy.repeat(numpy.arange(places), numpy.diff(starts))
    people_of_slots = numpy.repeat(numpy.arange(people), ceilings)
    nth = numpy.arange(len(people_of_slots)) - numpy.repeat(numpy.cumsum(ceilings) - ceilings, ceilings) + 1
    loads = weight * (2 * nth - 1) // ceilings[people_of_slots]
    sink = places + people
    ways = {}
    for way in sys.argv[2:] or ("empty at a price", "largest flow"):
        flow = min_cost_flow.SimpleMinCostFlow()

        def arcs(tail, head, cost):
            return flow.add_arcs_with_capacity_and_unit_cost(tail, head, numpy.ones(len(tail), dtype=numpy.int64), cost)

        held = arcs(tails, places + who, far)
        slots = arcs(places + people_of_slots, numpy.full(len(nth), sink), loads)
        if way == "empty at a price":
            arcs(numpy.arange(places), numpy.full(places, sink), numpy.full(places, EMPTY))
        flow.set_nodes_supplies(numpy.arange(places), numpy.ones(places, dtype=numpy.int64))
        flow.set_node_supply(sink, -places)
        begin = time.process_time()
        status = flow.solve() if way == "empty at a price" else flow.solve_max_flow_with_min_cost()
        took = (time.process_time() - begin) * 1e3
        assert status == flow.OPTIMAL, status
        taken, used = flow.flows(held) > 0, flow.flows(slots) > 0
        ways[way] = {
            "filled": int(taken.sum()),
            "cost": int(far[taken].sum() + loads[used].sum()),
            "cpu_ms": took,
            "way": way,
        }
    best = min(ways.values(), key=lambda one: one["cpu_ms"])
    assert len({(one["filled"], one["cost"]) for one in ways.values()}) == 1, ways
    print(json.dumps(best))


main()
