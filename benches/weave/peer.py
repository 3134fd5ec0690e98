"""Measures one thing with one of the peers, on one thread, in a process of its own.

    peer.py networkit cuts graph.bin

Prints what crates/weave/examples/measure.rs prints: seconds of processor time, peak memory, and a sum to compare.
"""
import json
import os
import resource
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
os.environ["RAYON_NUM_THREADS"] = "1"

import numpy

peer, what, path = sys.argv[1:4]
with open(path, "rb") as file:
    nodes = int(numpy.frombuffer(file.read(4), "<u4")[0])
    ends = numpy.frombuffer(file.read(), "<u4").reshape(-1, 2)
PIVOTS = int(sys.argv[4]) if len(sys.argv) > 4 else 256


def timed(work):
    begun = time.process_time()
    result = work()
    return time.process_time() - begun, result


def networkit():
    import networkit as nk

    nk.setNumberOfThreads(1)
    nk.setSeed(1, False)
    coo = (ends[:, 0].astype("uint64"), ends[:, 1].astype("uint64"))
    seconds, graph = timed(lambda: nk.GraphFromCoo(coo, nodes, weighted=False, directed=False))
    if what == "build":
        return seconds, graph.numberOfEdges()
    run = lambda algorithm: timed(algorithm.run)
    if what == "cuts":
        # networkit gives articulation points by the blocks that share them.
        seconds, found = run(nk.components.BiconnectedComponents(graph))
        return seconds, None
    if what == "cores":
        seconds, found = run(nk.centrality.CoreDecomposition(graph))
        return seconds, sum(found.scores())
    if what == "betweenness":
        seconds, found = run(nk.centrality.Betweenness(graph))
        return seconds, sum(found.scores()) / 2
    if what == "sampled":
        seconds, found = run(nk.centrality.EstimateBetweenness(graph, PIVOTS))
        return seconds, None


def igraph():
    import igraph

    edges = ends.astype("int64")
    seconds, graph = timed(lambda: igraph.Graph(n=nodes, edges=edges))
    if what == "build":
        return seconds, graph.ecount()
    if what == "cuts":
        seconds, found = timed(graph.articulation_points)
        return seconds, len(found)
    if what == "bridges":
        seconds, found = timed(graph.bridges)
        return seconds, len(found)
    if what == "cores":
        seconds, found = timed(graph.coreness)
        return seconds, sum(found)
    if what == "betweenness":
        seconds, found = timed(lambda: graph.betweenness(directed=False))
        return seconds, sum(found)
    if what == "sampled":
        pivots = [int(at) for at in numpy.random.default_rng(1).choice(nodes, PIVOTS, replace=False)]
        seconds, found = timed(lambda: graph.betweenness(directed=False, sources=pivots))
        return seconds, None


def rustworkx():
    import rustworkx

    edges = [tuple(pair) for pair in ends.tolist()]
    graph = rustworkx.PyGraph(multigraph=True)
    graph.add_nodes_from(range(nodes))
    seconds, _ = timed(lambda: graph.extend_from_edge_list(edges))
    if what == "build":
        return seconds, graph.num_edges()
    if what == "cuts":
        seconds, found = timed(lambda: rustworkx.articulation_points(graph))
        return seconds, len(found)
    if what == "bridges":
        seconds, found = timed(lambda: rustworkx.bridges(graph))
        return seconds, len(found)
    if what == "cores":
        seconds, found = timed(lambda: rustworkx.core_number(graph))
        return seconds, sum(found.values())
    if what == "betweenness":
        work = lambda: rustworkx.betweenness_centrality(graph, normalized=False, parallel_threshold=10**9)
        seconds, found = timed(work)
        return seconds, sum(found.values())


answer = {"networkit": networkit, "igraph": igraph, "rustworkx": rustworkx}[peer]()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
seconds, total = answer if answer else (None, None)
print(json.dumps({"seconds": seconds, "peak_kb": peak, "sum": total}))
