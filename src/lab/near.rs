/// The name that was probably meant by one that is not on the list: the same in
/// other letter case, or one slip of the keyboard away (a letter left out, too
/// many, another, or two in each other's place).
pub(super) fn nearest<'a>(
    written: &str,
    names: impl Iterator<Item = &'a str> + Clone,
) -> Option<&'a str> {
    let written = written.to_ascii_lowercase();
    let mut same = names.clone().filter(|name| **name == written);
    let mut slips = names.filter(|name| is_one_slip(written.as_bytes(), name.as_bytes()));
    same.next().or_else(|| slips.next())
}

/// Shorter names are too near each other.
const SHORTEST: usize = 4;

fn is_one_slip(one: &[u8], other: &[u8]) -> bool {
    if one.len() < SHORTEST || other.len() < SHORTEST {
        return false;
    }
    let same =
        |pairs: &mut dyn Iterator<Item = (&u8, &u8)>| pairs.take_while(|(a, b)| a == b).count();
    let before = same(&mut one.iter().zip(other));
    let (one, other) = (&one[before..], &other[before..]);
    let after = same(&mut one.iter().rev().zip(other.iter().rev()));
    let (one, other) = (&one[..one.len() - after], &other[..other.len() - after]);
    match (one, other) {
        ([a, b], [c, d]) => a == d && b == c,
        (one, other) => one.len() <= 1 && other.len() <= 1,
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_seen_and_another_word_is_not() {
        let names = ["cost", "alpha", "at", "theme", "steps"];
        for (written, meant) in [
            ("Alpha", Some("alpha")),
            ("AT", Some("at")),
            ("aplha", Some("alpha")),
            ("alhpa", Some("alpha")),
            ("alph", Some("alpha")),
            ("themes", Some("theme")),
            ("coast", Some("cost")),
            ("step", Some("steps")),
            ("a", None),
            ("as", None),
            ("colour", None),
            ("", None),
            ("αlpha", None),
        ] {
            assert_eq!(nearest(written, names.into_iter()), meant, "{written}");
        }
    }
}
