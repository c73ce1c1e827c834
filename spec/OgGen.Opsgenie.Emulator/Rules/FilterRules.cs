namespace OgGen.Opsgenie.Emulator.Rules;

/// <summary>Policy API documentation, section "Filter Fields".</summary>
internal static class FilterRules
{
    private static readonly string[] s_types = ["match-all", "match-any-condition", "match-all-conditions"];

    private static readonly string[] s_textOperations =
        ["contains", "equals", "starts-with", "ends-with", "matches", "is-empty", "equals-ignore-whitespace"];

    private static readonly string[] s_listOperations = ["contains", "is-empty"];
    private static readonly string[] s_mapOperations = ["contains", "contains-key", "contains-value", "is-empty"];
    private static readonly string[] s_numberOperations = ["matches", "equals", "greater-than", "less-than"];
    private static readonly string[] s_allOperations = [.. s_textOperations.Union(s_mapOperations).Union(s_numberOperations)];

    // The last three come from the vendor's own schema; the document does not list them.
    private static readonly Dictionary<string, string[]> s_operationsOfField = new(StringComparer.Ordinal)
    {
        ["message"] = s_textOperations,
        ["alias"] = s_textOperations,
        ["description"] = s_textOperations,
        ["source"] = s_textOperations,
        ["entity"] = s_textOperations,
        ["tags"] = s_listOperations,
        ["actions"] = s_listOperations,
        ["recipients"] = s_listOperations,
        ["teams"] = s_listOperations,
        ["extra-properties"] = s_mapOperations,
        ["priority"] = s_numberOperations,
        ["details"] = s_mapOperations,
        ["responders"] = s_listOperations,
    };

    public static void Read(FieldReader policy)
    {
        if (policy.Object("filter") is not { } filter)
        {
            return;
        }

        if (filter.OneOf("type", s_types, mandatory: true) is not { } type)
        {
            filter.IgnoreRest();
            return;
        }

        if (type != "match-all")
        {
            foreach (FieldReader condition in filter.Objects("conditions", mandatory: true, min: 1))
            {
                ReadCondition(condition);
            }
        }
        else if (filter.Objects("conditions", max: 0).Count == 0)
        {
            filter.Stored.Remove("conditions");
        }
    }

    private static void ReadCondition(FieldReader condition)
    {
        string? field = condition.OneOf("field", s_operationsOfField.Keys, mandatory: true);
        condition.Text("key");
        condition.Flag("not");
        string? operation = condition.OneOf("operation", s_allOperations, mandatory: true);
        condition.Text("expectedValue");
        condition.Integer("order");

        // The sample answer of "Get Policy" has these in every condition, though the samples of create and update do not send them all.
        condition.Default("not", false);
        condition.Default("expectedValue", "");
        condition.Default("order", 0);

        if (field is null)
        {
            return;
        }

        bool keyed = field == "extra-properties" && condition.Has("key");
        if (!keyed && condition.Has("key"))
        {
            condition.Refuse("key", "is only for the field extra-properties");
        }

        // With a key the condition is about one value, whose kind nobody knows: the document's example applies starts-with to it.
        string[] fitting = keyed ? s_allOperations : s_operationsOfField[field];
        if (operation is not null && !fitting.Contains(operation, StringComparer.Ordinal))
        {
            condition.Refuse("operation", $"should be one of {string.Join(", ", fitting)} for the field {field}");
        }
    }
}
