// The scripts of the room pack: its first page, which leads to one of the languages, and the others.
import { query } from "./elements.js";
import { open } from "./offline/room.js";
import { contents } from "./offline/standin.js";
import { start } from "./offline/start.js";

if (query(".room-start")) start();
else open(contents());
