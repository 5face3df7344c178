// One view in one file: its face is in the page.
import { findFaces } from "./faces.js";
import { remember } from "./facts.js";
import { contents, show, showBy, showChart, takeShapes } from "./offline/standin.js";
import { table } from "./table.js";

const { chart, face, facts, shapes, view } = contents();

remember(facts);
if (shapes) takeShapes(shapes);
findFaces(async () => face);

showBy(async (next) => {
  await showChart(chart, next);
  if (chart === "map") await table(next, "", facts);
});

show(view);
