"""Templates compiled to short code: what Jinja allows and they don't use is left out of it.

A page shows, reads and calls a million things, and Jinja asks of each whether it is safe already,
an attribute or an item, in need of the context. Here templates read attributes only (an item is
written ``a["b"]``), give macros their arguments by place, and call nothing that needs the context;
whatever they show goes through one function, which escapes it.
"""

from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing
from markupsafe import Markup


class Lean(Environment):
    """An environment whose templates are compiled so.

    Args:
        package: Where the folder of the templates lies.
        show: Returns what stands in the page for a thing that a template shows, escaped.
    """

    def __init__(self, package: str, show: Callable[[Any], str]) -> None:
        super().__init__(
            loader=PackageLoader(package),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            # What stands in a template and never changes is shown as it is compiled.
            finalize=lambda value: Markup(show(value)),
        )
        self.show = show
        self.macro = _macro
        self.filters |= {"list": list, "length": len, "having": _having}


class _Code(CodeGenerator):
    """Writes the code of a template."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        self.write("(")
        self.visit(node.node, frame)
        self.write(")[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            self.fail("these templates call plainly", node.lineno)
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        del frame
        self.write(f"environment.macro(macro, {len(macro_ref.node.args)})")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        del node, frame, finalize
        self.write("environment.show(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        del node, frame, finalize
        self.write(")")


Lean.code_generator_class = _Code


def _macro(body: Callable[..., str], takes: int) -> Callable[..., Markup]:
    def called(*given: Any) -> Markup:
        if len(given) < takes:
            given += (missing,) * (takes - len(given))
        return str.__new__(Markup, body(*given))

    return called


def _having(things: Iterable[Any], name: str) -> list[Any]:
    """Return the things that have something under a name."""
    return [thing for thing in things if getattr(thing, name)]
