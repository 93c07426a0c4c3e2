// The one library of the pages: lean-qr draws the QR code of a printed chapter and of a shared link.
// It goes into the build under a name that every host serves as a script, with its licence.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const library = "node_modules/lean-qr";

// While developing, it need not be there: then there is the link only.
if (existsSync(library)) {
  const [script, licence] = ["index.mjs", "LICENSE"].map((file) => readFileSync(join(library, file), "utf8"));
  writeFileSync(join(process.env.TRUNK_STAGING_DIR, "qr-code.js"), `/*! lean-qr\n${licence}*/\n${script}`);
}
