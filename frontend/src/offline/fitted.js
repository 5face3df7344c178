// What a figure's words need where its plot is lower than those of pages: names of rows that would
// meet are left out, and labels at the ends of lines move apart.

/** @typedef {Record<string, any>} Layout */

const LINE = 13;
const LETTER = 6.7;
// A name takes no more than this of the width.
const MOST = 0.34;

/**
 * @param {string} text
 * @param {number} letters
 */
const cut = (text, letters) => {
  const [first, ...more] = text.split("<br>");
  if (first.length > letters) return `${first.slice(0, letters - 1).trimEnd()}…`;
  return more.length ? `${first}…` : first;
};

/**
 * Every second name of a row, or every third, where there is no room for all; long ones are cut.
 * @param {Layout} axis
 * @param {number} height
 * @param {number} width
 * @returns {Layout}
 */
const rowNames = ({ tickvals, ticktext }, height, width) => {
  if (!ticktext) return {};
  const room = height / tickvals.length;
  const every = Math.ceil(LINE / room);
  const isKept = (/** @type {unknown} */ _, /** @type {number} */ k) => k % every === 0;
  const letters = Math.floor((MOST * width) / LETTER);
  const isTight = room * every < 2 * LINE || width < 560;
  const texts = isTight ? ticktext.map((/** @type {string} */ text) => cut(text, letters)) : ticktext;
  return { tickvals: tickvals.filter(isKept), ticktext: texts.filter(isKept) };
};

/**
 * Middles (pixels, from the bottom) as near to the wanted ones as may be, in the same order.
 * @param {number[]} wanted
 * @param {number[]} rooms
 * @param {number} height
 */
export const apart = (wanted, rooms, height) => {
  const order = wanted.map((_, k) => k).sort((a, b) => wanted[a] - wanted[b]);
  const places = [...wanted];
  let floor = 0;
  for (const k of order) {
    places[k] = Math.max(places[k], floor + rooms[k] / 2);
    floor = places[k] + rooms[k] / 2;
  }
  let ceiling = Math.max(height, LINE);
  for (const k of order.reverse()) {
    places[k] = Math.min(places[k], ceiling - rooms[k] / 2);
    ceiling = places[k] - rooms[k] / 2;
  }
  return places;
};

/** @param {Layout} said */
const isEndLabel = ({ xref, x, yref }) => xref === "paper" && x === 1 && /^y\d? domain$/.test(yref);

/**
 * The labels at the ends of lines, those of a panel apart from each other.
 * @param {Layout[]} annotations
 * @param {(axis: string) => number} heightOf
 */
const endLabels = (annotations, heightOf) => {
  const moved = annotations.map((said) => ({ ...said }));
  const refs = new Set(moved.filter(isEndLabel).map(({ yref }) => yref));
  for (const ref of refs) {
    const own = moved.filter((said) => isEndLabel(said) && said.yref === ref);
    const height = heightOf(ref.split(" ")[0].replace("y", "yaxis"));
    const rooms = own.map(({ text }) => LINE * text.split("<br>").length);
    const places = apart(own.map(({ y }) => y * height), rooms, height);
    own.forEach((said, k) => {
      said.y = places[k] / height;
    });
  }
  return moved;
};

/**
 * The changes of a drawn figure's layout, from the layout that it was drawn by.
 * @param {any} graph
 * @param {Layout} layout
 */
export const fitted = (graph, { annotations = [], yaxis = {} }) => {
  /** @param {string} axis */
  const heightOf = (axis) => graph._fullLayout[axis]._length;
  const height = yaxis.ticktext ? heightOf("yaxis") : 0;
  const names = Object.entries(rowNames(yaxis, height, graph.clientWidth));
  return {
    ...Object.fromEntries(names.map(([name, value]) => [`yaxis.${name}`, value])),
    ...(annotations.some(isEndLabel) ? { annotations: endLabels(annotations, heightOf) } : {}),
  };
};
