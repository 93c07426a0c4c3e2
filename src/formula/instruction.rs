/// One operation on registers a and b into a register that is neither.
#[derive(Clone, Copy, Debug)]
pub struct Instruction {
    /// What is done.
    pub operation: Operation,
    /// The register that is written.
    pub into: u32,
    /// The first operand's register.
    pub a: u32,
    /// The second operand's register; `a` again where there is none.
    pub b: u32,
}

/// What an instruction does with the numbers a and b.
#[derive(Clone, Copy, Debug)]
pub enum Operation {
    /// −a
    Negative,
    /// a + b
    Add,
    /// a − b
    Subtract,
    /// a·b
    Multiply,
    /// a/b
    Divide,
    /// a·a
    Square,
    /// a to a whole power, by [`power_chain`](super::power_chain).
    WholePower(i32),
    /// a to the power b, by `libm::pow`.
    Power,
    /// A function of a, with its name.
    One(&'static str, fn(f64) -> f64),
    /// A function of a and b, with its name.
    Two(&'static str, fn(f64, f64) -> f64),
    /// a where register `c` ≤ register `d`, b where `c` > `d`, otherwise NaN.
    Choose {
        /// The register compared.
        c: u32,
        /// The register it is compared with.
        d: u32,
    },
}

impl Instruction {
    /// The registers that it reads.
    pub fn reads(&self) -> impl Iterator<Item = u32> + use<> {
        let further = match self.operation {
            Operation::Choose { c, d } => [c, d],
            _ => [self.a, self.b],
        };
        [self.a, self.b].into_iter().chain(further)
    }
}
