"""The engine: declare a model once, and have it as a function, as JavaScript and as an equation."""

from labsupport.constants import conversion, symbolic
from labsupport.modelling.declarations import Output, Parameter, Settled, State, Time, symbol, t
from labsupport.modelling.errors import DeclarationError, ModelValueError
from labsupport.modelling.functions import expm1, log1p, random_normal, random_uniform, x_over_expm1
from labsupport.modelling.models import AlgebraicModel, DynamicalModel
from labsupport.modelling.registry import get, models, register
from labsupport.modelling.sampled import SampledModel, Statistic, trial

__all__ = [
    "AlgebraicModel",
    "DeclarationError",
    "DynamicalModel",
    "ModelValueError",
    "Output",
    "Parameter",
    "SampledModel",
    "Settled",
    "State",
    "Statistic",
    "Time",
    "conversion",
    "expm1",
    "get",
    "log1p",
    "models",
    "random_normal",
    "random_uniform",
    "register",
    "symbol",
    "symbolic",
    "t",
    "trial",
    "x_over_expm1",
]
