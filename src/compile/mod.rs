//! Formulas as WebAssembly: the instructions of a tape, two points at a time.
//!
//! [`module`] writes a module for one formula and one update rule. It takes its memory and
//! the functions named by [`Module::imports`] from the engine and has two functions of its
//! own, which [`Kernel`](crate::landscape::Kernel) describes: `values` and `descend`. Every
//! number it works out has the bits that the tape gives it, for the operations are the same,
//! in the same order; any NaN counts as equal.

mod bounds;
mod code;
mod descend;
mod lanes;
mod slots;
mod values;

use wasm_encoder::{
    CodeSection, EntityType, ExportKind, ExportSection, FunctionSection, ImportSection, MemoryType,
    TypeSection, ValType,
};

use crate::descent::Order;
use crate::formula::Formula;
pub use lanes::{Import, Imported};

/// The name under which the engine's functions and memory are imported.
pub const ENGINE: &str = "engine";

/// The most instructions: what is larger takes longer to compile than it saves.
const LARGEST: usize = 4_000;

/// A WebAssembly module for one formula and one update rule.
pub struct Module {
    /// The module.
    pub bytes: Vec<u8>,
    /// The functions it imports from [`ENGINE`], beside `memory`.
    pub imports: Vec<Import>,
}

/// The kernels of a formula, for walks that stay within `reach` of the origin unless they
/// are found to want care. `None` if the formula is too large.
pub fn module(formula: &Formula, order: Order, reach: f64) -> Option<Module> {
    let parameters = formula.parameters().len();
    let known_finite = bounds::is_finite_within(formula.value_tape(), parameters, reach);
    let steps = descend::Tapes::new(formula, order, known_finite);
    let tapes = [steps.all(), vec![formula.value_tape()]].concat();
    let size: usize = tapes.iter().map(|tape| tape.instructions().len()).sum();
    if size > LARGEST {
        return None;
    }
    let imports = lanes::imports(&tapes);
    let mut types = TypeSection::new();
    types.ty().function([ValType::F64], [ValType::F64]);
    types.ty().function([ValType::F64; 2], [ValType::F64]);
    types.ty().function(vec![ValType::I32; parameters + 2], []);
    types.ty().function(descend::Given::types(), []);
    let first = imports.len() as u32;
    let mut code = CodeSection::new();
    code.function(&values::values(formula.value_tape(), parameters, &imports));
    code.function(&descend::descend(&steps, parameters, &imports));
    let mut module = wasm_encoder::Module::new();
    module
        .section(&types)
        .section(&import_section(&imports))
        .section(FunctionSection::new().function(2).function(3))
        .section(
            ExportSection::new()
                .export("values", ExportKind::Func, first)
                .export("descend", ExportKind::Func, first + 1),
        )
        .section(&code);
    Some(Module {
        bytes: module.finish(),
        imports,
    })
}

fn import_section(imports: &[Import]) -> ImportSection {
    let mut section = ImportSection::new();
    for import in imports {
        let kind = match import.function {
            Imported::One(_) => 0,
            Imported::Two(_) => 1,
        };
        section.import(ENGINE, import.name, EntityType::Function(kind));
    }
    let memory = MemoryType {
        minimum: 0,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    };
    section.import(ENGINE, "memory", memory);
    section
}
