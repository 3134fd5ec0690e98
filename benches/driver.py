"""Measures Holdfast beside benches/limit and writes docs/performance.md. Called by bin/bench, which
builds the programs and lends a PostgreSQL. Standard library only.

Nothing stands in the page that was not measured: what could not be measured is left out, and the
run says so and ends with exit code 1. Goals are the figures of the issue; they are shown beside what
was measured and never asserted."""

import argparse
import contextlib
import datetime
import html.parser
import http.client
import os
import pathlib
import re
import secrets
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
COOKIE = "holdfast"
CONNECTIONS = (1, 16, 64)
MEMBERS, ASKS, ROWS, STARTS = 1_000, 10_000, 100_000, 5
FLOORS = {"board": 0.30, "ask": 0.30, "new": 0.25}
TITLES = {"board": "Board page (50 asks)", "ask": "One ask", "new": "New ask (on the disk before it is answered)",
          "today": "Today, of a member with promises, a buddy, a season and a decision"}
# What every practice has a part in has nothing beside it on the bare program.
OURS = {"today"}
missing = []


def say(*words):
    print(*words, flush=True)


def not_measured(what, why):
    missing.append(what)
    say(f"   not measured: {what}: {why}")


# ------------------------------------------------------------------ servers


def free_port():
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A program that serves, what it is asked with, and where its three pages are."""

    def __init__(self, name, command, ask, member=None, shift=None, csrf="0", new="/asks"):
        self.name, self.command, self.ask = name, command, ask
        self.member, self.shift, self.csrf, self.new = member, shift, csrf, new
        self.process, self.port = None, None

    def headers(self, session):
        return {"Cookie": f"{COOKIE}={session}"} if session else {}

    def session_for(self, page):
        """The board and an ask as any member reads them; a new ask as whoever answers the line writes it."""
        return self.shift if page == "new" else self.member

    def start(self, log):
        """Starts it; returns the seconds from before the program is called to its first whole answer."""
        self.port = free_port()
        begun = time.perf_counter()
        self.process = subprocess.Popen(
            self.command(f"127.0.0.1:{self.port}"), stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=ROOT
        )
        while time.perf_counter() - begun < 60:
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.name} ended at once; see {log.name}")
            with contextlib.suppress(OSError):
                status, _, _ = self.fetch("/asks", session=self.member)
                if status == 200:
                    return time.perf_counter() - begun
                raise RuntimeError(f"{self.name} answered /asks with {status}; see {log.name}")
            time.sleep(0.001)
        raise RuntimeError(f"{self.name} did not answer within a minute")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process = None

    def fetch(self, path, method="GET", form=None, session=None, zipped=False):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = self.headers(session)
        if zipped:
            headers["Accept-Encoding"] = "gzip"
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            form = urllib.parse.urlencode(form)
        line.request(method, path, form, headers)
        answer = line.getresponse()
        body = answer.read()
        line.close()
        return answer.status, dict((k.lower(), v) for k, v in answer.getheaders()), body

    def peak_memory(self):
        """The most memory it has had in hand at once (VmHWM), in MB of 10^6 bytes."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * 1024 / 1e6

    def path_of(self, page):
        return {"board": "/asks", "ask": f"/asks/{self.ask}", "new": self.new, "today": "/today"}[page]

    def one_new_ask(self):
        """Checks that the form the load is made of is taken at all."""
        form = {
            "csrf": self.csrf, "once": secrets.token_hex(16), "words": "Groceries for three",
            "contact": "Gus, 555 0142", "kind": "food", "channel": "phone",
        }
        return self.fetch(self.new, "POST", form, session=self.shift)


# ------------------------------------------------------------------ load


def milliseconds(text):
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[unit]


def load(server, page, connections, seconds):
    """One run of wrk. Only a run in which every answer was good counts."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "10s"]
    for name, value in server.headers(server.session_for(page)).items():
        command += ["-H", f"{name}: {value}"]
    url = f"http://127.0.0.1:{server.port}{server.path_of(page)}"
    if page == "new":
        command += ["-s", "benches/post.lua", url, "--", server.csrf, secrets.token_hex(8)]
    else:
        command += [url]
    said = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=ROOT).stdout
    bad = re.search(r"Non-2xx or 3xx responses: \d+|Socket errors: .*", said)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    if bad or not rate or float(rate[1]) == 0:
        not_measured(f"{server.name}, {page}, {connections} connections", bad[0] if bad else said.strip()[-300:])
        return None
    at = {p: milliseconds(re.search(rf"^\s+{p}%\s+(\S+)", said, re.M)[1]) for p in (50, 99)}
    say(f"   {server.name:22} {connections:3} connections: {float(rate[1]):9.0f}/s  p50 {at[50]:.2f} ms  p99 {at[99]:.2f} ms")
    return float(rate[1]), at[50], at[99]


# ------------------------------------------------------------------ page sizes


class Links(html.parser.HTMLParser):
    """Where a page leads, and what a browser fetches with it."""

    def __init__(self):
        super().__init__()
        self.leads, self.parts = [], []

    def handle_starttag(self, tag, attributes):
        it = dict(attributes)
        if tag == "a" and it.get("href"):
            self.leads.append(it["href"])
        elif tag == "link" and it.get("href") and re.search(r"stylesheet|icon|preload", it.get("rel") or ""):
            self.parts.append(it["href"])
        elif tag in ("img", "script", "iframe", "source", "video", "audio", "embed") and it.get("src"):
            self.parts.append(it["src"])


def shape(path):
    """/asks/9b2e… and /asks/77aa… are one page; so are /s/FERN-42 and /s/MOSS-17."""
    path = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{32}\b", "{id}", path)
    return re.sub(r"/[A-Z]+-\d+\b", "/{code}", path)


def walk(server, session, first):
    """Every page one link after another leads to, once per shape: its size alone and whole."""
    todo, seen, sizes, third = list(first), set(), [], set()
    here = f"127.0.0.1:{server.port}"
    while todo and len(sizes) < 80:
        path = todo.pop(0)
        if shape(path) in seen:
            continue
        seen.add(shape(path))
        status, headers, body = server.fetch(path, session=session)
        if status != 200 or not headers.get("content-type", "").startswith("text/html"):
            continue
        links = Links()
        links.feed(body.decode("utf-8", "replace"))
        whole, zipped = len(body), len(server.fetch(path, session=session, zipped=True)[2])
        for part in {urllib.parse.urljoin(f"http://{here}{path}", p) for p in links.parts}:
            url = urllib.parse.urlsplit(part)
            if url.scheme == "data":
                continue
            if url.netloc != here:
                third.add(part)
                continue
            whole += len(server.fetch(url.path, session=session)[2])
            zipped += len(server.fetch(url.path, session=session, zipped=True)[2])
        sizes.append((shape(path), len(body), whole, zipped))
        for lead in links.leads:
            url = urllib.parse.urlsplit(urllib.parse.urljoin(f"http://{here}{path}", lead))
            # Nothing that hands out files, and nothing that leaves.
            if url.netloc == here and not re.search(r"export|sign-out|lang|\.(csv|json|css)$", url.path):
                todo.append(url.path)
    return sizes, third


# ------------------------------------------------------------------ import


def dry_run(holdfast, data, folder):
    """Reads a spreadsheet of many rows without taking any; rows a second, starting included."""
    file = folder / "big.csv"
    with file.open("w", newline="") as out:
        out.write("ref,time,need,kind,area,address,phone\r\n")
        for n in range(ROWS):
            out.write(
                f"R{n},{n % 12 + 1}/{n % 28 + 1}/2026 {n % 24}:{n % 60:02},"
                f"\"Food for {n % 7 + 1}, please;\nno nuts, and nothing that needs an oven\","
                f"food,North side,\"{n % 900 + 1} Alder St, side door\",555 {n % 10_000:04}\r\n"
            )
    command = [holdfast, "import", "asks", file, "--map", ROOT / "benches/import-map.toml", "--dry-run", "--data", data]
    begun = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=ROOT)
    took = time.perf_counter() - begun
    last = (done.stdout.strip().splitlines() or [""])[-1]
    if done.returncode != 0 or not re.match(rf"{ROWS}\b|{ROWS:,}\b", last):
        not_measured("import dry run", f"exit code {done.returncode}, last line {last!r}: {done.stderr.strip()[-300:]}")
        return None
    say(f"   {last}  in {took:.2f} s")
    return ROWS / took, file.stat().st_size / 1e6, last


# ------------------------------------------------------------------ the page


def machine():
    cpus = pathlib.Path("/proc/cpuinfo").read_text()
    model = re.search(r"^(?:model name|Model|Hardware)\s*:\s*(.+)$", cpus, re.M)
    memory = int(re.search(r"MemTotal:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text())[1]) / 1024**2
    system = re.search(r'PRETTY_NAME="(.*)"', pathlib.Path("/etc/os-release").read_text())
    return [
        ("CPU", model[1].strip() if model else os.uname().machine),
        ("cores", str(len(os.sched_getaffinity(0)))),
        ("memory", f"{memory:.1f} GiB"),
        ("kernel", f"{os.uname().sysname} {os.uname().release}"),
        ("system", system[1] if system else ""),
    ]


def table(head, rows):
    line = lambda cells: "| " + " | ".join(cells) + " |"
    return "\n".join([line(head), line(["---"] + ["--:"] * (len(head) - 1))] + [line(r) for r in rows])


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def write_section(out, name, text):
    """Puts a section where it stood before, or at the end; what another run measured stays."""
    out.parent.mkdir(parents=True, exist_ok=True)
    whole = out.read_text() if out.exists() else INTRO
    section = f"<!-- {name}: written by bin/bench -->\n{text.strip()}\n<!-- end of {name} -->\n"
    old = re.compile(rf"<!-- {name}: .*?<!-- end of {name} -->\n", re.S)
    whole = old.sub(lambda _: section, whole) if old.search(whole) else f"{whole.rstrip()}\n\n{section}"
    out.write_text(whole)
    say(f"\nWritten: {out}")


INTRO = """# How fast it is

Measured by `bin/bench` and written by it; nothing here was typed by hand, and nothing is asserted in
a test, because a figure belongs to a machine. Beside every figure of Holdfast's stands that of
`benches/limit`: the same libraries on the same database with nothing in the way (no sessions, no
sealing, no audiences). The ratio says what those cost. The load (`wrk`, one thread) and the server
share the machine's cores.
"""


def figures_text(args, servers, results, memory, starts, sizes, walks, dry):
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=ROOT).stdout.strip()
    limit, holdfast = servers[0], servers[1]
    text = [f"## Measured on {datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d}\n"]
    rows = machine() + [("program", f"0.1.0, commit {commit}" if commit else "0.1.0"), ("data", f"{MEMBERS:,} members, {ASKS:,} asks"),
                        ("each run", f"{args.seconds} s"), ("disk", args.disk)]
    text += [table(["", ""], [[a, b] for a, b in rows]).replace("--:", "---"), ""]
    for page, title in TITLES.items():
        body = []
        for connections in CONNECTIONS:
            bare = results.get((limit.name, page, connections))
            for server in servers:
                got = results.get((server.name, page, connections))
                if got:
                    ratio = f"{got[0] / bare[0]:.2f}" if bare and server is not limit else ""
                    body.append([str(connections), server.name, number(got[0]), f"{got[1]:.2f}", f"{got[2]:.2f}", ratio])
        if body:
            text += [f"### {title}\n"]
            note = [f"{s.name} {sizes[s.name, page]:,} bytes" for s in servers if (s.name, page) in sizes]
            if note:
                text += ["HTML: " + ", ".join(note) + ".\n"]
            text += [table(["connections", "", "answers/s", "p50 ms", "p99 ms", "ratio to limit"], body), ""]
    body = [[s.name, f"{memory[s.name]:.1f}" if s.name in memory else "", f"{starts[s.name] * 1000:.0f}" if s.name in starts else ""] for s in servers]
    text += ["### Memory and starting\n", f"The most memory held at once over all the runs above, and the time from calling the program to its first whole board page (median of {STARTS}).\n",
             table(["", "memory MB", "first answer ms"], body), ""]
    if dry:
        text += ["### Import, dry run\n", f"{dry[0]:,.0f} rows/s: a spreadsheet of {ROWS:,} rows and {dry[1]:.1f} MB, starting the program included. It ended with `{dry[2]}`.\n"]
    for title, pages, third in walks:
        text += [f"### Pages, {title}\n", f"Whole: with the stylesheet and whatever else a browser fetches. Requests to third parties: {len(third)}.\n",
                 table(["page", "HTML bytes", "whole bytes", "whole, gzip"], [[f"`{p}`", f"{a:,}", f"{b:,}", f"{c:,}"] for p, a, b, c in sorted(pages)]), ""]
    text += goals(holdfast, limit, results, memory, starts, walks, dry)
    if missing:
        text += ["", "Not measured in this run: " + "; ".join(missing) + "."]
    return "\n".join(text)


def goals(holdfast, limit, results, memory, starts, walks, dry):
    rows = []

    def goal(what, aim, value, met):
        rows.append([what, aim, value, "yes" if met else "no"])

    for page, floor in FLOORS.items():
        ratios = {c: results[holdfast.name, page, c][0] / results[limit.name, page, c][0] for c in CONNECTIONS
                  if results.get((holdfast.name, page, c)) and results.get((limit.name, page, c))}
        if ratios:
            goal(f"{TITLES[page]}: share of limit, lowest", f"≥ {floor:.2f}", f"{min(ratios.values()):.2f}", min(ratios.values()) >= floor)
    tails = [results[holdfast.name, page, 16][2] for page in FLOORS if results.get((holdfast.name, page, 16))]
    if tails:
        goal("p99 at 16 connections, slowest page", "≤ 20 ms", f"{max(tails):.1f} ms", max(tails) <= 20)
    if holdfast.name in memory:
        goal("memory under load", "≤ 64 MB", f"{memory[holdfast.name]:.1f} MB", memory[holdfast.name] <= 64)
    if holdfast.name in starts:
        goal("start to first answer", "≤ 0.3 s", f"{starts[holdfast.name]:.3f} s", starts[holdfast.name] <= 0.3)
    if dry:
        goal("import dry run", "≥ 20,000 rows/s", f"{dry[0]:,.0f} rows/s", dry[0] >= 20_000)
    for title, pages, third in walks:
        most = {"public": 20_000, "members": 60_000}[title]
        largest = max(p[2] for p in pages)
        goal(f"largest page, {title}, whole", f"≤ {most // 1000} kB", f"{largest / 1000:.1f} kB", largest <= most)
        goal(f"third-party requests, {title}", "0", str(len(third)), not third)
    return ["### Goals\n", "On SQLite.\n", table(["", "goal", "measured", "met"], rows)] if rows else []


# ------------------------------------------------------------------ runs


def seed(command, name):
    say(f"   {name}")
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=ROOT)
    if done.returncode != 0:
        sys.exit(f"{name} could not be seeded: {done.stderr.strip() or done.stdout.strip()}")
    return dict(line.split("=", 1) for line in done.stdout.splitlines() if "=" in line)


def run(args):
    programs, limit_program = args.programs, args.limit
    holdfast_program = programs / "holdfast"
    args.work.mkdir(parents=True, exist_ok=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="run-", dir=args.work))
    args.disk = subprocess.run(["stat", "-f", "-c", "%T", folder], capture_output=True, text=True).stdout.strip() + ", synchronous=FULL"
    log = (args.work / "servers.log").open("w")
    servers = []
    try:
        say("\n== Seeding")
        bare = folder / "limit.sqlite"
        told = seed([limit_program, bare, "seed", str(ASKS)], "limit")
        servers.append(Server("limit", lambda at: [limit_program, bare, "serve", at], told["ask"]))
        homes = [("Holdfast, SQLite", folder / "sqlite", [])]
        if args.postgres:
            homes.append(("Holdfast, PostgreSQL", folder / "postgres", ["--database-url", args.postgres]))
        for name, data, more in homes:
            told = seed([programs / "holdfast-bench-seed", "--data", data, "--members", str(MEMBERS), "--asks", str(ASKS), *more], name)
            command = lambda at, data=data, more=more: ["env", "HOLDFAST_FORMS_PER_HOUR=0", "HOLDFAST_FORMS_PER_HOUR_SIGNED_IN=0", holdfast_program, "serve", "--data", data, "--listen", at, *more]
            servers.append(Server(name, command, told["ask"], told["member"], told["shift"], told["csrf"], "/asks/new"))

        say("\n== Starting")
        starts, sizes, results, memory = {}, {}, {}, {}
        for server in servers:
            took = []
            for again in range(STARTS):
                server.stop()
                took.append(server.start(log))
            starts[server.name] = statistics.median(took)
            say(f"   {server.name:22} first answer after {starts[server.name] * 1000:.0f} ms")

        for page in TITLES:
            say(f"\n== {TITLES[page]}")
            able = []
            for server in servers:
                if page in OURS and server is servers[0]:
                    continue
                if page == "new":
                    status, headers, body = server.one_new_ask()
                    good = status in (302, 303)
                else:
                    status, headers, body = server.fetch(server.path_of(page), session=server.session_for(page))
                    good = status == 200
                    sizes[server.name, page] = len(body)
                if good:
                    able.append(server)
                else:
                    words = re.sub(r"<[^>]+>|\s+", " ", body.decode("utf-8", "replace"))[:400]
                    not_measured(f"{server.name}, {page}", f"answered {status}: {words}")
            for connections in CONNECTIONS:
                for server in able:
                    got = load(server, page, connections, args.seconds)
                    if got:
                        results[server.name, page, connections] = got
        for server in servers:
            if server.process.poll() is None:
                memory[server.name] = server.peak_memory()
                say(f"   {server.name:22} held at most {memory[server.name]:.1f} MB")
            else:
                not_measured(f"{server.name}, memory", "it ended before the runs did")

        say("\n== Page sizes")
        holdfast = servers[1]
        walks = []
        for title, session, first in (("public", None, ["/"]), ("members", holdfast.shift, ["/today", "/asks", "/me"])):
            pages, third = walk(holdfast, session, first)
            if pages:
                say(f"   {title}: {len(pages)} pages, the largest {max(p[2] for p in pages):,} bytes whole, {len(third)} third-party requests")
                walks.append((title, pages, third))
            else:
                not_measured(f"pages, {title}", "no page was found")

        say("\n== Import, dry run")
        holdfast.stop()
        dry = dry_run(holdfast_program, homes[0][1], folder)
        write_section(args.out, "figures", figures_text(args, servers, results, memory, starts, sizes, walks, dry))
    finally:
        for server in servers:
            server.stop()
        log.close()
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if missing else 0)


CLOSING = {
    "kill": "Power loss: `kill -9` while asks are being written",
    "restore": "A backup brought back, every table compared",
}


def closing(args):
    """Takes the closing line of such a run, which bin/bench pipes in, into the page."""
    last = ""
    for line in sys.stdin:
        say(line.rstrip("\n"))
        last = line.strip() or last
    if last:
        today = f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d}"
        facts = "; ".join(f"{b}" if a == "CPU" else f"{b} {a}" if a == "cores" else b for a, b in machine())
        write_section(args.out, args.what, f"## {CLOSING[args.what]}\n\n{today}, {facts}:\n\n    {last}")


def main():
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("what", choices=["run", *CLOSING])
    parse.add_argument("--programs", type=pathlib.Path, default=ROOT / "target/release")
    parse.add_argument("--limit", type=pathlib.Path, default=ROOT / "target/limit/release/limit")
    parse.add_argument("--work", type=pathlib.Path, default=ROOT / "target/bench")
    parse.add_argument("--postgres", help="an empty database of a server that keeps its promises (fsync on)")
    parse.add_argument("--seconds", type=int, default=10)
    parse.add_argument("--out", type=pathlib.Path)
    args = parse.parse_args()
    # A short run is for trying; it does not stand in the place of a real one.
    args.out = args.out or (ROOT / "docs/performance.md" if args.what in CLOSING or args.seconds >= 10 else args.work / "performance.md")
    (closing if args.what in CLOSING else run)(args)


if __name__ == "__main__":
    main()
