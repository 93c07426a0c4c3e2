use std::cell::RefCell;
use std::rc::Rc;

use super::Session;
use crate::compile::{Module, module};
use crate::descent::Rule;
use crate::formula::Program;
use crate::landscape::Kernel;

/// Whoever can make a module run: a browser.
pub trait Compiler {
    /// The module's kernels; `None` if that is forbidden or fails.
    fn instantiate(&self, module: &Module) -> Option<Rc<dyn Kernel>>;
}

/// The kernels of the present cost, made for each rule when they are first wanted.
#[derive(Default)]
pub(super) struct Kernels {
    compiler: Option<Rc<dyn Compiler>>,
    made: RefCell<Vec<Made>>,
}

struct Made {
    /// The subject's number, and the parameter across.
    of: (u64, usize),
    rule: &'static Rule,
    kernel: Option<Rc<dyn Kernel>>,
}

impl Session {
    /// From now on costs are compiled.
    pub fn compile_with(&mut self, compiler: Rc<dyn Compiler>) {
        self.kernels = Kernels {
            compiler: Some(compiler),
            made: RefCell::default(),
        };
    }

    /// Kernels of the present cost and rule, where something can compile them.
    pub fn kernel(&self) -> Option<Rc<dyn Kernel>> {
        self.kernel_for(self.plan().rule)
    }

    /// Kernels of the present cost with another rule.
    pub fn kernel_for(&self, rule: &'static Rule) -> Option<Rc<dyn Kernel>> {
        let compiler = self.kernels.compiler.as_ref()?;
        let subject = self.subject();
        let [across, _] = self.axes();
        let of = (subject.number, across);
        let mut made = self.kernels.made.borrow_mut();
        made.retain(|made| made.of == of);
        if let Some(made) = made.iter().find(|made| made.rule == rule) {
            return made.kernel.clone();
        }
        let reach = self.plan().limits.reach;
        let module = |program: &Program| module(program, rule.order, reach, across);
        let module = subject.cost.program().and_then(|program| module(&program));
        let kernel = module.and_then(|module| compiler.instantiate(&module));
        made.push(Made {
            of,
            rule,
            kernel: kernel.clone(),
        });
        kernel
    }
}
