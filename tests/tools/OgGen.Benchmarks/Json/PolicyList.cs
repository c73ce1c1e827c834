using System.Globalization;
using System.Text;

namespace OgGen.Benchmarks.Json;

/// <summary>Where the discriminators stand in each object.</summary>
public enum DiscriminatorOrder
{
    /// <summary>First, as OgGen and System.Text.Json write them.</summary>
    First,

    /// <summary>
    /// <c>type</c> first and the inner union's <c>deduplicationActionType</c> last but one, as the vendor's documentation prints it.
    /// </summary>
    AsDocumented,

    /// <summary><c>type</c> last.</summary>
    TypeLast,
}

/// <summary>A list of 1,000 deduplication policies, 0.6 MB, after the answer that the vendor's documentation prints.</summary>
internal static class PolicyList
{
    private const int Count = 1000;

    public static byte[] Utf8(DiscriminatorOrder order)
        => Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Range(0, Count).Select(i => Policy(order, i))) + "]");

    private static string Policy(DiscriminatorOrder order, int number)
    {
        const string type = "\"type\":\"notification-deduplication\"";
        const string action = "\"deduplicationActionType\":\"value-based\"";
        string common = $$$"""
            "policyDescription":"notification deduplication description","id":"2b228902-cc04-4f8a-b64f-a381f12{{{number.ToString("00000", CultureInfo.InvariantCulture)}}}",
            "name":"notification deduplication policy value-based","enabled":true,
            "filter":{"type":"match-all-conditions","conditions":[
            {"field":"message","not":false,"operation":"contains","expectedValue":"message","order":0},
            {"field":"recipients","not":true,"operation":"contains","expectedValue":"recipient","order":0}]},
            "timeRestrictions":{"type":"time-of-day","restriction":{"startHour":20,"endHour":5,"startMin":23,"endMin":10}}
            """.ReplaceLineEndings("");
        const string count = "\"count\":10";
        string[] members = order switch
        {
            DiscriminatorOrder.First => [type, action, common, count],
            DiscriminatorOrder.AsDocumented => [type, common, action, count],
            _ => [common, action, count, type],
        };
        return "{" + string.Join(',', members) + "}";
    }
}
