// What stands on the screen in committee mode: the view at hand, the bar with place and clock, and
// hidden layers with what a step may lead to.
import { needed } from "../elements.js";
import { facts, remember } from "../facts.js";
import { words } from "../words.js";
import { part } from "./part.js";
import { fetchPrepared, isSpoken, preparedText, readyCount, roomFacts } from "./prepared.js";
import { project, unproject } from "./projector.js";
import { writeNotes } from "./speaker.js";
import { both, current, isOn, roomNow } from "./state.js";

/** @import { Prepared, Spot } from "../types.js" */
/** @import { Button, Layer } from "./state.js" */

const MOST_AWAY = 2;
// A step is painted first; what it may lead to is drawn afterwards.
const PAINTED_MS = 200;

/** @param {Button[]} buttons */
export const raise = (buttons) => {
  const room = roomNow();
  const { stage } = room;
  stage.tabIndex = -1;
  room.said.setAttribute("role", "status");
  const row = part("div", "room-buttons");
  for (const [name, keys, act] of buttons) {
    const button = Object.assign(part("button", `room-do-${name}`), { type: "button", onclick: act });
    button.dataset.does = name;
    button.setAttribute("aria-keyshortcuts", keys);
    row.append(button);
  }
  const bar = part("div", "room-bar");
  bar.append(room.told, row, room.time);
  stage.append(room.layerBox, bar, room.said);
  document.body.append(stage);
  speak();
  tick();
  show();
  watching.observe(room.layerBox);
  stage.focus();
};

// The words of the mode, in its language.
export const speak = () => {
  const { stage, lang, other } = roomNow();
  remember(roomFacts(lang));
  const { dir, languages } = facts();
  Object.assign(stage, { lang, dir, ariaLabel: words("room_label") });
  for (const button of needed(".room-buttons", stage).children) {
    const { does } = /** @type {HTMLElement} */ (button).dataset;
    const isFlip = does === "language";
    button.textContent = isFlip ? languages[other] : words(`room_${does}`);
    button.setAttribute("lang", isFlip ? other : lang);
  }
};

export const tick = () => {
  const room = roomNow();
  const time = new Intl.DateTimeFormat(facts().locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  room.time.textContent = time.format();
  clearTimeout(room.clock);
  room.clock = setTimeout(tick, 60_000 - (Date.now() % 60_000));
};

/**
 * A layer a view and language; all but one are hidden.
 * @param {Prepared} one
 * @returns {Layer}
 */
export const layerOf = (one, lang = roomNow().lang) => {
  const { layers, layerBox, views } = roomNow();
  const key = `${views.indexOf(one)} ${lang}`;
  const known = layers.get(key);
  if (known) return known;
  const box = part("article", "room-view");
  Object.assign(box, { lang, dir: roomFacts(lang).dir });
  box.dataset.away = "";
  const layer = { box, one, lang };
  layers.set(key, layer);
  layerBox.append(box);
  return layer;
};

/**
 * Draws a view in a language, which need not be that of the room.
 * @param {Prepared} one
 * @param {string} lang
 * @param {Spot} [spot]
 */
export const draw = (one, lang, spot) => {
  remember(roomFacts(lang));
  project(layerOf(one, lang).box, one, spot);
  remember(roomFacts(roomNow().lang));
};

const place = () => words("room_place", { at: roomNow().at + 1, n: roomNow().views.length });

const ready = () => {
  const { stage, views } = roomNow();
  const count = readyCount(views, both());
  stage.dataset.ready = `${count}/${views.length}`;
  return words("room_ready", { ready: count, n: views.length });
};

/** @param {Prepared | undefined} one */
export const textOf = (one) => {
  const face = one?.faces[roomNow().lang];
  return one && face ? { ...preparedText(one, face), passport: face.passport } : undefined;
};

/** @param {string} [problem] */
export const tell = (problem) => {
  const { at, lang, told, views } = roomNow();
  // A callback of the page below may have said its own facts since.
  if (isSpoken(lang)) remember(roomFacts(lang));
  const text = textOf(current());
  const said = { place: place(), ready: ready(), next: textOf(views[at + 1])?.title };
  told.textContent = `${said.place} · ${problem ?? said.ready}`;
  if (text) writeNotes({ ...text, ...said });
};

/** @param {string} text */
export const announce = (text) => {
  roomNow().said.textContent = text;
};

/**
 * The view at hand is drawn now; its neighbours, and itself in the other language, when there is
 * time, so that a step only shows them.
 * @param {string} [problem]
 */
export const show = (problem) => {
  const { lang, layers, spot } = roomNow();
  const one = current();
  const layer = layerOf(one);
  draw(one, lang, spot);
  for (const other of layers.values()) {
    if (other === layer) delete other.box.dataset.away;
    else other.box.dataset.away = "";
  }
  const text = textOf(one);
  if (!text) layer.box.replaceChildren(part("p", "room-problem", problem ?? ""));
  announce(text ? `${place()}. ${text.title}. ${text.sentence}` : (problem ?? ""));
  tell(problem);
  soon();
};

export const soon = () => {
  const room = roomNow();
  clearTimeout(room.soon);
  room.soon = setTimeout(drawNext, PAINTED_MS);
};

const drawNext = () => {
  if (!isOn()) return;
  const { views, at, lang, other, layers } = roomNow();
  for (const { box, one, lang: its } of layers.values()) {
    if (Math.abs(views.indexOf(one) - at) > (its === lang ? MOST_AWAY : 0)) unproject(box);
  }
  /** @type {[Prepared | undefined, string][]} */
  const near = [[views[at + 1], lang], [views[at - 1], lang], [current(), other]];
  for (const [one, its] of near) {
    if (!one?.faces[its] || !isSpoken(its) || layerOf(one, its).box.dataset.shows) continue;
    draw(one, its);
    soon();
    return;
  }
};

/**
 * What was drawn for another year or with a spotlight is drawn anew when it is needed.
 * @param {(layer: Layer) => boolean} isKept
 */
export const forget = (isKept) => {
  for (const layer of roomNow().layers.values()) {
    if (!isKept(layer)) delete layer.box.dataset.shows;
  }
};

const watching = new ResizeObserver(() => {
  if (!isOn()) return;
  forget((layer) => layer === layerOf(current()));
  draw(current(), roomNow().lang, roomNow().spot);
  soon();
});

export const fetchAll = async () => {
  const mine = roomNow();
  const isMine = () => isOn() && roomNow() === mine;
  const came = (/** @type {Prepared} */ one) => {
    if (!isMine()) return;
    if (one === current() && !layerOf(one).box.dataset.shows) show();
    else tell();
    soon();
  };
  for (const lang of both()) {
    try {
      await fetchPrepared(mine.views, lang, came);
    } catch (error) {
      if (isMine() && !textOf(current())) show(/** @type {Error} */ (error).message);
    }
  }
  if (isMine()) tell();
};

addEventListener("online", () => isOn() && fetchAll());

export const rest = () => {
  watching.disconnect();
  clearTimeout(roomNow().clock);
  clearTimeout(roomNow().soon);
};
