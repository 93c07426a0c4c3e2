//! Costs: the catalogue against known minima and finite differences, regression
//! against certified results and exact arithmetic, tables as text.

mod catalogue;
mod chain;
mod eigenvalues;
mod fit;
pub(crate) mod helper;
mod newton;
mod paste;
mod regression;
mod table;
