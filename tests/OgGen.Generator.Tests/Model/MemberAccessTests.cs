using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>When a member is there, by <c>required</c>, <c>readOnly</c>, <c>writeOnly</c>, null and what its schema is sent as.</summary>
[TestClass]
public sealed class MemberAccessTests
{
    private const string Json = "application/json";
    private const string MergePatch = "application/merge-patch+json";
    private const string Plain = "";
    private const string ReadOnly = "readOnly: true";
    private const string WriteOnly = "writeOnly: true";
    private const string Both = "readOnly: true, writeOnly: true";

    [TestMethod]
    [DataRow(Plain, MemberAccess.Required, MemberAccess.RequiredOrNull)]
    [DataRow(ReadOnly, MemberAccess.ReadOnly, MemberAccess.ReadOnlyKeepsNull)]
    [DataRow(WriteOnly, MemberAccess.RequiredInRequest, MemberAccess.RequiredInRequestKeepsNull)]
    [DataRow(Both, MemberAccess.ReadOnly, MemberAccess.ReadOnlyKeepsNull)]
    public void A_required_member_is_the_same_in_a_merge_patch(string keywords, object access, object orNull)
    {
        foreach (string contentType in new[] { Json, MergePatch })
        {
            Assert.AreEqual(access, AccessOf(contentType, isRequired: true, Member("string", keywords)));
            Assert.AreEqual(orNull, AccessOf(contentType, isRequired: true, Member("[string, 'null']", keywords)));
        }
    }

    [TestMethod]
    [DataRow(Plain, MemberAccess.Optional, MemberAccess.OptionalKeepsNull)]
    [DataRow(ReadOnly, MemberAccess.ReadOnly, MemberAccess.ReadOnlyKeepsNull)]
    [DataRow(WriteOnly, MemberAccess.Optional, MemberAccess.OptionalKeepsNull)]
    [DataRow(Both, MemberAccess.ReadOnly, MemberAccess.ReadOnlyKeepsNull)]
    public void An_optional_member_keeps_a_null_if_its_schema_has_one(string keywords, object access, object orNull)
    {
        Assert.AreEqual(access, AccessOf(Json, isRequired: false, Member("string", keywords)));
        Assert.AreEqual(orNull, AccessOf(Json, isRequired: false, Member("[string, 'null']", keywords)));
    }

    /// <summary>A null removes a member that may be null; what the service sets is not patched.</summary>
    [TestMethod]
    [DataRow(Plain, MemberAccess.OptionalValue, MemberAccess.OptionalValueOrNull)]
    [DataRow(ReadOnly, MemberAccess.ReadOnly, MemberAccess.ReadOnlyKeepsNull)]
    [DataRow(WriteOnly, MemberAccess.OptionalValue, MemberAccess.OptionalValueOrNull)]
    [DataRow(Both, MemberAccess.ReadOnly, MemberAccess.ReadOnlyKeepsNull)]
    public void An_optional_member_of_a_merge_patch_has_three_states(string keywords, object access, object orNull)
    {
        Assert.AreEqual(access, AccessOf(MergePatch, isRequired: false, Member("string", keywords)));
        Assert.AreEqual(orNull, AccessOf(MergePatch, isRequired: false, Member("[string, 'null']", keywords)));
    }

    [TestMethod]
    [DataRow(true, "string", MemberAccess.Required)]
    [DataRow(true, "[string, 'null']", MemberAccess.RequiredOrNull)]
    [DataRow(false, "string", MemberAccess.OptionalValue)]
    [DataRow(false, "[string, 'null']", MemberAccess.OptionalValueOrNull)]
    public void An_extension_asks_for_three_states(bool isRequired, string type, object access)
        => Assert.AreEqual(access, AccessOf(Json, isRequired, Member(type, Plain), "x-oggen-optional: true, "));

    /// <summary>Null is a value of the type itself.</summary>
    [TestMethod]
    [DataRow(Json, true, MemberAccess.Required)]
    [DataRow(Json, false, MemberAccess.Optional)]
    [DataRow(MergePatch, true, MemberAccess.Required)]
    [DataRow(MergePatch, false, MemberAccess.OptionalValue)]
    public void Any_json_has_no_null_beside_it(string contentType, bool isRequired, object access)
        => Assert.AreEqual(access, AccessOf(contentType, isRequired, "{}"));

    [TestMethod]
    [DataRow(true, "integer", true)]
    [DataRow(true, "string", false)]
    [DataRow(true, "[integer, 'null']", false)]
    [DataRow(false, "integer", false)]
    public void The_default_of_a_required_struct_does_not_say_that_the_member_is_absent(bool isRequired, string type, bool needsPresence)
        => Assert.AreEqual(needsPresence, MemberOf(Json, isRequired, Member(type, Plain), "").NeedsPresence);

    private static string Member(string type, string keywords)
        => keywords.Length == 0 ? $"{{ type: {type} }}" : $"{{ type: {type}, {keywords} }}";

    private static MemberAccess AccessOf(string contentType, bool isRequired, string member, string extension = "")
        => MemberOf(contentType, isRequired, member, extension).Access;

    private static PropertyModel MemberOf(string contentType, bool isRequired, string member, string extension)
    {
        string required = isRequired ? "required: [size], " : "";
        return Models.Of($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [{ url: 'https://example.com' }]
            paths:
              /box:
                patch:
                  operationId: changeBox
                  requestBody:
                    required: true
                    content: { {{contentType}}: { schema: { $ref: '#/components/schemas/Box' } } }
                  responses: { '204': { description: Changed. } }
            components:
              schemas:
                Box: { type: object, {{extension}}{{required}}properties: { size: {{member}} } }
            """).ObjectOf("Box").Properties.Single();
    }
}
