namespace OgGen.Generator.Document;

/// <summary>The kinds of elements that the specification defines.</summary>
internal enum Element
{
    /// <summary>A value without references.</summary>
    Other,

    /// <summary>Any JSON: null is a value, and <c>$ref</c> is an ordinary member.</summary>
    Data,

    /// <summary>Several elements, in a list or by names.</summary>
    Collection,
    Document,
    Components,
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    Response,
    Header,
    MediaType,
    Encoding,
    Example,
    Link,
    Callback,
    SecurityScheme,
    Server,
    Schema,
    Info,
    Contact,
    License,
    Tag,
    ExternalDocs,
    ServerVariable,
}

/// <summary>How a member holds elements.</summary>
internal enum Nesting
{
    One,

    /// <summary>One, or <c>true</c> or <c>false</c> in its place.</summary>
    OneOrFlag,
    List,

    /// <summary>By names of the document's own.</summary>
    Map,

    /// <summary>By names of the document's own, with extensions beside them.</summary>
    ExtensibleMap,
}

/// <summary>What a member holds.</summary>
internal readonly record struct Slot(Element Element, Nesting Nesting);

/// <summary>Which members hold which elements, in all versions of the specification.</summary>
internal static class SpecGrammar
{
    private static readonly Dictionary<Element, Dictionary<string, Slot>> s_members = new()
    {
        [Element.Document] = Members(
            (Element.PathItem, Nesting.ExtensibleMap, "paths"),
            (Element.PathItem, Nesting.Map, "webhooks"),
            (Element.Components, Nesting.One, "components"),
            (Element.Server, Nesting.List, "servers"),
            (Element.Info, Nesting.One, "info"),
            (Element.Tag, Nesting.List, "tags"),
            (Element.ExternalDocs, Nesting.One, "externalDocs"),
            (Element.Schema, Nesting.Map, "definitions"),
            (Element.Parameter, Nesting.Map, "parameters"),
            (Element.Response, Nesting.Map, "responses"),
            (Element.SecurityScheme, Nesting.Map, "securityDefinitions")),
        [Element.Components] = Members(
            (Element.Schema, Nesting.Map, "schemas"),
            (Element.Parameter, Nesting.Map, "parameters"),
            (Element.Response, Nesting.Map, "responses"),
            (Element.RequestBody, Nesting.Map, "requestBodies"),
            (Element.Header, Nesting.Map, "headers"),
            (Element.Example, Nesting.Map, "examples"),
            (Element.Link, Nesting.Map, "links"),
            (Element.Callback, Nesting.Map, "callbacks"),
            (Element.SecurityScheme, Nesting.Map, "securitySchemes"),
            (Element.PathItem, Nesting.Map, "pathItems"),
            (Element.MediaType, Nesting.Map, "mediaTypes")),
        [Element.PathItem] = Members(
            (Element.Operation, Nesting.One, "get put post delete options head patch trace query"),
            (Element.Operation, Nesting.Map, "additionalOperations"),
            (Element.Parameter, Nesting.List, "parameters"),
            (Element.Server, Nesting.List, "servers")),
        [Element.Operation] = Members(
            (Element.Parameter, Nesting.List, "parameters"),
            (Element.RequestBody, Nesting.One, "requestBody"),
            (Element.Response, Nesting.ExtensibleMap, "responses"),
            (Element.Callback, Nesting.Map, "callbacks"),
            (Element.Server, Nesting.List, "servers"),
            (Element.ExternalDocs, Nesting.One, "externalDocs")),
        [Element.Parameter] = Members(
            (Element.Schema, Nesting.One, "schema items"),
            (Element.MediaType, Nesting.Map, "content"),
            (Element.Example, Nesting.Map, "examples"),
            (Element.Data, Nesting.One, "example default enum")),
        [Element.RequestBody] = Members((Element.MediaType, Nesting.Map, "content")),
        [Element.Response] = Members(
            (Element.Header, Nesting.Map, "headers"),
            (Element.MediaType, Nesting.Map, "content"),
            (Element.Link, Nesting.Map, "links"),
            (Element.Schema, Nesting.One, "schema"),
            (Element.Data, Nesting.One, "examples")),
        [Element.Header] = Members(
            (Element.Schema, Nesting.One, "schema items"),
            (Element.MediaType, Nesting.Map, "content"),
            (Element.Example, Nesting.Map, "examples"),
            (Element.Data, Nesting.One, "example default enum")),
        [Element.MediaType] = Members(
            (Element.Schema, Nesting.One, "schema itemSchema"),
            (Element.Encoding, Nesting.Map, "encoding"),
            (Element.Encoding, Nesting.List, "prefixEncoding"),
            (Element.Encoding, Nesting.One, "itemEncoding"),
            (Element.Example, Nesting.Map, "examples"),
            (Element.Data, Nesting.One, "example")),
        [Element.Encoding] = Members(
            (Element.Header, Nesting.Map, "headers"),
            (Element.Encoding, Nesting.Map, "encoding"),
            (Element.Encoding, Nesting.List, "prefixEncoding"),
            (Element.Encoding, Nesting.One, "itemEncoding")),
        [Element.Example] = Members((Element.Data, Nesting.One, "value dataValue serializedValue")),
        [Element.Link] = Members((Element.Data, Nesting.One, "parameters requestBody"), (Element.Server, Nesting.One, "server")),
        [Element.Server] = Members((Element.ServerVariable, Nesting.Map, "variables")),
        [Element.Info] = Members((Element.Contact, Nesting.One, "contact"), (Element.License, Nesting.One, "license")),
        [Element.Tag] = Members((Element.ExternalDocs, Nesting.One, "externalDocs")),
        [Element.Schema] = Members(
            (Element.Schema, Nesting.Map, "properties patternProperties dependentSchemas $defs definitions"),
            (Element.Schema, Nesting.One, "items not contains propertyNames if then else contentSchema"),
            (Element.Schema, Nesting.OneOrFlag, "additionalProperties unevaluatedProperties unevaluatedItems additionalItems"),
            (Element.Schema, Nesting.List, "allOf oneOf anyOf prefixItems"),
            (Element.ExternalDocs, Nesting.One, "externalDocs"),
            (Element.Data, Nesting.One, "example examples default enum const")),
    };

    /// <summary>The members of elements that are scalars, in all versions of the specification.</summary>
    private static readonly Dictionary<Element, HashSet<string>> s_scalars = new()
    {
        [Element.Document] = Names("$self jsonSchemaDialect host basePath"),
        [Element.Info] = Names("title summary description termsOfService version"),
        [Element.Contact] = Names("name url email"),
        [Element.License] = Names("name identifier url"),
        [Element.Tag] = Names("name summary description parent kind"),
        [Element.ExternalDocs] = Names("description url"),
        [Element.PathItem] = Names("summary description"),
        [Element.Operation] = Names("summary description operationId"),
        [Element.Parameter] = Names("name in description style format pattern collectionFormat"),
        [Element.RequestBody] = Names("description"),
        [Element.Response] = Names("summary description"),
        [Element.Header] = Names("description style format pattern collectionFormat"),
        [Element.Encoding] = Names("contentType style"),
        [Element.Example] = Names("summary description externalValue"),
        [Element.Link] = Names("operationRef operationId description"),
        [Element.SecurityScheme] = Names("type description name in scheme bearerFormat openIdConnectUrl flow authorizationUrl tokenUrl"),
        [Element.Server] = Names("url name description"),
        [Element.ServerVariable] = Names("default description"),
        [Element.Schema] = Names(
            "title description format pattern $id $anchor $dynamicAnchor $dynamicRef $schema contentMediaType contentEncoding"),
    };

    /// <summary>The members that hold the components of each kind: in <c>components</c>, and in Swagger 2.0 at the top.</summary>
    private static readonly Dictionary<Element, (string[] Version3, string[]? Version2)> s_homes = new()
    {
        [Element.Schema] = (["components", "schemas"], ["definitions"]),
        [Element.Parameter] = (["components", "parameters"], ["parameters"]),
        [Element.Response] = (["components", "responses"], ["responses"]),
        [Element.RequestBody] = (["components", "requestBodies"], null),
        [Element.Header] = (["components", "headers"], null),
        [Element.Example] = (["components", "examples"], null),
        [Element.Link] = (["components", "links"], null),
        [Element.Callback] = (["components", "callbacks"], null),
        [Element.SecurityScheme] = (["components", "securitySchemes"], ["securityDefinitions"]),
        [Element.MediaType] = (["components", "mediaTypes"], null),
    };

    /// <summary>The kinds of components, in a fixed order.</summary>
    public static IEnumerable<Element> Kinds { get; } =
    [
        Element.Schema, Element.Parameter, Element.Response, Element.RequestBody, Element.Header, Element.Example, Element.Link,
        Element.Callback,
        Element.SecurityScheme, Element.MediaType,
    ];

    /// <summary>What a member of an element holds.</summary>
    public static Slot Child(Element element, string key)
        => key.StartsWith("x-", StringComparison.Ordinal) ? new Slot(Element.Data, Nesting.One)
            : element == Element.Callback ? new Slot(Element.PathItem, Nesting.One)
            : s_members.TryGetValue(element, out Dictionary<string, Slot>? members) && members.TryGetValue(key, out Slot slot) ? slot
            : default;

    /// <summary>Whether a member of an element is a scalar.</summary>
    public static bool IsScalar(Element element, string key)
        => s_scalars.TryGetValue(element, out HashSet<string>? names) && names.Contains(key);

    /// <summary>Whether a key of a map names an element, and is no extension beside the elements.</summary>
    public static bool IsName(Nesting nesting, string key)
        => nesting != Nesting.ExtensibleMap || !key.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>
    /// The tokens of the JSON pointer at which a document of this version has components of a kind; null where it has none.
    /// </summary>
    public static string[]? Home(Element kind, bool isVersion2)
        => !s_homes.TryGetValue(kind, out (string[] Version3, string[]? Version2) home) ? null : isVersion2 ? home.Version2 : home.Version3;

    /// <summary>A reference to a component. The name is not escaped.</summary>
    public static string ReferenceTo(Element kind, bool isVersion2, string name)
        => "#/" + string.Join("/", Home(kind, isVersion2)!) + "/" + name;

    /// <summary>The kind of element at a JSON pointer; <see cref="Element.Other"/> where the specification defines none.</summary>
    public static Element At(IReadOnlyList<string> tokens)
    {
        Element element = Element.Document;
        for (int i = 0; i < tokens.Count; i++)
        {
            Slot slot = Child(element, tokens[i]);
            bool isNested = slot.Nesting is Nesting.List or Nesting.Map or Nesting.ExtensibleMap;
            if (isNested && ++i == tokens.Count)
            {
                return Element.Collection;
            }

            element = slot.Element;
        }

        return element;
    }

    private static HashSet<string> Names(string names) => new(names.Split(' '), StringComparer.Ordinal);

    private static Dictionary<string, Slot> Members(params (Element Element, Nesting Nesting, string Keys)[] members)
    {
        var slots = new Dictionary<string, Slot>(StringComparer.Ordinal);
        foreach ((Element element, Nesting nesting, string keys) in members)
        {
            foreach (string key in keys.Split(' '))
            {
                slots.Add(key, new Slot(element, nesting));
            }
        }

        return slots;
    }
}
