// An embed: one figure that fits the frame that it is given, and tells the page around it how high it
// would be in full.
import { inColours } from "./colours.js";
import { needed, query } from "./elements.js";
import { findFaces } from "./faces.js";
import { remember } from "./facts.js";
import { gridded } from "./grid.js";
import { fitted } from "./offline/fitted.js";
import { contents, show, showBy, showChart } from "./offline/standin.js";
import { leastHeight } from "./registry.js";

// How much of the frame the plot has at least, and the steps in which words give way to it.
const SHARE = 0.55;
const SHORTEST = 5;
// A plot that is narrower or lower than its labels allow is drawn smaller, down to this.
const NARROWEST = 440;
const SMALLEST = 0.72;

const { chart, face, facts, view } = contents();
const { body } = document;
const box = needed(".figure-box");

remember(facts);
findFaces(async () => face);

/** What page and plot would be high if nothing were left out. */
const whole = () => {
  body.dataset.fit = "0";
  body.classList.add("framed-whole");
  const heights = [needed("main").offsetHeight, box.clientHeight];
  body.classList.remove("framed-whole");
  return heights;
};

let told = 0;

/** @param {number} height */
const tell = (height) => {
  if (height === told || parent === window) return;
  told = height;
  parent.postMessage({ type: "ict-embed-height", height, address: location.href }, "*");
};

/** @param {HTMLElement} graph */
const fitDrawing = async (graph) => {
  const { Plotly } = /** @type {any} */ (window);
  await Plotly.Plots.resize(graph);
  const { layout } = inColours(face.figure);
  const { grid, annotations } = gridded(layout, graph.clientWidth, graph.clientHeight);
  const changes = grid ? { grid, annotations } : fitted(graph, layout);
  if (Object.keys(changes).length) Plotly.relayout(graph, changes);
};

const drawAnew = () => {
  const { clientWidth, clientHeight } = box;
  const fitting = Math.min(1, clientWidth / NARROWEST, clientHeight / leastHeight(chart));
  box.style.setProperty("--scale", String(Math.max(SMALLEST, fitting)));
  const graph = query(".js-plotly-plot", box);
  if (graph) fitDrawing(graph);
};

let drawn = "";

// Half a sentence can say what the whole does not: where it has no room, it is left to the page.
const isCut = () => {
  const said = query(".figure-sentence", body);
  return said !== null && said.scrollHeight > said.clientHeight + 1;
};

const fit = () => {
  const [height, plot] = whole();
  const least = Math.min(SHARE * innerHeight, plot);
  for (let step = 0; step <= SHORTEST; step++) {
    body.dataset.fit = String(step);
    if (box.clientHeight >= least && !isCut()) break;
  }
  tell(height);
  const size = `${box.clientWidth}x${box.clientHeight}`;
  if (size !== drawn) drawAnew();
  drawn = size;
};

showBy(async (next) => {
  await showChart(chart, next);
  drawn = "";
  fit();
});

let isShown = false;

// A frame that is hidden has no size, and nothing is drawn in it until it has one.
const settle = () => {
  if (!innerWidth || !innerHeight) return;
  fit();
  if (!isShown) show(view);
  isShown = true;
};

settle();
new ResizeObserver(() => requestAnimationFrame(settle)).observe(document.documentElement);
new ResizeObserver(() => requestAnimationFrame(settle)).observe(box);
