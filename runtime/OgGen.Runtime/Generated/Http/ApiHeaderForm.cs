using System.ComponentModel;

namespace OgGen.Generated;

/// <summary>How the value of a header is written (the style <c>simple</c> of OpenAPI, or JSON).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ApiHeaderForm
{
    /// <summary>One value.</summary>
    Value,

    /// <summary>Values with commas between, in one line or several.</summary>
    List,

    /// <summary>Names and values with commas between: <c>a,1,b,2</c>.</summary>
    Members,

    /// <summary>Named values with commas between: <c>a=1,b=2</c>.</summary>
    Pairs,

    /// <summary>JSON text.</summary>
    Json,
}
