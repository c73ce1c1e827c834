using System.Text.Json.Serialization;

namespace OgGen.Benchmarks.Json;

// The same shapes for the source generator of System.Text.Json, as one would write them by hand: no unknown members, no open enums, and
// no inner union, which it cannot express. `required` is left out: with it, reading takes twice as long.

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TwinDeduplicationPolicy), "notification-deduplication")]
[JsonDerivedType(typeof(TwinClosePolicy), "auto-close")]
internal abstract class TwinPolicy
{
    public string? Id { get; set; }

    public string Name { get; set; } = "";

    public bool Enabled { get; set; }

    public string? PolicyDescription { get; set; }

    public TwinFilter? Filter { get; set; }

    public TwinTimeRestrictions? TimeRestrictions { get; set; }
}

internal sealed class TwinDeduplicationPolicy : TwinPolicy
{
    public string DeduplicationActionType { get; set; } = "";

    public int Count { get; set; }

    public TwinDuration? Duration { get; set; }
}

internal sealed class TwinClosePolicy : TwinPolicy
{
    public TwinDuration? Duration { get; set; }
}

internal sealed class TwinDuration
{
    public long TimeAmount { get; set; }

    public string? TimeUnit { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TwinMatchAllConditionsFilter), "match-all-conditions")]
[JsonDerivedType(typeof(TwinMatchAllFilter), "match-all")]
internal abstract class TwinFilter;

internal sealed class TwinMatchAllFilter : TwinFilter;

internal sealed class TwinMatchAllConditionsFilter : TwinFilter
{
    public List<TwinCondition> Conditions { get; set; } = null!;
}

internal sealed class TwinCondition
{
    public string Field { get; set; } = "";

    public string? Key { get; set; }

    public bool? Not { get; set; }

    public string Operation { get; set; } = "";

    public string? ExpectedValue { get; set; }

    public long? Order { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TwinTimeOfDayRestrictions), "time-of-day")]
internal abstract class TwinTimeRestrictions;

internal sealed class TwinTimeOfDayRestrictions : TwinTimeRestrictions
{
    public TwinTimeOfDay Restriction { get; set; } = null!;
}

internal sealed class TwinTimeOfDay
{
    public int StartHour { get; set; }

    public int StartMin { get; set; }

    public int EndHour { get; set; }

    public int EndMin { get; set; }
}

/// <summary>The envelope in which a policy comes.</summary>
internal sealed class TwinPolicyResponse
{
    public TwinPolicy? Data { get; set; }

    public double Took { get; set; }

    public string? RequestId { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(List<TwinPolicy>))]
[JsonSerializable(typeof(TwinPolicyResponse))]
internal sealed partial class TwinContext : JsonSerializerContext;
