// Elements of committee mode.
import { make } from "../elements.js";

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {string} [text]
 */
export const part = (tag, className, text) =>
  make(tag, text === undefined ? { className } : { className, textContent: text });
