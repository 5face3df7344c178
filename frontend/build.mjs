// Bundles what the pages need from npm into build/vendor: plotly.js with our chart types only,
// Bootstrap's stylesheet for either page direction, and the runtime that Dash's scripts expect.
// frontend/publish.py takes it from there.
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { build } from "esbuild";

const OUT = "build/vendor";

// Parts of plotly.js that no figure of ours uses, by where they lie, and what stands in for them: it looks
// components up by name and skips what they lack; names of countries are never searched, because our
// locations are ISO codes; the projections of our frames (equal earth, conic equal area) are d3-geo's
// own; no figure has a bar of tools, or is selected from by box or lasso, or makes its own picture or template; our
// colours are hexadecimal, `rgb()`, `hsl()` or names; of matrices it wants two functions, which it takes
// from a folder of thirty.
const COMPONENTS = ["annotations3d", "images", "rangeselector", "rangeslider", "sliders", "updatemenus"];
const SELECTING = ["prepSelect", "selectOnClick", "clearOutline", "clearSelectionsCache"];
const FORMATS = ["converter", "formatHex", "formatRgb", "wcagContrast", "wcagLuminance"];
const LEFT_OUT = new Map([
  ["d3-geo-projection/", ""],
  ["native-promise-only/", ""],
  ["country-iso-search/", "exports.COUNTRIES = []; exports.createLookup = () => ({ lookupAlpha3() {} });"],
  ["gl-mat4/index.js", `exports.invert = require("./invert"); exports.multiply = require("./multiply");`],
  [
    "culori/bundled/",
    `import { modeHsl, modeLrgb, modeRgb, useMode } from "culori/fn";
    for (const mode of [modeRgb, modeHsl, modeLrgb]) useMode(mode);
    export { ${FORMATS} } from "culori/fn";`,
  ],
  ["plotly.js/src/components/modebar/manage.js", "module.exports = () => {};"],
  ["plotly.js/src/fonts/ploticon.js", ""],
  ["plotly.js/src/plot_api/template_api.js", ""],
  ["plotly.js/src/plot_api/to_image.js", ""],
  ["plotly.js/src/plot_api/validate.js", ""],
  ["plotly.js/src/snapshot/", ""],
  [
    "plotly.js/src/components/selections/index.js",
    `module.exports = { moduleType: "component", name: "selections" };
    for (const name of ${JSON.stringify(SELECTING)}) module.exports[name] = () => {};`,
  ],
  ...COMPONENTS.map((name) => [
    `plotly.js/src/components/${name}/index.js`,
    `module.exports = { moduleType: "component", name: "${name}" };`,
  ]),
]);

const leaveOut = {
  name: "leave-out",
  setup(context) {
    context.onLoad({ filter: /node_modules/ }, ({ path }) => {
      const name = path.split("node_modules/").at(-1);
      const found = [...LEFT_OUT.keys()].find((beginning) => name.startsWith(beginning));
      return found === undefined ? undefined : { contents: LEFT_OUT.get(found), resolveDir: dirname(path) };
    });
  },
};

// plotly's words for our languages; English is its own.
const languages = Object.values(JSON.parse(await readFile("data/i18n/languages.json", "utf8")));
const locales = languages.map(({ plotly }) => plotly.toLowerCase()).filter((name) => name !== "en");
const ofOurs = {
  name: "languages-of-ours",
  setup(context) {
    context.onResolve({ filter: /^languages-of-ours$/ }, ({ path }) => ({ path, namespace: "ours" }));
    context.onLoad({ filter: /./, namespace: "ours" }, () => ({
      contents: `module.exports = [${locales.map((name) => `require("plotly.js/lib/locales/${name}")`)}];`,
      resolveDir: process.cwd(),
    }));
  },
};

await mkdir(OUT, { recursive: true });
await build({
  entryPoints: { plotly: "frontend/plotly.js" },
  outdir: OUT,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  define: { global: "window" },
  legalComments: "eof",
  plugins: [leaveOut, ofOurs],
  logLevel: "warning",
});
await copyFile("node_modules/plotly.js/LICENSE", `${OUT}/plotly.txt`);
await copyFile("node_modules/regenerator-runtime/runtime.js", `${OUT}/regenerator.js`);
for (const side of ["", ".rtl"]) {
  await copyFile(`node_modules/bootstrap/dist/css/bootstrap${side}.min.css`, `${OUT}/bootstrap${side}.css`);
}
