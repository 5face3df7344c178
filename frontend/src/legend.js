// The legend of the map: ranges of the classes, with the number of economies in each this year.
import { html, queryAll } from "./elements.js";
import { PALE } from "./shown.js";
import { number, words } from "./words.js";

/** @import { MapFace } from "./types.js" */
/** @import { Shown } from "./shown.js" */

/** What nobody has this year takes no room; a class stays, since it is a step of the scale. */
const VANISHING = new Set(["filled", "modelled"]);

/** What does not break and has so many letters is too long for a sixth of a telephone: such ranges stand in rows. */
const LONG = 8;

/** @param {number} n */
const counted = (n) => words("economies", { n, number: number(n) });

/**
 * @param {string} name
 * @param {string} colour
 * @param {string} text
 * @param {number} [n]
 */
const key = (name, colour, text, n) =>
  html(
    "Li",
    [
      html("Span", null, { className: "key", style: { background: colour } }),
      html("Span", text, { className: "range" }),
      ...(n === undefined
        ? []
        : [html("Span", counted(n), { className: "count", "data-count": name })]),
    ],
    { className: `key-${name}`, key: name, ...(VANISHING.has(name) && n === 0 && { hidden: true }) },
  );

/**
 * @param {MapFace} face
 * @param {Shown} shown
 */
export const legend = (face, shown) => {
  const pale = `color-mix(in srgb, ${face.colors.at(-2)} ${Math.round(100 * PALE)}%, var(--paper))`;
  const classes = face.legend.map((text, level) =>
    key(String(level), face.colors[level], text, shown.counts[level]),
  );
  const hatch = "repeating-linear-gradient(135deg, var(--hatch) 0 1.5px, var(--land) 1.5px 5px)";
  const others = [
    key("filled", pale, words("filled"), shown.filled),
    ...(Object.keys(face.silent ?? {}).length
      ? [key("modelled", hatch, words("silent"), shown.modelled)]
      : []),
    key("none", "var(--no-data)", words("no_data"), shown.none),
    key("neutral", "var(--neutral)", words("neutral")),
  ];
  const isLong = face.legend.some((text) => text.split(" ").some((word) => word.length >= LONG));
  const form = isLong ? "classes in-rows" : "classes";
  return [html("Ul", classes, { className: form }), html("Ul", others, { className: "others" })];
};

/**
 * Only the numbers, while years pass.
 * @param {Shown} shown
 */
export const count = (shown) => {
  for (const element of queryAll("[data-count]")) {
    const name = String(element.dataset.count);
    const n =
      name === "none" || name === "filled" || name === "modelled"
        ? shown[name]
        : (shown.counts[Number(name)] ?? 0);
    if (VANISHING.has(name)) {
      /** @type {HTMLElement} */ (element.closest("li")).hidden = n === 0;
    }
    const node = element.firstChild;
    const text = counted(n);
    if (node && node.nodeValue !== text) node.nodeValue = text;
  }
};
