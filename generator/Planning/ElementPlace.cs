using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>Where an element of an operation stands that may be shared: below the operation, or among the components.</summary>
/// <param name="Pointer">Its JSON pointer.</param>
/// <param name="Owner">The owner of its inline schemas.</param>
internal readonly record struct ElementPlace(string Pointer, SchemaOwner Owner)
{
    /// <summary>The place of a component.</summary>
    public static ElementPlace Component(string section, string id) => new(Pointers.Child("/components/" + section, id), SchemaOwner.Components);

    public ElementPlace Of(IOpenApiParameter parameter)
        => Shared("parameters", (parameter as OpenApiParameterReference)?.Reference.Id);

    public ElementPlace Of(IOpenApiRequestBody body)
        => Shared("requestBodies", (body as OpenApiRequestBodyReference)?.Reference.Id);

    public ElementPlace Of(IOpenApiResponse response)
        => Shared("responses", (response as OpenApiResponseReference)?.Reference.Id);

    public ElementPlace Of(IOpenApiHeader header)
        => Shared("headers", (header as OpenApiHeaderReference)?.Reference.Id);

    public ElementPlace Of(IOpenApiMediaType media)
        => Shared("mediaTypes", (media as OpenApiMediaTypeReference)?.Reference.Id);

    public ElementPlace Child(string key) => this with { Pointer = Pointers.Child(Pointer, key) };

    public ElementPlace Child(string keyword, string key) => Child(keyword).Child(key);

    public ElementPlace Child(string keyword, int index) => this with { Pointer = Pointers.Child(Pointers.Child(Pointer, keyword), index) };

    public SchemaNode Schema(string keyword, IOpenApiSchema schema) => new(schema, Pointers.Child(Pointer, keyword), Owner);

    /// <summary>The place of the component to which a reference leads; this place for what is no reference. No chain is longer: the passes see to that.</summary>
    private ElementPlace Shared(string section, string? component) => component is null ? this : Component(section, component);
}
