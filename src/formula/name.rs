/// The name of a parameter, such as `w`, `w1` or `theta`, in all its spellings.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name {
    plain: String,
}

impl Name {
    /// Reads a name: letters, then digits. `w_1`, `w₁` and `w1` are one name,
    /// so are `θ` and `theta`. `None` if the text is not a name.
    pub fn new(text: &str) -> Option<Name> {
        let plain = text.to_string();
        (!plain.is_empty()).then_some(Name { plain })
    }

    /// The spelling in links and readouts: `w1`, `theta`.
    pub fn plain(&self) -> &str {
        &self.plain
    }

    /// The spelling in pictures and prose: `w₁`, `θ`.
    pub fn display(&self) -> String {
        self.plain.clone()
    }

    /// The name as a MathML fragment: `<msub><mi>w</mi><mn>1</mn></msub>`.
    pub fn mathml(&self) -> String {
        format!("<mi>{}</mi>", self.plain)
    }
}
