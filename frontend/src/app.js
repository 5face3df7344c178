// What every page runs. Dash finds the functions of our callbacks in its own namespace, by these names.
import { chart } from "./charts.js";
import { chips } from "./chips.js";
import { choose } from "./choose.js";
import "./decks.js";
import { register } from "./clientside.js";
import "./early.js";
import "./guide.js";
import { links } from "./links.js";
import { map } from "./map.js";
import { own } from "./own.js";
import { pack } from "./pack-order.js";
import { panel } from "./panels.js";
import { chosen, options } from "./pickers.js";
import "./plotly.js";
import "./present.js";
import "./print.js";
import "./programmes.js";
import { rankingPage } from "./ranking-table.js";
import "./rows.js";
import { scatterPage } from "./scatter-page.js";
import "./share.js";
import * as shared from "./shared.js";
import { table } from "./table.js";
import "./theme.js";
import "./walk.js";
import { play, yearMoved, yearTyped } from "./years.js";

register({
  chart,
  chips,
  choose,
  chosen,
  links,
  map,
  options,
  own,
  pack,
  panel,
  play,
  ranking: rankingPage,
  scatter: scatterPage,
  table,
  yearMoved,
  yearTyped,
  shared,
});
