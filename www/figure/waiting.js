/** The look of an element before its figure stands: it takes about the room that the figure will need. */

/**
 * A rule of the page for `gradient-descent` goes before this one. Without room, all the figures of a
 * long page would lie in the first window, and start there. It cannot come from a file: it would be late.
 */
const RULES = `
  :host { display: block; min-height: calc(var(--map-height, 22em) + 14em); }
  @media print { :host { min-height: 0; } }
`;

export const WAITING = new CSSStyleSheet();
WAITING.replaceSync(RULES);
