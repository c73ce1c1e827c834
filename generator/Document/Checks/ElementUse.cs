namespace OgGen.Generator.Document.Checks;

/// <summary>What is generated from an element, depending on its location.</summary>
internal enum ElementUse
{
    /// <summary>The ordinary use of the element; a schema is a property.</summary>
    Ordinary,

    /// <summary>A schema of the components, to which properties may refer.</summary>
    Component,

    /// <summary>The schema of a value that is no property: of a body, a parameter, an item, an alternative.</summary>
    Value,

    /// <summary>A multipart body, whose members become parameters instead of a type.</summary>
    Form,

    /// <summary>The schema of a member of a multipart body.</summary>
    Part,

    /// <summary>An element of a webhook or a callback: types of its bodies are generated, and no method.</summary>
    Webhook,

    /// <summary>Nothing is generated from the element.</summary>
    Unused,
}

/// <summary>Finds the use of elements during the walk over a document.</summary>
internal static class ElementUses
{
    /// <summary>The use of an element that another one has.</summary>
    /// <param name="parent">The other element.</param>
    /// <param name="use">The use of the other element.</param>
    /// <param name="key">The member that has the element.</param>
    /// <param name="name">The name of the element, where the member has several by name.</param>
    public static ElementUse Of(Element parent, ElementUse use, string key, string name) => (parent, key) switch
    {
        _ when use == ElementUse.Unused => use,
        (Element.Document, "webhooks") or (Element.Callback, _) => ElementUse.Webhook,
        (Element.Components, "schemas") or (Element.Document or Element.Schema, "$defs" or "definitions") => ElementUse.Component,
        (Element.Encoding or Element.Link, _) => ElementUse.Unused,
        (Element.RequestBody, "content") when name.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) => ElementUse.Form,
        (Element.RequestBody or Element.Response, "content") => ElementUse.Ordinary,
        (Element.MediaType, "schema") => use == ElementUse.Form ? use : ElementUse.Value,
        (Element.MediaType or Element.Parameter or Element.Header or Element.Response, "itemSchema" or "schema" or "items") =>
            ElementUse.Value,
        (Element.Schema, "properties") => use == ElementUse.Form ? ElementUse.Part : ElementUse.Ordinary,
        (Element.Schema, "allOf") => use == ElementUse.Form ? use : ElementUse.Value,
        (Element.Schema, "not" or "contains" or "propertyNames" or "if" or "then" or "else" or "dependentSchemas") => ElementUse.Unused,
        (Element.Schema, _) => ElementUse.Value,
        _ => use == ElementUse.Webhook ? use : ElementUse.Ordinary,
    };

    /// <summary>Whether an extension may stand at an element.</summary>
    public static bool Allows(SpecExtension extension, Element element, ElementUse use)
        => extension.Elements.Contains(element) && use switch
        {
            ElementUse.Value or ElementUse.Part => !extension.IsOfProperties,
            ElementUse.Ordinary or ElementUse.Component => true,
            _ => false,
        };
}
