// Everything that only student files need stands in one script, which is fetched with the other program files.
import "./students.js";
import "../school/behind.js";
