//! Costs as WebAssembly: the instructions of a tape, two points at a time.
//!
//! [`module`] writes a module for one cost and one update rule. It takes its memory and
//! the functions named by [`Module::imports`] from the engine and has two functions of its
//! own, which [`Kernel`](crate::landscape::Kernel) describes: `grid` and `descend`. Every
//! number it works out has the bits that the tape gives it, for the operations are the same,
//! in the same order; any NaN counts as equal.

mod bounds;
mod code;
mod descend;
mod grid;
mod lanes;
mod slots;

use wasm_encoder::{
    CodeSection, EntityType, ExportKind, ExportSection, FunctionSection, ImportSection, MemoryType,
    TypeSection, ValType,
};

use crate::descent::Order;
use crate::formula::Program;
pub use lanes::{Import, Imported};

/// The name under which the engine's functions and memory are imported.
pub const ENGINE: &str = "engine";

/// The most instructions: what is larger takes longer to compile than it saves.
const LARGEST: usize = 4_000;

/// A WebAssembly module for one cost and one update rule.
pub struct Module {
    /// The module.
    pub bytes: Vec<u8>,
    /// The functions it imports from [`ENGINE`], beside `memory`.
    pub imports: Vec<Import>,
    /// The parameter that changes along the rows of its grids.
    pub across: usize,
}

/// The kernels of a cost, for walks that stay within `reach` of the origin unless they
/// are found to want care, and for grids along whose rows the parameter `across` changes.
/// `None` if the program is too large.
pub fn module(program: &Program, order: Order, reach: f64, across: usize) -> Option<Module> {
    let parameters = program.parameters();
    let known_finite = bounds::is_finite_within(program.value(), parameters, reach);
    let steps = descend::Tapes::new(program, order, known_finite);
    let tapes = [steps.all(), vec![program.value()]].concat();
    let size: usize = tapes.iter().map(|tape| tape.instructions().len()).sum();
    if size > LARGEST {
        return None;
    }
    let imports = lanes::imports(&tapes);
    let mut types = TypeSection::new();
    types.ty().function([ValType::F64], [ValType::F64]);
    types.ty().function([ValType::F64; 2], [ValType::F64]);
    types.ty().function(grid::given(), []);
    types.ty().function(descend::Given::types(), []);
    let first = imports.len() as u32;
    let mut code = CodeSection::new();
    code.function(&grid::grid(program.value(), parameters, across, &imports));
    code.function(&descend::descend(&steps, parameters, &imports));
    let mut module = wasm_encoder::Module::new();
    module
        .section(&types)
        .section(&import_section(&imports))
        .section(FunctionSection::new().function(2).function(3))
        .section(
            ExportSection::new()
                .export("grid", ExportKind::Func, first)
                .export("descend", ExportKind::Func, first + 1),
        )
        .section(&code);
    Some(Module {
        bytes: module.finish(),
        imports,
        across,
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
