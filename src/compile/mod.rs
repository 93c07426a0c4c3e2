//! Costs as WebAssembly: the instructions of a tape, two points at a time.
//!
//! A module takes its memory and the functions named by [`Module::imports`] from the engine.
//! Those of a [`grid_module`] and of a [`walk_module`] are described by the traits
//! [`GridKernel`](crate::landscape::GridKernel) and
//! [`WalkKernel`](crate::landscape::WalkKernel). Every number they work out has the bits that the tape gives it, for the operations are the same,
//! in the same order; any NaN counts as equal.

mod bounds;
mod code;
mod descend;
mod foresee;
mod grid;
mod lanes;
mod slots;

use wasm_encoder::{
    CodeSection, EntityType, ExportKind, ExportSection, Function, FunctionSection, ImportSection,
    MemoryType, TypeSection, ValType,
};

use crate::descent::Order;
use crate::formula::{Program, Tape};
pub use lanes::{Import, Imported};

/// The name under which the engine's functions and memory are imported.
pub const ENGINE: &str = "engine";

/// The most instructions: what is larger takes longer to compile than it saves.
const LARGEST: usize = 4_000;

/// A WebAssembly module for one cost.
pub struct Module {
    /// The module.
    pub bytes: Vec<u8>,
    /// The functions it imports from [`ENGINE`], beside `memory`.
    pub imports: Vec<Import>,
}

/// The function of a [`grid_module`].
pub const GRID: &str = "grid";
/// Functions of a [`walk_module`]: for many walks, and quicker for one or two.
pub const DESCEND: [&str; 2] = ["descend", "descend_few"];
/// The function of a [`walk_module`] that is its [`Guide`](crate::descent::Guide).
pub const FORESEE: &str = "foresee";

/// The module of a [`GridKernel`](crate::landscape::GridKernel) for grids along whose rows
/// the parameter `across` changes. `None` if the program is too large.
pub fn grid_module(program: &Program, across: usize) -> Option<Module> {
    let tape = program.value();
    let imports = small_imports(&[tape])?;
    let grid = grid::grid(tape, program.parameters(), across, &imports);
    Some(module(imports, &[(GRID, grid::Given::types(), grid)]))
}

/// The module of a [`WalkKernel`](crate::landscape::WalkKernel) for walks that stay within
/// `reach` of the origin unless they are found to want care. `None` if the program is too
/// large.
pub fn walk_module(program: &Program, order: Order, reach: f64) -> Option<Module> {
    let parameters = program.parameters();
    let known_finite = bounds::is_finite_within(program.value(), parameters, reach);
    let steps = descend::Tapes::new(program, order, known_finite);
    let outputs = program.gradient_and_value();
    let imports = small_imports(&[steps.all(), vec![&outputs]].concat())?;
    let descend = |hands| descend::descend(&steps, parameters, hands, &imports);
    let [many, few] = [descend::hands(&steps, parameters), 1].map(descend);
    let foresee = foresee::foresee(&outputs, &steps, parameters, &imports);
    let functions = [
        (DESCEND[0], descend::Given::types(), many),
        (DESCEND[1], descend::Given::types(), few),
        (FORESEE, foresee::Given::types(), foresee),
    ];
    Some(module(imports, &functions))
}

/// What the tapes import; `None` if they are too large.
fn small_imports(tapes: &[&Tape]) -> Option<Vec<Import>> {
    let size: usize = tapes.iter().map(|tape| tape.instructions().len()).sum();
    (size <= LARGEST).then(|| lanes::imports(tapes))
}

/// A module with these functions, by name and arguments.
fn module(imports: Vec<Import>, functions: &[(&str, Vec<ValType>, Function)]) -> Module {
    let mut types = TypeSection::new();
    types.ty().function([ValType::F64], [ValType::F64]);
    types.ty().function([ValType::F64; 2], [ValType::F64]);
    let mut declared = FunctionSection::new();
    let mut exports = ExportSection::new();
    let mut code = CodeSection::new();
    for (index, (name, given, function)) in functions.iter().enumerate() {
        types.ty().function(given.iter().copied(), []);
        declared.function(2 + index as u32);
        exports.export(name, ExportKind::Func, (imports.len() + index) as u32);
        code.function(function);
    }
    let mut module = wasm_encoder::Module::new();
    module
        .section(&types)
        .section(&import_section(&imports))
        .section(&declared)
        .section(&exports)
        .section(&code);
    Module {
        bytes: module.finish(),
        imports,
    }
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
