// Everything that only student files need stands in one script, which is fetched with the other program files.
import "./interim.js";
import "./students.js";
import "../school/behind.js";
