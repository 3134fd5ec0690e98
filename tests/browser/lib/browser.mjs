// One Chromium for a file of journeys. Nothing but Debian's browser and playwright-core.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Starts the browser, without anything it would ask of other hosts by itself. */
export function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place)),
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
