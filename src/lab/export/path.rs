use crate::lab::Session;
use crate::number::exact;

impl Session {
    /// The heading of a run's path as CSV: iteration, parameters, J and its partial
    /// derivatives.
    pub fn path_head(&self) -> String {
        let names = self.subject().parameters().iter().map(|name| name.plain());
        let names: Vec<&str> = names.collect();
        let partials = names.iter().map(|name| format!("dJ/d{name}"));
        let partials: Vec<String> = partials.collect();
        format!("iteration,{},J,{}\r\n", names.join(","), partials.join(","))
    }

    /// A run's path from one iteration to another, both included, as far as it is shown: a
    /// line each, every number with all its digits.
    pub fn path_rows(&self, run: usize, from: u32, to: u32) -> String {
        let shown = self.shown_iteration(run);
        let to = if to < shown { to } else { shown };
        let cost = &*self.subject().cost;
        let mut gradient = vec![0.0; self.subject().dimension()];
        let mut text = String::new();
        self.runs()[run].visit(from, to, |iteration, point| {
            cost.gradient(point, &mut gradient);
            let value = cost.value(point);
            let numbers = point.iter().chain([&value]).chain(&gradient);
            let numbers: Vec<String> = numbers.map(|number| exact(*number)).collect();
            text += &format!("{iteration},{}\r\n", numbers.join(","));
        });
        text
    }
}
