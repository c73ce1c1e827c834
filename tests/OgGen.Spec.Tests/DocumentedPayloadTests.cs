using System.Text.Json.Nodes;
using OgGen.Tests.Shared;

namespace OgGen.Spec.Tests;

/// <summary>
/// Everything that the two documentation pages print is in the document, unchanged but for mends that are listed here, in the
/// example's description and in spec/README.md.
/// </summary>
[TestClass]
public sealed class DocumentedPayloadTests
{
    private const string MemberName = "/permissions/allowedMembers/0/username";

    /// <summary>Where an example may differ from the page, and must. All others are as printed.</summary>
    private static readonly Dictionary<string, string[]> Mends = new()
    {
        ["CreateAutoClosePolicyRequest"] = ["/enabled"],
        ["CreateAutoRestartNotificationsPolicyRequest"] = ["/enabled"],
        ["CreateNotificationDeduplicationPolicyRequest"] = ["/enabled"],
        ["CreateNotificationDelayPolicyRequest"] =
            ["/count", "/deduplicationActionType", "/delayOption", "/enabled", "/name", "/type"],
        ["CreateNotificationDelayPolicyResponse"] = ["/data/name", "/data/type"],
        ["CreateModifyPolicyRequest"] = ["/alertDescription", "/description", "/enabled", "/policyDescription"],
        ["CreateModifyPolicyResponse"] = ["/data/name", "/data/type"],
        ["UpdatePolicyRequest"] = ["/enabled"],
        ["CreateActionRequest"] = ["/parameters/0/required", MemberName],
        ["CreateActionResponse"] = ["/data" + MemberName],
        ["UpdateActionRequest"] = [MemberName],
        ["UpdateActionResponse"] = ["/data" + MemberName, "/data/permissions/allowedMembers/1/username"],
        ["GetActionResponse"] = ["/data" + MemberName],
    };

    public static IEnumerable<object[]> Bodies =>
        PrintedPayload.All.Where(payload => payload.Kind != PayloadKind.Field).Select(payload => new object[] { payload.Name });

    public static IEnumerable<object[]> Fields =>
        PrintedPayload.All.Where(payload => payload.Kind == PayloadKind.Field).Select(payload => new object[] { payload.Name });

    public static IEnumerable<object[]> Payloads => [.. Bodies, .. Fields];

    [TestMethod]
    [DataRow("Policy API", nameof(PayloadKind.Request), 7)]
    [DataRow("Policy API", nameof(PayloadKind.Field), 8)]
    [DataRow("Policy API", nameof(PayloadKind.Answer), 12)]
    [DataRow("Actions API", nameof(PayloadKind.Request), 6)]
    [DataRow("Actions API", nameof(PayloadKind.Field), 3)]
    [DataRow("Actions API", nameof(PayloadKind.Answer), 12)]
    public void Page_prints_so_many_payloads(string page, string kind, int count) =>
        Assert.HasCount(count, PrintedPayload.All.Where(p => p.Page == page && p.Kind.ToString() == kind));

    [TestMethod]
    public void There_are_24_answers_and_25_requests_of_which_13_have_a_body()
    {
        Assert.HasCount(24, PrintedPayload.All.Where(payload => payload.Kind == PayloadKind.Answer));
        Assert.HasCount(25, SampleRequestTests.Samples);
        Assert.HasCount(13, PrintedPayload.All.Where(payload => payload.Kind == PayloadKind.Request));
    }

    [TestMethod]
    [DynamicData(nameof(Bodies))]
    public void Example_is_as_printed_but_for_the_listed_mends(string name)
    {
        string[] mends = Mends.GetValueOrDefault(name, []);

        IEnumerable<string> differences = PrintedPayload.Differences(Printed(name).Value, SpecDocument.Example(name));

        Assert.AreEqual(string.Join(' ', mends), string.Join(' ', differences));
    }

    [TestMethod]
    [DynamicData(nameof(Fields))]
    public void Example_has_the_field_exactly_as_printed(string name)
    {
        (string member, JsonNode? printed) = Printed(name).Value.Single();
        string member2 = member == "timeRestriction" ? "timeRestrictions" : member;

        Assert.AreEqual("", string.Join(' ', PrintedPayload.Differences(printed, SpecDocument.Example(name)[member2], "/" + member2)));
    }

    [TestMethod]
    [DynamicData(nameof(Payloads))]
    public void Example_cites_its_page_and_owns_up_to_its_mends(string name)
    {
        PrintedPayload payload = Printed(name);
        JsonObject example = SpecDocument.Examples[name]!.AsObject();
        string description = example["description"]?.GetValue<string>() ?? "";

        // Beside the changed values, two mends leave the values alone: an invalid comma, and a wrong name of a printed field.
        bool mended = Mends.ContainsKey(name) || name == "ListPoliciesResponse" || payload.Value.ContainsKey("timeRestriction");

        Assert.StartsWith(payload.Page + ", \"", example["summary"]!.GetValue<string>());
        Assert.AreEqual(mended, description.Contains("Mended:", StringComparison.Ordinal), description);
        Assert.Contains($"`{name}`", SpecDocument.ReadResource("README.md"), "spec/README.md lists every printed payload.");
    }

    [TestMethod]
    public void Names_end_in_what_they_are()
    {
        foreach (PrintedPayload payload in PrintedPayload.All)
        {
            string suffix = payload.Kind switch
            {
                PayloadKind.Request => "Request",
                PayloadKind.Answer => "Response",
                _ => "Field",
            };
            Assert.EndsWith(suffix, payload.Name);
        }
    }

    [TestMethod]
    public void Examples_that_are_not_printed_say_so()
    {
        HashSet<string> printed = [.. PrintedPayload.All.Select(payload => payload.Name)];
        foreach ((string name, JsonNode? example) in SpecDocument.Examples)
        {
            string summary = example!["summary"]!.GetValue<string>();
            bool isError = SchemaOracle.Validate("ErrorResponse", example["value"]!.ToJsonString()).Count == 0;
            Assert.IsTrue(
                printed.Contains(name) || isError || summary.StartsWith("Not in the documentation:", StringComparison.Ordinal), name);
        }
    }

    private static PrintedPayload Printed(string name) => PrintedPayload.All.Single(payload => payload.Name == name);
}
