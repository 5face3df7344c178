// Committee mode, a script of its own, loaded when somebody presents (present.js).
export { enterRoom } from "./room/clicker.js";
