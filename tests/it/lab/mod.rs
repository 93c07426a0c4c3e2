//! The session from outside: links, settings, the clock, starts, words.

mod bad_input;
mod basins;
mod batch;
mod bowls;
mod clock;
mod documents;
mod embedding;
mod export;
mod file;
mod golden;
mod hand;
mod link;
mod models;
mod own_formula;
mod pasted;
mod path_plane;
mod points;
mod promises;
mod rain;
mod rates;
mod rows;
mod slices;
mod starts;
mod step_length;
mod stopping;
mod sums;
mod twins;
mod two_rules;
mod words;
mod zoom;

use downhill::lab::Session;

/// A figure from a link that has no problems.
pub(crate) fn open(query: &str) -> Session {
    let mut session = Session::new();
    let problems = session.load(query);
    assert_eq!(problems, [], "{query}");
    session
}

/// Runs a figure until every run has ended.
pub(crate) fn run_to_end(session: &mut Session) {
    while session.advance(100_000) > 0 {}
    assert!(session.is_finished());
}
