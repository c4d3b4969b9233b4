// Writes src/api/types.ts from openapi.json, with the document's hash, by which a test without Node knows it is stale.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const document = new URL("../openapi.json", import.meta.url);
const sum = createHash("sha256").update(readFileSync(document)).digest("hex");
const body = astToString(await openapiTS(document, { alphabetize: true }));
const head = `// Generated from openapi.json by \`npm run types\`. Do not edit.\n// sha256 of openapi.json: ${sum}\n\n`;
writeFileSync(new URL("../src/api/types.ts", import.meta.url), head + body);
