using System.Diagnostics.CodeAnalysis;

namespace OgGen;

/// <summary>
/// A member that may be left out, which is something else than null: <c>default</c> is not written, <c>null</c> is written as null.
/// In a JSON merge patch the first leaves the server's value alone, and the second removes it.
/// </summary>
/// <typeparam name="T">The type of the value, with null if null is one.</typeparam>
[SuppressMessage("Naming", "CA1716", Justification = "A keyword of Visual Basic, which writes [Optional]; every other name says less.")]
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    private readonly T _value;

    /// <summary>Makes a member that is there.</summary>
    public Optional(T value)
    {
        _value = value;
        IsSet = true;
    }

    /// <summary>Whether the member is there, be it with a null.</summary>
    public bool IsSet { get; }

    /// <summary>The value of a member that is there.</summary>
    /// <exception cref="InvalidOperationException">The member is not there.</exception>
    public T Value => IsSet ? _value : throw new InvalidOperationException("The member is not there; ask IsSet first.");

    /// <summary>The value, or the default of its type for a member that is not there.</summary>
    public T? GetValueOrDefault() => _value;

    /// <summary>Makes a member that is there.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Whether both are there with equal values, or neither is there.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether one is there and the other is not, or both with different values.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => IsSet == other.IsSet && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsSet, _value);

    /// <summary>The value's text; empty for null and for a member that is not there.</summary>
    public override string ToString() => _value?.ToString() ?? "";
}
