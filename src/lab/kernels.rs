use std::cell::RefCell;
use std::rc::Rc;

use super::Session;
use crate::compile::{Module, module};
use crate::landscape::Kernel;

/// Whoever can make a module run: a browser.
pub trait Compiler {
    /// The module's kernels; `None` if that is forbidden or fails.
    fn instantiate(&self, module: &Module) -> Option<Rc<dyn Kernel>>;
}

/// The kernels of the present cost and rule, made when they are first wanted.
#[derive(Default)]
pub(super) struct Kernels {
    compiler: Option<Rc<dyn Compiler>>,
    made: RefCell<Option<Made>>,
}

struct Made {
    /// The formula and the rule, as texts.
    of: [String; 2],
    kernel: Option<Rc<dyn Kernel>>,
}

impl Session {
    /// From now on formulas are compiled.
    pub fn compile_with(&mut self, compiler: Rc<dyn Compiler>) {
        self.kernels = Kernels {
            compiler: Some(compiler),
            made: RefCell::default(),
        };
    }

    /// Kernels of the present formula and rule, where something can compile them.
    pub fn kernel(&self) -> Option<Rc<dyn Kernel>> {
        let compiler = self.kernels.compiler.as_ref()?;
        let formula = self.subject().formula.as_ref()?;
        let plan = self.plan();
        let of = [formula.text(), plan.rule.id].map(String::from);
        let mut made = self.kernels.made.borrow_mut();
        if let Some(made) = made.as_ref().filter(|made| made.of == of) {
            return made.kernel.clone();
        }
        let module = module(formula, plan.rule.order, plan.limits.reach);
        let kernel = module.and_then(|module| compiler.instantiate(&module));
        made.insert(Made { of, kernel }).kernel.clone()
    }
}
