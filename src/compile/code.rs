use wasm_encoder::{Function, InstructionSink, MemArg, MemArgTarget, ValType};

/// The body of a WebAssembly function while it is written: locals are declared as they
/// are wanted.
pub(super) struct Code {
    bytes: Vec<u8>,
    parameters: u32,
    locals: Vec<ValType>,
}

impl Code {
    /// For a function with so many parameters, which are the first locals.
    pub(super) fn new(parameters: u32) -> Code {
        Code {
            bytes: Vec::new(),
            parameters,
            locals: Vec::new(),
        }
    }

    fn local(&mut self, kind: ValType) -> u32 {
        self.locals.push(kind);
        self.parameters + self.locals.len() as u32 - 1
    }

    /// A new local for an address or a count.
    pub(super) fn whole(&mut self) -> u32 {
        self.local(ValType::I32)
    }

    /// A new local for two numbers.
    pub(super) fn vector(&mut self) -> u32 {
        self.local(ValType::V128)
    }

    /// So many new locals for two numbers each.
    pub(super) fn vectors(&mut self, count: usize) -> Vec<u32> {
        (0..count).map(|_| self.vector()).collect()
    }

    /// Where the next instruction goes.
    pub(super) fn write(&mut self) -> InstructionSink<'_> {
        InstructionSink::new(&mut self.bytes)
    }

    /// Adds a constant to a whole number.
    pub(super) fn add(&mut self, local: u32, constant: i32) {
        self.write().local_get(local).i32_const(constant).i32_add();
        self.write().local_set(local);
    }

    /// The sum of the squares of some vectors, added in order, goes on the stack.
    pub(super) fn sum_of_squares(&mut self, vectors: &[u32]) {
        for (index, vector) in vectors.iter().enumerate() {
            self.write()
                .local_get(*vector)
                .local_get(*vector)
                .f64x2_mul();
            if index > 0 {
                self.write().f64x2_add();
            }
        }
    }

    /// The finished function.
    pub(super) fn finish(mut self) -> Function {
        self.write().end();
        let mut function = Function::new_with_locals_types(self.locals);
        function.raw(self.bytes);
        function
    }
}

/// So many numbers behind an address.
pub(super) fn numbers_behind(numbers: usize) -> MemArg {
    MemArg {
        offset: 8 * numbers as u64,
        align: 3,
        target: MemArgTarget::Memory(0),
        ordering: None,
    }
}
