using System.Text.Json;

namespace OgGen.Json;

/// <summary>The parts of a JSON object beyond the values of its type's members.</summary>
internal sealed class ModelExtras
{
    // One bit for each optional member that may be null and was, by the member's index; a second word is rare.
    private ulong _nulls;
    private HashSet<int>? _moreNulls;

    public Dictionary<string, JsonElement>? Members { get; set; }

    /// <summary>The reason why an object does not fit the variant that it names.</summary>
    public string? WhyUnknown { get; set; }

    /// <summary>
    /// The names by which members with several names were read. The value is undefined where it is the member's, and no other name
    /// of the member was there.
    /// </summary>
    public Dictionary<string, JsonElement>? Names { get; set; }

    /// <summary>The JSON of members that is more precise than their values.</summary>
    public Dictionary<string, JsonElement>? Originals { get; set; }

    public void SetNull(int index, bool isNull)
    {
        if (index < 64)
        {
            _nulls = isNull ? _nulls | (1UL << index) : _nulls & ~(1UL << index);
        }
        else if (isNull)
        {
            (_moreNulls ??= []).Add(index);
        }
        else
        {
            _moreNulls?.Remove(index);
        }
    }

    public bool WasNull(int index)
        => index < 64 ? (_nulls & (1UL << index)) != 0 : _moreNulls is not null && _moreNulls.Contains(index);
}
