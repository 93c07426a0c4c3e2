/** A file's text, read on the device in pieces, whatever its letters are coded in. */

/** Bytes that are read at once. */
const PIECE = 1 << 20;

/**
 * Gives the text piece by piece until no more is taken.
 * @param {File} file
 * @param {(piece: string) => boolean} take whether more is wanted
 * @param {(part: number) => void} tell how much of the file is read
 */
export async function textOf(file, take, tell) {
  const decoder = new TextDecoder(await encodingOf(file));
  for await (const { bytes, part } of pieces(file)) {
    tell(part);
    if (!take(decoder.decode(bytes, { stream: part < 1 }))) return;
  }
}

/**
 * By the mark it begins with; else UTF-8, if that is what it is; else what spreadsheets write that do not use it.
 * @param {File} file
 */
async function encodingOf(file) {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const { bytes, part } of pieces(file)) decoder.decode(bytes, { stream: part < 1 });
    return "utf-8";
  } catch (failure) {
    if (failure instanceof TypeError) return "windows-1252";
    throw failure;
  }
}

/** @param {File} file */
async function* pieces(file) {
  for (let from = 0; from < file.size; from += PIECE) {
    const end = Math.min(from + PIECE, file.size);
    yield { bytes: await file.slice(from, end).arrayBuffer(), part: end / file.size };
  }
}

/**
 * Takes what is dropped on a box: a file, or a text.
 * @param {HTMLElement} root
 * @param {(file: File) => void} readFile
 * @param {(text: string) => void} readText
 */
export function takeDrops(root, readFile, readText) {
  const over = (/** @type {boolean} */ is) => root.classList.toggle("dropping", is);
  root.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  root.addEventListener("dragleave", () => over(false));
  root.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    const [dropped] = event.dataTransfer?.files ?? [];
    if (dropped) return readFile(dropped);
    const text = event.dataTransfer?.getData("text/plain");
    if (text) readText(text);
  });
}
