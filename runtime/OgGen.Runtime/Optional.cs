using System.Diagnostics.CodeAnalysis;

namespace OgGen;

/// <summary>
/// An optional member for which unset and null differ: <c>default</c> is not written, <c>null</c> is written as null.
/// In a JSON merge patch, unset keeps the value of the server, and null removes it.
/// </summary>
/// <typeparam name="T">The type of the value, with null if null is one.</typeparam>
[SuppressMessage("Naming", "CA1716", Justification = "A keyword of Visual Basic, which writes [Optional]; every other name is less clear.")]
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    private readonly T _value;

    /// <summary>Initializes a member that is set.</summary>
    public Optional(T value)
    {
        _value = value;
        IsSet = true;
    }

    /// <summary>Whether the member is set, to a value or to null.</summary>
    public bool IsSet { get; }

    /// <summary>The value of a member that is set.</summary>
    /// <exception cref="InvalidOperationException">The member is not set.</exception>
    public T Value => IsSet ? _value : throw new InvalidOperationException("The member is not set; check IsSet first.");

    /// <summary>The value, or the default of its type for a member that is not set.</summary>
    public T? GetValueOrDefault() => _value;

    /// <summary>Initializes a member that is set.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Whether both are set to equal values, or neither is set.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether only one is set, or both are set to different values.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => IsSet == other.IsSet && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsSet, _value);

    /// <summary>The value as a string; empty for null and for a member that is not set.</summary>
    public override string ToString() => _value?.ToString() ?? "";
}
