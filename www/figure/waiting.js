/** The look of an element before its figure stands, and where none can stand. */

/**
 * It takes about the room that the figure will need: without, all the figures of a long page would lie
 * in the first window and start there. A rule of the page for `gradient-descent` goes before this one.
 * It cannot come from a file: that would be late, or be what is missing.
 */
const RULES = `
  :host { display: block; min-height: calc(var(--map-height, 22em) + 14em); }
  .trouble {
    display: grid;
    justify-items: start;
    gap: 10px;
    padding: 16px;
    border: 1px solid;
    border-radius: 12px;
    font: max(1em, 12px)/1.4 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
    overflow-wrap: anywhere;
  }
  .trouble > * { margin: 0; }
  .trouble img { display: block; max-width: 100%; height: auto; border-radius: 6px; }
  .trouble button { min-height: 40px; padding: 2px 14px; font: inherit; }
  @media print { :host { min-height: 0; } }
`;

export const WAITING = new CSSStyleSheet();
WAITING.replaceSync(RULES);
