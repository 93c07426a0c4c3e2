// What is done to a build once it is whole. Trunk runs the hooks of one stage side by side; these have
// to come one after the other: the package and the single files are made from scripts and an engine
// as they were built, and each of them changes or makes files of its own.
await import("./clean-page.js");
await import("./package.js");
await import("./single-file.js");
await import("./pack-scripts.js");
await import("./preload.js");
