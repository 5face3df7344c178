// Elements of the page: found, made, written.
import { clientside } from "./clientside.js";

/** @import { Component, Id } from "./types.js" */

/**
 * Dash writes a pattern id into the page as JSON with sorted keys.
 * @param {Id} id
 */
export const domId = (id) =>
  typeof id === "string" ? id : JSON.stringify(Object.fromEntries(Object.entries(id).sort()));

/** @param {Id} id */
export const element = (id) => document.getElementById(domId(id));

/**
 * @param {string} selector
 * @param {ParentNode | null} [root]
 */
export const query = (selector, root = document) =>
  /** @type {HTMLElement | null} */ (root?.querySelector(selector) ?? null);

/**
 * What is there for certain.
 * @param {string} selector
 * @param {ParentNode} [root]
 */
export const needed = (selector, root = document) =>
  /** @type {HTMLElement} */ (root.querySelector(selector));

/**
 * @param {string} selector
 * @param {ParentNode} [root]
 */
export const queryAll = (selector, root = document) =>
  /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);

/**
 * What an event met: its target, or what is around it; null where that is nothing of the kind. The
 * target may be of another window.
 * @param {Event} event
 * @param {string} selector
 */
export const met = ({ target }, selector) =>
  /** @type {HTMLElement | null} */ (/** @type {any} */ (target)?.closest?.(selector) ?? null);

/** @param {Event} event */
export const isWriting = (event) => met(event, "input, textarea, select, [contenteditable]") !== null;

/** @param {KeyboardEvent} event */
export const isHeld = (event) => event.ctrlKey || event.metaKey || event.altKey;

/** @param {HTMLElement | null} details */
export const isOpen = (details) => Boolean(/** @type {HTMLDetailsElement | null} */ (details)?.open);

/**
 * @param {HTMLElement} details
 * @param {boolean} open
 */
export const setOpen = (details, open) => {
  /** @type {HTMLDetailsElement} */ (details).open = open;
};

/**
 * A component of Dash as clientside callbacks return it.
 * @param {string} type
 * @param {unknown} children
 * @param {Record<string, unknown>} [props]
 * @returns {Component}
 */
export const html = (type, children, props = {}) => ({
  type,
  namespace: "dash_html_components",
  props: { ...props, children },
});

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [properties]
 * @param {...(Node | string)} children
 */
export const make = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return /** @type {HTMLElementTagNameMap[Tag]} */ (made);
};

/**
 * What scripts make for Dash, and texts, as nodes.
 * @param {Component | Component[] | string | null | undefined} part
 * @returns {Node[]}
 */
export const nodes = (part) => {
  if (part === null || part === undefined) return [];
  if (Array.isArray(part)) return part.flatMap(nodes);
  if (typeof part !== "object") return [document.createTextNode(String(part))];
  const { children, className, style, key: _key, ...attributes } = part.props;
  const made = document.createElement(part.type);
  if (className) made.className = className;
  Object.assign(made.style, style);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...nodes(children));
  return [made];
};

/**
 * A page's element can be gone by the time that a late event arrives.
 * @param {Id} id
 * @param {Record<string, unknown>} props
 */
export const set = (id, props) => {
  if (element(id)) clientside.set_props(id, props);
};

/**
 * Into the text that React has put there, so that its next update finds what it expects.
 * @param {Id} id
 * @param {string | undefined} text
 */
export const write = (id, text) => {
  const node = element(id)?.firstChild;
  if (node && text !== undefined && node.nodeValue !== text) node.nodeValue = text;
};
