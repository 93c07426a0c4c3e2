/// The cells of a rectangle by passes: each pass has those whose row and column its stride
/// divides, but for those of the passes with larger strides.
#[derive(Clone, Debug)]
pub(super) struct Passes {
    columns: usize,
    rows: usize,
    coarsest: usize,
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
            column: 0,
            row: 0,
        }
    }

    /// Goes back to the first cell.
    pub(super) fn begin(&mut self) {
        (self.column, self.row) = (0, 0);
    }

    /// Column and row of the next cells of the pass with this stride, a power of two.
    pub(super) fn of(&mut self, stride: usize) -> impl Iterator<Item = [usize; 2]> {
        std::iter::from_fn(move || {
            while self.row < self.rows {
                let cell = [self.column, self.row];
                self.column += stride;
                if self.column >= self.columns {
                    self.column = 0;
                    self.row += stride;
                }
                if super::coarse::stride(cell[0] | cell[1], self.coarsest) == stride {
                    return Some(cell);
                }
            }
            None
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Passes;

    #[test]
    fn every_cell_comes_once_and_in_its_pass() {
        for columns in 1..20 {
            for rows in 1..20 {
                let mut passes = Passes::new([columns, rows], 8);
                let mut cells = Vec::new();
                for stride in [8, 4, 2, 1] {
                    passes.begin();
                    for [column, row] in passes.of(stride) {
                        let finest = |stride: usize| column % stride == 0 && row % stride == 0;
                        assert!(finest(stride) && (stride == 8 || !finest(2 * stride)));
                        cells.push([column, row]);
                    }
                }
                assert_eq!(cells.len(), columns * rows);
                cells.sort_unstable();
                cells.dedup();
                assert_eq!(cells.len(), columns * rows);
            }
        }
    }
}
