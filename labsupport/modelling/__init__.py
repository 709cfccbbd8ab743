"""The engine: declare a model once, and have it as a function, as JavaScript and as an equation."""

from labsupport.constants import conversion, symbolic
from labsupport.modelling.declarations import Output, Parameter, State, Time, symbol, t
from labsupport.modelling.errors import DeclarationError, ModelValueError
from labsupport.modelling.functions import expm1, log1p, x_over_expm1
from labsupport.modelling.models import AlgebraicModel, DynamicalModel
from labsupport.modelling.registry import get, models, register

__all__ = [
    "AlgebraicModel",
    "DeclarationError",
    "DynamicalModel",
    "ModelValueError",
    "Output",
    "Parameter",
    "State",
    "Time",
    "conversion",
    "expm1",
    "get",
    "log1p",
    "models",
    "register",
    "symbol",
    "symbolic",
    "t",
    "x_over_expm1",
]
