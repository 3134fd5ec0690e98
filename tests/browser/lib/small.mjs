// A picture with at most 256 colours, so that a README stays light. Reads what Chromium writes
// (PNG, eight bits, without interlace; ISO/IEC 15948).
import { crc32 as crcOfZlib, deflateSync, inflateSync } from "node:zlib";

const MOST_COLOURS = 256;

function crc32(bytes) {
  if (crcOfZlib) return crcOfZlib(bytes);
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function parts(png) {
  const found = {};
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const name = png.toString("latin1", at + 4, at + 8);
    (found[name] ??= []).push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return found;
}

function part(name, data) {
  const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(name, "latin1"), data, Buffer.alloc(4)]);
  whole.writeUInt32BE(data.length);
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
  return whole;
}

// Each line says how it was made from its neighbours (§9).
function pixels(bytes, width, height, step) {
  const across = width * step;
  const out = Buffer.alloc(across * height);
  for (let y = 0; y < height; y += 1) {
    const how = bytes[y * (across + 1)];
    for (let x = 0; x < across; x += 1) {
      const left = x < step ? 0 : out[y * across + x - step];
      const up = y ? out[(y - 1) * across + x] : 0;
      const corner = y && x >= step ? out[(y - 1) * across + x - step] : 0;
      const guess = left + up - corner;
      const [a, b, c] = [left, up, corner].map((near) => Math.abs(guess - near));
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
      out[y * across + x] = bytes[y * (across + 1) + 1 + x] + [0, left, up, (left + up) >> 1, paeth][how];
    }
  }
  return out;
}

/** The same picture, smaller. */
export function small(png) {
  const { IHDR, IDAT } = parts(png);
  const head = IHDR[0];
  const [width, height, step] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3];
  const raw = pixels(inflateSync(Buffer.concat(IDAT)), width, height, step);
  const counts = new Map();
  const colours = new Uint32Array(width * height);
  for (let i = 0; i < colours.length; i += 1) {
    colours[i] = raw.readUIntBE(i * step, 3);
    counts.set(colours[i], (counts.get(colours[i]) ?? 0) + 1);
  }
  const kept = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_COLOURS).map(([colour]) => colour);
  const apart = (a, b) => [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
  const nearest = new Map(kept.map((colour, index) => [colour, index]));
  for (const colour of counts.keys()) {
    if (!nearest.has(colour)) nearest.set(colour, kept.reduce((best, other, i) => (apart(colour, other) < apart(colour, kept[best]) ? i : best), 0));
  }
  const lines = Buffer.alloc((width + 1) * height);
  colours.forEach((colour, i) => (lines[Math.floor(i / width) * (width + 1) + 1 + (i % width)] = nearest.get(colour)));
  const palette = Buffer.from(kept.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const indexed = Buffer.from(head);
  indexed[9] = 3;
  return Buffer.concat([png.subarray(0, 8), part("IHDR", indexed), part("PLTE", palette), part("IDAT", deflateSync(lines, { level: 9 })), part("IEND", Buffer.alloc(0))]);
}
