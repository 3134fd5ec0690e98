// A Rivermouth of its own for each file of journeys: the real program, its demo, a free port, a
// folder that is gone afterwards.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROGRAM = process.env.HOLDFAST_BIN ?? new URL("../../../target/debug/holdfast", import.meta.url).pathname;
const PATIENCE_MS = 60_000;

/** Starts the demo; resolves to its address, its data folder and a way to stop it. */
export async function town() {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-journey-"));
  // The program refuses settings that it does not know, so it gets nothing of ours.
  const env = { PATH: process.env.PATH, HOME: folder };
  const child = spawn(PROGRAM, ["demo", "--listen", "127.0.0.1:0", "--data", join(folder, "data")], { env });
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
      const found = said.match(/is at (http:\/\/[\d.]+:\d+)/);
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
