//! LaTeX as people paste it, made plain text of the formula language.

/// What stands for a command, where its name is not what it means.
const COMMANDS: &[(&str, &str)] = &[
    ("cdot", "*"),
    ("times", "*"),
    ("ast", "*"),
    ("div", "/"),
    ("left", ""),
    ("right", ""),
    ("bigl", ""),
    ("bigr", ""),
    ("Bigl", ""),
    ("Bigr", ""),
    ("big", ""),
    ("lvert", "|"),
    ("rvert", "|"),
    ("vert", "|"),
    ("displaystyle", ""),
    ("quad", " "),
    ("qquad", " "),
    ("varepsilon", "epsilon"),
    ("vartheta", "theta"),
    ("varphi", "phi"),
    ("lg", "log10"),
    ("tg", "tan"),
    ("arctg", "atan"),
];
/// How deep commands may stand in each other.
const DEEPEST: usize = 32;

/// The text with commands, braces and dollar signs replaced: `\frac{x}{2}` is `(x)/(2)`.
pub(super) fn plain(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let text = converted(&letters, 0);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn converted(letters: &[char], depth: usize) -> String {
    let mut text = String::new();
    let mut at = 0;
    while at < letters.len() {
        match letters[at] {
            '$' => at += 1,
            '\\' => at = command(letters, at + 1, depth, &mut text),
            '^' | '_' if letters.get(at + 1) == Some(&'{') => {
                text.push(letters[at]);
                let (inside, next) = group(letters, at + 1, depth);
                let is_plain = inside
                    .chars()
                    .all(|letter| letter.is_alphanumeric() || letter == '.');
                text += &if is_plain {
                    inside
                } else {
                    format!("({inside})")
                };
                at = next;
            }
            '{' => {
                let (inside, next) = group(letters, at, depth);
                text += &format!("({inside})");
                at = next;
            }
            letter => {
                text.push(letter);
                at += 1;
            }
        }
    }
    text
}

/// Writes what a command means; gives where the text goes on.
fn command(letters: &[char], start: usize, depth: usize, text: &mut String) -> usize {
    let length = letters[start..]
        .iter()
        .take_while(|letter| letter.is_ascii_alphabetic())
        .count();
    if length == 0 {
        // A space, or a sign such as `\{`.
        text.push(match letters.get(start) {
            Some('{') => '(',
            Some('}') => ')',
            Some('|') => '|',
            _ => ' ',
        });
        return start + 1;
    }
    let name: String = letters[start..start + length].iter().collect();
    let mut at = start + length;
    match name.as_str() {
        "frac" | "dfrac" | "tfrac" => {
            let (above, next) = group(letters, at, depth);
            let (below, next) = group(letters, next, depth);
            *text += &format!("({}/{})", held(&above), held(&below));
            return next;
        }
        "sqrt" => {
            let (inside, next) = group(letters, at, depth);
            *text += &format!("sqrt({inside})");
            return next;
        }
        "operatorname" | "mathrm" | "text" => {
            let (inside, next) = group(letters, at, depth);
            *text += &format!(" {inside}");
            return next;
        }
        _ => {}
    }
    let meant = COMMANDS.iter().find(|(command, _)| *command == name);
    match meant {
        Some((_, meant)) => *text += meant,
        None => {
            // A name would run together with letters before it.
            if text.ends_with(char::is_alphanumeric) {
                text.push(' ');
            }
            *text += &name;
        }
    }
    if meant.is_none() && letters.get(at) == Some(&' ') {
        text.push(' ');
        at += 1;
    }
    at
}

/// What stands in braces, or the one sign that stands without, and where it ends.
fn group(letters: &[char], start: usize, depth: usize) -> (String, usize) {
    let spaces = letters
        .iter()
        .skip(start)
        .take_while(|letter| **letter == ' ')
        .count();
    let start = start + spaces;
    match letters.get(start) {
        None => (String::new(), letters.len()),
        Some('{') if depth < DEEPEST => {
            let mut open = 0_usize;
            let length = letters[start..].iter().take_while(|letter| {
                open += usize::from(**letter == '{');
                open -= usize::from(**letter == '}');
                open > 0
            });
            let end = start + length.count();
            (converted(&letters[start + 1..end], depth + 1), end + 1)
        }
        Some(letter) => (letter.to_string(), start + 1),
    }
}

/// In brackets, unless it is a number or a name.
fn held(text: &str) -> String {
    let all = |is: fn(char) -> bool| !text.is_empty() && text.chars().all(is);
    match all(|letter| letter.is_ascii_digit()) || all(char::is_alphabetic) {
        true => text.to_owned(),
        false => format!("({text})"),
    }
}
