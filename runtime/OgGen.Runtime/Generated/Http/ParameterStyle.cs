using System.ComponentModel;

namespace OgGen.Generated;

/// <summary>How OpenAPI serialises a parameter (OpenAPI 3.1, "Style Values").</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterStyle
{
    /// <summary><c>a,b</c>: path and header.</summary>
    Simple,

    /// <summary><c>name=a,b</c>, exploded <c>name=a&amp;name=b</c>: query and cookie.</summary>
    Form,

    /// <summary><c>name=a%20b</c>: query.</summary>
    SpaceDelimited,

    /// <summary><c>name=a%7Cb</c>: query.</summary>
    PipeDelimited,

    /// <summary><c>.a,b</c>, exploded <c>.a.b</c>: path.</summary>
    Label,

    /// <summary><c>;name=a,b</c>, exploded <c>;name=a;name=b</c>: path.</summary>
    Matrix,

    /// <summary><c>name[key]=value</c>, for objects: query.</summary>
    DeepObject,

    /// <summary><c>name=a%09b</c>: the collection format <c>tsv</c> of Swagger 2.0.</summary>
    TabDelimited,
}
