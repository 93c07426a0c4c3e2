//! What to look at in each picture, and the map in words.

use super::report::RunReport;
use super::rows::{MOST_DOTS, MOST_PREDICTED};
use super::session::Session;
use super::words::{self, Map, Scene};
use crate::cost::{Loss, Model};
use crate::landscape::Window;

/// How data are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataView {
    /// One feature: rows as dots, and what each run predicts for every place.
    Curves,
    /// Two features: what the selected run says for every place of their plane.
    Output,
    /// What the selected run predicts for each row against what was measured.
    Predictions,
}

impl Session {
    pub(super) fn caption(&self, teaches: &str, shown: Window, runs: &[RunReport]) -> String {
        let by_hand = match self.hand() {
            Some(_) => words::compass::BY_HAND,
            None => "",
        };
        match self.in_fog() {
            true => self.fog_caption() + by_hand,
            false => {
                let rain = self
                    .rain_on_map()
                    .map_or(String::new(), |text| format!(" {text}"));
                let basins = match self.shows_basins() {
                    true => format!(" {}", words::basins::ON_MAP),
                    false => String::new(),
                };
                let rounding = match self.given().window() {
                    Some(_) if self.shows_rounding(shown) => format!(" {}", words::zoom::ROUNDING),
                    _ => String::new(),
                };
                let caption = self.map_caption(teaches, runs);
                let batch = self.batch_caption();
                let batch = batch.map_or(String::new(), |text| format!(" {text}"));
                caption + &batch + by_hand + &rain + &basins + &rounding + &self.holes(shown)
            }
        }
    }

    /// What the hatching means, or the gaps of a curve, where there are any.
    fn holes(&self, shown: Window) -> String {
        let undefined = self.undefined_in(shown);
        let sentence = undefined.as_ref().map(words::formula::undefined);
        match (sentence, self.subject().dimension()) {
            (None, _) => String::new(),
            (Some(sentence), 1) => format!(" {}", words::formula::broken_off(&sentence)),
            (Some(sentence), _) => format!(" {}", words::formula::hatched(&sentence)),
        }
    }

    /// Whether the map's colours are those of basins.
    pub fn shows_basins(&self) -> bool {
        self.subject().dimension() > 1 && self.shows("basins")
    }

    /// What the fog leaves to be seen.
    pub(super) fn fog_caption(&self) -> String {
        words::compass::in_fog(self.subject().dimension() > 1 && self.shows("field"))
    }

    fn map_caption(&self, teaches: &str, runs: &[RunReport]) -> String {
        if self.is_finished() {
            let ended = |run: &RunReport| {
                words::ending(
                    run.number,
                    run.stopped.unwrap_or_default(),
                    &run.values,
                    &run.cost,
                )
            };
            return words::caption_ended(&runs.iter().map(ended).collect::<Vec<_>>());
        }
        if self.iteration() == 0 {
            return teaches.to_owned();
        }
        words::caption_walking(match (self.subject().dimension(), &self.subject().fit) {
            (1, _) => Map::Curve,
            _ if !self.shows("contours") => Map::Bare,
            (_, None) => Map::EvenContours,
            (_, Some(_)) => Map::UnevenContours,
        })
    }

    pub(super) fn chart_caption(&self) -> String {
        let run = &self.runs()[self.selected()];
        let several = self.runs().len() > 1;
        let number = several.then_some(self.selected() + 1);
        words::chart_caption(number, run.computed(), run.costs().rises())
    }

    pub(super) fn data_caption(&self, cost: &str) -> String {
        let Some(fit) = &self.subject().fit else {
            return String::new();
        };
        let rows = fit.table().row_count();
        let predicted = if rows < MOST_PREDICTED {
            rows
        } else {
            MOST_PREDICTED
        };
        let crowd = rows > MOST_DOTS;
        let is = words::loss(fit.loss());
        let ringed = match self.ringed_rows()[..] {
            [] => "",
            _ => words::batch::RINGED,
        };
        let caption = match self.data_view() {
            DataView::Curves => words::data_caption(cost, is, crowd.then_some(rows)),
            DataView::Output => words::output_caption(cost, is),
            DataView::Predictions => {
                words::prediction_caption(cost, is, crowd.then_some([predicted, rows]))
            }
        };
        caption + ringed
    }

    /// How the data are drawn; [`DataView::Predictions`] without data.
    pub fn data_view(&self) -> DataView {
        let Some(fit) = &self.subject().fit else {
            return DataView::Predictions;
        };
        let is_class =
            fit.loss() == Loss::CrossEntropy || matches!(fit.model(), Model::Network { .. });
        match fit.table().columns().len() {
            2 => DataView::Curves,
            3 if is_class => DataView::Output,
            _ => DataView::Predictions,
        }
    }

    /// The ranges of a window along its axes, in words.
    pub fn window_text(&self, shown: Window) -> String {
        words::ranges(&self.ranges(shown))
    }

    fn ranges(&self, window: Window) -> Vec<(String, [f64; 2])> {
        let names = self.subject().parameters();
        let [across, up] = self.axes();
        let second = match names.len() {
            1 => "J".to_owned(),
            _ => names[up].display(),
        };
        vec![(names[across].display(), window.x()), (second, window.y())]
    }

    pub(super) fn description(&self, name: &str, window: Window, runs: &[RunReport]) -> String {
        let names = self.subject().parameters();
        let mut walks: Vec<String> = runs.iter().map(run_sentence).collect();
        if self.in_fog() {
            walks = vec![self.fog_caption(), self.place()];
        } else if self.hand().is_some() {
            walks.push(self.place());
        }
        walks.extend(self.rain_on_map());
        if self.shows_basins() {
            walks.push(words::basins::ON_MAP.to_owned());
        }
        words::description(&Scene {
            name,
            ranges: self.ranges(window),
            one_parameter: names.len() == 1,
            frozen: self
                .frozen()
                .into_iter()
                .map(|(i, value)| (names[i].display(), value))
                .collect(),
            runs: walks,
        })
    }
}

fn run_sentence(run: &RunReport) -> String {
    match run.stopped {
        Some(_) => format!("Run {}. {}", run.number, run.verdict),
        None => words::run_sentence(run.number, run.iteration, &run.values, &run.cost),
    }
}
