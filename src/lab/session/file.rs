use super::Session;
use super::change::read_link;
use crate::lab::edit::Edit;
use crate::lab::given::Given;
use crate::lab::link;
use crate::lab::problem::Problem;
use crate::lab::rows::LongRows;
use crate::lab::setting::{Effect, Key, SETTINGS, Setting};
use crate::lab::words::file as words;

/// What belongs to the page that a figure stands on, and stays where a file does not say
/// otherwise.
const OF_PAGE: [Key; 4] = [Key::Controls, Key::Size, Key::Lang, Key::Theme];

impl Session {
    /// The figure as a text file, in pieces: the settings of its link one a line, easier to
    /// read than there and never shortened, however long the rows are.
    pub fn file(&self) -> impl Iterator<Item = String> {
        let version = format!("{}\n{}={}\n", words::HEAD, link::VERSION_KEY, link::VERSION);
        let lines = self.short_settings().into_iter().flat_map(|(key, text)| {
            let rows = self.given.rows().filter(|_| key == Key::Data.name());
            let pieces: Box<dyn Iterator<Item = String>> = match rows {
                Some(rows) => Box::new(rows.pieces()),
                None => Box::new(std::iter::once(text)),
            };
            let line = std::iter::once(format!("{key}="));
            line.chain(pieces.map(|piece| escaped(&piece)))
                .chain(std::iter::once("\n".to_owned()))
        });
        std::iter::once(version).chain(lines)
    }

    /// Opens a figure's file as one edit that can be undone. What of it cannot be used is
    /// told, as of a link.
    ///
    /// # Errors
    /// A sentence that says why it holds no figure; nothing is changed then.
    pub fn open_file(&mut self, text: &str) -> Result<Vec<Problem>, String> {
        self.take_file(text, None)
    }

    /// The same with rows too long for a text, which were read before.
    ///
    /// # Errors
    /// Those of [`open_file`](Session::open_file).
    pub fn open_file_with(&mut self, text: &str, rows: LongRows) -> Result<Vec<Problem>, String> {
        self.take_file(text, Some(rows))
    }

    fn take_file(&mut self, text: &str, rows: Option<LongRows>) -> Result<Vec<Problem>, String> {
        let (mut given, mut problems) = read_file(text, rows.is_some())?;
        match rows.map(LongRows::value) {
            Some(Ok(value)) => given.put(Key::Data, Some(value)),
            Some(Err(problem)) => return Err(words::refused(&problem.message)),
            None => {}
        }
        problems.extend(self.find_rows(&mut given));
        if let Some(problem) = problems.iter().find(|problem| is_of_subject(&problem.key)) {
            return Err(words::refused(&problem.message));
        }
        for key in OF_PAGE {
            if given.get(key).is_none() {
                given.put(key, self.given.get(key).cloned());
            }
        }
        self.settle();
        self.begin(Edit::All);
        self.settle();
        self.selected = 0;
        problems.extend(self.use_given(given));
        self.last_walk = None;
        self.example = self.given.clone();
        self.seek_start();
        Ok(problems)
    }
}

/// The settings of a file, and what of it cannot be used.
fn read_file(text: &str, has_rows: bool) -> Result<(Given, Vec<Problem>), String> {
    if text.len() > link::MOST_BYTES {
        return Err(words::too_long(link::MOST_BYTES));
    }
    let lines = text.trim_start_matches('\u{feff}').lines();
    let lines = (1..).zip(lines.map(str::trim));
    let mut query = String::new();
    for (number, line) in lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        if !line.contains('=') {
            return Err(words::no_setting(number, line));
        }
        query += line;
        query.push('&');
    }
    let known = link::read(&query).any(|(key, _)| Setting::find(&key).is_some());
    match known || has_rows {
        true => Ok(read_link(&query)),
        false => Err(words::NOTHING.into()),
    }
}

fn is_of_subject(key: &str) -> bool {
    let settings = SETTINGS.iter();
    let mut subject = settings.filter(|setting| setting.effect == Effect::Subject);
    subject.any(|setting| setting.name == key)
}

/// A value without what would end its line, or be read as another sign: percent signs,
/// ampersands and control characters are written as in links.
fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for sign in value.chars() {
        match sign {
            '%' | '&' => text += &format!("%{:02X}", u32::from(sign)),
            sign if sign.is_control() => text += &link::encoded(&sign.to_string()),
            sign => text.push(sign),
        }
    }
    text
}
