// Bundles the editor into one file. Its first line holds the hash of the
// sources, so that a test can say whether the committed file is fresh.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const sources = readdirSync(".").filter((f) => /\.(js|mjs)$/.test(f) || f === "package.json" || f === "package-lock.json").sort();
const hash = createHash("sha256");
for (const name of sources) hash.update(name + "\0").update(readFileSync(name)).update("\0");

const out = await build({
  entryPoints: ["main.js"], bundle: true, minify: true, format: "esm", target: "es2022", charset: "utf8",
  legalComments: "none", write: false, logLevel: "warning",
});
const banner = `/* Made of internal/desk/editor by build.mjs, sources ${hash.digest("hex")}. With Tiptap and ProseMirror, MIT licence: see NOTICE. */\n`;
writeFileSync("../assets/editor.js", banner + out.outputFiles[0].text);
