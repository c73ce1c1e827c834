using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Building;

/// <summary>
/// What more than half of the operations of a client have in common. It is said with the client; an operation says what it has otherwise.
/// </summary>
internal static class CommonOptions
{
    private static readonly OperationDefaults s_none = new();

    /// <summary>The common options of operations; null where there are none.</summary>
    public static OperationDefaults? Of(IEnumerable<GroupModel> groups)
    {
        List<OperationModel> operations = groups.SelectMany(static group => group.Operations)
            .Where(static operation => operation.DeclaresField)
            .ToList();
        var defaults = new OperationDefaults
        {
            RequestIdHeader = MostCommon(operations, static operation => operation.RequestIdHeader),
            RetryAfterHeader = MostCommon(operations, static operation => operation.RetryAfterHeader),
            Errors = MostCommon(operations, static operation => operation.Errors),
            Security = MostCommon(operations, static operation => operation.Security),
        };
        return defaults == s_none ? null : defaults;
    }

    /// <summary>The group, with what each of its operations has otherwise than all in common.</summary>
    public static GroupModel Apply(GroupModel group, OperationDefaults? defaults, string client) => group with
    {
        DefaultsOwner = defaults is null ? null : client,
        Operations = group.Operations.Select(operation => operation with { Own = OwnOf(operation, defaults ?? s_none) }).ToEquatable(),
    };

    private static OwnOptions OwnOf(OperationModel operation, OperationDefaults defaults)
        => (operation.RequestIdHeader == defaults.RequestIdHeader ? 0 : OwnOptions.RequestIdHeader)
            | (operation.RetryAfterHeader == defaults.RetryAfterHeader ? 0 : OwnOptions.RetryAfterHeader)
            | (operation.Errors.Equals(defaults.Errors) ? 0 : OwnOptions.Errors)
            | (Nullable.Equals(operation.Security, defaults.Security) ? 0 : OwnOptions.Security);

    /// <summary>The value that more than half of several operations have; else the type's default, which is not printed.</summary>
    private static T? MostCommon<T>(List<OperationModel> operations, Func<OperationModel, T> option)
        => operations.GroupBy(option)
            .Where(same => same.Count() > 1 && same.Count() * 2 > operations.Count)
            .Select(static same => same.Key)
            .FirstOrDefault();
}
