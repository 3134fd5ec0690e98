// A Rivermouth of its own for each file of journeys: the real program, its demo, a free port, a
// folder that is gone afterwards.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROGRAM = process.env.HOLDFAST_BIN ?? new URL("../../../target/debug/holdfast", import.meta.url).pathname;
const PATIENCE_MS = 60_000;

/** A port nobody listens at. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts the demo; resolves to its address, its data folder, and ways to stop it, to kill it in the
 * middle of anything, and to start it again at the same place. Reached by a name and not by numbers where
 * it is given one: passkeys belong to names. */
export async function town(name) {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-journey-"));
  const port = name ? await freePort() : 0;
  const known = name ? ["--public-url", `http://${name}:${port}`] : [];
  const listen = ["--listen", `127.0.0.1:${port}`, ...known];
  let running = start(listen, folder);
  const stop = async () => {
    running.child.kill("SIGTERM");
    await running.ended;
    await rm(folder, { recursive: true, force: true });
  };
  const kill = () => running.child.kill("SIGKILL");
  const again = async () => {
    await running.ended;
    running = start(listen, folder);
    await running.address;
  };
  try {
    return { url: await running.address, data: join(folder, "data"), stop, kill, again };
  } catch (error) {
    await stop();
    throw error;
  }
}

function start(listen, folder) {
  // The program refuses settings that it does not know, so it gets nothing of ours.
  const env = { PATH: process.env.PATH, HOME: folder };
  const child = spawn(PROGRAM, ["demo", ...listen, "--data", join(folder, "data")], { env });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  let said = "";
  const address = new Promise((resolve, reject) => {
    const hear = (chunk) => {
      said += chunk;
      const found = said.match(/is at (http:\/\/[\w.]+:\d+)/);
      if (found) resolve(found[1]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the demo ended with ${code}: ${said}`)));
    setTimeout(() => reject(new Error(`the demo did not start: ${said}`)), PATIENCE_MS).unref();
  });
  return { child, ended, address };
}
