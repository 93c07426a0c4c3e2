//! One session: the settings and their link, the runs and their clock, the
//! readout, and all words the engine says. Knows no plotters and no browser.

mod asked;
mod batch;
mod captions;
mod choice;
mod defaults;
mod edit;
mod examples;
mod export;
mod formula_line;
mod given;
pub mod instruments;
mod kernels;
mod link;
mod near;
mod opening;
mod order;
mod packed;
mod pasted;
mod problem;
mod reading;
mod readout;
mod report;
mod rows;
mod session;
mod setting;
mod subject;
mod update;
mod value;
mod verdict;
pub mod words;

pub use captions::DataView;
pub use choice::{
    CLICKS, CONTROLS, Choice, INSTRUMENTS, LANGUAGES, LAYERS, SHOWS, SIZES, THEMES, VEILS,
};
pub use examples::{FORMULA_EXAMPLES, FormulaExample};
pub use given::Given;
pub use instruments::CompassReport;
pub use instruments::{Best, RainReport, StoppingReport, TwinReport, TwinsReport, ValleyReport};
pub use instruments::{
    PartialLine, SliceReport, SlicesReport, StepLengthReport, SumsColumn, SumsReport, SumsRow,
};
pub use kernels::Compiler;
pub use link::{MOST_BYTES as LONGEST_LINK, decoded};
pub use pasted::{ChoiceReport, ColumnReport, PasteReport, PastedTable};
pub use problem::Problem;
pub use reading::{Fault, FormulaReading, ParameterName, Remedy, Typeset};
pub use readout::{Guess, Hand, Readout, RunReadout};
pub use report::{ParameterReport, Report, RunReport};
pub use rows::{LongRows, MOST_DOTS, MOST_TEXT as LONGEST_TEXT, Rows, rows_in_plot};
pub use session::{HandWalk, Rain, Session, tidy};
pub use setting::{Effect, Key, MOST_HAND_STEPS, SETTINGS, Setting};
pub use subject::{Origin, Subject};
pub use update::UpdateLine;
pub use value::{Kind, Value};
pub use words::MathLine;
