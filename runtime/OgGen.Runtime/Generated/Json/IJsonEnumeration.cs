using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>A generated enumeration.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonEnumeration;

/// <summary>A generated enumeration over strings, which are the texts of its values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IStringEnumeration : IJsonEnumeration;

/// <summary>A generated enumeration over strings: any string is a value, known or not.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IStringEnumeration<TSelf> : IJsonModel<TSelf>, IParsable<TSelf>, IStringEnumeration
    where TSelf : struct, IStringEnumeration<TSelf>
{
    /// <summary>The value of a string.</summary>
    static abstract implicit operator TSelf(string value);

    /// <inheritdoc/>
    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider) => (TSelf)s;

    /// <inheritdoc/>
    static bool IParsable<TSelf>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TSelf result)
    {
        result = s is null ? default : (TSelf)s;
        return s is not null;
    }
}

/// <summary>A generated enumeration over integers: any integer is a value, known or not.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IIntegerEnumeration<TSelf> : IJsonModel<TSelf>, IParsable<TSelf>, IJsonEnumeration
    where TSelf : struct, IIntegerEnumeration<TSelf>
{
    /// <summary>The value of an integer.</summary>
    static abstract implicit operator TSelf(long value);

    /// <inheritdoc/>
    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider)
        => (TSelf)long.Parse(s, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    static bool IParsable<TSelf>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TSelf result)
    {
        bool isInteger = long.TryParse(s, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value);
        result = (TSelf)value;
        return isInteger;
    }
}
