// The JavaScript a browser must fetch before the start page is drawn: the entry chunk and what it imports statically, and the chunk of Today.
// Run after `npm run build`. Fails above the budget.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BUDGET_BYTES = 60_000;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("manifest.json", dist), "utf8"));

const wanted = Object.values(manifest).filter((chunk) => chunk.isEntry).map((chunk) => chunk.file);
const byFile = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]));
const seen = new Set();
while (wanted.length > 0) {
  const file = wanted.pop();
  if (seen.has(file)) continue;
  seen.add(file);
  for (const key of byFile.get(file)?.imports ?? []) wanted.push(manifest[key].file);
}

let total = 0;
for (const file of [...seen].filter((name) => name.endsWith(".js"))) {
  const size = gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
  total += size;
  console.log(`${String(size).padStart(7)} bytes gzip  ${file}`);
}
console.log(`${String(total).padStart(7)} bytes gzip before the start page is drawn; the budget is ${BUDGET_BYTES}`);
if (total === 0 || total > BUDGET_BYTES) process.exit(1);
