//! The formula language from outside: text in, numbers, derivatives and
//! typesetting out.

mod derivatives;
mod errors;
mod names;
pub(crate) mod random;
mod robustness;
mod suggestions;
mod typesetting;
mod values;
