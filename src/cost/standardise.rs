use super::{Column, Table, moments::Moments};

impl Table {
    /// The same rows with each feature measured from its mean, in standard deviations (of
    /// the rows themselves: dividing by m). y stays as it is, and a feature that never
    /// changes is 0. Standardised features are pure numbers.
    pub fn standardised(&self) -> Table {
        let moments = Moments::of(self);
        let features = self.columns().len() - 1;
        let scales: Vec<f64> = (0..features)
            .map(|index| libm::sqrt(moments.spread[index * features + index]))
            .map(|deviation| if deviation > 0.0 { deviation } else { 1.0 })
            .collect();
        let mut values = Vec::with_capacity(self.numbers());
        for row in self.rows() {
            let scaled = (0..features).map(|index| moments.centred(row, index) / scales[index]);
            values.extend(scaled);
            values.push(row[features]);
        }
        let columns = self.columns().iter().enumerate();
        let columns = columns.map(|(index, column)| match index < features {
            true => Column {
                name: format!("standardised {}", column.name),
                unit: String::new(),
            },
            false => column.clone(),
        });
        Table::new(columns.collect(), values)
            .unwrap_or_else(|_| unreachable!("smaller numbers than allowed ones are allowed"))
    }
}
