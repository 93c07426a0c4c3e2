use super::function::{Rule, choose};
use super::graph::{Graph, Node, NodeId};
use super::instruction::{Instruction, Operation};
use super::power::{whole_exponent, whole_power};

/// Points evaluated together: long enough to hide the cost of reading an
/// instruction, short enough that a formula's registers stay in the cache.
const LANES: usize = 128;

/// Registers that fit on the stack when one point is evaluated.
const SMALL: usize = 64;

/// A graph's outputs as a list of instructions on numbered registers.
///
/// The first registers hold the parameters, the next the constants, the others
/// are reused as soon as their value is no longer needed. One point and many
/// points go through the same operations in the same order, so they agree to
/// the last bit; so does whoever compiles the [`instructions`](Tape::instructions) and
/// keeps to their order.
#[derive(Clone, Debug)]
pub struct Tape {
    parameters: usize,
    constants: Vec<f64>,
    registers: usize,
    instructions: Vec<Instruction>,
    outputs: Vec<u32>,
}

impl Tape {
    /// The tape that works out `outputs`, in order, for points of `parameters` numbers.
    pub(super) fn new(graph: &Graph, outputs: &[NodeId], parameters: usize) -> Tape {
        Builder::new(graph, outputs, parameters).build(outputs)
    }

    /// How many registers the instructions use.
    pub fn registers(&self) -> usize {
        self.registers
    }

    /// What stands in the registers after those of the parameters.
    pub fn constants(&self) -> &[f64] {
        &self.constants
    }

    /// What is to be done, in this order.
    pub fn instructions(&self) -> &[Instruction] {
        &self.instructions
    }

    /// The registers of the results.
    pub fn outputs(&self) -> &[u32] {
        &self.outputs
    }

    /// Writes the outputs at one point.
    pub(super) fn evaluate(&self, at: &[f64], into: &mut [f64]) {
        if self.registers <= SMALL {
            self.run(&mut [0.0; SMALL], at, into);
        } else {
            self.run(&mut vec![0.0; self.registers], at, into);
        }
    }

    fn run(&self, registers: &mut [f64], at: &[f64], into: &mut [f64]) {
        let constants = self.parameters + self.constants.len();
        registers[..self.parameters].copy_from_slice(&at[..self.parameters]);
        registers[self.parameters..constants].copy_from_slice(&self.constants);
        for instruction in &self.instructions {
            let a = registers[instruction.a as usize];
            let b = registers[instruction.b as usize];
            registers[instruction.into as usize] = match instruction.operation {
                Operation::Negative => -a,
                Operation::Add => a + b,
                Operation::Subtract => a - b,
                Operation::Multiply => a * b,
                Operation::Divide => a / b,
                Operation::Square => a * a,
                Operation::WholePower(exponent) => whole_power(a, exponent),
                Operation::Power => libm::pow(a, b),
                Operation::One(_, function) => function(a),
                Operation::Two(_, function) => function(a, b),
                Operation::Choose { c, d } => {
                    choose(registers[c as usize], registers[d as usize], a, b)
                }
            };
        }
        for (value, output) in into.iter_mut().zip(&self.outputs) {
            *value = registers[*output as usize];
        }
    }

    /// Writes the first output at many points, given as one slice per parameter.
    pub(super) fn evaluate_lanes(&self, at: &[&[f64]], into: &mut [f64]) {
        let mut rows = Rows {
            parameters: self.parameters,
            own: vec![vec![0.0; LANES]; self.registers - self.parameters],
            at,
            start: 0,
            length: 0,
        };
        for (row, constant) in rows.own.iter_mut().zip(&self.constants) {
            row.fill(*constant);
        }
        for (block, values) in into.chunks_mut(LANES).enumerate() {
            rows.start = block * LANES;
            rows.length = values.len();
            for instruction in &self.instructions {
                rows.apply(*instruction);
            }
            values.copy_from_slice(rows.row(self.outputs[0]));
        }
    }
}

/// The registers of one block of points: the caller's own slices for the
/// parameters, a row each for the others.
struct Rows<'a> {
    parameters: usize,
    own: Vec<Vec<f64>>,
    at: &'a [&'a [f64]],
    start: usize,
    length: usize,
}

impl Rows<'_> {
    fn row(&self, register: u32) -> &[f64] {
        let register = register as usize;
        match self.at.get(register) {
            Some(lane) if register < self.parameters => &lane[self.start..self.start + self.length],
            _ => &self.own[register - self.parameters][..self.length],
        }
    }

    fn apply(&mut self, instruction: Instruction) {
        let into = instruction.into as usize - self.parameters;
        let mut target = std::mem::take(&mut self.own[into]);
        self.fill(instruction, &mut target[..self.length]);
        self.own[into] = target;
    }

    fn fill(&self, instruction: Instruction, into: &mut [f64]) {
        let (a, b) = (self.row(instruction.a), self.row(instruction.b));
        match instruction.operation {
            Operation::Negative => each(into, a, |a| -a),
            Operation::Add => pair(into, a, b, |a, b| a + b),
            Operation::Subtract => pair(into, a, b, |a, b| a - b),
            Operation::Multiply => pair(into, a, b, |a, b| a * b),
            Operation::Divide => pair(into, a, b, |a, b| a / b),
            Operation::Square => each(into, a, |a| a * a),
            Operation::WholePower(exponent) => each(into, a, |a| whole_power(a, exponent)),
            Operation::Power => pair(into, a, b, libm::pow),
            Operation::One(_, function) => each(into, a, function),
            Operation::Two(_, function) => pair(into, a, b, function),
            Operation::Choose { c, d } => {
                let (c, d) = (self.row(c), self.row(d));
                for (lane, value) in into.iter_mut().enumerate() {
                    *value = choose(c[lane], d[lane], a[lane], b[lane]);
                }
            }
        }
    }
}

#[inline(always)]
fn each(into: &mut [f64], a: &[f64], operation: impl Fn(f64) -> f64) {
    for (value, a) in into.iter_mut().zip(a) {
        *value = operation(*a);
    }
}

#[inline(always)]
fn pair(into: &mut [f64], a: &[f64], b: &[f64], operation: impl Fn(f64, f64) -> f64) {
    for ((value, a), b) in into.iter_mut().zip(a).zip(b) {
        *value = operation(*a, *b);
    }
}

struct Builder<'a> {
    graph: &'a Graph,
    parameters: usize,
    /// How many instructions and outputs still read each node.
    readers: Vec<u32>,
    /// Where each node's value is kept.
    places: Vec<Option<u32>>,
    /// The values of nodes that depend on no parameter.
    known: Vec<f64>,
    constants: Vec<f64>,
    free: Vec<u32>,
    registers: u32,
    instructions: Vec<Instruction>,
}

impl<'a> Builder<'a> {
    fn new(graph: &'a Graph, outputs: &[NodeId], parameters: usize) -> Builder<'a> {
        let mut readers = vec![0; graph.len()];
        for output in outputs {
            readers[output.index()] += 1;
        }
        for index in (0..graph.len()).rev() {
            if readers[index] > 0 {
                let (operands, count) = graph.node(graph.id(index)).operands();
                for operand in &operands[..count] {
                    readers[operand.index()] += 1;
                }
            }
        }
        Builder {
            graph,
            parameters,
            readers,
            places: vec![None; graph.len()],
            known: vec![0.0; graph.len()],
            constants: Vec::new(),
            free: Vec::new(),
            registers: 0,
            instructions: Vec::new(),
        }
    }

    fn build(mut self, outputs: &[NodeId]) -> Tape {
        let used: Vec<NodeId> = (0..self.graph.len())
            .filter(|index| self.readers[*index] > 0)
            .map(|index| self.graph.id(index))
            .collect();
        self.place_constants(&used, outputs);
        for id in &used {
            match self.graph.node(*id) {
                Node::Parameter(index) => self.places[id.index()] = Some(index as u32),
                _ if self.graph.is_constant(*id) => {}
                node => self.emit(*id, node),
            }
        }
        let place = |output: &NodeId| self.places[output.index()].unwrap_or(0);
        Tape {
            parameters: self.parameters,
            registers: self.registers as usize,
            outputs: outputs.iter().map(place).collect(),
            constants: self.constants,
            instructions: self.instructions,
        }
    }

    /// Works out what depends on no parameter, and gives a register to each of
    /// these values that something else reads.
    fn place_constants(&mut self, used: &[NodeId], outputs: &[NodeId]) {
        let mut read = vec![false; self.graph.len()];
        for output in outputs {
            read[output.index()] = true;
        }
        for id in used {
            let node = self.graph.node(*id);
            if self.graph.is_constant(*id) {
                self.known[id.index()] = self.work_out(node);
            } else {
                let (operands, count) = node.operands();
                let read_count = match self.whole_exponent_of(node) {
                    Some(_) => 1,
                    None => count,
                };
                for operand in &operands[..read_count] {
                    read[operand.index()] = true;
                }
            }
        }
        for id in used {
            if self.graph.is_constant(*id) && read[id.index()] {
                let place = self.parameters + self.constants.len();
                self.places[id.index()] = Some(place as u32);
                self.constants.push(self.known[id.index()]);
            }
        }
        self.registers = (self.parameters + self.constants.len()) as u32;
    }

    fn work_out(&self, node: Node) -> f64 {
        let (operands, _) = node.operands();
        let [a, b, c, d] = operands.map(|operand| self.known[operand.index()]);
        match node {
            Node::Number(bits) => f64::from_bits(bits),
            Node::Constant(constant) => constant.value(),
            Node::Parameter(_) => f64::NAN,
            Node::Negative(_) => -a,
            Node::Add(..) => a + b,
            Node::Subtract(..) => a - b,
            Node::Multiply(..) => a * b,
            Node::Divide(..) => a / b,
            Node::Power(..) => match self.whole_exponent_of(node) {
                Some(exponent) => whole_power(a, exponent),
                None => libm::pow(a, b),
            },
            Node::Call(function, _) | Node::Fold(function, ..) => match function.rule {
                Rule::One { evaluate, .. } => evaluate(a),
                Rule::Fold { evaluate, .. } => evaluate(a, b),
                Rule::Choose => f64::NAN,
            },
            Node::Choose(_) => choose(a, b, c, d),
        }
    }

    fn whole_exponent_of(&self, node: Node) -> Option<i32> {
        match node {
            Node::Power(_, exponent) => self.graph.as_number(exponent).and_then(whole_exponent),
            _ => None,
        }
    }

    fn emit(&mut self, id: NodeId, node: Node) {
        let ([first, second, third, fourth], count) = node.operands();
        let place = |node: NodeId| self.places[node.index()].unwrap_or(0);
        let (mut a, mut b) = (place(first), place(first));
        if count > 1 && self.whole_exponent_of(node).is_none() {
            b = place(second);
        }
        let operation = match node {
            Node::Negative(_) => Operation::Negative,
            Node::Add(..) => Operation::Add,
            Node::Subtract(..) => Operation::Subtract,
            Node::Multiply(..) => Operation::Multiply,
            Node::Divide(..) => Operation::Divide,
            Node::Power(..) => match self.whole_exponent_of(node) {
                Some(2) => Operation::Square,
                Some(exponent) => Operation::WholePower(exponent),
                None => Operation::Power,
            },
            Node::Call(function, _) | Node::Fold(function, ..) => match function.rule {
                Rule::One { evaluate, .. } => Operation::One(function.name, evaluate),
                Rule::Fold { evaluate, .. } => Operation::Two(function.name, evaluate),
                Rule::Choose => return,
            },
            Node::Choose(_) => {
                let (c, d) = (a, b);
                (a, b) = (place(third), place(fourth));
                Operation::Choose { c, d }
            }
            Node::Number(_) | Node::Constant(_) | Node::Parameter(_) => return,
        };
        let into = self.take_register();
        self.places[id.index()] = Some(into);
        self.instructions.push(Instruction {
            operation,
            into,
            a,
            b,
        });
        self.release(&[first, second, third, fourth][..count]);
    }

    fn take_register(&mut self) -> u32 {
        self.free.pop().unwrap_or_else(|| {
            self.registers += 1;
            self.registers - 1
        })
    }

    /// Frees the registers of operands that nothing else will read.
    fn release(&mut self, operands: &[NodeId]) {
        let first_temporary = (self.parameters + self.constants.len()) as u32;
        for operand in operands {
            let readers = &mut self.readers[operand.index()];
            *readers -= 1;
            if let (0, Some(place)) = (*readers, self.places[operand.index()])
                && place >= first_temporary
            {
                self.free.push(place);
            }
        }
    }
}
