/// Greek letters by name, first the letter written for the name, then its variants.
const GREEK: &[(&str, &str)] = &[
    ("alpha", "α"),
    ("beta", "β"),
    ("gamma", "γ"),
    ("delta", "δ"),
    ("epsilon", "εϵ"),
    ("zeta", "ζ"),
    ("eta", "η"),
    ("theta", "θϑ"),
    ("iota", "ι"),
    ("kappa", "κ"),
    ("lambda", "λ"),
    ("mu", "μµ"),
    ("nu", "ν"),
    ("xi", "ξ"),
    ("omicron", "ο"),
    ("pi", "π"),
    ("rho", "ρϱ"),
    ("sigma", "σς"),
    ("tau", "τ"),
    ("upsilon", "υ"),
    ("phi", "φϕ"),
    ("chi", "χ"),
    ("psi", "ψ"),
    ("omega", "ω"),
    ("Gamma", "Γ"),
    ("Delta", "Δ∆"),
    ("Theta", "Θ"),
    ("Lambda", "Λ"),
    ("Xi", "Ξ"),
    ("Pi", "Π"),
    ("Sigma", "Σ"),
    ("Phi", "Φ"),
    ("Psi", "Ψ"),
    ("Omega", "ΩΩ"),
];

/// The name of a Greek letter: `theta` for θ and ϑ.
pub(super) fn greek_name(letter: char) -> Option<&'static str> {
    GREEK
        .iter()
        .find(|(_, letters)| letters.chars().any(|each| each == letter))
        .map(|(name, _)| *name)
}

fn greek_letter(name: &str) -> Option<char> {
    GREEK
        .iter()
        .find(|(greek, _)| *greek == name)
        .and_then(|(_, letters)| letters.chars().next())
}

/// The digit a subscript digit stands for: `1` for ₁.
pub(super) fn subscript_digit(letter: char) -> Option<char> {
    ('₀'..='₉')
        .contains(&letter)
        .then(|| char::from(b'0' + (letter as u32 - '₀' as u32) as u8))
}

fn to_subscript(digit: char) -> char {
    digit
        .to_digit(10)
        .and_then(|value| char::from_u32('₀' as u32 + value))
        .unwrap_or(digit)
}

/// The name of a parameter, such as `w`, `w1` or `theta`, in all its spellings.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name {
    letters: String,
    digits: String,
    plain: String,
}

impl Name {
    /// Reads a name: letters, then digits. `w_1`, `w₁` and `w1` are one name,
    /// so are `θ` and `theta`. `None` if the text is not a name.
    pub fn new(text: &str) -> Option<Name> {
        let rest = text.trim_start_matches(char::is_alphabetic);
        let letters = text.strip_suffix(rest).unwrap_or(text);
        let rest_digits = rest.strip_prefix('_').unwrap_or(rest);
        let digits = rest_digits
            .chars()
            .map(|digit| subscript_digit(digit).unwrap_or(digit))
            .collect::<String>();
        let lone_underscore = rest_digits.len() < rest.len() && digits.is_empty();
        let is_name = !letters.is_empty()
            && !lone_underscore
            && digits.chars().all(|digit| digit.is_ascii_digit());
        if !is_name {
            return None;
        }
        let mut symbols = letters.chars();
        let letters = match (symbols.next().and_then(greek_name), symbols.next()) {
            (Some(greek), None) => greek,
            _ => letters,
        };
        Some(Name {
            letters: letters.to_string(),
            plain: format!("{letters}{digits}"),
            digits,
        })
    }

    /// The spelling in links and readouts: `w1`, `theta`.
    pub fn plain(&self) -> &str {
        &self.plain
    }

    /// The spelling in pictures and prose: `w₁`, `θ`.
    pub fn display(&self) -> String {
        let mut text = self.symbol();
        text.extend(self.digits.chars().map(to_subscript));
        text
    }

    /// The name as a MathML fragment: `<msub><mi>w</mi><mn>1</mn></msub>`.
    pub fn mathml(&self) -> String {
        self.mathml_with("")
    }

    /// The spelling for a screen reader: `w 1`, `theta`.
    pub fn spoken(&self) -> String {
        if self.digits.is_empty() {
            self.letters.clone()
        } else {
            format!("{} {}", self.letters, self.digits)
        }
    }

    /// The fragment with attributes, such as ` class="parameter-0"`, on its
    /// outermost element.
    pub(super) fn mathml_with(&self, attributes: &str) -> String {
        let symbol = self.symbol();
        let digits = &self.digits;
        if digits.is_empty() {
            format!("<mi{attributes}>{symbol}</mi>")
        } else {
            format!("<msub{attributes}><mi>{symbol}</mi><mn>{digits}</mn></msub>")
        }
    }

    /// Whether it is written with more than one letter, such as `speed`.
    pub(super) fn is_word(&self) -> bool {
        self.symbol().chars().nth(1).is_some()
    }

    /// Whether it is the name of a Greek letter.
    pub(super) fn is_greek(&self) -> bool {
        greek_letter(&self.letters).is_some()
    }

    fn symbol(&self) -> String {
        match greek_letter(&self.letters) {
            Some(letter) => letter.to_string(),
            None => self.letters.clone(),
        }
    }
}
