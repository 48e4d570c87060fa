// The package idb, which the build lays here: its one file, as npm has it (tools/package.mjs).
export * from "../../tests/extension/node_modules/idb/build/index.js";
