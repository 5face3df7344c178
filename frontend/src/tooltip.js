// What a pointer reads over the map, and what a click on it does.
import { element, make, queryAll } from "./elements.js";
import { redrawn } from "./paint.js";
import { point } from "./pointing.js";
import { rankOf } from "./ranking.js";
import { facetsOf } from "./shown.js";
import { change, toggled, viewNow } from "./view.js";
import { ranked, words } from "./words.js";
import { stagedPlace } from "./years.js";

/** @import { Graph, Id, MapFace } from "./types.js" */
/** @typedef {{ clientX: number, clientY: number }} Where */

const tip = make("div", { className: "map-tip", hidden: true });
tip.setAttribute("role", "tooltip");

/**
 * @param {string} name
 * @param {string} text
 */
const line = (name, text) => make("div", { className: name, textContent: text });

/**
 * @param {MapFace} face
 * @param {number} at
 * @param {number} j
 */
const lines = (face, at, j) => {
  const { name, value, year, status = "", notes = [] } = facetsOf(face, at, j);
  if (value === undefined) return [line("tip-name", name), line("tip-quiet", words("no_data"))];
  const place = rankOf(face, at, j);
  return [
    line("tip-name", name),
    line("tip-value", `${value} (${year})`),
    line("tip-quiet", status),
    ...(place ? [line("tip-quiet", ranked(place.rank, place.n))] : []),
    ...notes.map((note) => line("tip-note", note)),
  ];
};

/** @param {Where} where */
const put = ({ clientX, clientY }) => {
  const room = 14;
  const { width, height } = tip.getBoundingClientRect();
  const beside = clientX + room + width < innerWidth ? clientX + room : clientX - room - width;
  const below = clientY + room + height < innerHeight ? clientY + room : clientY - room - height;
  tip.style.left = `${Math.max(4, beside)}px`;
  tip.style.top = `${Math.max(4, below)}px`;
};

/**
 * Where a point that the keyboard has come to is now; a pointer's place is where it was.
 * @type {(() => Where) | undefined}
 */
let anchor;

/**
 * @param {Node[]} children
 * @param {Where | (() => Where)} where
 */
const open = (children, where) => {
  if (!tip.isConnected) (document.querySelector("main") ?? document.body).append(tip);
  tip.replaceChildren(...children);
  tip.hidden = false;
  anchor = typeof where === "function" ? where : undefined;
  put(typeof where === "function" ? where() : where);
};

/**
 * @param {Graph} graph
 * @param {number} j
 * @param {Where | (() => Where)} where
 */
const show = (graph, j, where) => open(lines(faceOf(graph), stagedPlace(), j), where);

/**
 * A point of another chart that the keyboard has come to.
 * @param {string[]} said
 * @param {() => Where} where
 */
export const showTip = ([first, ...more], where) =>
  open([line("tip-name", first), ...more.map((text) => line("tip-quiet", text))], where);

/**
 * An area or a circle that the keyboard has come to: outlined, with its tooltip; returns its words.
 * @param {Graph} graph
 * @param {string} code
 */
export const pointAtEconomy = (graph, code) => {
  unpoint();
  const circles = graph.data.find(
    (/** @type {any} */ { type, mode }) => type === "scattergeo" && mode === "markers",
  );
  const isOf = (/** @type {any} */ { __data__: { loc, i } }) => (loc ?? circles.customdata[i]) === code;
  const shape = queryAll(".choroplethlayer path, .scattergeo path.point", graph).filter(isOf).at(-1);
  if (shape) {
    shape.classList.add("walked");
    shape.scrollIntoView({ block: "nearest" });
  }
  const middle = () => {
    const { x, y, width, height } = (shape ?? graph).getBoundingClientRect();
    return { clientX: x + width / 2, clientY: y + height / 2 };
  };
  show(graph, faceOf(graph).economies.indexOf(code), middle);
  return [...tip.children].map(({ textContent }) => textContent).join("; ");
};

export const unpoint = () => {
  tip.hidden = true;
  for (const shape of queryAll(".walked")) shape.classList.remove("walked");
};

/**
 * The code of what plotly says that a pointer met.
 * @param {any} event
 */
const codeOf = ({ points: [point] }) => point.location ?? point.customdata;

/**
 * @param {Id} id
 * @param {(graph: Graph) => void} then
 */
const plotted = (id, then) => {
  /** @type {Graph} */
  const graph = element(id)?.querySelector(".js-plotly-plot");
  if (graph?.on) then(graph);
  else if (element(id)) requestAnimationFrame(() => plotted(id, then));
};

/**
 * The picture that stood for the map until it was drawn has done its part.
 * @param {Id} id
 * @param {Graph} graph
 */
const unveil = (id, graph) => {
  const box = element(id);
  if (box && graph.querySelector(".choroplethlayer path")) box.style.backgroundImage = "none";
};

/** @type {WeakMap<Graph, MapFace>} */
const faces = new WeakMap();

/**
 * The face of the map that is drawn in a graph; none where another chart is.
 * @param {Graph} graph
 */
export const faceOf = (graph) => /** @type {MapFace} */ (faces.get(graph));

/** @param {Graph} graph */
export const isMap = (graph) => faces.has(graph);

/** @param {Graph} graph */
const listenOnce = (graph) => {
  graph.on("plotly_hover", (/** @type {any} */ event) => {
    const j = faceOf(graph).economies.indexOf(codeOf(event));
    if (j < 0) return;
    graph.classList.add("pointed");
    point(faceOf(graph).economies[j]);
    show(graph, j, event.event);
  });
  graph.on("plotly_unhover", () => {
    tip.hidden = true;
    graph.classList.remove("pointed");
    point("");
  });
  graph.on("plotly_click", (/** @type {any} */ event) => {
    const code = codeOf(event);
    if (faceOf(graph).economies.includes(code)) {
      change({ economies: toggled(viewNow(), code).economies });
    }
  });
};

/**
 * Listens once a graph; the face that is on it may change.
 * @param {Id} id
 * @param {MapFace} face
 */
export const listen = (id, face) => {
  plotted(id, (graph) => {
    faces.set(graph, face);
    if ("listens" in graph.dataset) return;
    graph.dataset.listens = "";
    const drawn = () => {
      redrawn(graph);
      unveil(id, graph);
    };
    graph.on("plotly_afterplot", drawn);
    drawn();
    listenOnce(graph);
  });
};

// The keyboard's way to a point may scroll the page: its tooltip goes along.
const follow = () => {
  if (anchor) put(anchor());
  else tip.hidden = true;
};
addEventListener("scroll", follow, { passive: true });
