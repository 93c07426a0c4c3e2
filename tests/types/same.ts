// What is declared to the public is what the element has: no member more, none less, none of another type.
import type { GradientDescent as Declared } from "../../www/contract.d.ts";
import type { GradientDescent as Real } from "../../www/gradient-descent.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
type Callbacks = "connectedCallback" | "disconnectedCallback";
type Own<Element> = { [Name in Exclude<keyof Element, keyof HTMLElement | Callbacks>]: Element[Name] };

export const same: Same<Own<Declared>, Own<Real>> = true;
// The comparison itself: it sees a member that is missing.
export const different: Same<Own<Declared>, Own<Omit<Real, "reset">>> = false;
