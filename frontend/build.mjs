// Builds everything the book sends to a browser into labsupport/widgets/static.
// The same sources give the same bytes: no hashes, no dates, no absolute paths.
import { readFile, writeFile, mkdir } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import esbuild from "esbuild";
import yaml from "js-yaml";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "../labsupport/widgets/static"));
const stub = (name) => join(here, "src/manager/stubs", name);

// Words of the interface and tables shared with Python are YAML and JSON inside the Python package.
const yamlFiles = {
  name: "yaml",
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
      contents: JSON.stringify(yaml.load(await readFile(path, "utf8"))),
      loader: "json",
    }));
  },
};

const common = {
  absWorkingDir: here,
  bundle: true,
  charset: "utf8",
  banner: { js: "/*! Libraries in this file and their licences: THIRD_PARTY_NOTICES.md */" },
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  minify: true,
  plugins: [yamlFiles],
  target: ["es2020"],
  write: false,
};

// The static page's widget manager carries only what the book's controls need.
const slim = {
  // The whole of @lumino/widgets is a window manager; the controls need its two simplest classes.
  "@lumino/widgets": stub("lumino-widgets.js"),
  // HTML in descriptions is switched off everywhere (a test sees to it), so nothing is ever sanitised.
  "sanitize-html": stub("sanitize-html.js"),
  // Views wrap their element with jQuery once and never use the wrapper.
  jquery: stub("jquery.js"),
  "lodash/isEqual": "fast-deep-equal",
  underscore: stub("underscore.js"),
};

const packages = {};

async function text(name, options) {
  const result = await esbuild.build({ ...common, ...options });
  packages[name] = await librariesOf(result.metafile);
  return result.outputFiles[0].text;
}

// The npm packages whose code ended up in a file, for the notices of their licences.
async function librariesOf({ outputs }) {
  const used = new Set();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
      if (folder && bytesInOutput > 0) used.add(folder);
    }
  }
  const names = await Promise.all(
    [...used].map(async (folder) => {
      const { name, version } = JSON.parse(await readFile(join(here, folder, "package.json"), "utf8"));
      return `${name}@${version}`;
    }),
  );
  return names.sort();
}

// The light theme's tokens, for figures that Matplotlib draws.
async function lightColors() {
  const css = await readFile(join(here, "src/styles/tokens.css"), "utf8");
  const light = css.slice(0, css.indexOf("}"));
  return Object.fromEntries([...light.matchAll(/--is-([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]));
}

async function main() {
  await mkdir(out, { recursive: true });
  if (existsSync(join(here, "formulas.mjs"))) {
    const { formulas } = await import("./formulas.mjs");
    await formulas(out);
  }
  const files = {
    "page.js": await text("page.js", {
      entryPoints: ["src/page.js"],
      format: "iife",
      globalName: "ionsyn",
      alias: slim,
      define: { "process.env.NODE_ENV": '"production"', "process.env": "{}" },
    }),
    "notebook.js": await text("notebook.js", { entryPoints: ["src/notebook.js"], format: "esm" }),
    "widgets.css": await text("widgets.css", { entryPoints: ["src/styles/widgets.css"], loader: { ".css": "css" } }),
  };
  files["colors.json"] = `${JSON.stringify(await lightColors(), null, 2)}\n`;
  files["packages.json"] = `${JSON.stringify(packages, null, 2)}\n`;
  for (const [name, contents] of Object.entries(files)) await writeFile(join(out, name), contents);
  for (const [name, contents] of Object.entries(files)) {
    const kilobytes = (gzipSync(contents, { level: 9 }).length / 1000).toFixed(1);
    console.log(`${name.padEnd(14)} ${kilobytes.padStart(6)} kB gzip -9`);
  }
}

await main();
