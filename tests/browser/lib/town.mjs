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

/** Starts the demo; resolves to its address, its data folder and a way to stop it. Reached by a name
 * and not by numbers where it is given one: passkeys belong to names. */
export async function town(name) {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-journey-"));
  // The program refuses settings that it does not know, so it gets nothing of ours.
  const env = { PATH: process.env.PATH, HOME: folder };
  const port = name ? await freePort() : 0;
  const known = name ? ["--public-url", `http://${name}:${port}`] : [];
  const listen = ["--listen", `127.0.0.1:${port}`, ...known];
  const child = spawn(PROGRAM, ["demo", ...listen, "--data", join(folder, "data")], { env });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
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
  try {
    return { url: await address, data: join(folder, "data"), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
