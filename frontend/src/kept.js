// What is computed from a face for a year is kept, so that a second pass through the years costs nothing.

/** @import { MapFace } from "./types.js" */

/**
 * @template T
 * @param {(face: MapFace, at: number) => T} compute what stands for the year at place `at`
 * @returns {(face: MapFace, at: number) => T}
 */
export const keptByYear = (compute) => {
  /** @type {WeakMap<MapFace, Map<number, T>>} */
  const kept = new WeakMap();
  return (face, at) => {
    const years = kept.get(face) ?? new Map();
    kept.set(face, years);
    if (!years.has(at)) years.set(at, compute(face, at));
    return years.get(at);
  };
};
