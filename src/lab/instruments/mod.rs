//! What the instruments need of a session: one file each.

mod hill;
