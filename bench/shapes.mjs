// Takes plotly's own world shapes out of its npm package, for the plain application.
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";

// The file expects a browser and hangs itself on its window.
globalThis.window = globalThis;
const assets = createRequire(import.meta.url)("plotly.js/dist/plotly-geo-assets.js");
await mkdir("build/bench", { recursive: true });
await writeFile("build/bench/world_110m.json", JSON.stringify(assets.topojson.world_110m));
