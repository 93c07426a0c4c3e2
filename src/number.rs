//! How a number is written for people.
