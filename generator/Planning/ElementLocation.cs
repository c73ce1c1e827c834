using System.Globalization;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>The location of an element of an operation, which may be shared: below the operation, or in the components.</summary>
/// <param name="Pointer">Its JSON pointer.</param>
/// <param name="Owner">The owner of its inline schemas.</param>
internal readonly record struct ElementLocation(string Pointer, SchemaOwner Owner)
{
    /// <summary>The location of a component.</summary>
    public static ElementLocation Component(string section, string id)
        => new(Pointers.Child("/components/" + section, id), SchemaOwner.Components);

    public ElementLocation Of(IOpenApiParameter parameter)
        => Shared("parameters", (parameter as OpenApiParameterReference)?.Reference.Id);

    public ElementLocation Of(IOpenApiRequestBody body)
        => Shared("requestBodies", (body as OpenApiRequestBodyReference)?.Reference.Id);

    public ElementLocation Of(IOpenApiResponse response)
        => Shared("responses", (response as OpenApiResponseReference)?.Reference.Id);

    public ElementLocation Of(IOpenApiHeader header)
        => Shared("headers", (header as OpenApiHeaderReference)?.Reference.Id);

    public ElementLocation Of(IOpenApiMediaType media)
        => Shared("mediaTypes", (media as OpenApiMediaTypeReference)?.Reference.Id);

    public ElementLocation Child(string key) => this with { Pointer = Pointers.Child(Pointer, key) };

    public ElementLocation Child(string keyword, string key) => this with { Pointer = Pointers.Child(Pointer, keyword, key) };

    public ElementLocation Child(string keyword, int index)
        => this with { Pointer = Pointers.Child(Pointer, keyword, index.ToString(CultureInfo.InvariantCulture)) };

    public SchemaNode Schema(string keyword, IOpenApiSchema schema) => new(schema, Pointers.Child(Pointer, keyword), Owner);

    /// <summary>
    /// The location of the component that a reference leads to; this location for an element that is no reference. The passes have
    /// shortened chains.
    /// </summary>
    private ElementLocation Shared(string section, string? component) => component is null ? this : Component(section, component);
}
