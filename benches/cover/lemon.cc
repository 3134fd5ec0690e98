// The same plan by LEMON's network simplex, to compare with: reads a town that `cover_figures`
// wrote, prints one line of JSON. Built and called by benches/cover/run.py.
//
// Every place sends one unit to the sink: through somebody who could hold it, or by an arc of its
// own that stands for staying empty and costs more than any plan could save.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

static double cpu_ms() {
    timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static std::vector<uint32_t> numbers(FILE *file, size_t many) {
    std::vector<uint32_t> read(many);
    if (many && fread(read.data(), 4, many, file) != many) {
        fprintf(stderr, "the file ends too early\n");
        exit(1);
    }
    return read;
}

int main(int many, char **words) {
    FILE *file = many > 1 ? fopen(words[1], "rb") : nullptr;
    if (!file) {
        fprintf(stderr, "lemon <file>\n");
        return 1;
    }
    auto head = numbers(file, 4);
    const uint32_t places = head[0], people = head[1];
    const int64_t weight = head[2], empty = 10 * 1000 * 1000;
    auto ceilings = numbers(file, people);
    auto starts = numbers(file, places + 1);
    auto pairs = numbers(file, 2 * size_t(head[3]));

    const double begin = cpu_ms();
    using Graph = lemon::SmartDigraph;
    Graph graph;
    size_t arcs = places + head[3];
    for (uint32_t ceiling : ceilings) arcs += ceiling;
    graph.reserveNode(places + people + 1);
    graph.reserveArc(arcs);
    for (uint32_t node = 0; node <= places + people; node++) graph.addNode();
    auto node = [](uint32_t id) { return Graph::nodeFromId(id); };
    const auto sink = node(places + people);
    std::vector<int64_t> costs;
    costs.reserve(arcs);
    for (uint32_t place = 0; place < places; place++) {
        for (uint32_t at = starts[place]; at < starts[place + 1]; at++) {
            graph.addArc(node(place), node(places + pairs[2 * size_t(at)]));
            costs.push_back(int32_t(pairs[2 * size_t(at) + 1]));
        }
        graph.addArc(node(place), sink);
        costs.push_back(empty);
    }
    for (uint32_t person = 0; person < people; person++) {
        for (int64_t nth = 1; nth <= ceilings[person]; nth++) {
            graph.addArc(node(places + person), sink);
            costs.push_back(weight * (2 * nth - 1) / ceilings[person]);
        }
    }
    Graph::ArcMap<int64_t> cost(graph);
    Graph::ArcMap<int> room(graph, 1);
    Graph::NodeMap<int> supply(graph, 0);
    for (size_t arc = 0; arc < costs.size(); arc++) cost[Graph::arcFromId(arc)] = costs[arc];
    for (uint32_t place = 0; place < places; place++) supply[node(place)] = 1;
    supply[sink] = -int(places);

    const double ready = cpu_ms();
    lemon::NetworkSimplex<Graph, int, int64_t> simplex(graph);
    simplex.upperMap(room).costMap(cost).supplyMap(supply);
    if (simplex.run() != simplex.OPTIMAL) {
        fprintf(stderr, "no optimum\n");
        return 1;
    }
    const double done = cpu_ms();

    int64_t filled = 0, total = 0;
    for (size_t arc = 0; arc < costs.size(); arc++) {
        if (!simplex.flow(Graph::arcFromId(arc))) continue;
        const bool of_place = graph.target(Graph::arcFromId(arc)) == sink && costs[arc] == empty;
        if (of_place) continue;
        total += costs[arc];
        filled += graph.target(Graph::arcFromId(arc)) == sink;
    }
    printf("{\"filled\":%lld,\"cost\":%lld,\"build_ms\":%.1f,\"cpu_ms\":%.1f}\n",
           (long long)filled, (long long)total, ready - begin, done - ready);
}
