// Run by `./build.sh check` over extension/, tools/ and these tests, from the checkout: patterns are relative to it.

import js from "@eslint/js";
import noUnsanitized from "eslint-plugin-no-unsanitized";
import { defineConfig, globalIgnores } from "eslint/config";

/** HTML from strings: the article travels as data and is built element by element. */
const NO_HTML_STRINGS = [
  { selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|srcdoc)$/]", message: "No HTML from strings." },
  {
    selector: "MemberExpression[property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]",
    message: "No HTML from strings.",
  },
  { selector: "MemberExpression[object.name='document'][property.name=/^writeln?$/]", message: "No document.write." },
];

/** Writing to a page. Only the two places that show the reader may do it: see `files` below. */
const NO_DOM_WRITES = [
  {
    selector:
      "CallExpression[callee.property.name=/^(append|appendChild|prepend|before|after|insertBefore|replaceWith|replaceChild|replaceChildren|removeChild|setAttribute|removeAttribute|toggleAttribute|attachShadow|insertAdjacent(Element|Text))$/]",
    message: "Only content/page.js and the extension's own pages write to a document.",
  },
  {
    selector: "AssignmentExpression[left.property.name=/^(textContent|innerText|nodeValue|className|cssText)$/]",
    message: "Only content/page.js and the extension's own pages write to a document.",
  },
];

export default defineConfig([
  globalIgnores(["**/node_modules/", "tests/extension/pages/"]),
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-undef": "off", // tsc knows the globals of each file better
      "max-lines": ["error", 500],
      "max-lines-per-function": ["error", { max: 60, skipComments: true }],
      complexity: ["error", 15],
      eqeqeq: "error",
    },
  },
  {
    // A suite is one function that holds all of its tests.
    files: ["tests/extension/*.spec.mjs"],
    rules: { "max-lines-per-function": "off" },
  },
  {
    files: ["extension/**/*.js"],
    plugins: { "no-unsanitized": noUnsanitized },
    rules: {
      "no-unsanitized/method": "error",
      "no-unsanitized/property": "error",
      "no-restricted-syntax": ["error", ...NO_HTML_STRINGS, ...NO_DOM_WRITES],
    },
  },
  {
    // The view, the writers to pages, the mark on a tidied page, and pages of our own.
    files: ["extension/content/page.js", "extension/content/auto/{write,mark}.js", "extension/{reader,library,notice,options,ask,save,first,report}/**/*.js"],
    rules: { "no-restricted-syntax": ["error", ...NO_HTML_STRINGS] },
  },
]);
