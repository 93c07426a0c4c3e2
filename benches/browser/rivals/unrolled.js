/** Code for several lanes at once, as somebody would write it out by hand: JavaScript has no vectors. */

/**
 * A piece of code once for each lane, `#` being the lane's number.
 * @param {number} lanes @param {string} code
 */
export const each = (lanes, code) => Array.from({ length: lanes }, (_, lane) => code.replaceAll("#", String(lane))).join("\n");

/** An expression with `#` in it, once for each lane. @param {number} lanes @param {string} code @param {string} operator */
export const joined = (lanes, code, operator) => Array.from({ length: lanes }, (_, lane) => code.replaceAll("#", String(lane))).join(operator);
