"""How Django's forms look here: fields of the design system, an error summary, words for optional."""

from typing import Any

from django.forms import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import CheckboxSelectMultiple, RadioSelect, Widget


class PageField(BoundField):
    """A field whose control carries the classes of the design system."""

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: Widget | None = None
    ) -> dict[str, Any]:
        """Add the class; groups of choices are drawn by their own template."""
        built = super().build_widget_attrs(attrs, widget)
        if not isinstance(widget or self.field.widget, RadioSelect | CheckboxSelectMultiple):
            own = (widget or self.field.widget).attrs.get("class", "")
            built["class"] = f"ds-input {own}".strip()
        return built


class Renderer(TemplatesSetting):
    """Draws forms with the templates of this app."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
    bound_field_class = PageField
