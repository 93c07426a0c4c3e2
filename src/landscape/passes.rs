/// The cells of a rectangle, the coarse ones first: each pass has those whose row and
/// column its stride divides, but for those of the passes before; strides go down by halves
/// to 1.
#[derive(Clone, Debug)]
pub(super) struct Passes {
    columns: usize,
    rows: usize,
    coarsest: usize,
    stride: usize,
    column: usize,
    row: usize,
}

impl Passes {
    /// At least 1 × 1 cells; the coarsest stride is a power of two.
    pub(super) fn new([columns, rows]: [usize; 2], coarsest: usize) -> Passes {
        Passes {
            columns,
            rows,
            coarsest,
            stride: coarsest,
            column: 0,
            row: 0,
        }
    }

    /// How many cells a pass has.
    pub(super) fn length(&self, stride: usize) -> usize {
        let multiples = |stride: usize| self.columns.div_ceil(stride) * self.rows.div_ceil(stride);
        match stride == self.coarsest {
            true => multiples(stride),
            false => multiples(stride) - multiples(2 * stride),
        }
    }

    /// The stride of the pass that a cell belongs to.
    pub(super) fn stride(&self, column: usize, row: usize) -> usize {
        super::coarse::stride(column | row, self.coarsest)
    }
}

/// Column and row.
impl Iterator for Passes {
    type Item = [usize; 2];

    fn next(&mut self) -> Option<[usize; 2]> {
        while self.stride > 0 {
            let cell = [self.column, self.row];
            self.column += self.stride;
            if self.column >= self.columns {
                self.column = 0;
                self.row += self.stride;
            }
            let stride = self.stride;
            if self.row >= self.rows {
                self.row = 0;
                self.stride /= 2;
            }
            if cell[0] < self.columns && self.stride(cell[0], cell[1]) == stride {
                return Some(cell);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Passes;

    #[test]
    fn every_cell_comes_once_and_in_its_pass() {
        for columns in 1..20 {
            for rows in 1..20 {
                let passes = Passes::new([columns, rows], 8);
                let mut cells: Vec<[usize; 2]> = passes.clone().collect();
                let mut from = 0;
                for stride in [8, 4, 2, 1] {
                    let to = from + passes.length(stride);
                    let of_pass = |cell: &[usize; 2]| passes.stride(cell[0], cell[1]) == stride;
                    assert!(cells[from..to].iter().all(of_pass));
                    from = to;
                }
                assert_eq!(cells.len(), columns * rows);
                cells.sort_unstable();
                cells.dedup();
                assert_eq!(cells.len(), columns * rows);
            }
        }
    }
}
