//! The formula language from outside: text in, numbers, derivatives and
//! typesetting out.

mod derivatives;
mod errors;
mod names;
mod random;
mod robustness;
mod typesetting;
mod values;
