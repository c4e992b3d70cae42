"""The traits that the list tells by itself, for where no plan names its own."""

from __future__ import annotations

from desktop.rules.pack import RulePack
from desktop.rules.pack_people import FlagTrait, PersonFlag, Trait

_BUILT_IN = tuple(FlagTrait(key=flag.value, name=flag.value, flag=flag) for flag in PersonFlag)


def every_trait(pack: RulePack | None) -> tuple[Trait, ...]:
    """List the plan's traits, and those that the list tells besides."""
    own = pack.traits if pack is not None else ()
    keys = {trait.key for trait in own}
    flags = {trait.flag for trait in own if isinstance(trait, FlagTrait)}
    return (*own, *(one for one in _BUILT_IN if one.key not in keys and one.flag not in flags))


def built_in_flag(trait: Trait) -> PersonFlag | None:
    """Tell what a trait is that no plan has given a name of its own."""
    return trait.flag if trait in _BUILT_IN and isinstance(trait, FlagTrait) else None
